'use strict';

/**
 * Return one reply for each operation, in their order.
 * An operation is a list such as ['parse', '12.30', 'eur'] or ['format', 1230, 'eur'].
 */
function money(operations) {
  const replies = [];
  for (const operation of operations) {
    replies.push({ error: 'not_written' });
  }
  return replies;
}

module.exports = { money };
