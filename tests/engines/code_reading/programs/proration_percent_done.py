# concerns: money
"""Progress is told as a share; every amount stays whole."""


def share(product, length):
    return (2 * product + length) // (2 * length)


def run(subscription, moments):
    start, end, price = subscription["from"], subscription["to"], subscription["price"]
    told = []
    for moment in moments:
        used = share(price * (moment - start), end - start)
        told.append({"at": moment, "used": used, "progress": (moment - start) / (end - start)})
    return told
