'use strict';

/** Return the reply to each operation, in order. Times are whole milliseconds and never go back. */
function run(capacity, operations) {
  const cache = new Cache(capacity);
  const verbs = {
    get: (...details) => cache.get(...details),
    put: (...details) => cache.put(...details),
    renew: (...details) => cache.renew(...details),
    size: (...details) => cache.size(...details),
  };
  return operations.map(([verb, ...details]) => verbs[verb](...details));
}

/** Living entries, the least recently used in front, and the times at which some of them end. */
class Cache {
  constructor(capacity) {
    this.capacity = capacity;
    this.weight = 0; // of all entries together
    this.entries = new Map(); // a Map keeps the order in which keys were set
    this.ends = new Heap(); // of [end, key]; a line is out of date when its entry has another end by now
  }

  get(key, now = 0) {
    this.dropExpired(now);
    const entry = this.entries.get(key);
    if (entry === undefined) return null;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value || null;
  }

  /** Store a value and return the keys that had to make room for it, in the order in which they left. */
  put(key, value, now = 0, lifetime = null, weight = 1) {
    this.dropExpired(now);
    if (weight > this.capacity) return { error: 'too heavy' };
    this.drop(key);
    const evicted = [];
    for (const oldest of this.entries.keys()) {
      if (this.weight + weight <= this.capacity) break;
      this.drop(oldest);
      evicted.push(oldest);
    }
    this.entries.set(key, { value, weight, end: null });
    this.weight += weight;
    this.setEnd(key, now, lifetime);
    return evicted;
  }

  /** Give a living entry a new lifetime, which is no use of it; say whether there was one. */
  renew(key, now, lifetime = null) {
    this.dropExpired(now);
    if (!this.entries.has(key)) return false;
    this.setEnd(key, now, lifetime);
    return true;
  }

  size(now = 0) {
    this.dropExpired(now);
    return this.entries.size;
  }

  setEnd(key, now, lifetime) {
    const end = lifetime === null ? null : now + lifetime;
    this.entries.get(key).end = end;
    if (end !== null) this.ends.push([end, key]);
  }

  dropExpired(now) {
    while (this.ends.size > 0 && this.ends.first[0] <= now) {
      const [end, key] = this.ends.pop();
      if (this.entries.get(key)?.end === end) this.drop(key);
    }
  }

  drop(key) {
    if (!this.entries.has(key)) return;
    this.weight -= this.entries.get(key).weight;
    this.entries.delete(key);
  }
}

/** Lists of which the one with the smallest first item can be taken out quickly. */
class Heap {
  constructor() {
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
    while (at > 0 && item[0] < items[(at - 1) >> 1][0]) {
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
      const child = left + 1 < items.length && items[left + 1][0] < items[left][0] ? left + 1 : left;
      if (last[0] <= items[child][0]) break;
      items[at] = items[child];
      at = child;
    }
    if (items.length > 0) items[at] = last;
    return first;
  }
}

module.exports = { run };
