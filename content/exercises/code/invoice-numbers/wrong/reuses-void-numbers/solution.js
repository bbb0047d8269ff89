'use strict';

/** Return one reply for each operation, a list of its name and its arguments. */
function run(operations) {
  const book = new Book();
  return operations.map(([name, ...given]) => book[name](...given));
}

/** The numbers of one year. */
class Series {
  constructor() {
    this.highest = 0;
    this.givenBack = new Heap((a, b) => a - b);
    this.entries = new Map();
    this.closed = false;
  }

  /** Return the lowest number that is free. */
  take() {
    if (this.givenBack.items.length) return this.givenBack.pop();
    this.highest += 1;
    return this.highest;
  }
}

/** All documents, numbers and reservations. */
class Book {
  constructor() {
    this.documents = new Map();
    this.years = new Map();
    this.entries = new Map();
    this.clock = 0;
    this.holds = new Map();
    this.ends = new Heap((a, b) => a.until - b.until);
    this.confirmed = new Map();
  }

  draft(document) {
    if (this.documents.has(document)) return { error: 'exists' };
    this.documents.set(document, 'draft');
    return { state: 'draft' };
  }

  issue(document, year) {
    const error = this.draftFault(document) ?? this.yearFault(year);
    return error ? { error } : this.enter(year, this.series(year).take(), document);
  }

  delete(document) {
    const error = this.draftFault(document);
    if (error) return { error };
    this.documents.delete(document);
    return { state: 'deleted' };
  }

  /** Void a number, which stays used; an invoice whose credit note is void is no longer credited. */
  void(text) {
    const entry = this.entries.get(text);
    if (!entry) return { error: 'unknown_number' };
    if (entry.state === 'void') return { error: 'already_void' };
    if (this.series(entry.year).closed) return { error: 'year_closed' };
    if (entry.state === 'credited') return { error: 'already_credited' };
    entry.state = 'void';
    this.series(entry.year).givenBack.push(Number(entry.text.split('-')[1]));
    if (entry.credits) entry.credits.state = 'issued';
    return { state: 'void' };
  }

  list(year) {
    const entries = [...this.series(year).entries].sort(([a], [b]) => a - b);
    return entries.map(([, { text, document, state }]) => [text, document, state]);
  }

  /** Close a year for good, if nothing is held in it and no number is left out. */
  close(year) {
    const series = this.series(year);
    if (series.closed) return { error: 'year_closed' };
    const count = [...this.holds.values()].filter((hold) => hold.year === year).length;
    if (count) return { error: 'numbers_held', count };
    let last = 0;
    for (const number of series.entries.keys()) last = Math.max(last, number);
    const gaps = series.givenBack.items.filter((number) => number < last).sort((a, b) => a - b);
    if (gaps.length) return { error: 'gaps', numbers: gaps.map((number) => textOf(year, number)) };
    series.closed = true;
    return { closed: year, last: last ? textOf(year, last) : null };
  }

  /** Issue a credit note for an issued invoice. */
  credit(text, document, year) {
    const entry = this.entries.get(text);
    const error = creditFault(entry, year) ?? this.yearFault(year) ?? (this.documents.has(document) ? 'exists' : null);
    if (error) return { error };
    const reply = this.enter(year, this.series(year).take(), document);
    Object.assign(this.entries.get(reply.number), { state: 'credit', credits: entry });
    entry.state = 'credited';
    return { ...reply, credits: text };
  }

  /** Set the clock, and give back what was reserved for too long. */
  now(time) {
    if (time < this.clock) return { error: 'clock_back' };
    this.clock = time;
    while (this.ends.items.length && this.ends.items[0].until <= time) {
      const { key } = this.ends.pop();
      if (this.holds.get(key)?.until <= time) this.letGo(key);
    }
    return { now: time };
  }

  reserve(key, year, seconds) {
    let hold = this.holds.get(key);
    if (this.confirmed.has(key) || (hold && hold.year !== year)) return { error: 'key_used' };
    if (this.series(year).closed) return { error: 'year_closed' };
    if (!hold) {
      hold = { year, number: this.series(year).take(), until: this.clock + seconds };
      this.holds.set(key, hold);
      this.ends.push({ until: hold.until, key });
    }
    return { number: textOf(year, hold.number), until: hold.until };
  }

  /** Issue a draft with a reserved number; the same confirmation again gets the same reply. */
  confirm(key, document) {
    const before = this.confirmed.get(key);
    if (before) return before.document === document ? before.reply : { error: 'key_used' };
    const hold = this.holds.get(key);
    if (!hold) return { error: 'no_reservation' };
    const error = this.draftFault(document);
    if (error) return { error };
    this.holds.delete(key);
    const reply = this.enter(hold.year, hold.number, document);
    this.confirmed.set(key, { document, reply });
    return reply;
  }

  release(key) {
    if (!this.holds.has(key)) return { error: 'no_reservation' };
    const { year, number } = this.letGo(key);
    return { released: textOf(year, number) };
  }

  letGo(key) {
    const hold = this.holds.get(key);
    this.holds.delete(key);
    this.series(hold.year).givenBack.push(hold.number);
    return hold;
  }

  /** Use a number for a document, for good. */
  enter(year, number, document) {
    const text = textOf(year, number);
    const entry = { year, text, document, state: 'issued', credits: null };
    this.documents.set(document, text);
    this.entries.set(text, entry);
    this.series(year).entries.set(number, entry);
    return { number: text };
  }

  series(year) {
    if (!this.years.has(year)) this.years.set(year, new Series());
    return this.years.get(year);
  }

  draftFault(document) {
    if (!this.documents.has(document)) return 'unknown_draft';
    return this.documents.get(document) === 'draft' ? null : 'not_draft';
  }

  yearFault(year) {
    return this.series(year).closed ? 'year_closed' : null;
  }
}

/** Say why an entry cannot be credited in a year, or return null. */
function creditFault(entry, year) {
  if (!entry) return 'unknown_number';
  if (entry.state === 'void') return 'already_void';
  if (entry.state === 'credited') return 'already_credited';
  if (entry.state === 'credit') return 'is_credit';
  return year < entry.year ? 'before_invoice' : null;
}

function textOf(year, number) {
  return `${year}-${String(number).padStart(4, '0')}`;
}

/** A binary heap: the smallest item is always first. */
class Heap {
  constructor(order) {
    this.order = order;
    this.items = [];
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
