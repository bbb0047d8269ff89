"""Exercises for the SQL lab: the example of the pages is proven on the real server, and spoilt once for each rule."""

import pytest

from greenroom.content import prove_queries, read_sql_exercises
from greenroom.content.sql_mutants import sql_mutants
from greenroom.engines.sqllab import Lab

SLUG = "seats-left"
HERE = f"exercises/sql/{SLUG}"
FILE = f"{HERE}/exercise.yaml"
SCHEMA = "schemas/ferries"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    with Lab(tmp_path_factory.mktemp("lab"), idle=0) as lab:
        yield lab


def proven(room, lab, kept=None):
    (proof,) = prove_queries([document_of(room)], lab, "1", kept)
    return proof


def document_of(room):
    return next(document for document, _ in read_sql_exercises(room.root) if document and document.slugs[1] == SLUG)


def test_an_exercise_is_filled_in_from_its_files_and_its_schema(room):
    assert [faults for _, faults in read_sql_exercises(room.root) if faults] == []
    document = document_of(room)
    assert list(document.value.sql.data) == ["normal", "empty", "nulls", "duplicates", "full"]
    assert "create table ferries" in document.value.sql.ddl
    assert document.value.parts[0].prompt.startswith("Write one query")


def test_a_set_of_its_own_comes_before_the_schema_s(room):
    room.write(f"{HERE}/data/nulls.sql", "select 2;")
    document = document_of(room)
    assert document.value.sql.data["nulls"] == "select 2;"


def test_the_example_of_the_pages_proves_itself_and_is_proven_once(room, lab, tmp_path):
    first = proven(room, lab, tmp_path / "kept")
    assert (first.faults, first.kept) == ([], False)
    assert first.killed == first.mutants >= 8
    assert proven(room, lab, tmp_path / "kept").kept


SPOILS = [
    (f"{HERE}/reference/solution.sql", "< f.seats", "<= f.seats", "lists-full-ferries fails nothing"),
    (f"{HERE}/reference/solution.sql", "f.seats - coalesce", "f.seat - coalesce", "the reference on normal"),
    (f"{HERE}/starter/solution.sql", ..., "select id, 1 as free from ferries where false", None),
    (FILE, "fails: [normal, nulls]", "fails: [normal]", "forgets-the-empty-sum fails normal, nulls and not normal"),
    (FILE, "verdict: wrong answer", "verdict: runtime error", "gets wrong answer and not runtime error"),
    (f"{SCHEMA}/data/full.sql", "(1, 1, 10), (2, 2, 9), (3, 3, 4), (4, 3, 6)", "(1, 1, 1)",
     "fails duplicates and not duplicates, full"),
    (f"{SCHEMA}/schema.sql", "create table ferries", "create tabel ferries", "schema ferries"),
    (f"{SCHEMA}/data/nulls.sql", "(1, 1, null)", "(1, 9, null)", "data set nulls"),
]  # fmt: skip


@pytest.mark.parametrize("file, old, new, says", SPOILS, ids=[f"{n}" for n in range(len(SPOILS))])
def test_the_gate_finds(room, lab, file, old, new, says):
    if old is ...:
        room.write(file, new)
    else:
        room.edit(file, old, new)
    faults = proven(room, lab).faults
    if says is None:
        assert faults == []  # a starter that is wrong is a starter
    else:
        assert any(says in fault.message and fault.mend for fault in faults), faults


def test_a_starter_that_is_the_solution_is_a_fault(room, lab):
    room.write(f"{HERE}/starter/solution.sql", (room.root / HERE / "reference/solution.sql").read_text())
    assert [fault.message for fault in proven(room, lab).faults] == ["passes as it is"]


def test_sets_that_let_mutants_live_are_a_fault_with_the_mutants_named(room, lab):
    room.edit(f"{SCHEMA}/data/duplicates.sql", "(4, 3, 3), (5, 3, 3)", "(4, 3, 6)")
    room.edit(f"{SCHEMA}/data/normal.sql", ", (4, 'Skua', 1)", "")
    faults = proven(room, lab).faults
    assert {fault.code for fault in faults} == {"mutants"}, faults
    assert any("no data set notices this mutant: with DISTINCT: SUM(b.seats)" in fault.message for fault in faults)


def test_an_equivalent_that_is_none_is_a_fault(room, lab):
    room.edit(FILE, "  schema: ferries", "  schema: ferries\n  equivalents: [{mutant: without HAVING, reason: None.}]")
    assert any("no such mutant survives: without HAVING" in fault.message for fault in proven(room, lab).faults)


def test_a_mutant_may_be_listed_twice_as_the_gate_names_it_and_its_reason_may_not(room):
    mutant = "left join: JOIN bookings AS b ON b.ferry = f.id AND b.seats > 0 AND b.id > 0"
    reason = "A booking without a ferry cannot be stored, as the key of its table says."
    listed = f'{{mutant: "{mutant}", reason: "{reason}"}}'
    room.edit(FILE, "  schema: ferries", f"  schema: ferries\n  equivalents: [{listed}, {listed}]")
    assert [fault.field for fault in room.faults("copy")] == ["sql.equivalents[1].reason"]


EDITS = [
    ("sql-form", FILE, "kind: sql", "kind: code"),
    ("sql-form", FILE, "schema: ferries", "schema: boats"),
    ("sql-form", FILE, "  form: query", "  form: query\n  writes: true"),
    ("unreadable", FILE, "  form: query", "  form: query\n  ddl: create table x ()"),
    ("unreadable", FILE, "form: query", "form: riddle"),
    ("slug-form", FILE, "nulls, duplicates, full]", "nulls, duplicates, ../full]"),
    ("slug-form", FILE, "name: lists-full-ferries", "name: ../x"),
    ("slug-form", f"{SCHEMA}/schema.yaml", "  full:", "  ../full:"),
    ("missing-file", FILE, "nulls, duplicates, full]", "nulls, duplicates, full, ties]"),
    ("missing-file", f"{SCHEMA}/schema.yaml", "  full: Ferries", "  more: More.\n  full: Ferries"),
    ("stray-file", f"{HERE}/notes.txt", ..., "notes"),
    ("stray-file", f"{SCHEMA}/notes.txt", ..., "notes"),
    ("few-sets", FILE, "nulls, duplicates, full]", "nulls, duplicates]"),
    ("few-wrongs", FILE, "fails: [normal]", "fails: []"),
    ("unknown-case", FILE, "fails: [duplicates, full]", "fails: [duplicates, fuller]"),
    ("fails-order", FILE, "fails: [normal, nulls]", "fails: [nulls, normal]"),
    ("wrong-verdict", FILE, "verdict: wrong answer", "verdict: too slow to grow"),
    ("duplicate-id", FILE, "name: lists-full-ferries", "name: forgets-the-empty-sum"),
    ("unknown-competency", FILE, "competencies: [reliability]", "competencies: [calm]"),
    ("misplaced", FILE, "slug: seats-left", "slug: other"),
]  # fmt: skip


@pytest.mark.parametrize("code, file, old, new", EDITS, ids=[f"{row[0]}-{n}" for n, row in enumerate(EDITS)])
def test_lint_finds(room, code, file, old, new):
    if old is ...:
        room.write(file, new)
    else:
        room.edit(file, old, new)
    found = room.faults(code)
    assert found, room.faults()
    assert all(fault.message and fault.mend for fault in found)


def test_each_kind_of_mistake_has_its_mutant():
    source = """select distinct a.x, count(distinct b.y), sum(b.z + 1), coalesce(max(b.z), 0), row_number() over
        (partition by a.x order by a.y desc) from a left join b on a.id = b.a
        where a.x > 3 and not a.gone is null group by a.x having
        count(b.y) >= 2 order by a.x"""
    changes = " | ".join(mutant.change for mutant in sql_mutants(source))
    wanted = ["inner join", ">= for >", "< for >", "or for and", "left out", "without WHERE", "without HAVING",
              "without DISTINCT", "count(*)", "min for max", "max for sum", "without its default", "turned round",
              "order turned", "without ORDER BY", "4 for 3", "+ for -", "RANK for ROW_NUMBER",
              "without PARTITION BY"]  # fmt: skip
    assert [text for text in wanted if text not in changes] == []


WRITES = [
    ("update a set x = 1, y = 2 where z = 3", ["without WHERE", "not set: x = 1", "<> for =: z = 3", "2 for 1: x = 1"]),
    ("delete from a where z = 3", ["without WHERE", "<> for =: z = 3"]),
    ("insert into a (x, y) select 5, 6 on conflict (x) do update set y = excluded.y where a.y < excluded.y",
     ["without WHERE", "<= for <: a.y < excluded.y"]),
]  # fmt: skip


@pytest.mark.parametrize("source, wanted", WRITES, ids=["update", "delete", "upsert"])
def test_statements_that_change_rows_have_mutants_that_a_server_would_run(source, wanted):
    found = list(sql_mutants(source))
    changes = " | ".join(mutant.change for mutant in found)
    assert [text for text in wanted if text not in changes] == []
    assert [m.source for m in found if "SET x <>" in m.source or "SET y <>" in m.source or "(x DESC" in m.source] == []


def test_a_reference_that_is_not_the_same_when_printed_anew_is_a_fault(room, lab):
    wrong = ("loses-the-quiet-ferry", "forgets-the-empty-sum", "lists-full-ferries")
    for folder in ("reference", *(f"wrong/{name}" for name in wrong)):
        room.edit(f"{HERE}/{folder}/solution.sql", "select f.id,", "select char_length(f.name),")
    assert any("prints it as something else" in fault.message for fault in proven(room, lab).faults)


def test_mutants_are_all_different_and_none_is_the_reference():
    source = "select id from a where x = 1 and y = 1"
    sources = [mutant.source for mutant in sql_mutants(source)]
    assert len(set(sources)) == len(sources) > 5
    assert len({mutant.change for mutant in sql_mutants(source)}) == len(sources)
