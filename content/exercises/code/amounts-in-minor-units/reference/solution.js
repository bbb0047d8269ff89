'use strict';

const DECIMALS = new Map(Object.entries({ bhd: 3, eur: 2, gbp: 2, jpy: 0, krw: 0, kwd: 3, usd: 2 }));
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);
const PLAIN = { group: '', decimal: '.' };
const ACTIONS = { parse: read, format: show, split, read, show, convert };

/** Return one reply for each operation, in their order. */
function money(operations) {
  return operations.map(reply);
}

function reply([name, ...given]) {
  try {
    return ACTIONS[name](...given);
  } catch (error) {
    if (error instanceof Refused) return { error: error.message };
    throw error;
  }
}

/** An operation that has no result; the message names the reason. */
class Refused extends Error {}

/** Read the digits as they stand: at no time is there a fraction. */
function read(text, currency, style = PLAIN) {
  const decimals = decimalsOf(currency);
  const match = pattern(style).exec(text);
  if (!match) throw new Refused('not_an_amount');
  const { sign, whole, fraction = '' } = match.groups;
  if (fraction.length > decimals) throw new Refused('too_precise');
  const digits = style.group ? whole.replaceAll(style.group, '') : whole;
  const value = BigInt(digits + fraction.padEnd(decimals, '0'));
  return inRange(sign ? -value : value);
}

function pattern(style) {
  const [group, decimal] = [style.group, style.decimal].map((sign) => sign.replace(/[^\w\s]/, '\\$&'));
  const grouped = group ? `|[0-9]{1,3}(?:${group}[0-9]{3})+` : '';
  return new RegExp(`^(?<sign>-?)(?<whole>[0-9]+${grouped})(?:${decimal}(?<fraction>[0-9]+))?$`);
}

/** Write the digits with at least one in front of the decimals, and the sign before all of them. */
function show(amount, currency, style = PLAIN) {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, () => style.group);
  const sign = amount < 0 ? '-' : '';
  const decimal = decimals > 0 ? style.decimal : '';
  return { text: sign + whole + decimal + digits.slice(digits.length - decimals) };
}

/** Round every share down, then give the missing units to those that lost most, earlier ones first. */
function split(amount, weights) {
  if (!weights.every((weight) => Number.isInteger(weight) && weight >= 0)) throw new Refused('weight_invalid');
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new Refused('no_weights');
  const whole = BigInt(Math.abs(amount));
  const shares = weights.map((weight) => Number((whole * BigInt(weight)) / total));
  const lost = weights.map((weight) => (whole * BigInt(weight)) % total);
  const byLoss = [...weights.keys()].sort((a, b) => (lost[a] === lost[b] ? a - b : lost[a] < lost[b] ? 1 : -1));
  const missing = Math.abs(amount) - shares.reduce((sum, share) => sum + share, 0);
  for (const place of byLoss.slice(0, missing)) shares[place] += 1;
  return { shares: shares.map((share) => (amount < 0 ? 0 - share : share)) };
}

/** One division: the rate is a whole number over a power of ten, and so is each currency's unit. */
function convert(given, source, target, rate) {
  const [from, to] = [decimalsOf(source), decimalsOf(target)];
  const [, whole = '', fraction = ''] = /^([0-9]+)(?:\.([0-9]+))?$/.exec(rate) ?? [];
  const digits = BigInt(whole + fraction);
  if (digits === 0n) throw new Refused('rate_invalid');
  const above = BigInt(Math.abs(given)) * digits * 10n ** BigInt(to);
  const rounded = halfEven(above, 10n ** BigInt(from + fraction.length));
  return inRange(given < 0 ? -rounded : rounded);
}

function halfEven(above, below) {
  const [whole, rest] = [above / below, above % below];
  const up = 2n * rest > below || (2n * rest === below && whole % 2n === 1n);
  return up ? whole + 1n : whole;
}

function inRange(value) {
  if (value > LARGEST || value < -LARGEST) throw new Refused('too_large');
  return { amount: Number(value) };
}

function decimalsOf(currency) {
  if (!DECIMALS.has(currency)) throw new Refused('unknown_currency');
  return DECIMALS.get(currency);
}

module.exports = { money };
