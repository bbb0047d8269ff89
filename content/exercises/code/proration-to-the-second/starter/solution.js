'use strict';

/**
 * Return { lines: [...], total: ... }.
 * `subscription` has from, to and price; a change has at and price.
 */
function prorate(subscription, changes) {
  const lines = [];
  return { lines, total: 0 };
}

module.exports = { prorate };
