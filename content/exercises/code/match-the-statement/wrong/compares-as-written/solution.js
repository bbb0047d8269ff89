'use strict';

const NEAREST_FIRST = [0, -1, 1, -2, 2, -3, 3]; // days from a line to a record
const LATE_AFTER = 3; // days

/** Return what matched and what stays open, with reasons for the latter if `explain`. */
function match(records, lines, explain = false) {
  const desk = new Desk(records, lines);
  desk.matchReferences();
  desk.matchBatches();
  desk.matchDays();
  const reply = desk.reply();
  return explain ? { ...reply, reasons: reasons(desk) } : reply;
}

/** Records and lines with what was matched so far; the rest is open, or free. */
class Desk {
  matches = new Map(); // id of the line -> its entry in the reply
  taken = new Set(); // ids of the matched records

  constructor(records, lines) {
    this.records = records;
    this.lines = lines;
  }

  matchReferences() {
    const free = new Groups(this.records.filter((record) => key(record.ref)), identity);
    for (const line of this.lines) {
      const record = free.take(identity(line));
      if (record) this.take(line, [record], 'ref');
    }
  }

  matchBatches() {
    const batches = grouped(this.openRecords, 'batch');
    for (const line of this.openLines) {
      const batch = this.free(batches.of(key(line.ref)));
      const sameCurrency = batch.every(({ currency }) => currency === line.currency);
      if (batch.length > 0 && sameCurrency && total(batch) === line.amount) this.take(line, batch, 'batch');
    }
  }

  matchDays() {
    const onLines = new Set(this.lines.map(({ ref }) => key(ref)).filter(Boolean));
    const onRecords = new Set(this.records.flatMap(({ ref, batch }) => [key(ref), key(batch)]).filter(Boolean));
    const alone = this.openRecords.filter(({ ref, batch }) => !onLines.has(key(ref)) && !key(batch));
    const free = new Groups(alone, (record) => place(record, record.day));
    for (const line of this.openLines.filter(({ ref }) => !onRecords.has(key(ref)))) {
      const distance = NEAREST_FIRST.find((days) => free.has(place(line, line.day + days)));
      if (distance !== undefined) this.take(line, [free.take(place(line, line.day + distance))], 'day');
    }
  }

  take(line, records, by) {
    const ids = records.map(({ id }) => id);
    this.matches.set(line.id, { line: line.id, records: ids, by });
    for (const id of ids) this.taken.add(id);
  }

  free(records) {
    return records.filter(({ id }) => !this.taken.has(id));
  }

  get openRecords() {
    return this.free(this.records);
  }

  get openLines() {
    return this.lines.filter(({ id }) => !this.matches.has(id));
  }

  reply() {
    return {
      matched: this.lines.filter(({ id }) => this.matches.has(id)).map(({ id }) => this.matches.get(id)),
      open_lines: this.openLines.map(({ id }) => id),
      open_records: this.openRecords.map(({ id }) => id),
    };
  }
}

/** Say of each open line and record why it is open: the first reason that holds. */
function reasons(desk) {
  const [lines, records] = [desk.openLines, desk.openRecords];
  const isSettled = ({ id }) => ['ref', 'batch'].includes(desk.matches.get(id)?.by);
  const settled = new Set(desk.lines.filter(isSettled).map(identity));
  const lastDay = desk.lines.reduce((last, { day }) => Math.max(last, day), -Infinity);
  const [byRef, byBatch, linesByRef] = [grouped(records, 'ref'), grouped(records, 'batch'), grouped(lines, 'ref')];

  const ofLine = (line) => {
    if (settled.has(identity(line))) return { why: 'duplicate' };
    const [named, batch] = [byRef.of(key(line.ref)), byBatch.of(key(line.ref))];
    if (named.length > 0) return difference(line, named, 1);
    if (batch.length > 0) return { why: 'batch_differs', by: line.amount - total(batch) };
    return { why: 'unknown' };
  };
  const ofRecord = (record) => {
    const named = linesByRef.of(key(record.ref));
    if (named.length > 0) return difference(record, named, -1);
    if (linesByRef.has(key(record.batch))) return { why: 'batch_differs' };
    return { why: record.day + LATE_AFTER >= lastDay ? 'pending' : 'missing' };
  };

  return [
    ...lines.map((line) => ({ id: line.id, ...ofLine(line) })),
    ...records.map((record) => ({ id: record.id, ...ofRecord(record) })),
  ];
}

/** Compare an entry with those of the other side that carry its reference. */
function difference(entry, others, direction) {
  const other = others.find(({ currency }) => currency === entry.currency);
  return other ? { why: 'amount_differs', by: direction * (entry.amount - other.amount) } : { why: 'currency_differs' };
}

/** Entries by a text, in their order; the first one of a group can be taken away. */
class Groups {
  groups = new Map(); // text -> { entries, next }

  constructor(entries, textOf) {
    for (const entry of entries) {
      const text = textOf(entry);
      if (!this.groups.has(text)) this.groups.set(text, { entries: [], next: 0 });
      this.groups.get(text).entries.push(entry);
    }
  }

  of(text) {
    return this.groups.get(text)?.entries ?? [];
  }

  has(text) {
    const group = this.groups.get(text);
    return group !== undefined && group.next < group.entries.length;
  }

  take(text) {
    if (!this.has(text)) return null;
    const group = this.groups.get(text);
    group.next += 1;
    return group.entries[group.next - 1];
  }
}

/** Return the entries by their reference in `field`, without those that have none. */
function grouped(entries, field) {
  const keyOf = (entry) => key(entry[field]);
  return new Groups(entries.filter(keyOf), keyOf);
}

/** Return a reference in the form in which references are compared; empty ones agree with nothing. */
const key = (ref = '') => (/[A-Za-z0-9]/.test(ref) ? ref.trim() : '');

const identity = ({ ref, amount, currency }) => `${key(ref)} ${amount} ${currency}`;

const place = ({ amount, currency }, day) => `${amount} ${currency} ${day}`;

const total = (entries) => entries.reduce((sum, { amount }) => sum + amount, 0);

module.exports = { match };
