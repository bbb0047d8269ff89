"""A ledger: every posting has two sides, and nothing that was booked is ever changed."""

from collections import deque

GROW_BY_DEBIT = {"asset", "expense"}
OTHER_SIDE = {"debit": "credit", "credit": "debit"}
HOLD_LASTS = 604_800  # seconds
OK = {"ok": True}


def book(operations):
    """Return one reply for each operation, in their order."""
    ledger = Ledger()
    return [ledger.reply(operation) for operation in operations]


class Refused(Exception):
    """An operation that changes nothing; it carries the reply."""

    def __init__(self, error, **more):
        self.reply = {"error": error, **more}


class Account:
    """One account. Its balance is positive when it stands on the side by which the account grows."""

    def __init__(self, kind, at_least):
        self.grows_by = "debit" if kind in GROW_BY_DEBIT else "credit"
        self.at_least = at_least
        self.held = 0  # what open holds may still take
        self.movements = []  # (second, change)

    def change(self, side, amount):
        return amount if side == self.grows_by else -amount

    def move(self, change, at):
        self.movements.append((at, change))

    def available(self):
        return self.balance_at(float("inf")) - self.held

    def balance_at(self, moment):
        return sum(change for at, change in self.movements if at <= moment)


class Ledger:
    """Accounts, and what was booked and held under which id."""

    def __init__(self):
        self.accounts = {}
        self.seen = {}  # id -> what was asked under it
        self.booked = {}  # id -> lines
        self.reversed = set()
        self.holds = {}  # id -> (operation, changes), open ones only
        self.ends = deque()  # (second, id), earliest first
        self.now = None  # the time of the operation in hand

    def reply(self, operation):
        self.now = operation.get("at", 0)
        self.end_old_holds()
        try:
            return ACTIONS[operation["op"]](self, operation)
        except Refused as refused:
            return refused.reply

    def open(self, operation):
        if operation["account"] in self.accounts:
            raise Refused("account_exists")
        self.accounts[operation["account"]] = Account(operation["kind"], operation.get("at_least"))
        return OK

    def balance(self, operation):
        account = self.account(operation)
        return {"balance": account.balance_at(operation.get("as_of", float("inf")))}

    def available(self, operation):
        return {"available": self.account(operation).available()}

    def post(self, operation):
        id, lines = operation["id"], operation["lines"]
        changes = self.changes(lines)
        if not self.is_repeat(id, lines):
            self.check_limits(changes)
            self.seen[id] = lines
            self.write(id, lines, changes)
        return OK

    def hold(self, operation):
        id, lines = operation["id"], two_lines(operation, operation["amount"])
        changes = self.changes(lines)
        if not self.is_repeat(id, ("hold", lines)):
            self.check_limits(changes)
            self.seen[id] = ("hold", lines)
            self.holds[id] = (operation, changes)
            self.ends.append((self.now + HOLD_LASTS, id))
            self.reserve(changes, 1)
        return OK

    def capture(self, operation):
        id = operation["hold"]
        if id not in self.holds:
            raise Refused("not_held")
        hold, _ = self.holds[id]
        amount = operation.get("amount", hold["amount"])
        if not is_amount(amount):
            raise Refused("amount_invalid")
        if amount > hold["amount"]:
            raise Refused("too_much")
        self.end(id)
        lines = two_lines(hold, amount)
        self.write(id, lines, self.changes(lines))
        return OK

    def release(self, operation):
        if operation["hold"] not in self.holds:
            raise Refused("not_held")
        self.end(operation["hold"])
        return OK

    def reverse(self, operation):
        id, of = operation["id"], operation["of"]
        if self.is_repeat(id, ("reverse", of)):
            return OK
        if of not in self.booked:
            raise Refused("unknown_posting")
        if of in self.reversed:
            raise Refused("already_reversed")
        lines = [[OTHER_SIDE[side], name, amount] for side, name, amount in self.booked[of]]
        changes = self.changes(lines)
        self.check_limits(changes)
        self.seen[id] = ("reverse", of)
        self.reversed.add(of)
        self.write(id, lines, changes)
        return OK

    def account(self, operation):
        if operation["account"] not in self.accounts:
            raise Refused("unknown_account")
        return self.accounts[operation["account"]]

    def changes(self, lines):
        """Return how the lines change each account's balance; refuse lines that cannot be booked."""
        if len(lines) < 2:
            raise Refused("too_few_lines")
        if not all(is_amount(amount) for _, _, amount in lines):
            raise Refused("amount_invalid")
        if not all(name in self.accounts for _, name, _ in lines):
            raise Refused("unknown_account")
        if total(lines, "debit") != total(lines, "credit"):
            raise Refused("unbalanced")
        changes = {}
        for side, name, amount in lines:
            changes[name] = changes.get(name, 0) + self.accounts[name].change(side, amount)
        return changes

    def is_repeat(self, id, asked):
        if id in self.seen and self.seen[id] != asked:
            raise Refused("id_taken")
        return id in self.seen

    def check_limits(self, changes):
        for name, change in changes.items():
            account = self.accounts[name]
            if account.at_least is not None and account.available() + change < account.at_least:
                raise Refused("too_low", account=name)

    def write(self, id, lines, changes):
        self.booked[id] = lines
        for name, change in changes.items():
            self.accounts[name].move(change, self.now)

    def reserve(self, changes, direction):
        """Reserve (1) what the changes would take, or give it free again (-1)."""
        for name, change in changes.items():
            self.accounts[name].held += direction * max(-change, 0)

    def end(self, id):
        _, changes = self.holds.pop(id)
        self.reserve(changes, -1)

    def end_old_holds(self):
        while self.ends and self.ends[0][0] <= self.now:
            _, id = self.ends.popleft()
            if id in self.holds:
                self.end(id)


ACTIONS = {
    "open": Ledger.open,
    "balance": Ledger.balance,
    "available": Ledger.available,
    "post": Ledger.post,
    "hold": Ledger.hold,
    "capture": Ledger.capture,
    "release": Ledger.release,
    "reverse": Ledger.reverse,
}


def is_amount(value):
    return type(value) is int and value > 0


def total(lines, wanted):
    return sum(amount for side, _, amount in lines if side == wanted)


def two_lines(hold, amount):
    return [["debit", hold["debit"], amount], ["credit", hold["credit"], amount]]
