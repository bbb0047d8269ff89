// concerns: errors
function run(items, queries) {
  const sorted = [...items].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return queries.map(({ after, before, limit = 10 }) => {
    if (after && before) return { error: "both_cursors" };
    let from = 0;
    if (after) {
      from = sorted.findIndex((item) => item.id === after) + 1;
      if (from === 0) return { error: "unknown_cursor" };
    }
    const page = sorted.slice(from, from + limit);
    return { page: page.map((item) => item.id), more: from + limit < sorted.length };
  });
}

module.exports = { run };
