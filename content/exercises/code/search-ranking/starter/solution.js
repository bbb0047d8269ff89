'use strict';

/** Return one reply for each request; in part 1 a reply is a list of { id, score }. */
function run(items, requests) {
  return [];
}

module.exports = { run };
