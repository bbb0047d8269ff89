// concerns: errors
let cache = {};

function evaluate(flag, user) {
  for (var rule of flag.rules) {
    if (rule.op == "is") {
      if (user[rule.field] == rule.value) return rule.on;
    } else if (rule.op == "in") {
      if (rule.value.includes(user[rule.field])) return rule.on;
    }
  }
  return flag.fallback;
}

module.exports.run = function (flags, users) {
  return users.map((user) => {
    const out = {};
    for (const name of Object.keys(flags)) out[name] = evaluate(flags[name], user);
    return out;
  });
};
