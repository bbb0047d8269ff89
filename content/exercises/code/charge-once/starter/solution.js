'use strict';

/**
 * Return one reply for each request, in their order.
 * A request is an object such as { key: 'k1', amount: 500, currency: 'gbp' }.
 */
function handle(requests) {
  const replies = [];
  for (const request of requests) {
    replies.push({ status: 501 });
  }
  return replies;
}

module.exports = { handle };
