"""What differs between two texts is marked, and nothing is lost."""

import pytest

from greenroom.web.present.difference import MOST, marked


def joined(pieces):
    return "".join(text for text, _ in pieces)


@pytest.mark.parametrize(
    "expected,actual",
    [("[1, 20]", "[1, 21]"), ("", "[]"), ("a", ""), ("same", "same"), ("x" * MOST + "yz", "x" * MOST + "z")],
)
def test_the_pieces_are_the_texts(expected, actual):
    left, right = marked(expected, actual)
    assert (joined(left), joined(right)) == (expected, actual)


def test_a_number_differs_as_a_whole():
    left, right = marked("[1, 200]", "[1, 201]")
    assert ("200", True) in left
    assert ("201", True) in right


def test_what_is_the_same_is_not_marked():
    assert marked("same", "same") == ((("same", False),), (("same", False),))


def test_long_texts_are_marked_between_their_common_ends():
    left, right = marked("x" * MOST + "yy" + "z", "x" * MOST + "a" + "z")
    assert [text for text, differs in left if differs] == ["yy"]
    assert [text for text, differs in right if differs] == ["a"]
