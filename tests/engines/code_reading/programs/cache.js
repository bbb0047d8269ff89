// concerns: errors
class Cache {
  constructor(size) {
    this.size = size;
    this.entries = new Map();
  }

  get(key) {
    if (!this.entries.has(key)) return null;
    const value = this.entries.get(key);
    this.entries.delete(key);
    this.entries.set(key, value);
    return value;
  }

  put(key, value) {
    if (this.entries.has(key)) {
      this.entries.delete(key);
      this.entries.set(key, value);
    } else {
      if (this.entries.size >= this.size) this.entries.delete(this.entries.keys().next().value);
      this.entries.set(key, value);
    }
    return "ok";
  }
}

function run(size, operations) {
  const cache = new Cache(size);
  return operations.map(([verb, ...rest]) => cache[verb](...rest));
}

module.exports = { run };
