// concerns: money
function run(schedule, payments) {
  let total = 0;
  const lines = [];
  for (const { amount } of payments) {
    const fee = Math.trunc((amount * schedule.rate) / 10000);
    total += fee;
    lines.push(fee);
  }
  const average = payments.length ? total / payments.length : 0;
  return { lines, total, average };
}

module.exports = { run };
