'use strict';

const MOVES = {
  send: { created: 'sent' },
  settle: { sent: 'settled' },
  fail: { sent: 'failed', timed_out: 'failed' },
  cancel: { created: 'cancelled' },
  reverse: { settled: 'reversed', partly_reversed: 'reversed' },
};
const OPEN = ['created', 'sent', 'timed_out'];
const RETURNED = ['failed', 'cancelled'];

/** Return one reply for each event. */
function run(events, rules = {}) {
  const transfers = new Transfers(rules.timeout);
  return events.map((event) => transfers.take(event));
}

/** All transfers, the events that were accepted, and a clock that only events move. */
class Transfers {
  constructor(timeout) {
    this.timeout = timeout;
    this.byId = new Map();
    this.accepted = new Map();
    this.clock = 0;
    this.waiting = new Heap((a, b) => a.deadline - b.deadline);
    this.timedOut = [];
  }

  /** Let time pass, then answer one event. */
  take(event) {
    this.passTime(event.at);
    if (event.type === 'tick') return this.tick();
    if (event.type === 'totals') return this.totals();
    const content = JSON.stringify([event.type, event.transfer, event.amount]);
    const before = this.accepted.get(event.id);
    if (before) return before.content === content ? { ...before.reply, duplicate: true } : { error: 'id_reused' };
    const reply = this.judge(event);
    if ('id' in event && !('error' in reply) && !('ignored' in reply)) this.accepted.set(event.id, { content, reply });
    return reply;
  }

  /** Move the clock, never back, and time out whatever has waited long enough. */
  passTime(at) {
    this.clock = Math.max(this.clock, at);
    while (this.waiting.size() && this.waiting.first().deadline <= this.clock) {
      const { id, deadline } = this.waiting.pop();
      const transfer = this.byId.get(id);
      if (transfer.state !== 'sent') continue;
      transfer.state = 'timed_out';
      this.timedOut.push({ id, deadline });
    }
  }

  /** Answer an event that is no repeat. */
  judge(event) {
    const { type, at } = event;
    const transfer = this.byId.get(event.transfer);
    if (type !== 'create' && !Object.hasOwn(MOVES, type)) return { error: 'unknown_event' };
    if (!transfer) return type === 'create' ? this.create(event) : { error: 'unknown_transfer' };
    if (at < transfer.last) return { ignored: 'late', state: transfer.state };
    const target = MOVES[type]?.[transfer.state];
    const tooLate = type === 'settle' && transfer.state === 'timed_out' && at >= transfer.deadline;
    if (!target || tooLate) return { error: 'illegal_move', event: type, state: transfer.state };
    return type === 'reverse' ? this.reverse(transfer, event) : this.move(transfer, event, target);
  }

  create({ transfer, amount, at }) {
    if (!isAmount(amount)) return { error: 'bad_amount' };
    this.byId.set(transfer, { amount, last: at, state: 'created', deadline: null, reversed: 0 });
    return { state: 'created' };
  }

  move(transfer, event, target) {
    transfer.state = target;
    transfer.last = event.at;
    if (target === 'sent' && this.timeout !== undefined) {
      transfer.deadline = event.at + this.timeout;
      this.waiting.push({ deadline: transfer.deadline, id: event.transfer });
    }
    return { state: target };
  }

  reverse(transfer, event) {
    const left = transfer.amount - transfer.reversed;
    const { amount = left } = event;
    if (!isAmount(amount)) return { error: 'bad_amount' };
    if (amount > left) return { error: 'too_much', left };
    transfer.reversed += amount;
    const state = amount === left ? 'reversed' : 'partly_reversed';
    return { ...this.move(transfer, event, state), left: left - amount };
  }

  /** Return what has timed out since the last tick, by deadline, then by name. */
  tick() {
    const late = this.timedOut.sort((a, b) => a.deadline - b.deadline || (a.id < b.id ? -1 : 1));
    this.timedOut = [];
    return { timed_out: late.map(({ id }) => id) };
  }

  /** Say where the money is; the three sums make up all that was ever created. */
  totals() {
    const sums = { open: 0, settled: 0, returned: 0 };
    for (const { state, amount, reversed } of this.byId.values()) {
      if (OPEN.includes(state)) sums.open += amount;
      else if (RETURNED.includes(state)) sums.returned += amount;
      else {
        sums.settled += amount - reversed;
        sums.returned += reversed;
      }
    }
    return sums;
  }
}

function isAmount(value) {
  return Number.isInteger(value) && value > 0;
}

/** A binary heap: the smallest item is always first. */
class Heap {
  constructor(order) {
    this.order = order;
    this.items = [];
  }

  size() {
    return this.items.length;
  }

  first() {
    return this.items[0];
  }

  push(item) {
    let at = this.items.push(item) - 1;
    for (let above = (at - 1) >> 1; at > 0 && this.before(at, above); above = (at - 1) >> 1) {
      this.swap(at, above);
      at = above;
    }
  }

  pop() {
    const first = this.items[0];
    const last = this.items.pop();
    if (!this.items.length) return first;
    this.items[0] = last;
    for (let at = 0, least = 0; ; at = least) {
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < this.items.length && this.before(below, least)) least = below;
      if (least === at) return first;
      this.swap(at, least);
    }
  }

  before(one, other) {
    return this.order(this.items[one], this.items[other]) < 0;
  }

  swap(one, other) {
    [this.items[one], this.items[other]] = [this.items[other], this.items[one]];
  }
}

module.exports = { run };
