'use strict';

/** Return the lines with their total and, if asked for, what was used and paid at each of `moments`. */
function prorate(subscription, changes, moments = null) {
  const bill = new Bill(subscription.from, subscription.to);
  for (const { at, cost } of costs(subscription, changes)) bill.change(at, cost);
  const reply = { lines: bill.lines, total: bill.total };
  if (moments !== null) reply.moments = moments.map((moment) => bill.status(moment));
  return reply;
}

/** Yield every moment at which a stretch begins, and what the whole period would cost from then on. */
function* costs(subscription, changes) {
  let { from: begin, price, seats = 1 } = subscription;
  for (const change of [...changes].sort((a, b) => a.at - b.at)) {
    if (change.at >= subscription.to) break;
    if (change.at > begin) {
      yield { at: begin, cost: price * seats };
      begin = change.at;
    }
    ({ price = price, seats = seats } = change);
  }
  yield { at: begin, cost: price * seats };
}

/** The lines of one period. For every stretch of one cost it keeps the sums up to its beginning. */
class Bill {
  lines = [];
  total = 0;
  stretches = []; // { begin, cost, used, paid }, earliest first; used is exact

  constructor(start, end) {
    this.start = start;
    this.end = end;
  }

  /** Begin a stretch of another cost, and write what that credits and charges. */
  change(at, cost) {
    const last = this.stretches.at(-1);
    if (!last) {
      this.write(at, cost, 'period');
    } else if (cost !== last.cost) {
      this.write(at, -this.share(last.cost * (this.end - at)), 'credit');
      this.write(at, this.share(cost * (this.end - at)), 'charge');
    }
    this.stretches.push({ begin: at, cost, used: this.used(at), paid: this.total });
  }

  write(at, amount, why) {
    if (amount === 0) return;
    this.lines.push({ at, amount, why });
    this.total += amount;
  }

  /** Return what was used and paid at `moment`, and what would be given back. */
  status(moment) {
    const used = this.share(this.used(Math.min(moment, this.end)));
    const paid = this.stretchAt(moment)?.paid ?? 0;
    return { at: moment, used, paid, back: Math.max(paid - used, 0) };
  }

  /** Return what was used until `moment`, exact, as cost times seconds. */
  used(moment) {
    const stretch = this.stretchAt(moment);
    return stretch ? stretch.used + stretch.cost * (moment - stretch.begin) : 0;
  }

  /** Return the last stretch that began at `moment` or before. */
  stretchAt(moment) {
    let [low, high] = [0, this.stretches.length]; // all before low began in time, all from high on did not
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.stretches[middle].begin <= moment) low = middle + 1;
      else high = middle;
    }
    return this.stretches[low - 1];
  }

  /** Divide cost times seconds by the length of the period. */
  share(product) {
    const length = this.end - this.start;
    const rest = product % length;
    return (product - rest) / length;
  }
}

module.exports = { prorate };
