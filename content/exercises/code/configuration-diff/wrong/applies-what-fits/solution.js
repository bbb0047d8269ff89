'use strict';

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const has = (value, key) => Object.prototype.hasOwnProperty.call(value, key);

/** Answer one command: `diff` and `moves` of two configurations, `apply` of changes to one. */
function run(command, first, second) {
  if (command === 'diff') return diff([], first, second);
  if (command === 'moves') return withMoves(diff([], first, second));
  return apply(first, second);
}

/** Return the changes between two objects, in the order of their paths. */
function diff(path, old, next) {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])].sort();
  return keys.flatMap((key) => compare([...path, key], old, next, key));
}

/** Return the changes at one path. */
function compare(path, old, next, key) {
  if (!has(old, key)) return [{ kind: 'added', path, value: next[key] }];
  if (!has(next, key)) return [{ kind: 'removed', path, value: old[key] }];
  const [from, to] = [old[key], next[key]];
  if (isObject(from) && isObject(to)) return diff(path, from, to);
  return same(from, to) ? [] : [{ kind: 'changed', path, from, to }];
}

/** Put one move in place of each removal and addition that tell of the same value. */
function withMoves(changes) {
  const removed = byValue(changes, 'removed');
  const added = byValue(changes, 'added');
  const sources = new Map();
  const gone = new Set();
  for (const [value, places] of removed) {
    const targets = added.get(value) ?? [];
    if (places.length !== 1 || targets.length !== 1) continue;
    sources.set(targets[0], places[0].path);
    gone.add(places[0]);
  }
  return changes
    .filter((change) => !gone.has(change))
    .map((change) =>
      sources.has(change)
        ? { kind: 'moved', from: sources.get(change), path: change.path, value: change.value }
        : change,
    );
}

/** Map each value worth following to the changes of one kind that carry it. */
function byValue(changes, kind) {
  const places = new Map();
  for (const change of changes) {
    if (change.kind !== kind || !canMove(change.value)) continue;
    const key = identity(change.value);
    if (!places.has(key)) places.set(key, []);
    places.get(key).push(change);
  }
  return places;
}

/** Tell whether a value says enough to be recognised in another place. */
function canMove(value) {
  if (value === null || typeof value === 'boolean') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Return a text that two values share if and only if they are equal as JSON. */
function identity(value) {
  if (Array.isArray(value)) return `[${value.map(identity).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value).sort();
  return `{${fields.map((key) => `${JSON.stringify(key)}:${identity(value[key])}`).join(',')}}`;
}

function same(one, other) {
  return identity(one) === identity(other);
}

/** Apply all the changes, or none of them and say which ones do not fit. */
function apply(given, changes) {
  const config = structuredClone(given);
  const conflicts = [];
  changes.forEach((change, index) => {
    const reason = conflict(config, change);
    if (reason) conflicts.push({ index, reason });
    else carryOut(config, change);
  });
  return { ok: true, config };
}

/** Say why a change does not fit, or return null. */
function conflict(config, change) {
  const { kind, path } = change;
  if (kind !== 'added') {
    const found = valueAt(config, kind === 'moved' ? change.from : path);
    if (found === undefined) return 'missing';
    if (!same(found, kind === 'changed' ? change.from : change.value)) return 'different';
  }
  if (kind === 'added' || kind === 'moved') {
    const parent = valueAt(config, path.slice(0, -1));
    if (!isObject(parent)) return 'no_parent';
    if (has(parent, path.at(-1))) return 'taken';
  }
  if (kind === 'moved' && same(path.slice(0, change.from.length), change.from)) return 'inside_itself';
  return null;
}

/** Make one change that is known to fit. */
function carryOut(config, change) {
  const { kind, path } = change;
  if (kind === 'removed' || kind === 'moved') {
    const source = kind === 'moved' ? change.from : path;
    delete valueAt(config, source.slice(0, -1))[source.at(-1)];
  }
  if (kind === 'removed') return;
  const value = kind === 'changed' ? change.to : change.value;
  valueAt(config, path.slice(0, -1))[path.at(-1)] = structuredClone(value);
}

/** Return the value at a path, or undefined. */
function valueAt(config, path) {
  let value = config;
  for (const key of path) {
    if (!isObject(value) || !has(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

module.exports = { run };
