'use strict';

const LINE = /^([0-9]+) ([A-Z]+) (\/\S*) ([1-5][0-9][0-9]) ([0-9]+) (\S+)$/;

/** Return the answer to one question about the lines. Times and durations are whole milliseconds. */
function run(lines, question = { ask: 'summary' }) {
  const written = lines.filter((line) => line !== '');
  const requests = written.map(read).filter((request) => request !== null);
  if (question.ask === 'routes') return routes(requests, question.percentile);
  if (question.ask === 'sessions') return sessions(requests, question.gap);
  return summary(requests, written.length - requests.length);
}

/** Return the fields of a request, or null for a line that is none. */
function read(line) {
  const match = LINE.exec(line);
  if (match === null) return null;
  const [, time, method, path, status, duration, client] = match;
  return { time: Number(time), method, path, status: Number(status), duration: Number(duration), client };
}

function summary(requests, bad) {
  const classes = {};
  let span = null;
  for (const { time, status } of requests) {
    const name = `${Math.floor(status / 100)}xx`;
    classes[name] = (classes[name] ?? 0) + 1;
    span = span === null ? [time, time] : [Math.min(span[0], time), Math.max(span[1], time)];
  }
  return { good: requests.length, bad, classes, span };
}

/** Return [route, requests, duration at the percentile] for each route, the slowest first. */
function routes(requests, percentile) {
  const durations = new Map();
  for (const { method, path, duration } of requests) {
    const name = `${method} ${route(path)}`;
    if (!durations.has(name)) durations.set(name, []);
    durations.get(name).push(duration);
  }
  const rows = [...durations].map(([name, all]) => [name, all.length, nearestRank(all, percentile)]);
  return rows.sort((a, b) => b[2] - a[2] || byText(a[0], b[0]));
}

/** Return the path without its query, with `:id` for each segment that is a number. */
function route(path) {
  const segments = path.split('?')[0].split('/');
  return segments.map((segment) => (/^[0-9]+$/.test(segment) ? ':id' : segment)).join('/');
}

function nearestRank(values, percentile) {
  const rank = Math.ceil((percentile * values.length) / 100);
  return values.sort((a, b) => a - b)[rank - 1];
}

/** Return [client, first, last, requests] for each session, in order of beginning. */
function sessions(requests, gap) {
  const visits = [...requests].sort((a, b) => byText(a.client, b.client) || a.time - b.time);
  const found = [];
  for (const { client, time } of visits) {
    const latest = found.at(-1);
    if (latest !== undefined && latest[0] === client && time - latest[2] <= gap) {
      latest[2] = time;
      latest[3] += 1;
    } else {
      found.push([client, time, time, 1]);
    }
  }
  return found.sort((a, b) => a[1] - b[1] || byText(a[0], b[0]));
}

function byText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

module.exports = { run };
