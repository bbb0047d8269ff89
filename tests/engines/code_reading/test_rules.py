"""Every rule proves itself on its own samples, and the rules as a whole keep their form."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from greenroom.core.language import CODE, Language
from greenroom.engines.code_reading.parsing import matches
from greenroom.engines.code_reading.rules import Pattern, Rule, rules

SAMPLES = [
    pytest.param(rule.id, language, kind, text, id=f"{rule.id}-{language}-{kind}-{n}")
    for rule in rules()
    for language in CODE
    if (pattern := rule.of(language))
    for kind in ("remarked", "silent")
    for n, text in enumerate(getattr(pattern, kind), 1)
]
NAMED = {
    "duplicated branches": "same-branches",
    "unhandled error path": "unknown-passes",
    "money in floats": "money-in-floats",
    "mutable default": "mutable-default",
    "swallowed exception": "swallowed-exception",
    "unbounded retry": "unbounded-retry",
    "missing idempotency": "fingerprint-by-order",
    "naming": "name-says-nothing",
}


def found(rule_id: str, language: Language, text: str):
    rule = next(rule for rule in rules() if rule.id == rule_id)
    return matches(language, text, {rule_id: rule.of(language)})


@pytest.mark.parametrize("rule, language, kind, text", SAMPLES)
def test_a_rule_finds_what_its_samples_say_and_nothing_in_the_others(rule, language, kind, text):
    assert bool(found(rule, language, text)) == (kind == "remarked")


def test_every_rule_has_samples_of_both_kinds_in_each_of_its_languages():
    for rule in rules():
        patterns = [pattern for language in CODE if (pattern := rule.of(language))]
        assert patterns, rule.id
        for pattern in patterns:
            assert len(pattern.remarked) >= 2, rule.id
            assert len(pattern.silent) >= 2, rule.id


def test_order_is_an_order_and_ids_are_names_of_files():
    assert len({rule.order for rule in rules()}) == len(rules())
    assert len({rule.id for rule in rules()}) == len(rules())


def test_what_was_asked_for_is_there_in_both_languages_where_it_can_be():
    by_id = {rule.id: rule for rule in rules()}
    assert set(NAMED.values()) <= set(by_id)
    only_python = {rule.id for rule in rules() if rule.node is None}
    assert only_python == {"mutable-default", "catches-everything", "shadowed-builtin"}
    assert {rule.id for rule in rules() if rule.python is None} == {"loose-equality"}


def test_every_rule_and_every_field_is_documented():
    page = (Path(__file__).parents[3] / "docs" / "code-reading.md").read_text()
    rows = re.findall(r"^\| (\d+) \| `([a-z-]+)` \| [^|]+ \| ([^|]+) \| ([^|]*) ?\|$", page, re.MULTILINE)
    told = [
        (
            str(rule.order),
            rule.id,
            " and ".join(name for name, there in (("Python", rule.python), ("Node.js", rule.node)) if there),
            ", ".join(rule.concerns),
        )
        for rule in rules()
    ]
    assert [tuple(part.strip() for part in row) for row in rows] == told
    for fact, title in ((Rule, "A rule"), (Pattern, "A pattern")):
        section = page.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
        cells = re.findall(r"^\| (`[^|]*`) \|", section, re.MULTILINE)
        assert {name for cell in cells for name in re.findall(r"`(\w+)`", cell)} == {f.name for f in fields(fact)}
