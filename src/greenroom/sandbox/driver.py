"""What Node.js runs first in a case: a few lines that load the submission and call it."""

TEXT = r"""
'use strict';
(() => {  // a scope of its own: what is declared here must not be there for the submission
const fs = require('fs');
const { createRequire, isBuiltin } = require('module');
const vm = require('vm');
const start = (name, wanted) => {
  const say = (value) => fs.writeSync(4, JSON.stringify(value));
  const fail = (kind, error) => {
    let text = '';
    try { text = String((error && error.stack) || error); } catch { text = 'an error that has no text'; }
    fs.writeSync(2, text + '\n');
    try { say({ error: kind, memory: false }); } catch {}
    process.reallyExit(1);
  };
  const require_ = createRequire('/tmp/solution.js');
  const builtin = (specifier) => {
    if (!isBuiltin(specifier)) throw new Error(`Cannot find ${specifier}: only what Node.js itself brings is here`);
    const found = require_(specifier);
    const names = [...new Set(['default', ...Object.keys(found)])];
    return new vm.SyntheticModule(names, function () {
      for (const one of names) this.setExport(one, one === 'default' ? found : found[one]);
    });
  };
  const imported = async (specifier) => {
    const module = builtin(specifier);
    await module.link(() => {});
    await module.evaluate();
    return module;
  };
  const script = (source) => {
    const tail = wanted
      ? `\n;return typeof ${wanted} === 'function' ? ${wanted} : module.exports['${wanted}'];` : '';
    const given = ['exports', 'require', 'module', '__filename', '__dirname'];
    const run = vm.compileFunction(source + tail, given, { filename: name, importModuleDynamically: imported });
    const module = { exports: {} };
    return () => run.call(module.exports, module.exports, require_, module, name, '/');
  };
  const esModule = async (source) => {
    const initializeImportMeta = (meta) => { meta.url = `file:///tmp/${name}`; };
    const about = { identifier: name, initializeImportMeta, importModuleDynamically: imported };
    const module = new vm.SourceTextModule(source, about);
    await module.link(builtin);
    return async () => {
      await module.evaluate();
      const { [wanted]: found, default: usual } = module.namespace;
      return found ?? (typeof usual === 'function' && usual.name === wanted ? usual : usual && usual[wanted]);
    };
  };
  // Words of V8 for what only a module may say; a .js file that says it is one.
  const modular = /import statement outside a module|Unexpected token 'export'|import\.meta|await is only valid/;
  const loaded = async (source) => {
    if (name.endsWith('.mjs')) return await esModule(source);
    try { return script(source); } catch (error) {
      if (name.endsWith('.cjs') || !modular.test(error.message)) throw error;
      return await esModule(source);
    }
  };
  const strict = (value, depth) => {
    if (value === undefined || typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
      throw new TypeError(`a value of type ${typeof value} cannot be returned`);
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} cannot be returned`);
    if (depth > 400) throw new RangeError('the returned value is nested too deep');
    if (value && typeof value === 'object' && typeof value.toJSON !== 'function')
      for (const part of Object.values(value)) strict(part, depth + 1);
  };
  const main = async () => {
    const source = fs.readFileSync(5, 'utf8').replace(/^#!.*/, '');
    fs.closeSync(5);
    let run;
    try { run = await loaded(source); } catch (error) { return fail('compile', error); }
    const args = wanted ? JSON.parse(fs.readFileSync(3, 'utf8')) : [];
    const call = await run();
    if (!wanted) return;
    if (typeof call !== 'function') throw new ReferenceError(`there is no function ${wanted} in this file`);
    const value = await call(...args);
    strict(value, 0);
    say({ value });
    process.reallyExit(0);
  };
  process.on('uncaughtException', (error) => fail('runtime', error));
  main().catch((error) => fail('runtime', error));
};
if (process.argv.at(-3) === '--ahead') {  // started before its case: a byte says that the case is there
  if (fs.readSync(6, Buffer.alloc(1), 0, 1, null) !== 1) process.reallyExit(0);
  fs.closeSync(6);
  process.argv.splice(1, 1);
}
const [mode, where] = process.argv.slice(-2);
if (mode !== '--warm') return start(mode, where);
const addon = { exports: {} };
process.dlopen(addon, where);
const { serve, leave } = addon.exports;
const order = JSON.parse(serve(6));  // returns in a process of its own for each case
process.reallyExit = (code) => leave(code ?? process.exitCode ?? 0);
process.on('exit', (code) => leave(code));
process.argv = [process.argv[0], order.name];
start(order.name, order.function);
})();
"""
