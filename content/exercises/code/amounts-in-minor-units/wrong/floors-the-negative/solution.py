"""Amounts of money as whole numbers of the smallest unit."""

import re

DECIMALS = {"bhd": 3, "eur": 2, "gbp": 2, "jpy": 0, "krw": 0, "kwd": 3, "usd": 2}
LARGEST = 2**53 - 1
PLAIN = {"group": "", "decimal": "."}


def money(operations):
    """Return one reply for each operation, in their order."""
    return [reply(*operation) for operation in operations]


def reply(name, *given):
    try:
        return ACTIONS[name](*given)
    except Refused as refused:
        return {"error": str(refused)}


class Refused(Exception):
    """An operation that has no result; the text names the reason."""


def read(text, currency, style=PLAIN):
    """Read the digits as they stand: at no time is there a fraction."""
    decimals = decimals_of(currency)
    match = re.fullmatch(pattern(style), text, re.ASCII)
    if not match:
        raise Refused("not_an_amount")
    sign, whole, fraction = match["sign"], match["whole"].replace(style["group"], ""), match["fraction"] or ""
    if len(fraction) > decimals:
        raise Refused("too_precise")
    return in_range(int(sign + whole + fraction.ljust(decimals, "0")))


def pattern(style):
    group, decimal = re.escape(style["group"]), re.escape(style["decimal"])
    return rf"(?P<sign>-?)(?P<whole>\d+|\d{{1,3}}(?:{group}\d{{3}})+)(?:{decimal}(?P<fraction>\d+))?"


def show(amount, currency, style=PLAIN):
    """Write the digits in front of the decimals and behind them."""
    decimals = decimals_of(currency)
    whole, fraction = divmod(amount, 10**decimals)
    text = f"{whole:,}".replace(",", style["group"])
    if decimals:
        text += style["decimal"] + str(fraction).rjust(decimals, "0")
    return {"text": text}


def split(amount, weights):
    """Round every share down, then give the missing units to those that lost most, earlier ones first."""
    if not all(type(weight) is int and weight >= 0 for weight in weights):
        raise Refused("weight_invalid")
    total = sum(weights)
    if total == 0:
        raise Refused("no_weights")
    shares = [abs(amount) * weight // total for weight in weights]
    lost = [abs(amount) * weight % total for weight in weights]
    by_loss = sorted(range(len(weights)), key=lambda place: -lost[place])
    for place in by_loss[: abs(amount) - sum(shares)]:
        shares[place] += 1
    return {"shares": [-share if amount < 0 else share for share in shares]}


def convert(given, source, target, rate):
    """One division: the rate is a whole number over a power of ten, and so is each currency's unit."""
    above, below = 10 ** decimals_of(target), 10 ** decimals_of(source)
    match = re.fullmatch(r"(\d+)(?:\.(\d+))?", rate, re.ASCII)
    digits = int(match[1] + (match[2] or "")) if match else 0
    if not digits:
        raise Refused("rate_invalid")
    below *= 10 ** len(match[2] or "")
    rounded = half_even(abs(given) * digits * above, below)
    return in_range(-rounded if given < 0 else rounded)


def half_even(above, below):
    whole, rest = divmod(above, below)
    if 2 * rest > below or (2 * rest == below and whole % 2 == 1):
        return whole + 1
    return whole


def in_range(value):
    if abs(value) > LARGEST:
        raise Refused("too_large")
    return {"amount": value}


def decimals_of(currency):
    if currency not in DECIMALS:
        raise Refused("unknown_currency")
    return DECIMALS[currency]


ACTIONS = {"parse": read, "format": show, "split": split, "read": read, "show": show, "convert": convert}
