'use strict';

/** Return one reply for each operation, a list of its name and its arguments. */
function run(operations) {
  return [];
}

module.exports = { run };
