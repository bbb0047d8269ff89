// concerns: money
const DECIMALS = { jpy: 0, eur: 2, bhd: 3 };

function parse(text, currency) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return { error: "malformed" };
  const [, sign, whole, fraction = ""] = match;
  const value = BigInt(whole + fraction.padEnd(DECIMALS[currency], "0"));
  return Number(sign ? -value : value);
}

function convert(amount, rate, scale) {
  const product = BigInt(amount) * BigInt(rate);
  return Number((product * 2n + BigInt(scale)) / (BigInt(scale) * 2n));
}

module.exports = { run: (ops) => ops.map(([verb, ...args]) => ({ parse, convert })[verb](...args)) };
