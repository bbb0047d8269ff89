"""Match a bank statement with our own records."""


def match(records, lines):
    """Return {"matched": [...], "open_lines": [...], "open_records": [...]}.

    A record and a line are dicts with "id", "ref", "amount", "currency" and "day".
    """
    return {"matched": []}
