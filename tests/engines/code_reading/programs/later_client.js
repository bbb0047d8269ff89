// concerns: retry, errors
async function fetchAll(get, options = {}) {
  const { tries = 3, pause = () => Promise.resolve() } = options;
  const items = [];
  let cursor = null;
  do {
    let page = null;
    for (let attempt = 1; page === null; attempt++) {
      try {
        page = await get(cursor);
      } catch (err) {
        if (attempt >= tries || err.status < 500) throw new Error(`giving up after ${attempt}: ${err.message}`);
        await pause(attempt);
      }
    }
    items.push(...page.data);
    cursor = page.next;
  } while (cursor);
  return items;
}

module.exports = { run: fetchAll };
