# concerns: money
import re

AMOUNT = re.compile(r"(-?)(\d+)(?:\.(\d+))?")


def parse(text, decimals):
    match = AMOUNT.fullmatch(text)
    if not match:
        return {"error": "malformed"}
    sign, whole, fraction = match.group(1), match.group(2), match.group(3) or ""
    if len(fraction) > decimals:
        return {"error": "too_many_decimals"}
    value = int(whole + fraction.ljust(decimals, "0"))
    return -value if sign else value


def split(amount, weights):
    total = sum(weights)
    shares = [amount * weight // total for weight in weights]
    rest = amount - sum(shares)
    order = sorted(range(len(weights)), key=lambda i: -(amount * weights[i] % total))
    for i in order[:rest]:
        shares[i] += 1
    return shares


def run(operations):
    table = {"parse": parse, "split": split}
    return [table[verb](*args) for verb, *args in operations]
