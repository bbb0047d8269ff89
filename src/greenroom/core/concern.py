"""What an exercise is about, as far as it decides which remarks on code make sense."""

from enum import StrEnum


class Concern(StrEnum):
    """Something that can go wrong in this exercise and in few others."""

    MONEY = "money"  # amounts, so no binary fractions
    RETRY = "retry"  # attempts that are repeated
    IDEMPOTENCY = "idempotency"  # the same request twice does its work once
    ERRORS = "errors"  # an input that is wrong or unknown has an answer of its own
    SECRETS = "secrets"  # signatures and keys are compared
