// concerns: errors
'use strict';

const makeBucket = ({ capacity, perSecond }) => ({ capacity, perSecond, tokens: capacity, at: 0 });

function take(bucket, now) {
  const refilled = Math.min(bucket.capacity, bucket.tokens + ((now - bucket.at) * bucket.perSecond) / 1000);
  bucket.at = now;
  if (refilled < 1) {
    bucket.tokens = refilled;
    return { ok: false, wait: Math.ceil(((1 - refilled) * 1000) / bucket.perSecond) };
  }
  bucket.tokens = refilled - 1;
  return { ok: true };
}

function run(config, requests) {
  const buckets = {};
  const results = [];
  for (let i = 0; i < requests.length; i++) {
    const req = requests[i];
    if (buckets[req.key] == undefined) buckets[req.key] = makeBucket(config);
    results.push(take(buckets[req.key], req.at));
  }
  return results;
}

module.exports = { run };
