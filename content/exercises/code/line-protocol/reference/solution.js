'use strict';

const LONGEST_LINE = 80;
const LENGTH = /^[0-9]{1,6}$/;
const ARGUMENTS = new Map(Object.entries({ SET: 2, GET: 1, DEL: 1, PUT: 2, BEGIN: 0, COMMIT: 0, ABORT: 0 }));

/** Return the replies to everything that one client sent. */
function run(chunks) {
  const connection = new Connection();
  for (const chunk of chunks) connection.feed(chunk);
  return connection.replies;
}

/** What one client sent so far, cut into lines and payloads, and the replies to it. */
class Connection {
  constructor() {
    this.replies = [];
    this.commands = new Commands();
    this.pieces = [];
    this.missing = 0;
    this.put = null;
  }

  /** Take a piece of text, wherever it begins and ends. */
  feed(chunk) {
    for (let at = 0; at < chunk.length; ) at = this.missing ? this.takePayload(chunk, at) : this.takeLine(chunk, at);
  }

  /** Take what belongs to the payload, and return the position behind it. */
  takePayload(chunk, at) {
    const piece = chunk.slice(at, at + this.missing);
    this.pieces.push(piece);
    this.missing -= piece.length;
    if (!this.missing) this.put.value = this.taken();
    return at + piece.length;
  }

  /** Take what belongs to the line, answer it if it ends here, and return the position behind it. */
  takeLine(chunk, at) {
    const end = chunk.indexOf('\n', at);
    if (end < 0) {
      this.pieces.push(chunk.slice(at));
      return chunk.length;
    }
    this.pieces.push(chunk.slice(at, end));
    const line = this.taken();
    this.answer(line.endsWith('\r') ? line.slice(0, -1) : line);
    return end + 1;
  }

  taken() {
    const text = this.pieces.join('');
    this.pieces = [];
    return text;
  }

  /** Answer a line; behind a payload it is what stands before the line end, so it should be empty. */
  answer(line) {
    if (this.put) {
      const { key, value } = this.put;
      this.put = null;
      this.replies.push(line ? this.commands.refuse('bad payload') : this.commands.give(['SET', key, value]));
    } else if (line) {
      this.answerCommand(line);
    }
  }

  answerCommand(line) {
    const [first, ...given] = parted(line);
    const name = first.toUpperCase();
    const error = fault(line, name, given);
    if (error) {
      this.replies.push(this.commands.refuse(error));
    } else if (name === 'PUT') {
      this.missing = Number(given[1]);
      this.put = { key: given[0], value: '' };
    } else {
      this.replies.push(this.commands.give([name, ...given]));
    }
  }
}

/** Part a line at its first two spaces. */
function parted(line) {
  const [name, key, ...rest] = line.split(' ');
  const words = key === undefined ? [name] : [name, key];
  return rest.length ? [...words, rest.join(' ')] : words;
}

/** Say what is wrong with a command, or return null. */
function fault(line, name, given) {
  if (line.length > LONGEST_LINE) return 'line too long';
  if (!ARGUMENTS.has(name)) return 'unknown command';
  if (given.length !== ARGUMENTS.get(name) || given[0] === '') return 'wrong arguments';
  if (name === 'PUT' && !LENGTH.test(given[1])) return 'bad length';
  return null;
}

/** The stored values, and the batch if one is open. */
class Commands {
  constructor() {
    this.values = new Map();
    this.batch = null;
    this.broken = false;
  }

  /** Word an error, which also breaks an open batch. */
  refuse(reason) {
    this.broken = true;
    return `ERROR ${reason}`;
  }

  /** Carry a right command out, or queue it, and return the reply. */
  give(command) {
    if (command[0] === 'BEGIN') return this.begin();
    if (command[0] === 'COMMIT' || command[0] === 'ABORT') return this.end(command[0]);
    if (!this.batch) return this.carryOut(...command);
    this.batch.push(command);
    return 'QUEUED';
  }

  begin() {
    if (this.batch) return this.refuse('batch open');
    this.batch = [];
    this.broken = false;
    return 'OK';
  }

  /** Close the batch; a COMMIT carries out all of it, unless something in it was refused. */
  end(name) {
    if (!this.batch) return this.refuse('no batch');
    const batch = this.batch;
    this.batch = null;
    if (name === 'ABORT') return 'OK';
    return this.broken ? 'ERROR batch dropped' : batch.map((command) => this.carryOut(...command));
  }

  carryOut(name, key, value) {
    if (name === 'SET') {
      this.values.set(key, value);
      return 'OK';
    }
    if (!this.values.has(key)) return 'NONE';
    if (name === 'GET') return `VALUE ${this.values.get(key)}`;
    this.values.delete(key);
    return 'OK';
  }
}

module.exports = { run };
