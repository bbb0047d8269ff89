// concerns: errors
const weights = { title: 3, body: 1 };

export function run(documents, query) {
  const words = query.toLowerCase().split(/\s+/);
  return documents
    .map(({ id, ...texts }) => ({ id, score: score(texts, words) }))
    .filter(({ score: points }) => points > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function score(texts, words) {
  let total = 0;
  for (const [field, weight] of Object.entries(weights)) {
    const tokens = (texts[field] ?? "").toLowerCase().split(/\s+/);
    for (const word of words) total += weight * tokens.filter((token) => token === word).length;
  }
  return total / words.length;
}
