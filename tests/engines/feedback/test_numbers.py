"""Which quantities are read from a sentence, and which only look like one."""

import pytest

from greenroom.engines.feedback.normalise import plain
from greenroom.engines.feedback.numbers import numbers
from greenroom.engines.feedback.sentences import sentences


def read(text: str) -> list[tuple[float, str]]:
    made = plain(text)
    return [(n.value, n.unit) for s in sentences(made) for n in numbers(s, made.low)]


@pytest.mark.parametrize(
    "text,value,unit",
    [
        ("It fell by 12 percent.", 12, "percent"),
        ("It fell by 12%.", 12, "percent"),
        ("It takes 180ms now.", 180, "time"),
        ("It takes 3.5 seconds.", 3.5, "time"),
        ("It takes half a day.", 0.5, "time"),
        ("We lost 1,200 rows.", 1200, "count"),
        ("We moved 38 million rows.", 38e6, "count"),
        ("It saves €9,400 a month.", 9400, "money"),
        ("It saves 4k euros.", 4000, "money"),
        ("It is ten times faster.", 10, "times"),
        ("It is 6 GB large.", 6, "size"),
        ("We had twenty-one tickets.", 21, "count"),
        ("We had zero tickets.", 0, "count"),
        ("Not one order was refused.", 0, "count"),
    ],
)
def test_a_quantity_is_read_with_its_unit(text, value, unit):
    assert (value, unit) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "I joined in 2019.",
        "We used Python 3.11 and Django 5.",
        "It listened on port 8080.",
        "It answered with 503 errors.",
        "The call came at 3 am.",
        "I have 7 years of experience.",
        "2024-03-01 12:30:11 ERROR 500 took 30 ms",
        "It happened on March 12.",
    ],
)
def test_a_label_made_of_digits_is_no_quantity(text):
    assert read(text) == []
