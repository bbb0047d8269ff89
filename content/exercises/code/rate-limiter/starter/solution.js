'use strict';

/** Return an array with one reply for each operation, in order. */
function run(limits, operations) {
  return operations.map(() => null);
}

module.exports = { run };
