'use strict';

const { createHmac, timingSafeEqual } = require('node:crypto');

const TOLERANCE = 300; // seconds between signing and arrival, in either direction
const REMEMBERED = 259_200; // seconds for which the id of an accepted event is known

/** Return one reply for each operation, in their order. */
function receive(operations) {
  const endpoint = new Endpoint();
  return operations.map((operation) => endpoint.reply(operation));
}

/** The secrets with their ends, and the ids of the events that were accepted. */
class Endpoint {
  ends = new Map(); // secret -> the second at which it is over
  newest = null;
  accepted = new Set();
  ages = []; // { at, id }, oldest first
  forgotten = 0; // how many of `ages` are past

  reply({ secret, overlap = 0, withdraw, header, body, at }) {
    if (secret !== undefined) return this.add(secret, at + overlap);
    if (withdraw !== undefined) return this.withdraw(withdraw, at);
    return this.deliver(header, body, at);
  }

  add(secret, endOfOthers) {
    for (const [other, end] of this.ends) this.ends.set(other, Math.min(end, endOfOthers));
    this.ends.set(secret, Infinity);
    this.newest = secret;
    return 'ok';
  }

  withdraw(secret, at) {
    if (!this.valid(at).includes(secret)) return 'unknown_secret';
    this.ends.delete(secret);
    return 'ok';
  }

  valid(at) {
    return [...this.ends].filter(([, end]) => at < end).map(([secret]) => secret);
  }

  deliver(header, body, at) {
    const { time, signatures } = readHeader(header);
    if (time === null || signatures.length === 0) return 'header_malformed';
    const signers = this.valid(at).filter((secret) => isSigned(secret, `${time}.${body}`, signatures));
    if (signers.length === 0) return 'signature_mismatch';
    if (at - Number(time) > TOLERANCE) return 'too_old';
    if (Number(time) - at > TOLERANCE) return 'too_new';
    return this.accept(body, at) ?? (signers.includes(this.newest) ? 'ok' : 'ok_old_secret');
  }

  /** Remember the event in `body`; return what speaks against it, or null. */
  accept(body, at) {
    const id = eventId(body);
    if (id === null) return 'body_malformed';
    this.forget(at - REMEMBERED);
    if (this.accepted.has(id)) return 'duplicate';
    this.accepted.add(id);
    this.ages.push({ at, id });
    return null;
  }

  forget(until) {
    for (; this.forgotten < this.ages.length && this.ages[this.forgotten].at <= until; this.forgotten += 1) {
      this.accepted.delete(this.ages[this.forgotten].id);
    }
  }
}

/** Return the time as it is written, or null when there is not one good one, and the v1 values. */
function readHeader(header) {
  const items = header.split(',').map((item) => /^([^=]*)=(.*)$/s.exec(item) ?? []);
  const valuesOf = (wanted) => items.filter(([, name]) => name === wanted).map(([, , value]) => value);
  const times = valuesOf('t');
  const good = times.length === 1 && /^[0-9]+$/.test(times[0]);
  return { time: good ? times[0] : null, signatures: valuesOf('v1') };
}

function isSigned(secret, text, signatures) {
  const expected = Buffer.from(createHmac('sha256', secret).update(text, 'utf8').digest('hex'));
  const matches = (given) => given.length === expected.length && timingSafeEqual(given, expected);
  return signatures.some((signature) => matches(Buffer.from(signature)));
}

/** Return the id in `body`, or null when there is none. */
function eventId(body) {
  try {
    const id = JSON.parse(body)?.id;
    return typeof id === 'string' && id ? id : null;
  } catch {
    return null;
  }
}

module.exports = { receive };
