'use strict';

const { isDeepStrictEqual } = require('node:util');

const GROW_BY_DEBIT = new Set(['asset', 'expense']);
const HOLD_LASTS = 604_800; // seconds
const OK = { ok: true };

/** Return one reply for each operation, in their order. */
function book(operations) {
  const ledger = new Ledger();
  return operations.map((operation) => ledger.reply(operation));
}

/** An operation that changes nothing; it carries the reply. */
class Refused extends Error {
  constructor(error, more = {}) {
    super(error);
    this.reply = { error, ...more };
  }
}

/** One account. Its balance is positive when it stands on the side by which the account grows. */
class Account {
  balance = 0;
  held = 0; // what open holds may still take
  movements = []; // { at, balance } after every movement, in the order of time

  constructor(kind, atLeast = -Infinity) {
    this.growsBy = GROW_BY_DEBIT.has(kind) ? 'debit' : 'credit';
    this.atLeast = atLeast;
  }

  get available() {
    return this.balance - this.held;
  }

  change(side, amount) {
    return side === this.growsBy ? amount : -amount;
  }

  move(change, at) {
    this.balance += change;
    this.movements.push({ at, balance: this.balance });
  }

  balanceAt(moment) {
    let [low, high] = [0, this.movements.length]; // all before low are in time, all from high on are too late
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.movements[middle].at <= moment) low = middle + 1;
      else high = middle;
    }
    return low ? this.movements[low - 1].balance : 0;
  }
}

/** Accounts, and what was booked and held under which id. */
class Ledger {
  accounts = new Map();
  seen = new Map(); // id -> what was asked under it
  booked = new Map(); // id -> lines
  reversed = new Set();
  holds = new Map(); // id -> { hold, changes }, open ones only
  ends = []; // { at, id }, earliest first
  past = 0; // how many of `ends` are over
  now = 0;

  reply(operation) {
    this.now = operation.at ?? 0;
    this.endOldHolds();
    try {
      return ACTIONS[operation.op](this, operation);
    } catch (error) {
      if (error instanceof Refused) return error.reply;
      throw error;
    }
  }

  open({ account, kind, at_least }) {
    if (this.accounts.has(account)) throw new Refused('account_exists');
    this.accounts.set(account, new Account(kind, at_least));
    return OK;
  }

  balance({ account, as_of }) {
    const found = this.account(account);
    return { balance: as_of === undefined ? found.balance : found.balanceAt(as_of) };
  }

  available({ account }) {
    return { available: this.account(account).available };
  }

  post({ id, lines }) {
    const changes = this.changes(lines);
    if (this.isRepeat(id, lines)) return OK;
    this.checkLimits(changes);
    this.seen.set(id, lines);
    this.write(id, lines, changes);
    return OK;
  }

  hold(hold) {
    const lines = twoLines(hold, hold.amount);
    const changes = this.changes(lines);
    if (this.isRepeat(hold.id, ['hold', lines])) return OK;
    this.checkLimits(changes);
    this.seen.set(hold.id, ['hold', lines]);
    this.holds.set(hold.id, { hold, changes });
    this.ends.push({ at: this.now + HOLD_LASTS, id: hold.id });
    this.reserve(changes, 1);
    return OK;
  }

  capture({ hold: id, amount }) {
    if (!this.holds.has(id)) throw new Refused('not_held');
    const { hold } = this.holds.get(id);
    const captured = amount === undefined ? hold.amount : amount;
    if (!isAmount(captured)) throw new Refused('amount_invalid');
    if (captured > hold.amount) throw new Refused('too_much');
    this.end(id);
    const lines = twoLines(hold, captured);
    this.write(id, lines, this.changes(lines));
    return OK;
  }

  release({ hold: id }) {
    if (!this.holds.has(id)) throw new Refused('not_held');
    this.end(id);
    return OK;
  }

  reverse({ id, of }) {
    if (this.isRepeat(id, ['reverse', of])) return OK;
    if (!this.booked.has(of)) throw new Refused('unknown_posting');
    if (this.reversed.has(of)) throw new Refused('already_reversed');
    const lines = this.booked.get(of).map(([side, name, amount]) => [otherSide(side), name, amount]);
    const changes = this.changes(lines);
    this.checkLimits(changes);
    this.seen.set(id, ['reverse', of]);
    this.reversed.add(of);
    this.write(id, lines, changes);
    return OK;
  }

  account(name) {
    if (!this.accounts.has(name)) throw new Refused('unknown_account');
    return this.accounts.get(name);
  }

  /** Return how the lines change each account's balance; refuse lines that cannot be booked. */
  changes(lines) {
    if (lines.length < 2) throw new Refused('too_few_lines');
    if (!lines.every(([, , amount]) => isAmount(amount))) throw new Refused('amount_invalid');
    if (!lines.every(([, name]) => this.accounts.has(name))) throw new Refused('unknown_account');
    if (total(lines, 'debit') !== total(lines, 'credit')) throw new Refused('unbalanced');
    const changes = new Map();
    for (const [side, name, amount] of lines) {
      changes.set(name, (changes.get(name) ?? 0) + this.accounts.get(name).change(side, amount));
    }
    return changes;
  }

  isRepeat(id, asked) {
    if (this.seen.has(id) && !isDeepStrictEqual(this.seen.get(id), asked)) throw new Refused('id_taken');
    return this.seen.has(id);
  }

  checkLimits(changes) {
    for (const [name, change] of changes) {
      const account = this.accounts.get(name);
      if (account.available + change < account.atLeast) throw new Refused('too_low', { account: name });
    }
  }

  write(id, lines, changes) {
    this.booked.set(id, lines);
    for (const [name, change] of changes) this.accounts.get(name).move(change, this.now);
  }

  /** Reserve (1) what the changes would take, or give it free again (-1). */
  reserve(changes, direction) {
    for (const [name, change] of changes) this.accounts.get(name).held += direction * Math.max(-change, 0);
  }

  end(id) {
    this.reserve(this.holds.get(id).changes, -1);
    this.holds.delete(id);
  }

  endOldHolds() {
    for (; this.past < this.ends.length && this.ends[this.past].at <= this.now; this.past += 1) {
      const { id } = this.ends[this.past];
      if (this.holds.has(id)) this.end(id);
    }
  }
}

const ACTIONS = {
  open: (ledger, operation) => ledger.open(operation),
  balance: (ledger, operation) => ledger.balance(operation),
  available: (ledger, operation) => ledger.available(operation),
  post: (ledger, operation) => ledger.post(operation),
  hold: (ledger, operation) => ledger.hold(operation),
  capture: (ledger, operation) => ledger.capture(operation),
  release: (ledger, operation) => ledger.release(operation),
  reverse: (ledger, operation) => ledger.reverse(operation),
};

const isAmount = (value) => Number.isInteger(value) && value > 0;

const otherSide = (side) => (side === 'debit' ? 'credit' : 'debit');

const twoLines = ({ debit, credit }, amount) => [['debit', debit, amount], ['credit', credit, amount]];

function total(lines, wanted) {
  return lines.filter(([side]) => side === wanted).reduce((sum, [, , amount]) => sum + amount, 0);
}

module.exports = { book };
