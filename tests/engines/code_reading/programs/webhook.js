// concerns: secrets, idempotency
const crypto = require("crypto");

function run(secret, deliveries) {
  const seen = new Set();
  return deliveries.map(({ header, body, id }) => {
    const parts = Object.fromEntries(header.split(",").map((item) => item.split("=")));
    const expected = crypto.createHmac("sha256", secret).update(`${parts.t}.${body}`).digest("hex");
    if (parts.v1 !== expected) return "mismatch";
    if (seen.has(id)) return "duplicate";
    seen.add(id);
    return "ok";
  });
}

module.exports = { run };
