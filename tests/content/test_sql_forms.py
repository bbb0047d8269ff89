"""Schemas under attack and races: the examples of the pages are proven on the real server, and spoilt for each rule."""

import pytest

from greenroom.content import prove_queries, read_sql_exercises
from greenroom.engines.sqllab import Lab

SCHEMA, RACE = "exercises/sql/cabins-under-attack", "exercises/sql/last-seats"
SCHEMA_FILE, RACE_FILE = f"{SCHEMA}/exercise.yaml", f"{RACE}/exercise.yaml"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    with Lab(tmp_path_factory.mktemp("lab"), idle=0) as lab:
        yield lab


def proven(room, lab, folder):
    read = (document for document, _ in read_sql_exercises(room.root) if document)
    (proof,) = prove_queries([document for document in read if document.file.startswith(folder)], lab, "1", None)
    return proof


@pytest.mark.parametrize("folder", [SCHEMA, RACE])
def test_the_examples_of_the_pages_prove_themselves(room, lab, folder):
    proof = proven(room, lab, folder)
    assert (proof.faults, proof.mutants) == ([], 0)


SPOILS = [
    (SCHEMA, "reference/solution.sql", "primary key ", "", "does not pass: booked-twice gets wrong answer"),
    (SCHEMA, "reference/solution.sql", "create view booked", "create view book_ed", "does not pass: first-booking"),
    (SCHEMA, "exercise.yaml", "fails: [blank-name]", "fails: [booked-twice]", "fails blank-name and not booked-twice"),
    (SCHEMA, "exercise.yaml", "gives: [[2]]", "gives: [[3]]", "gives 2, and not 3"),
    (RACE, "reference/solution.sql", " for update", "", "does not pass: never-too-many gets wrong answer"),
    (RACE, "exercise.yaml", "fails: [somebody-sails]", "fails: [never-too-many]", "fails somebody-sails and not"),
    (RACE, "wrong/turns-it-round/solution.sql", "seats from", "seat from", "gets compile error"),
]  # fmt: skip


@pytest.mark.parametrize("folder, file, old, new, says", SPOILS, ids=[f"{n}" for n in range(len(SPOILS))])
def test_the_gate_finds(room, lab, folder, file, old, new, says):
    room.edit(f"{folder}/{file}", old, new)
    faults = proven(room, lab, folder).faults
    assert any(says in fault.message and fault.mend for fault in faults), faults


@pytest.mark.parametrize("folder", [SCHEMA, RACE])
def test_a_starter_that_is_the_solution_is_a_fault(room, lab, folder):
    room.write(f"{folder}/starter/solution.sql", (room.root / folder / "reference/solution.sql").read_text())
    assert [fault.message for fault in proven(room, lab, folder).faults] == ["passes as it is"]


EDITS = [
    ("sql-form", SCHEMA_FILE, "  form: schema", "  form: schema\n  schema: ferries"),
    ("sql-form", SCHEMA_FILE, "  form: schema", "  form: schema\n  sets: [normal]"),
    ("sql-form", RACE_FILE, "  form: race", "  form: race\n  before: [select 1]"),
    ("sql-form", RACE_FILE, "schema: ferries", "schema: boats"),
    ("missing-file", RACE_FILE, "set: normal", "set: busy"),
    ("slug-form", RACE_FILE, "set: normal", "set: ../normal"),
    ("few-attacks", SCHEMA_FILE, "must: work", "must: fail"),
    ("unreadable", SCHEMA_FILE, "must: fail", "must: break"),
    ("blank", SCHEMA_FILE, "  asks: |\n    function book(p_cabin bigint, p_name text) returns bigint\n"
     "    view booked(cabin bigint, name text)", "  asks: ''"),
    ("slug-form", SCHEMA_FILE, "name: two-cabins", "name: Two cabins"),
    ("duplicate-id", SCHEMA_FILE, "name: two-cabins", "name: first-booking"),
    ("attack-steps", SCHEMA_FILE, "\"a: begin\"", "begin"),
    ("attack-steps", SCHEMA_FILE, "steps: [\"select book(21, 'Ada')\"]", "steps: []"),
    ("attack-steps", SCHEMA_FILE, "      then: select cabin, name from booked\n", ""),
    ("attack-steps", SCHEMA_FILE, '["a: begin", ', '["a: begin", "c: begin", "d: begin", "e: begin", '),
    ("unknown-case", SCHEMA_FILE, "fails: [blank-name]", "fails: [normal]"),
    ("few-wrongs", SCHEMA_FILE, "fails: [blank-name]", "fails: []"),
    ("race-sessions", RACE_FILE, "    b: {booking: 12, ferry: 1, wanted: 2}\n", ""),
    ("race-sessions", RACE_FILE, "    b: {", "    bob: {"),
    ("race-sessions", RACE_FILE, "ferry: 1, wanted: 2", "ferry: 1, seats: 2"),
    ("race-schedules", RACE_FILE, "schedules: all", "schedules: [a1 b1, a1 c1]"),
    ("race-schedules", RACE_FILE, "schedules: all", "schedules: some"),
    ("race-schedules", RACE_FILE, "schedules: all", "schedules: []"),
    ("few-invariants", RACE_FILE, "    - name: somebody-sails\n      about: At least one of the two groups is booked.\n"
     "      sql: select count(*) > 0 from bookings where id in (11, 12)\n      gives: [[true]]\n", ""),
    ("duplicate-id", RACE_FILE, "    - name: somebody-sails", "    - name: never-too-many"),
    ("unknown-case", RACE_FILE, "fails: [somebody-sails]", "fails: [a1 b1]"),
]  # fmt: skip


@pytest.mark.parametrize("code, file, old, new", EDITS, ids=[f"{row[0]}-{n}" for n, row in enumerate(EDITS)])
def test_lint_finds(room, code, file, old, new):
    room.edit(file, old, new)
    found = room.faults(code)
    assert found, room.faults()
    assert all(fault.message and fault.mend for fault in found)


def test_a_race_may_name_its_schedules(room, lab):
    room.edit(RACE_FILE, "schedules: all", "schedules: [a1 b1 a2 b2, a1 a2 b1 b2]")
    assert room.faults() == []
    assert proven(room, lab, RACE).faults == []
