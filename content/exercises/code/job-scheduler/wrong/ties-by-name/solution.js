'use strict';

const ATTEMPTS = 5;
const FIRST_DELAY = 100;

/** Return the reply to each operation, in order. Times are whole milliseconds and never go back. */
function run(operations) {
  const scheduler = new Scheduler();
  const verbs = {
    add: (...details) => scheduler.add(...details),
    next: (now) => scheduler.next(now),
    done: (name) => scheduler.done(name),
    fail: (name, now) => scheduler.fail(name, now),
    status: (name) => scheduler.status(name),
  };
  return operations.map(([verb, ...details]) => verbs[verb](...details));
}

/** All jobs, and two heaps of those that wait for nothing but their time or their turn. */
class Scheduler {
  constructor() {
    this.jobs = new Map();
    this.delayed = new Heap((a, b) => a.at - b.at || a.number - b.number);
    this.ready = new Heap((a, b) => b.priority - a.priority || (a.name < b.name ? -1 : 1));
  }

  add(name, priority, at = 0, after = []) {
    if (this.jobs.has(name)) return { error: 'exists' };
    if (after.some((other) => !this.jobs.has(other))) return { error: 'unknown' };
    const earlier = [...new Set(after)].map((other) => this.jobs.get(other));
    const number = this.jobs.size; // its place in the order of adding
    const job = { name, number, priority, at, state: 'waiting', failures: 0, blockers: 0, followers: [] };
    this.jobs.set(name, job);
    if (earlier.some((other) => other.state === 'dead')) {
      job.state = 'dead';
      return 'dead';
    }
    for (const other of earlier.filter(({ state }) => state !== 'done')) {
      job.blockers += 1;
      other.followers.push(job);
    }
    this.queueUnlessBlocked(job);
    return 'ok';
  }

  /** Hand out the ready job that comes first and return its name, or null. */
  next(now = 0) {
    while (this.delayed.size > 0 && this.delayed.first.at <= now) this.ready.push(this.delayed.pop());
    if (this.ready.size === 0) return null;
    const job = this.ready.pop();
    job.state = 'running';
    return job.name;
  }

  done(name) {
    if (this.status(name) !== 'running') return { error: 'not running' };
    const job = this.jobs.get(name);
    job.state = 'done';
    for (const follower of job.followers) {
      follower.blockers -= 1;
      this.queueUnlessBlocked(follower);
    }
    return 'ok';
  }

  /** Return the time of the next attempt, or "dead" after the last. */
  fail(name, now = 0) {
    if (this.status(name) !== 'running') return { error: 'not running' };
    const job = this.jobs.get(name);
    job.failures += 1;
    if (job.failures === ATTEMPTS) {
      bury(job);
      return 'dead';
    }
    job.state = 'waiting';
    job.at = now + FIRST_DELAY * 2 ** (job.failures - 1);
    this.queueUnlessBlocked(job);
    return job.at;
  }

  status(name) {
    return this.jobs.get(name)?.state ?? { error: 'unknown' };
  }

  queueUnlessBlocked(job) {
    if (job.blockers === 0) this.delayed.push(job);
  }
}

/** Mark a job and all that can no longer happen. A loop, because chains of jobs are longer than stacks are deep. */
function bury(first) {
  const dying = [first];
  while (dying.length > 0) {
    const job = dying.pop();
    if (job.state === 'dead') continue;
    job.state = 'dead';
    dying.push(...job.followers);
  }
}

/** Items of which the first, by a comparison, can be taken out quickly. */
class Heap {
  constructor(compare) {
    this.compare = compare;
    this.items = [];
  }

  get size() {
    return this.items.length;
  }

  get first() {
    return this.items[0];
  }

  push(item) {
    const { items } = this;
    let at = items.length;
    while (at > 0 && this.compare(item, items[(at - 1) >> 1]) < 0) {
      items[at] = items[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    items[at] = item;
  }

  pop() {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    let at = 0;
    while (2 * at + 1 < items.length) {
      const left = 2 * at + 1;
      const right = left + 1;
      const child = right < items.length && this.compare(items[right], items[left]) < 0 ? right : left;
      if (this.compare(last, items[child]) <= 0) break;
      items[at] = items[child];
      at = child;
    }
    if (items.length > 0) items[at] = last;
    return first;
  }
}

module.exports = { run };
