# concerns: money
def parse(text, decimals):
    value = float(text)
    return int(round(value * 10 ** decimals, 0))


def show(amount, decimals):
    if decimals == 0:
        return str(amount)
    return f"{amount / 10 ** decimals:.{decimals}f}"


def run(operations):
    results = []
    for op in operations:
        if op[0] == "parse":
            results.append(parse(op[1], op[2]))
        else:
            results.append(show(op[1], op[2]))
    return results
