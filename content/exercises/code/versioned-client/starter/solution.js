'use strict';

/** Return an array with one reply for each call, in order. */
function run(changes, calls) {
  return calls.map(() => null);
}

module.exports = { run };
