'use strict';

/**
 * Return { matched: [...], open_lines: [...], open_records: [...] }.
 * A record and a line are objects with id, ref, amount, currency and day.
 */
function match(records, lines) {
  return { matched: [] };
}

module.exports = { match };
