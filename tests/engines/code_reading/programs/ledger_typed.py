# concerns: money, errors
from __future__ import annotations


class Ledger:
    def __init__(self) -> None:
        self.accounts: dict[str, int] = {}
        self.log: list[tuple[str, int]] = []

    def post(self, lines: list[tuple[str, int]], tags: list[str] = []) -> str:
        if sum(amount for _, amount in lines):
            return "unbalanced"
        for account, amount in lines:
            self.accounts[account] = self.accounts.get(account, 0) + amount
            self.log.append((account, amount))
        return "ok " + ",".join(tags) if tags else "ok"


def run(entries: list[list[tuple[str, int]]]) -> dict[str, int]:
    ledger = Ledger()
    for entry in entries:
        ledger.post(entry)
    return ledger.accounts
