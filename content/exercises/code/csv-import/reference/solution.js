'use strict';

const INTEGER = /^-?[0-9]{1,15}$/;
const YES_NO = new Map([['yes', true], ['no', false]]);

/** Return the records and the errors of a CSV text, both in the order of its lines. */
function run(text, rules = {}) {
  const rows = records(text);
  const header = rows.next();
  const { line, fields: columns, error } = header.done ? { line: 1, fields: [], error: 'no_header' } : header.value;
  const faults = error ? [{ line, code: error }] : headerFaults(line, columns, rules);
  return faults.length ? { records: [], errors: faults } : readBody(rows, columns, rules);
}

/** Name the columns that stand twice, then those that the rules speak of and the file lacks. */
function headerFaults(line, columns, rules) {
  const twice = columns.filter((name, at) => columns.indexOf(name) < at);
  const wanted = [...Object.keys(rules.types ?? {}), ...('key' in rules ? [rules.key] : [])];
  const missing = wanted.filter((name) => !columns.includes(name));
  return [
    ...twice.map((column) => ({ line, code: 'duplicate_column', column })),
    ...missing.map((column) => ({ line, code: 'missing_column', column })),
  ];
}

/** Sort the rows below the header into records and errors. */
function readBody(rows, columns, rules) {
  const kept = [];
  const errors = [];
  const seen = new Map();
  for (const { line, fields, error } of rows) {
    let { record, faults } = readRow(fields, error, columns, rules.types ?? {});
    if (!faults.length && 'key' in rules) {
      const key = record[rules.key];
      if (seen.has(key)) faults = [{ code: 'duplicate_key', first: seen.get(key) }];
      else seen.set(key, line);
    }
    for (const fault of faults) errors.push({ line, ...fault });
    if (!faults.length) kept.push(record);
  }
  return { records: kept, errors };
}

/** Return one record and everything that is wrong with it. */
function readRow(fields, error, columns, types) {
  if (error) return { faults: [{ code: error }] };
  if (fields.length !== columns.length) return { faults: [{ code: 'field_count', found: fields.length }] };
  const record = {};
  const faults = [];
  columns.forEach((name, at) => {
    const { value, code } = convert(fields[at], types[name]);
    record[name] = value;
    if (code) faults.push({ code, column: name });
  });
  return { record, faults };
}

/** Return the value of a field, or the code of what is wrong with it. */
function convert(field, kind) {
  if (kind === 'required' && !field) return { code: 'missing' };
  if (kind === 'integer') return INTEGER.test(field) ? { value: Number(field) } : { code: 'not_integer' };
  if (kind === 'yes-no') return YES_NO.has(field) ? { value: YES_NO.get(field) } : { code: 'not_yes_no' };
  return { value: field };
}

/** Yield each record with the line on which it begins. */
function* records(text) {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const { fields, error, end } = readRecord(text, at);
    const source = text.slice(at, end);
    if (source !== '' && source !== '\r') yield { line, fields, error };
    line += source.split('\n').length;
    at = end + 1;
  }
}

/** Return the fields of one record, or its error, and the position of the line end behind it. */
function readRecord(text, start) {
  const fields = [];
  for (let at = start; ; at += 1) {
    const field = text[at] === '"' ? readQuoted(text, at) : readBare(text, at);
    at = field.end;
    fields.push(field.value);
    if (field.error || text[at] !== ',') return { fields, error: field.error, end: at };
  }
}

/** Read up to the next comma or line end; quotes have no meaning here. */
function readBare(text, at) {
  let end = at;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end += 1;
  const value = text.slice(at, end);
  return { value: text[end] === '\n' && value.endsWith('\r') ? value.slice(0, -1) : value, end };
}

/** Read from the opening quote to the one that closes it; two in a row stand for one. */
function readQuoted(text, start) {
  const pieces = [];
  let at = start;
  do {
    const close = text.indexOf('"', at + 1);
    if (close < 0) return { error: 'unclosed_quote', end: text.length };
    pieces.push(text.slice(at + 1, close));
    at = close + 1;
  } while (text[at] === '"');
  if (text.startsWith('\r\n', at)) at += 1;
  if (at < text.length && text[at] !== ',' && text[at] !== '\n') {
    const lineEnd = text.indexOf('\n', at);
    return { error: 'text_after_quote', end: lineEnd < 0 ? text.length : lineEnd };
  }
  return { value: pieces.join('"'), end: at };
}

module.exports = { run };
