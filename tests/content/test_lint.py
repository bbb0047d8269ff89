"""Lint: the library of the authoring pages is spoilt once for every rule, and the rule finds it."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from greenroom.content import check

from .examples import DOCS, Room
from .test_exercises import EDITS as EXERCISES
from .test_index_exercises import EDITS as INDEXES
from .test_sql_exercises import EDITS as QUERIES
from .test_sql_forms import EDITS as FORMS

COMPANY = "companies/northwind-ferries.yaml"
PAIR = "guides/northwind-ferries/backend-developer.yaml"
ROLE = "roles/backend-developer.yaml"
QUESTION = "questions/an-outage-you-handled/question.yaml"
STRONG = "questions/an-outage-you-handled/samples/strong.md"
RUBRIC = "rubrics/an-outage-you-handled.yaml"
TYPES = "interview-types.yaml"
COMPETENCY = "competencies/reliability.yaml"
POINT = "\n      - somebody rang before any alert\n      - I saw it on the dashboard"

# code, what is wrong in words, the file, what stands there, what is put in its place
EDITS = [
    ("unreadable", "an unknown field", COMPANY, "one_line:", "on_line:"),
    ("unreadable", "a bare word that YAML reads as false", COMPETENCY, "name: Reliability", "name: no"),
    (
        "unknown-interview-type",
        "a stage practised as what is not there",
        COMPANY,
        "practise: behavioural",
        "practise: x",
    ),
    ("unknown-competency", "a quality of no competency", COMPANY, "competency: reliability", "competency: calm"),
    ("unknown-company", "a pair of no company", PAIR, "company: northwind-ferries", "company: southwind"),
    ("unknown-role", "a stage for no role", COMPANY, "minutes: 40", "roles: [deckhand]"),
    ("unknown-question", "a guide that asks no question", PAIR, "question: an-outage-you-handled", "question: x"),
    ("unknown-rubric", "a question without a rubric", QUESTION, "rubric: an-outage-you-handled", "rubric: x"),
    ("passage-voice", "advice beside a claim", COMPANY, "source: hiring-page", "source: hiring-page\n    advice: Go."),
    ("passage-voice", "a passage that is blank", COMPANY, "- unknown: Nobody has", "- unknown: ''\n# "),
    ("unsourced-claim", "a claim without a source", COMPANY, "    source: hiring-page\n", ""),
    ("unknown-source", "a claim with a source that is not there", COMPANY, "source: hiring-page", "source: x"),
    ("no-confidence", "a claim without confidence", COMPANY, "    confidence: high\n", ""),
    ("sourced-advice", "advice with confidence", ROLE, "touched.", "touched.\n    confidence: low"),
    ("stale-source", "a source read too long ago", COMPANY, "    read: 2026-11-01", "    read: 2024-11-01"),
    ("future-source", "a source read tomorrow", COMPANY, "    read: 2026-11-01", "    read: 2027-01-01"),
    (
        "unused-source",
        "a source that bears nothing",
        COMPANY,
        "sources:\n",
        "sources:\n  spare: {title: T, address: page:x, kind: news, dated: '2026', read: 2026-11-01}\n",
    ),
    ("future-check", "a file checked tomorrow", ROLE, "checked: 2026-11-01", "checked: 2027-01-01"),
    ("bare-pay", "pay without a year", COMPANY, 'year: "2026"', 'year: ""'),
    ("bare-pay", "pay without a basis", COMPANY, "basis: advertised base", 'basis: " "'),
    (
        "unknown-source",
        "pay with a source that is not there",
        COMPANY,
        "base\n    source: hiring-page",
        "base\n    source: x",
    ),
    ("no-figure", "pay without a figure", COMPANY, "    low: 700000\n    high: 850000\n", ""),
    ("pay-order", "pay that falls", COMPANY, "low: 700000", "low: 900000"),
    ("misplaced", "a slug that is not the file's name", COMPANY, "slug: northwind-ferries", "slug: northwind"),
    ("misplaced", "a sample of the other's name", STRONG, "name: strong", "name: weak"),
    ("slug-form", "a slug with a capital", TYPES, "slug: behavioural", "slug: Behavioural"),
    ("duplicate-id", "an id of another file", ROLE, "id: role-backend-developer", "id: company-northwind-ferries"),
    ("duplicate-id", "two points of a list with one id", ROLE, "id: one-outage", "id: own-system"),
    ("unknown-stage", "a quality probed in no stage", COMPANY, "probed: [first-talk]", "probed: [last-talk]"),
    ("no-proof", "a sample expected to get nothing", QUESTION, "    finds: [missing_result]\n", ""),
    ("no-proof", "a criterion without a band", QUESTION, "      trail: [1, 2]", "      {}"),
    ("unknown-code", "a finding that does not exist", QUESTION, "cause_found", "cause_lost"),
    (
        "proof-clash",
        "a finding both expected and ruled out",
        QUESTION,
        "never: [missing_result]",
        "never: [cause_found]",
    ),
    ("unknown-point", "a proof on a point that is not there", QUESTION, "covers: [who-noticed]", "covers: [x]"),
    ("unknown-point", "a criterion with a point that is not there", RUBRIC, "points: [who-noticed]", "points: [x]"),
    ("unknown-criterion", "a band on no criterion", QUESTION, "trail: [3, 5]", "trail: [3, 5]\n      x: [3, 5]"),
    ("idle-band", "a band that allows all", QUESTION, "trail: [3, 5]", "trail: [1, 5]"),
    ("idle-band", "a band that falls", QUESTION, "trail: [3, 5]", "trail: [5, 3]"),
    ("blunt-proof", "a proof that the weak sample passes too", QUESTION, "trail: [3, 5]", "trail: [2, 5]"),
    ("stray-level", "a level that the question lacks", QUESTION, "  senior: Also", "  staff: Also"),
    ("few-wordings", "a point with two wordings", RUBRIC, POINT, ""),
    ("no-follow-up", "a point that nobody asks for", RUBRIC, "follow_up: Who", "follow_up: ''\n# "),
    ("wording-length", "a wording of one word", RUBRIC, "- a customer told us first", "- noticed"),
    (
        "thin-criterion",
        "a criterion with two kinds",
        RUBRIC,
        "evidence: [cause_found, first_person_action, lasting_change]",
        "evidence: [learning]",
    ),
    ("anchor-needs", "a first anchor that needs something", RUBRIC, "well again.", "well again.\n        needs: 1"),
    ("anchor-needs", "anchors that do not rise", RUBRIC, "needs: 2", "needs: 4"),
    ("unreachable-anchor", "a fifth anchor out of reach", RUBRIC, "needs: 4", "needs: 5"),
    ("unreachable-anchor", "a criterion of points alone", RUBRIC, "cause_found, first_person_action, ", ""),
    ("idle-point", "a point that counts nowhere", RUBRIC, "    points: [who-noticed]\n", ""),
    ("length", "lengths that do not rise", RUBRIC, "hard_max: 600", "hard_max: 200"),
    ("topic-min", "more topic words than there are", RUBRIC, "topic_min: 1", "topic_min: 4"),
    ("weight", "a criterion that counts nothing", RUBRIC, "weight: 2", "weight: 0"),
    ("placeholder", "a promise to write", COMPETENCY, "meaning: Building", "meaning: TODO"),
    ("blank", "a blank text", COMPETENCY, "weak: Speaks", "weak: ' '\n#"),
    ("outside-path", "a file that readers lack", QUESTION, "why: It shows", "why: See facts/outages. It shows"),
]


def short(room: Room) -> None:
    room.edit(PAIR, "checklist:\n  - id: gate\n    text: Thought through how a gate works without a network\n", "")


def copied(room: Room) -> None:
    sentence = "Draw the system you know best from memory, then mark what you never touched."
    room.edit(QUESTION, "why: It shows", f"why: {sentence} It shows")


def second(room: Room) -> None:
    text = (room.root / COMPETENCY).read_text()
    room.write("competencies/calm.yaml", text)


def other_company(room: Room) -> None:
    text = (
        (room.root / COMPANY)
        .read_text()
        .replace("northwind-ferries", "eastwind")
        .replace("Northwind Ferries", "Eastwind")
    )
    room.write("companies/eastwind.yaml", text)
    room.edit(COMPANY, "Bring one night", "Read about Eastwind and bring one night")


def doubted(room: Room) -> None:
    text = (
        (room.root / COMPANY).read_text().replace("northwind-ferries", "stripe").replace("Northwind Ferries", "Stripe")
    )
    room.write("companies/stripe.yaml", text.replace("Three conversations", "3,500 people and three conversations"))


def linked(room: Room) -> None:
    outside = room.root.parent / "outside.yaml"
    outside.write_text((room.root / COMPETENCY).read_text())
    (room.root / "competencies" / "calm.yaml").symlink_to(outside)


def oddly_named(room: Room) -> None:
    room.edit(QUESTION, "proof:", "proof:\n  others: {best: {finds: [missing_result], bands: {}}}")
    room.write(STRONG.replace("strong.md", "best.md"), (room.root / STRONG).read_text())


def unasked(room: Room) -> None:
    text = (room.root / RUBRIC).read_text()
    room.write("rubrics/x.yaml", text.replace("id: an-outage-you-handled", "id: x"))


SPOILS: list[tuple[str, Callable[[Room], object]]] = [
    ("short-checklist", short),
    ("copy", copied),
    ("duplicate-slug", second),
    ("other-company", other_company),
    ("doubted-figure", doubted),
    ("link", linked),
    ("stray-file", lambda room: room.write("competencies/calm.yml", "")),
    ("stray-sample", lambda room: (room.root / STRONG).rename(room.root / STRONG.replace("strong", "best"))),
    ("sample-name", oddly_named),
    ("no-sample", lambda room: (room.root / STRONG).unlink()),
    ("empty-type", lambda room: room.edit(TYPES, "- slug", "- {slug: payments, name: P, one_line: Money.}\n- slug")),
    ("unused-rubric", unasked),
]


@pytest.mark.parametrize(
    "code, file, old, new", [(c, f, o, n) for c, _, f, o, n in EDITS], ids=[row[1] for row in EDITS]
)
def test_it_finds(room, code, file, old, new):
    room.edit(file, old, new)

    found = room.faults(code)

    assert found, room.faults()
    assert all(fault.message and fault.mend for fault in found)
    assert {fault.file for fault in found} == {file}
    assert all(fault.line >= 1 and fault.field for fault in found)


@pytest.mark.parametrize("code, spoil", SPOILS, ids=[code for code, _ in SPOILS])
def test_it_finds_in_the_whole_library(room, code, spoil):
    spoil(room)

    assert room.faults(code), room.faults()


def test_every_rule_on_the_page_is_tried_here_and_no_other_exists(room):
    documented = set(re.findall(r"^\| `([\w-]+)` \|", (DOCS / "rules.md").read_text(), re.MULTILINE))
    tried = {row[0] for row in (*EDITS, *EXERCISES, *QUERIES, *INDEXES, *FORMS)} | {code for code, _ in SPOILS}
    tried |= {"proof", "mutants", "loose-limit"}  # test_proof.py, test_gate.py, test_index_exercises.py

    assert documented == tried


def test_a_fault_names_file_line_field_and_mend(room):
    room.edit(COMPANY, "    source: hiring-page\n", "")

    (fault,) = room.faults("unsourced-claim")

    assert fault.line == room.line(COMPANY, "- say: Three conversations")
    assert str(fault) == (
        f"{COMPANY}:{fault.line} overview[0]: says something without a source. "
        "Mend: add source, or write it as advice or unknown."
    )


def test_a_doubted_figure_may_be_named_as_disputed(room):
    doubted(room)
    room.edit("companies/stripe.yaml", "3,500 people and three conversations within", "Several within")
    room.edit(
        "companies/stripe.yaml",
        "    confidence: high\n",
        "    confidence: high\n    disputed: An old page says 3,500.\n",
    )

    assert room.faults("doubted-figure") == []


@pytest.mark.parametrize("figure", ["163,500 EUR", "2023-500", "138,000", "version 14.6.5", "42,000,000"])
def test_a_figure_that_only_contains_a_doubted_one_is_no_fault(room, figure):
    doubted(room)
    room.edit("companies/stripe.yaml", "3,500 people", figure)

    assert room.faults("doubted-figure") == []


def test_a_source_is_fresh_on_its_last_day_and_stale_on_the_next(room):
    last, next = date(2028, 4, 24), date(2028, 4, 25)  # 540 days after the page was read

    assert not [fault for fault in check(room.root, last) if fault.code == "stale-source"]
    assert [fault.line for fault in check(room.root, next) if fault.code == "stale-source"] == [
        room.line(COMPANY, "read: 2026-11-01")
    ]
