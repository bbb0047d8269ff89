'use strict';

const UNLIMITED = { retries: Infinity, per_ms: Infinity };

/** Return how each call ended and which waits it made, in the order of `calls`. */
function send(policy, calls) {
  const budget = new Budget(policy.budget ?? UNLIMITED);
  const plays = calls.map((call) => new Play(policy, call));
  const due = new Queue();
  calls.forEach(({ at = 0 }, place) => due.push({ at, place }));
  while (due.size > 0) {
    const { at, place } = due.pop();
    const play = plays[place];
    play.goOn(budget, at);
    if (play.end === null) due.push({ at: at + play.waits.at(-1), place });
  }
  return plays.map(({ end, waits }) => ({ end, waits }));
}

/** How many repeats may start within a stretch of time, over all calls. */
class Budget {
  started = []; // moments, earliest first
  past = 0; // how many of them lie before the stretch

  constructor({ retries, per_ms }) {
    this.retries = retries;
    this.perMs = per_ms;
  }

  /** Start a repeat at `now` if there is room for it, and say whether there was. */
  spend(now) {
    while (this.past < this.started.length && this.started[this.past] <= now - this.perMs) this.past += 1;
    const room = this.started.length - this.past < this.retries;
    if (room) this.started.push(now);
    return room;
  }
}

/** One call under way. `end` is null until it is known. */
class Play {
  waits = [];
  end = null;

  constructor(policy, { answers, random = null, repeatable = true }) {
    this.policy = policy;
    this.repeatable = repeatable;
    this.answers = answers.values();
    this.chances = random && random.values();
  }

  /** Make the next attempt and find either the end or the next wait. */
  goOn(budget, now) {
    if (this.waits.length > 0 && !budget.spend(now)) {
      this.end = 'over_budget';
      return;
    }
    const { status, wishMs } = read(this.answers.next().value);
    this.end = this.endAfter(status);
    if (this.end === null) this.wait(Math.max(this.ownWait(), wishMs));
  }

  endAfter(status) {
    if (status >= 200 && status <= 299) return 'done';
    if (status !== 429) {
      if (status !== 'no_answer' && !(status >= 500 && status <= 599)) return 'refused';
      if (!this.repeatable) return 'unsure';
    }
    const attempts = this.waits.length + 1;
    return attempts >= this.policy.attempts ? 'gave_up' : null;
  }

  /** Double, cap, and let chance choose between half of that and all of it. */
  ownWait() {
    const wait = Math.min(this.policy.base_ms * 2 ** this.waits.length, this.policy.cap_ms);
    if (this.chances === null) return wait;
    const half = Math.floor(wait / 2);
    return half + Math.floor(((wait - half) * this.chances.next().value) / 1000);
  }

  wait(wait) {
    const waited = this.waits.reduce((sum, each) => sum + each, 0);
    if (waited + wait > (this.policy.patience_ms ?? Infinity)) this.end = 'out_of_patience';
    else this.waits.push(wait);
  }
}

/** Return the status of an answer and the wait that the server wishes, in milliseconds. */
function read(answer) {
  if (typeof answer !== 'object') return { status: answer, wishMs: 0 };
  return { status: answer.status, wishMs: (answer.retry_after ?? 0) * 1000 };
}

/** What is due, earliest first, then by place in the list: a binary heap. */
class Queue {
  heap = [];

  get size() {
    return this.heap.length;
  }

  push(entry) {
    let at = this.heap.push(entry) - 1;
    while (at > 0 && isBefore(entry, this.heap[(at - 1) >> 1])) {
      this.heap[at] = this.heap[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    this.heap[at] = entry;
  }

  pop() {
    const first = this.heap[0];
    const entry = this.heap.pop();
    if (this.heap.length > 0) this.sink(entry);
    return first;
  }

  /** Put `entry` on top and let it sink to where it belongs. */
  sink(entry) {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < this.heap.length && isBefore(this.heap[child + 1], this.heap[child])) child += 1;
      if (child >= this.heap.length || !isBefore(this.heap[child], entry)) break;
      this.heap[at] = this.heap[child];
      at = child;
    }
    this.heap[at] = entry;
  }
}

const isBefore = (a, b) => a.at < b.at || (a.at === b.at && a.place < b.place);

module.exports = { send };
