'use strict';

const EVERYONE = '*';

/** Return one reply for each question. */
function run(policy, questions) {
  const access = new Access(policy);
  return questions.map((question) => access.reply(question));
}

/** A policy, laid out for questions. */
class Access {
  constructor({ rules, groups = {}, parents = {} }) {
    this.parents = new Map(Object.entries(parents));
    this.groupsWith = groupsByMember(groups);
    this.rulesOn = rulesByItem(rules);
  }

  /** Answer yes or no to a pair, and with the rule that decided to an object. */
  reply(question) {
    if (Array.isArray(question)) {
      const [who, what] = question;
      return this.decide(who, what, null).allowed;
    }
    return this.decide(question.who, question.what, question.at ?? null);
  }

  /** Return whether it is allowed, and the index of the rule that decided, or null. */
  decide(who, what, at) {
    const names = this.namesOf(who);
    let allowedBy = null;
    for (const item of this.withFolders(what)) {
      for (const { rule, index } of this.rulesOn.get(item) ?? []) {
        if (!names.has(rule.who) || !inForce(rule, at)) continue;
        if (rule.effect !== 'allow') return { allowed: false, rule: index };
        allowedBy ??= index;
      }
    }
    return { allowed: allowedBy !== null, rule: allowedBy };
  }

  /** Return all the names under which rules may speak of a person. */
  namesOf(person) {
    const names = new Set([person, EVERYONE]);
    const waiting = [person];
    while (waiting.length) {
      for (const group of this.groupsWith.get(waiting.pop()) ?? []) {
        if (names.has(group)) continue;
        names.add(group);
        waiting.push(group);
      }
    }
    return names;
  }

  /** Return an item and its folders, nearest first; nothing at all when they run in a circle. */
  withFolders(item) {
    const chain = new Set();
    for (let at = item; at !== undefined; at = this.parents.get(at)) {
      if (chain.has(at)) return [];
      chain.add(at);
    }
    return [...chain];
  }
}

/** Map each member, a person or a group, to the groups that list it. */
function groupsByMember(groups) {
  const found = new Map();
  for (const [group, members] of Object.entries(groups)) {
    for (const member of members) push(found, member, `@${group}`);
  }
  return found;
}

/** Map each item to its rules with their indexes, in their order. */
function rulesByItem(rules) {
  const found = new Map();
  rules.forEach((rule, index) => push(found, rule.what, { rule, index }));
  return found;
}

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

/** Tell whether a rule holds at a time; without a time, doubt speaks against reading. */
function inForce(rule, at) {
  if (at === null) return !('from' in rule || 'until' in rule) || rule.effect !== 'allow';
  return (rule.from ?? at) <= at && (!('until' in rule) || at < rule.until);
}

module.exports = { run };
