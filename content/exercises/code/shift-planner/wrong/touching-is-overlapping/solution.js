'use strict';

/** Answer what the plan asks: `clashes`, `gaps` or `assign`. Times are whole minutes, ends not included. */
function run(plan) {
  if (plan.ask === 'clashes') return clashes(plan.shifts);
  if (plan.ask === 'gaps') return gaps(plan.shifts, plan.need);
  return assign(plan.open, plan.people, plan.rest);
}

/** Return the pairs of shifts in which one person would be in two places, and the shifts without length. */
function clashes(shifts) {
  const pairs = [];
  for (const own of byPerson(shifts).values()) {
    own.forEach((shift, at) => {
      for (let other = at + 1; other < own.length && overlap(shift, own[other]); other += 1) {
        pairs.push([shift.id, own[other].id].sort());
      }
    });
  }
  const empty = shifts.filter(isEmpty).map(({ id }) => id);
  return { clashes: pairs.sort(([a, b], [c, d]) => byText(a, c) || byText(b, d)), empty: empty.sort() };
}

/** Map each person to their shifts that have a length, earliest first. */
function byPerson(shifts) {
  const found = new Map();
  for (const shift of [...shifts].sort(byTime)) {
    if (isEmpty(shift)) continue;
    if (!found.has(shift.who)) found.set(shift.who, []);
    found.get(shift.who).push(shift);
  }
  return found;
}

function isEmpty({ start, end }) {
  return end <= start;
}

function byTime(one, other) {
  return one.start - other.start || one.end - other.end;
}

function byText(one, other) {
  return one < other ? -1 : Number(one > other);
}

/** Tell whether two spans share a minute; touching is not sharing. */
function overlap(one, other) {
  return one.start <= other.end && other.start <= one.end;
}

/** Return [from, to, missing] for each longest stretch in which too few people are there. */
function gaps(shifts, need) {
  const found = [];
  let missing = 0;
  let since = null;
  for (const [time, step] of stepsOfNeed(shifts, need)) {
    if (!step) continue;
    if (missing > 0) found.push([since, time, missing]);
    missing += step;
    since = time;
  }
  return found;
}

/** Return [time, change of (people needed - people there)], earliest first. */
function stepsOfNeed(shifts, need) {
  const steps = new Map();
  const add = (start, end, count) => {
    steps.set(start, (steps.get(start) ?? 0) + count);
    steps.set(end, (steps.get(end) ?? 0) - count);
  };
  for (const [start, end, count] of need) add(start, end, count);
  for (const own of byPerson(shifts).values()) for (const { start, end } of presences(own)) add(start, end, -1);
  return [...steps].sort(([a], [b]) => a - b);
}

/** Return when one person is there: their shifts, earliest first, with overlapping ones made into one. */
function presences(own) {
  const spans = [];
  for (const { start, end } of own) {
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(end, last.end);
    else spans.push({ start, end });
  }
  return spans;
}

/** Give each open shift, earliest first, to the person with the fewest minutes who may take it. */
function assign(shifts, people, rest) {
  const rota = people.map(({ booked = 0, off = [], ...person }) => ({
    ...person,
    minutes: booked,
    off: off.map(([start, end]) => ({ start, end })),
    lastEnd: null,
  }));
  const assigned = [];
  const left = [];
  for (const shift of [...shifts].sort((a, b) => byTime(a, b) || byText(a.id, b.id))) {
    const [person] = rota
      .filter((each) => mayTake(each, shift, rest))
      .sort((a, b) => a.minutes - b.minutes || byText(a.name, b.name));
    if (!person) {
      left.push(shift.id);
      continue;
    }
    person.minutes += length(shift);
    person.lastEnd = shift.end;
    assigned.push([shift.id, person.name]);
  }
  return { assigned, left, minutes: Object.fromEntries(rota.map(({ name, minutes }) => [name, minutes])) };
}

/** Tell whether a shift that starts no earlier than all those taken fits. */
function mayTake(person, shift, rest) {
  const rested = person.lastEnd === null || shift.start >= person.lastEnd + rest;
  const within = person.most === undefined || person.minutes + length(shift) <= person.most;
  return rested && within && !person.off.some((off) => overlap(off, shift));
}

function length({ start, end }) {
  return end - start;
}

module.exports = { run };
