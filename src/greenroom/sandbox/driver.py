"""What Node.js runs first in a case: a few lines that load the submission and call it."""

TEXT = r"""
'use strict';
(() => {  // a scope of its own: what is declared here must not be there for the submission
const fs = require('fs');
const { createRequire } = require('module');
const vm = require('vm');
const [name, wanted] = process.argv.slice(-2);
const say = (value) => fs.writeSync(4, JSON.stringify(value));
const fail = (kind, error) => {
  let text = '';
  try { text = String((error && error.stack) || error); } catch { text = 'an error that has no text'; }
  fs.writeSync(2, text + '\n');
  try { say({ error: kind, memory: false }); } catch {}
  process.reallyExit(1);
};
const source = fs.readFileSync(5, 'utf8').replace(/^#!.*/, '');
fs.closeSync(5);
let run;
const tail = wanted ? `\n;return typeof ${wanted} === 'function' ? ${wanted} : module.exports['${wanted}'];` : '';
const given = ['exports', 'require', 'module', '__filename', '__dirname'];
try {
  run = vm.compileFunction(source + tail, given, { filename: name });
} catch (error) { fail('compile', error); }
const strict = (value, depth) => {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw new TypeError(`a value of type ${typeof value} cannot be returned`);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} cannot be returned`);
  if (depth > 400) throw new RangeError('the returned value is nested too deep');
  if (value && typeof value === 'object' && typeof value.toJSON !== 'function')
    for (const part of Object.values(value)) strict(part, depth + 1);
};
const main = async () => {
  const module = { exports: {} };
  const args = wanted ? JSON.parse(fs.readFileSync(3, 'utf8')) : [];
  const require_ = createRequire('/tmp/solution.js');
  const call = run.call(module.exports, module.exports, require_, module, name, '/');
  if (!wanted) return;
  if (typeof call !== 'function') throw new ReferenceError(`there is no function ${wanted} in this file`);
  const value = await call(...args);
  strict(value, 0);
  say({ value });
  process.reallyExit(0);
};
process.on('uncaughtException', (error) => fail('runtime', error));
main().catch((error) => fail('runtime', error));
})();
"""
