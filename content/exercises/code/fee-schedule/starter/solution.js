'use strict';

/**
 * Return one reply for each operation, in their order.
 * `schedule` has rate and more; an operation has id and amount.
 */
function fees(schedule, operations) {
  const replies = [];
  for (const operation of operations) {
    replies.push({ error: 'not_written' });
  }
  return replies;
}

module.exports = { fees };
