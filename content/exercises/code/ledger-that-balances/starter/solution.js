'use strict';

/**
 * Return one reply for each operation, in their order.
 * An operation is an object with "op", such as { op: 'balance', account: 'bank' }.
 */
function book(operations) {
  const replies = [];
  for (const operation of operations) {
    replies.push({ error: 'not_written' });
  }
  return replies;
}

module.exports = { book };
