'use strict';

/** Return the reply to each operation, in order. Times are whole milliseconds and never go back. */
function run(limits, operations) {
  const limiter = new Limiter(limits);
  return operations.map((operation) => limiter.reply(...operation));
}

/** The buckets of all keys that are remembered. */
class Limiter {
  constructor(limits) {
    this.limits = limits;
    this.ownLimits = new Map(Object.entries(limits.keys ?? {}));
    this.buckets = new Map();
    this.touches = []; // [time, key], oldest first: the only keys that can have gone quiet stand in front
    this.seen = 0; // how many touches have been looked at; cheaper than taking them off the front
  }

  reply(verb, now, key = '', count = 1) {
    if (count < 1) return ['error', 'count'];
    this.forgetQuietKeys(now);
    if (verb === 'count') return ['ok', this.buckets.size];
    const bucket = this.touchedBucket(now, key);
    return verb === 'take' ? bucket.take(now, count) : bucket.give(count);
  }

  touchedBucket(now, key) {
    if (!this.buckets.has(key)) {
      this.buckets.set(key, new Bucket({ ...this.limits, ...this.ownLimits.get(key) }, now));
    }
    const bucket = this.buckets.get(key);
    bucket.fill(now);
    bucket.touched = now;
    this.touches.push([now, key]);
    return bucket;
  }

  forgetQuietKeys(now) {
    const idle = this.limits.idle ?? Infinity;
    while (this.seen < this.touches.length && this.touches[this.seen][0] + idle <= now) {
      const [at, key] = this.touches[this.seen];
      this.seen += 1;
      if (this.buckets.get(key)?.touched === at) this.buckets.delete(key);
    }
  }
}

/** Tokens of one key. `last` is the time of the last look. */
class Bucket {
  constructor(limits, now) {
    this.capacity = limits.capacity;
    this.refill = limits.refill;
    this.every = limits.every;
    this.burst = limits.burst ?? 0;
    this.tokens = this.capacity;
    this.last = now;
  }

  /** Add what the ticks have brought. */
  fill(now) {
    const ticks = Math.floor((now - this.last) / this.every);
    const filled = Math.min(this.capacity, this.tokens + ticks * this.refill);
    this.last = now;
    this.tokens = Math.max(this.tokens, filled); // what was given above the capacity stays
  }

  take(now, count) {
    if (count <= this.tokens) {
      this.tokens -= count;
      return ['ok', this.tokens];
    }
    if (count > this.capacity) return ['never'];
    const ticks = Math.ceil((count - this.tokens) / this.refill);
    return ['wait', ticks * this.every - (now % this.every)];
  }

  give(count) {
    this.tokens = Math.min(this.capacity + this.burst, this.tokens + count);
    return ['ok', this.tokens];
  }
}

module.exports = { run };
