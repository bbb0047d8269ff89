// concerns: errors
function tokenize(text) {
  return text.toLowerCase().match(/[a-z0-9]+/g) || [];
}

function buildIndex(docs) {
  const index = {};
  docs.forEach((doc) => {
    tokenize(doc.text).forEach((token, pos) => {
      if (!index[token]) index[token] = {};
      if (!index[token][doc.id]) index[token][doc.id] = [];
      index[token][doc.id].push(pos);
    });
  });
  return index;
}

function run(docs, queries) {
  const index = buildIndex(docs);
  return queries.map((query) => {
    const scores = {};
    for (const token of tokenize(query)) {
      const postings = index[token] || {};
      const idf = Math.log(1 + docs.length / (1 + Object.keys(postings).length));
      for (const [id, positions] of Object.entries(postings)) {
        scores[id] = (scores[id] || 0) + positions.length * idf;
      }
    }
    return Object.keys(scores).sort((a, b) => scores[b] - scores[a] || a.localeCompare(b));
  });
}

module.exports = { run };
