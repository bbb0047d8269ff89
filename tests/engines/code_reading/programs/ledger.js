// concerns: money, errors
const run = (entries) => {
  const accounts = new Map();
  const post = (account, amount) => accounts.set(account, (accounts.get(account) ?? 0) + amount);
  const replies = entries.map((lines) => {
    if (lines.reduce((sum, [, amount]) => sum + amount, 0) !== 0) return "unbalanced";
    lines.forEach(([account, amount]) => post(account, amount));
    return "ok";
  });
  return { replies, accounts: Object.fromEntries(accounts) };
};

module.exports = { run };
