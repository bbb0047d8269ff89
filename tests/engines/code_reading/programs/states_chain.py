# concerns: money, errors
def run(operations):
    balance = {}
    moved = []
    for kind, account, amount in operations:
        if kind == "credit":
            balance[account] = balance.get(account, 0) + amount
            moved.append(account)
        elif kind == "refund":
            balance[account] = balance.get(account, 0) + amount
            moved.append(account)
        elif kind == "debit":
            balance[account] = balance.get(account, 0) - amount
            moved.append(account)
    return {"balance": balance, "moved": moved}
