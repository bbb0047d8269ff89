"""Index exercises: the example of the pages is proven on the real server, and spoilt once for each rule."""

import pytest

from greenroom.content import prove_queries, read_sql_exercises
from greenroom.content.index_gate import without_each_index
from greenroom.engines.sqllab import Lab

HERE = "exercises/sql/tickets-at-the-gate"
FILE = f"{HERE}/exercise.yaml"
SCHEMA = "schemas/tickets"
REFERENCE = f"{HERE}/reference/solution.sql"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    with Lab(tmp_path_factory.mktemp("lab"), idle=0) as lab:
        yield lab


def read(room):
    return next(one for one, _ in read_sql_exercises(room.root) if one and one.file == FILE)


def proven(room, lab, kept=None):
    (proof,) = prove_queries([read(room)], lab, "1", kept)
    return proof


def test_rows_of_the_schema_are_filled_in_and_the_exercise_s_own_come_first(room):
    assert "insert into tickets" in read(room).value.sql.rows.sql
    room.write(f"{HERE}/data/million.sql", "-- tickets: 1_000_000 rows\nselect :from, :to;")
    assert "select :from" in read(room).value.sql.rows.sql


def test_the_example_of_the_pages_proves_itself_and_is_proven_once(room, lab, tmp_path):
    first = proven(room, lab, tmp_path / "kept")
    assert (first.faults, first.kept) == ([], False)
    assert first.killed == first.mutants == 2  # the reference without either of its indexes
    assert proven(room, lab, tmp_path / "kept").kept


SPOILS = [
    (FILE, "buffers: 20", "buffers: 200", "at-the-gate: 200 buffers are allowed, and the reference takes"),
    (FILE, "wal_bytes: 320", "wal_bytes: 3200", "sale: 3,200 wal_bytes are allowed, and the reference takes"),
    (FILE, "fails: [at-the-gate]", "fails: [budget]", "sailing-alone fails at-the-gate and not budget"),
    (FILE, "buffers: 20", "buffers: 5", "does not pass: at-the-gate gets wrong answer"),
    (FILE, "where sailing = 4712", "where boat = 4712", "at-the-gate: Column"),
]  # fmt: skip


@pytest.mark.parametrize("file, old, new, says", SPOILS, ids=[row[3][:20] for row in SPOILS])
def test_the_gate_finds(room, lab, file, old, new, says):
    room.edit(file, old, new)
    faults = proven(room, lab).faults
    assert any(says in fault.message and fault.mend for fault in faults), faults


def test_an_index_that_the_reference_does_not_need_is_a_fault(room, lab):
    room.edit(FILE, "budget: 2", "budget: 3")
    room.edit(FILE, "buffers: 9", "buffers: 20")
    room.edit(FILE, "wal_bytes: 320", "wal_bytes: 400")
    room.edit(FILE, "fails: [at-the-gate, sale, budget]", "fails: [at-the-gate]")
    room.edit(REFERENCE, ";\ncreate", ";\ncreate index spare on tickets (state);\ncreate")
    faults = proven(room, lab).faults
    assert [fault.message for fault in faults] == [
        "no query notices this mutant: without create index spare on tickets (state);"
    ]


def test_the_reference_loses_one_index_at_a_time_and_keeps_its_queries():
    source = "create index a on t (x);\ncreate index b on t (y)\n-- query q\nselect 1"
    sources = [each.source for each in without_each_index(source)]
    assert len(sources) == 2
    assert all("-- query q\nselect 1" in each for each in sources)
    assert ["index a" in each for each in sources] == [False, True]
    assert ["index b" in each for each in sources] == [True, False]


ROWS = "rows: {file: data/million.sql, million: 1}"
REPORT = "      estimate: 3"
EDITS = [
    ("sql-form", FILE, "form: index\n", "form: index\n  sets: [normal]\n"),
    ("sql-form", FILE, f"  {ROWS}\n", ""),
    ("sql-form", FILE, "data/million.sql", "../million.sql"),
    ("sql-form", FILE, "budget: 2", "budget: 0"),
    ("sql-form", "exercises/sql/seats-left/exercise.yaml", "form: query", "form: query\n  budget: 1"),
    ("unreadable", FILE, "million: 1}", "million: 1, sql: select 1}"),
    ("missing-file", FILE, "data/million.sql", "data/other.sql"),
    ("slug-form", FILE, "name: sale", "name: budget"),
    ("slug-form", FILE, "name: sale", "name: ../sale"),
    ("duplicate-id", FILE, "name: sold-on-a-day", "name: at-the-gate"),
    ("few-queries", FILE, "  write_load:", "  # "),
    ("plan-node", FILE, "Seq Scan on tickets]", "Seq Scan on ticket]"),
    ("plan-node", FILE, "allow: [Aggregate,", "allow: [Agregate,"),
    ("rewrite-form", FILE, "budget: 2", "budget: 2\n  rewrites: true"),
    ("rewrite-form", FILE, REPORT, f"{REPORT}\n      rewrite: true"),
    ("rewrite-form", FILE, REPORT, f"{REPORT}\n      order: [id]"),
    ("rows-said", FILE, "million: 1}", "million: 2}"),
    ("rows-said", f"{SCHEMA}/data/million.sql", "-- tickets: 1_000_000 rows", "-- a million"),
    ("rows-said", f"{SCHEMA}/data/million.sql", ":from::bigint, :to", "1::bigint, 1000000"),
    ("unknown-case", FILE, "fails: [at-the-gate, sale, budget]", "fails: [at-the-gate, sail, budget]"),
    ("fails-order", FILE, "fails: [at-the-gate, sale, budget]", "fails: [budget, at-the-gate, sale]"),
    ("few-wrongs", FILE, "fails: [at-the-gate]", "fails: []"),
]  # fmt: skip


@pytest.mark.parametrize("code, file, old, new", EDITS, ids=[f"{row[0]}-{n}" for n, row in enumerate(EDITS)])
def test_lint_finds(room, code, file, old, new):
    text = (room.root / file).read_text()
    if code == "few-queries":
        room.write(file, text[: text.index("  write_load:")])
    else:
        room.edit(file, old, new)
    found = room.faults(code)
    assert found, room.faults()
    assert all(fault.message and fault.mend for fault in found)


def test_one_query_is_no_workload(room):
    text = (room.root / FILE).read_text()
    room.write(FILE, text[: text.index("    - name: sold-on-a-day")] + text[text.index("  write_load:") :])
    assert [fault.field for fault in room.faults("few-queries")] == ["sql.workload"]
