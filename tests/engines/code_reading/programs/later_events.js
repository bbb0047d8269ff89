// concerns: idempotency
class Inbox {
  constructor() {
    this.done = new Set();
    this.waiting = new Map();
    this.next = 1;
    this.out = [];
  }

  receive(event) {
    const fingerprint = `${event.id}:${JSON.stringify(event.payload)}`;
    if (this.done.has(fingerprint)) return;
    this.done.add(fingerprint);
    this.waiting.set(event.sequence, event);
    while (this.waiting.has(this.next)) {
      this.out.push(this.waiting.get(this.next).id);
      this.waiting.delete(this.next);
      this.next++;
    }
  }
}

exports.run = (events) => {
  const inbox = new Inbox();
  for (const e of events) inbox.receive(e);
  return inbox.out;
};
