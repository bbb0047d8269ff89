"""The order of verdicts."""

import pytest

from greenroom.core.verdict import Verdict, overall


def test_the_worst_verdict_speaks_for_all() -> None:
    assert overall([Verdict.ACCEPTED, Verdict.WRONG_ANSWER, Verdict.TIME_LIMIT]) is Verdict.TIME_LIMIT
    assert overall([Verdict.ACCEPTED]) is Verdict.ACCEPTED
    assert overall(Verdict) is Verdict.INTERNAL_ERROR


def test_nothing_judged_is_no_pass() -> None:
    with pytest.raises(ValueError, match="empty"):
        overall([])
