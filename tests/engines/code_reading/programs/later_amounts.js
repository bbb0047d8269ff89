// concerns: money
const DIGITS = { JPY: 0, KWD: 3 };
const digits = (currency) => DIGITS[currency] ?? 2;

function format(amount, currency) {
  const n = digits(currency);
  const sign = amount < 0 ? '-' : '';
  const text = String(Math.abs(amount)).padStart(n + 1, '0');
  return n ? `${sign}${text.slice(0, -n)}.${text.slice(-n)}` : sign + text;
}

function split(amount, parts) {
  const base = Math.floor(amount / parts);
  const rest = amount - base * parts;
  return Array.from({ length: parts }, (_, i) => base + (i < rest ? 1 : 0));
}

function convert(amount, from, to, rate) {
  return Math.round(amount * rate * 10 ** (digits(to) - digits(from)));
}

module.exports = { run: (ops) => ops.map(([op, ...args]) => ({ format, split, convert })[op](...args)) };
