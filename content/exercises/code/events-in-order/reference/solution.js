'use strict';

/** Return the reply to each operation, in order. Times are whole milliseconds and never go back. */
function run(operations) {
  const inbox = new Inbox();
  const verbs = {
    event: (...details) => inbox.event(...details),
    total: (thing) => inbox.total(thing),
    missing: (thing) => inbox.missing(thing),
    patience: (milliseconds) => inbox.patience(milliseconds),
    tick: (now) => inbox.tick(now),
    save: () => inbox.save(),
    crash: () => inbox.crash(),
  };
  return operations.map(([verb, ...details]) => verbs[verb](...details));
}

/** Maps that can go back to the last save. Going back costs what was changed since, not what is kept. */
class State {
  constructor() {
    this.undo = []; // how to take back each change, oldest first
  }

  put(map, key, value) {
    this.noteHowToRestore(map, key);
    map.set(key, value);
  }

  take(map, key) {
    const value = map.get(key);
    this.noteHowToRestore(map, key);
    map.delete(key);
    return value;
  }

  noteHowToRestore(map, key) {
    const before = map.get(key);
    this.undo.push(map.has(key) ? () => map.set(key, before) : () => map.delete(key));
  }

  save() {
    this.undo = [];
  }

  goBack() {
    while (this.undo.length > 0) this.undo.pop()();
  }
}

/** All events so far. */
class Inbox {
  constructor() {
    this.state = new State();
    this.waitsFor = Infinity; // the patience; a setting, so no part of the state
    this.seen = new Map(); // ids that were applied or are held
    this.streams = new Map();
    this.arrivals = new Map(); // 0, 1, 2 ... -> [at, object, number] of what had to wait, oldest first
    this.counts = new Map([['applied', 0], ['looked at', 0]]);
    this.saved = 0;
  }

  event(name, thing, number, change, at = 0) {
    const stream = this.stream(thing);
    if (this.seen.has(name)) return [];
    if (stream.names.has(number)) return { conflict: stream.names.get(number) };
    if (number < stream.facts.get('next')) return 'late';
    this.state.put(this.seen, name, true);
    this.state.put(stream.names, number, name);
    this.state.put(stream.held, number, change);
    const applied = this.release(stream);
    if (applied.length === 0) this.state.put(this.arrivals, this.arrivals.size, [at, thing, number]);
    return applied;
  }

  total(thing) {
    return this.stream(thing).facts.get('total');
  }

  /** Return the ranges of numbers that are absent in front of what is held. */
  missing(thing) {
    const { facts, held } = this.stream(thing);
    const ranges = [];
    let expected = facts.get('next');
    for (const number of inOrder(held)) {
      if (number > expected) ranges.push([expected, number - 1]);
      expected = number + 1;
    }
    return ranges;
  }

  patience(milliseconds) {
    this.waitsFor = milliseconds;
    return 'ok';
  }

  /** Give up the gaps in front of all that has waited long enough; only the oldest arrivals can have. */
  tick(now) {
    const applied = [];
    while (this.counts.get('looked at') < this.arrivals.size) {
      const [at, thing, number] = this.arrivals.get(this.counts.get('looked at'));
      if (at + this.waitsFor > now) break;
      this.state.put(this.counts, 'looked at', this.counts.get('looked at') + 1);
      const stream = this.stream(thing);
      if (stream.held.has(number)) applied.push(...this.giveUpGaps(stream, number));
    }
    return applied;
  }

  save() {
    this.state.save();
    this.saved = this.counts.get('applied');
    return this.saved;
  }

  crash() {
    const lost = this.counts.get('applied') - this.saved;
    this.state.goBack();
    return lost;
  }

  stream(thing) {
    if (!this.streams.has(thing)) {
      const facts = new Map([['next', 1], ['total', 0]]);
      this.streams.set(thing, { facts, names: new Map(), held: new Map() });
    }
    return this.streams.get(thing);
  }

  giveUpGaps(stream, upTo) {
    const applied = inOrder(stream.held)
      .filter((number) => number <= upTo)
      .map((number) => this.apply(stream, number));
    return [...applied, ...this.release(stream)];
  }

  /** Apply what is held for as long as the next number is there, and return the ids. */
  release(stream) {
    const applied = [];
    while (stream.held.has(stream.facts.get('next'))) applied.push(this.apply(stream, stream.facts.get('next')));
    return applied;
  }

  apply(stream, number) {
    const change = this.state.take(stream.held, number);
    this.state.put(stream.facts, 'total', stream.facts.get('total') + change);
    this.state.put(stream.facts, 'next', number + 1);
    this.state.put(this.counts, 'applied', this.counts.get('applied') + 1);
    return stream.names.get(number);
  }
}

function inOrder(held) {
  return [...held.keys()].sort((a, b) => a - b);
}

module.exports = { run };
