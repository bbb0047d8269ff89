'use strict';

const HUNDREDTHS_OF_PER_CENT = 10_000;

/** Return one reply for each payment or refund, in their order. */
function fees(schedule, operations) {
  const desk = new Desk(schedule);
  return operations.map((operation) => desk.reply(operation));
}

/** The schedule, the volume of each month, and the payments that were accepted. */
class Desk {
  volumes = new Map(); // month -> volume so far
  payments = new Map(); // id -> Payment

  constructor({ rate, tiers = [{ rate }], fixed = 0, least = 0, most = Infinity }) {
    Object.assign(this, { fixed, least, most });
    this.tiers = new Tiers(tiers);
  }

  reply({ refund, id, amount, month = '' }) {
    return refund === undefined ? this.pay(id, amount, month) : this.refund(refund, amount);
  }

  pay(id, amount, month) {
    if (!isAmount(amount)) return { error: 'amount_invalid' };
    const volume = this.volumes.get(month) ?? 0;
    this.volumes.set(month, volume + amount);
    const percentage = nearest(this.tiers.product(volume, volume + amount), HUNDREDTHS_OF_PER_CENT);
    const fee = this.bounded(percentage, amount);
    this.payments.set(id, new Payment(amount, Math.max(fee - this.fixed, 0)));
    return { fee, net: amount - fee };
  }

  /** Apply the rules of the schedule in their order; the last one wins. */
  bounded(percentage, amount) {
    let fee = Math.max(percentage, this.least);
    fee = Math.min(fee, this.most);
    return Math.min(fee + this.fixed, amount);
  }

  refund(id, amount) {
    const payment = this.payments.get(id);
    if (!payment) return { error: 'unknown_payment' };
    if (!isAmount(amount)) return { error: 'amount_invalid' };
    if (amount > payment.amount - payment.refunded) return { error: 'too_much' };
    const feeBack = payment.refund(amount);
    return { fee_back: feeBack, net: feeBack - amount };
  }
}

/** A payment with what was refunded so far. `returnable` is the part of its fee that can come back. */
class Payment {
  refunded = 0;

  constructor(amount, returnable) {
    this.amount = amount;
    this.returnable = returnable;
  }

  refund(amount) {
    const before = this.dueBack();
    this.refunded += amount;
    return this.dueBack() - before;
  }

  dueBack() {
    return nearest(BigInt(this.returnable) * BigInt(this.refunded), this.amount);
  }
}

/** Rates by volume; the last tier has no end. */
class Tiers {
  constructor(tiers) {
    this.tiers = tiers.map(({ rate, up_to = Infinity }) => ({ rate, end: up_to }));
  }

  /** Return amount times rate, summed over the slices of the volume from `start` to `end`. */
  product(start, end) {
    let product = 0n;
    for (let tier = this.at(start); start < end; tier += 1) {
      const cut = Math.min(end, this.tiers[tier].end);
      product += BigInt(cut - start) * BigInt(this.tiers[tier].rate);
      start = cut;
    }
    return product;
  }

  /** Return the place of the first tier that ends after `volume`. */
  at(volume) {
    let [low, high] = [0, this.tiers.length - 1]; // the one that is looked for lies between the two
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tiers[middle].end <= volume) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const isAmount = (value) => Number.isInteger(value) && value > 0;

/** Divide a BigInt and round to the nearest whole number; an exact half goes up. */
function nearest(above, below) {
  return Number((2n * above + BigInt(below)) / (2n * BigInt(below)));
}

module.exports = { fees };
