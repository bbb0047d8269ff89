// concerns: money
function run(operations) {
  return operations.map(([verb, value, decimals]) => {
    if (verb === "parse") return Math.round(Number(value) * 10 ** decimals);
    return (value / 10 ** decimals).toFixed(decimals);
  });
}

module.exports = { run };
