'use strict';

const CURSOR = /^([0-9]+)\.([0-9]+)(?:\.([a-z]+))?$/;
const MOST = 100;

/** Return the reply to each operation, in order. */
function run(operations) {
  const rows = new Rows();
  return operations.map(([verb, ...details]) => rows.reply(verb, details));
}

/** The rows, and for each list that can be asked for its places, oldest first: `null` is the list of all rows. */
class Rows {
  constructor() {
    this.rows = new Map(); // id -> [created, owner]
    this.lists = new Map([[null, []]]); // owner -> sorted [created, id]
  }

  reply(verb, details) {
    if (verb === 'add') return this.add(...details);
    if (verb === 'delete') return this.delete(...details);
    return this.page(verb, ...details);
  }

  add(row, created, owner = null) {
    if (this.rows.has(row)) return { error: 'exists' };
    this.rows.set(row, [created, owner]);
    for (const name of new Set([null, owner])) {
      if (!this.lists.has(name)) this.lists.set(name, []);
      const places = this.lists.get(name);
      places.splice(countBefore(places, [created, row]), 0, [created, row]);
    }
    return 'ok';
  }

  delete(row) {
    if (!this.rows.has(row)) return { error: 'missing' };
    const [created, owner] = this.rows.get(row);
    this.rows.delete(row);
    for (const name of new Set([null, owner])) {
      const places = this.lists.get(name);
      places.splice(countBefore(places, [created, row]), 1);
    }
    return 'ok';
  }

  page(verb, limit, cursor, owner = null) {
    if (limit < 1 || limit > MOST) return { error: 'limit' };
    const place = cursor === null ? null : readCursor(cursor, owner);
    if (cursor !== null && place === null) return { error: 'cursor' };
    const places = this.lists.get(owner) ?? [];
    return verb === 'page' ? older(places, limit, place, owner) : newer(places, limit, place, owner);
  }
}

/** Return the page that follows `place`, newest first; without a place it begins with the newest row. */
function older(places, limit, place, owner) {
  const end = place === null ? places.length : countBefore(places, place);
  const start = Math.max(0, end - limit);
  const page = places.slice(start, end).reverse();
  return { items: page.map(([, row]) => row), next: page.length === limit ? writeCursor(page.at(-1), owner) : null };
}

/** Return the page in front of `place`, newest first; without a place it ends with the oldest row. */
function newer(places, limit, place, owner) {
  const start = place === null ? 0 : countBefore(places, [place[0], place[1] + 1]);
  const end = start + limit;
  const page = places.slice(start, end).reverse();
  return { items: page.map(([, row]) => row), previous: page.length === limit ? writeCursor(page[0], owner) : null };
}

/** Return how many places stand before this one, by halving. */
function countBefore(places, [created, row]) {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [itsCreated, itsRow] = places[middle];
    const before = itsCreated < created || (itsCreated === created && itsRow < row);
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}

function writeCursor([created, row], owner) {
  return owner === null ? `${created}.${row}` : `${created}.${row}.${owner}`;
}

/** Return the place that a cursor of this owner's list names, or null when it is not one. */
function readCursor(cursor, owner) {
  const match = CURSOR.exec(cursor);
  if (match === null || (match[3] ?? null) !== owner) return null;
  return [Number(match[1]), Number(match[2])];
}

module.exports = { run };
