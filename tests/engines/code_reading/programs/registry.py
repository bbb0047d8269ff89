# concerns: errors
HANDLERS = {}


def handles(verb):
    def register(function):
        HANDLERS[verb] = function
        return function

    return register


@handles("add")
def add(total, n):
    return total + n


@handles("take")
def take(total, n):
    return total - min(n, total)


def run(operations):
    total = 0
    for verb, n in operations:
        if verb not in HANDLERS:
            raise ValueError(f"unknown operation {verb}")
        total = HANDLERS[verb](total, n)
    return total
