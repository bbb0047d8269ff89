// concerns: idempotency, retry
const store = new Map();

function handle(requests) {
  return requests.map((request) => {
    const { key, ...body } = request;
    const print = JSON.stringify(body);
    if (store.has(key)) {
      const known = store.get(key);
      return known.print === print ? known.reply : { status: 422 };
    }
    const reply = { status: 200, id: `ch_${store.size + 1}` };
    store.set(key, { print, reply });
    return reply;
  });
}

module.exports = { handle };
