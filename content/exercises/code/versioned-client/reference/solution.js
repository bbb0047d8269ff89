'use strict';

const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** Return the reply to each call, in order: the data translated, or an error. */
function run(changes, calls) {
  const history = new History(changes);
  return calls.map(([verb, version, data]) => history.reply(verb, version, data));
}

/** The changes of each kind of object, oldest first. */
class History {
  constructor(changes) {
    this.changes = new Map();
    for (const change of [...changes].sort((a, b) => byText(a.date, b.date))) {
      if (!this.changes.has(change.kind)) this.changes.set(change.kind, []);
      this.changes.get(change.kind).push(change);
    }
  }

  reply(verb, version, data) {
    if (!DATE.test(version)) return { error: 'version' };
    try {
      return this.translated(data, version, verb === 'write' ? upgrade : downgrade);
    } catch (error) {
      if (error instanceof Clash) return { error: 'clash', field: error.field };
      throw error;
    }
  }

  /** Return a copy in which every object, however deep, is translated by the changes of its own kind. */
  translated(data, version, direction) {
    if (Array.isArray(data)) return data.map((item) => this.translated(item, version, direction));
    if (data === null || typeof data !== 'object') return data;
    const fields = Object.entries(data).map(([field, value]) => [field, this.translated(value, version, direction)]);
    const copy = new Map(fields);
    return Object.fromEntries(direction(copy, this.changesAfter(version, copy.get('kind'))));
  }

  /** Return the changes that a client of this version has not heard of; found by halving, as there are many. */
  changesAfter(version, kind) {
    const changes = this.changes.get(kind) ?? [];
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (changes[middle].date <= version) low = middle + 1;
      else high = middle;
    }
    return changes.slice(low);
  }
}

/** A step of an upgrade found its field taken. */
class Clash extends Error {
  constructor(field) {
    super(`the field ${field} is there already`);
    this.field = field;
  }
}

/** Undo the changes, the newest first, and the last step of each first. */
function downgrade(data, changes) {
  for (const change of [...changes].reverse()) {
    for (const [verb, ...details] of [...change.steps].reverse()) UNDO[verb](data, ...details);
  }
  return data;
}

function upgrade(data, changes) {
  for (const change of changes) {
    for (const [verb, ...details] of change.steps) REDO[verb](data, ...details);
  }
  return data;
}

function move(data, field, to) {
  if (!data.has(field)) return;
  const value = data.get(field);
  data.delete(field);
  data.set(to, value);
}

function moveToFreeField(data, field, to) {
  if (data.has(field) && data.has(to)) throw new Clash(to);
  move(data, field, to);
}

function add(data, field, value) {
  if (data.has(field)) throw new Clash(field);
  data.set(field, value);
}

function remove(data, field) {
  data.delete(field);
}

/** Give the value of the first pair that has the present one; a value without a pair stays as it is. */
function replace(data, field, pairs, seek, give) {
  if (!data.has(field)) return;
  const pair = pairs.find((candidate) => candidate[seek] === data.get(field));
  if (pair !== undefined) data.set(field, pair[give]);
}

const REDO = {
  rename: moveToFreeField,
  add,
  remove,
  map: (data, field, pairs) => replace(data, field, pairs, 0, 1),
};
const UNDO = {
  rename: (data, field, to) => move(data, to, field),
  add: remove,
  remove: (data, field, value) => data.set(field, value),
  map: (data, field, pairs) => replace(data, field, pairs, 1, 0),
};

function byText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

module.exports = { run };
