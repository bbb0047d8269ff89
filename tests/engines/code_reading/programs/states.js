// concerns: errors, money
function run(operations) {
  const state = {};
  const log = [];
  for (const { id, action } of operations) {
    switch (action) {
      case "create":
        state[id] = "created";
        break;
      case "submit":
        if (state[id] == "created") state[id] = "pending";
        break;
      case "settle":
        if (state[id] == "pending") state[id] = "settled";
        break;
    }
    log.push(state[id] || null);
  }
  return log;
}

module.exports = { run };
