'use strict';

/** Return one reply for each question; in part 1 a reply is true or false. */
function run(policy, questions) {
  return [];
}

module.exports = { run };
