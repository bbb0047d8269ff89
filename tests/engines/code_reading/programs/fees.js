// concerns: money
const run = (schedule, payments) =>
  payments.map(({ amount }) => {
    const fee = Math.floor((2 * amount * schedule.rate + 10000) / 20000) + schedule.fixed;
    return { fee, net: amount - fee };
  });

module.exports = { run };
