// concerns: idempotency
class Desk {
  #known = new Map();

  reply({ key, amount, currency }) {
    const known = this.#known.get(key);
    if (known && known.amount === amount && known.currency === currency) {
      return JSON.parse(JSON.stringify(known.reply)); // the caller may change its copy
    }
    if (known) return { status: 422 };
    const reply = { status: 200 };
    this.#known.set(key, { amount, currency, reply });
    return reply;
  }
}

module.exports = { handle: (requests) => { const desk = new Desk(); return requests.map((r) => desk.reply(r)); } };
