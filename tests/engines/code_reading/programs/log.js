// concerns: errors
const LINE = /^(\S+) (\S+) (\d{3}) (\d+)$/;

module.exports.run = (lines) => {
  const counts = new Map();
  for (const line of lines) {
    const match = LINE.exec(line);
    if (!match) continue;
    const [, , path, status] = match;
    const entry = counts.get(path) ?? { requests: 0, errors: 0 };
    entry.requests += 1;
    if (status >= "500") entry.errors += 1;
    counts.set(path, entry);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
};
