# concerns: money, errors
def number(prefix, year, sequence):
    assert sequence > 0, "sequence starts at 1"
    return f"{prefix}-{year}-{sequence:05d}"


def run(prefix, operations):
    sequence = 0
    issued = []
    voided = set()
    for op in operations:
        if op["do"] == "issue":
            sequence += 1
            issued.append(number(prefix, op["year"], sequence))
        elif op["do"] == "void":
            if op["number"] not in issued:
                raise KeyError("unknown invoice")
            voided.add(op["number"])
    return [n for n in issued if n not in voided]
