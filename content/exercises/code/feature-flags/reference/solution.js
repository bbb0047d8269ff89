'use strict';

const MODULUS = 2147483647;
const MULTIPLIER = 48271;
const BUCKETS = 10000;

/** Return true or false for each check, or an error for a flag or a person that is unknown. */
function run(flags, people, checks) {
  const decisions = new Decisions(flags, people);
  return checks.map(([flag, person]) => decisions.reply(flag, person));
}

/** What was decided so far, so that no flag is worked out twice for one person. */
class Decisions {
  constructor(flags, people) {
    this.flags = new Map(Object.entries(flags));
    this.people = new Map(Object.entries(people));
    this.known = new Map([...this.people.keys()].map((person) => [person, new Map()])); // person -> flag -> on
  }

  reply(flag, person) {
    if (!this.flags.has(flag)) return { error: 'unknown flag' };
    if (!this.people.has(person)) return { error: 'unknown person' };
    return this.isOn(flag, person);
  }

  isOn(flag, person) {
    const known = this.known.get(person);
    if (!known.has(flag)) {
      known.set(flag, false); // a flag that comes back to itself through its needs is off
      known.set(flag, this.workOut(flag, person));
    }
    return known.get(flag);
  }

  workOut(name, person) {
    const flag = this.flags.get(name);
    if (flag === undefined || !flag.on) return false;
    if (!(flag.needs ?? []).every((other) => this.isOn(other, person))) return false;
    for (const rule of flag.rules ?? []) {
      if (applies(rule, this.people.get(person)) && inShare(rule, flag.salt ?? name, person)) return rule.give;
    }
    return flag.default;
  }
}

/** Say whether a person meets all conditions of a rule; one about an attribute that they lack is not met. */
function applies(rule, person) {
  return Object.entries(rule.if).every(
    ([name, condition]) => Object.hasOwn(person, name) && holds(condition, person[name]),
  );
}

function holds(condition, value) {
  if (Array.isArray(condition)) return condition.includes(value);
  if (typeof value !== 'number') return false;
  return value >= (condition.at_least ?? -Infinity) && value < (condition.below ?? Infinity);
}

function inShare(rule, salt, person) {
  return rule.share === undefined || bucket(`${salt}:${person}`) < rule.share;
}

/** Return a number from 0 to 9999 that is always the same for a text. */
function bucket(text) {
  let mixed = 0;
  for (let at = 0; at < text.length; at += 1) {
    mixed = ((mixed + text.charCodeAt(at)) * MULTIPLIER) % MODULUS; // stays below 2 ** 47, so it is exact
  }
  return mixed % BUCKETS;
}

module.exports = { run };
