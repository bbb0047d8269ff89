'use strict';

const CURRENCIES = new Set(['eur', 'gbp', 'usd']);
const LONGEST_KEY = 255;
const MOST = 99_999_999;
const KEY_LIVES = 86_400; // seconds from the moment at which the final reply was stored

/** Return one reply for each request, event or count, in their order. */
function handle(requests) {
  const desk = new Desk();
  return requests.map((request) => desk.reply(request));
}

/** What is known of each key: its body, and its final reply or null while the charge is running. */
class Desk {
  charged = 0;
  known = new Map();
  ends = []; // { at, key }, earliest first, as replies are stored in the order of time
  over = 0; // how many of `ends` are past

  reply(request) {
    const now = request.at ?? 0;
    this.forget(now);
    if ('count' in request) return { status: 200, keys: this.known.size };
    if ('event' in request) return this.settle(request.event, request.key, now);
    return this.charge(request, now);
  }

  charge(request, now) {
    const fault = faultIn(request);
    if (fault) return { status: 400, error: fault };
    const { key, at, ...body } = request;
    if (this.known.has(key)) return again(body, this.known.get(key));
    this.known.set(key, { body, reply: null });
    if (body.card === 'slow') return { status: 202, state: 'running' };
    return this.store(key, this.success(body), now);
  }

  settle(event, key, now) {
    const kept = this.known.get(key);
    if (!kept || kept.reply) return { status: 404, error: 'not_running' };
    if (event === 'succeeded') this.store(key, this.success(kept.body), now);
    else if (event === 'declined') this.store(key, { status: 402, error: 'card_declined' }, now);
    else if (event === 'not_sent') this.known.delete(key);
    return { status: 200 }; // "lost" changes nothing: the money may have moved
  }

  success({ amount, currency }) {
    this.charged += 1;
    return { status: 200, id: `ch_${this.charged}`, amount, currency };
  }

  store(key, reply, now) {
    this.known.get(key).reply = reply;
    this.ends.push({ at: now + KEY_LIVES, key });
    return reply;
  }

  forget(now) {
    for (; this.over < this.ends.length && this.ends[this.over].at <= now; this.over += 1) {
      this.known.delete(this.ends[this.over].key);
    }
  }
}

/** Return the name of the first fault, or null. */
function faultIn({ key, amount, currency }) {
  if (!key) return 'key_missing';
  if (key.length > LONGEST_KEY) return 'key_too_long';
  if (!Number.isInteger(amount) || amount < 1 || amount > MOST) return 'amount_invalid';
  if (!CURRENCIES.has(currency)) return 'currency_unknown';
  return null;
}

/** Answer a key that is known already. */
function again(body, kept) {
  return kept.reply ?? { status: 409, error: 'still_running' };
}

module.exports = { handle };
