'use strict';

/** Answer one command; part 1 has `diff`, where `first` is the old and `second` the new configuration. */
function run(command, first, second) {
  return {};
}

module.exports = { run };
