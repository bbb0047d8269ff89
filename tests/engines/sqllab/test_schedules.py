"""Orders of turns: all of them, evenly chosen ones, and those that come to the same."""

import pytest

from greenroom.engines.sqllab.schedules import Paths, every, fixed, name_of, order_of


def test_every_order_is_there_once():
    schedules = every({"a": 2, "b": 2})
    assert schedules.chosen == ("aabb", "abab", "abba", "baab", "baba", "bbaa")
    assert schedules.told == "6 schedules"


def test_too_many_are_chosen_at_equal_distances():
    schedules = every({"a": 3, "b": 3, "c": 3}, most=10)
    assert (len(set(schedules.chosen)), schedules.of) == (10, 1680)
    assert {"".join(sorted(order)) for order in schedules.chosen} == {"aaabbbccc"}
    assert schedules.told == "10 schedules, chosen evenly of 1,680"


def test_a_name_leads_back_to_its_order():
    assert name_of("abab", {"a": 2, "b": 2}) == "a1 b1 a:commit b:commit"
    assert order_of("a1 b1 a:commit b:commit") == "abab"
    assert fixed(("a b", "b1 a1")).chosen == ("ab", "ba")
    for name in ("", "a1,b1", "A1", "a1 commit"):
        with pytest.raises(ValueError, match="is no schedule"):
            order_of(name)


def test_orders_that_come_to_the_same_turns_are_known():
    paths = Paths()
    for taken, free in (("", "ab"), ("a", "a"), ("aa", "b"), ("aab", "b"), ("aabb", "")):
        paths.note(taken, free)  # b waits until a has ended
    assert paths.of("aabb") == paths.of("abab") == paths.of("abba") == "aabb"
    assert paths.of("baab") is None
