"""Index exercises on the real server: plans, limits, hostile indexes, and rows that are made in the background."""

import time
from dataclasses import replace

import pytest

from greenroom.core.exercise import Exercise, Kind
from greenroom.core.question import Level
from greenroom.core.sql import BigRows, Form, Sql, Workload, WriteLoad
from greenroom.core.verdict import Verdict
from greenroom.engines.sqllab import AuthorsFault, Lab

DDL = """
create table shops (id bigint primary key, name text not null);
create table orders (id bigint primary key, shop bigint not null references shops (id), state text not null,
    email text not null, placed_at timestamptz not null);
"""
ROWS = """-- shops: 300 rows
insert into shops select n, 'Shop ' || n from generate_series(:from, :to) n;
-- orders: 60_000 rows
insert into orders select n, n * 7919 % 200 + 1, case n % 41 when 0 then 'open' else 'done' end,
    'P' || n || '@example.com', timestamptz '2026-01-01' + n * interval '1 minute'
from generate_series(:from::bigint, :to) n;
"""
OPEN = Workload(
    name="open", about="", per_minute=60, sql="select id from orders where shop = 7 and state = 'open'",
    forbid=("Seq Scan on orders",), buffers=20,
)  # fmt: skip
EMAIL = Workload(
    name="email", about="", per_minute=6, sql="select id from orders where lower(email) = 'p77@example.com'",
    buffers=10, estimate=3,
)  # fmt: skip
PAGE = Workload(
    name="page", about="", per_minute=60, rewrite=True, order=("placed_at desc",), buffers=10,
    sql="select id, placed_at from orders order by placed_at desc limit 5 offset 10000",
    changed="delete from orders where id = 49999",
)  # fmt: skip
SALE = WriteLoad(
    name="sale", about="", per_minute=30, sql="insert into orders values (60001, 7, 'open', 'a', '2026-09-09')",
    buffers=20, wal_bytes=300,
)  # fmt: skip
CLOSED = WriteLoad(
    name="closed", about="", per_minute=1, sql="delete from shops where id = 299", buffers=30, wal_bytes=300
)
INDEX = "create index orders_open on orders (shop, state)"
KEYSET = """
-- query page
select id, placed_at from orders where placed_at <= timestamptz '2026-01-01' + interval '50000 minutes'
order by placed_at desc limit 5"""


def exercise(*workload, writes=(), ddl=DDL, rows=ROWS, budget=2):
    return Exercise(
        id="x", slug="orders", title="", summary="", why="", kind=Kind.SQL, level=Level.MID, competencies=(),
        question="", parts=(),
        sql=Sql(form=Form.INDEX, schema="orders", ddl=ddl, rows=BigRows(file="data/big.sql", million=1, sql=rows),
                budget=budget, rewrites=any(query.rewrite for query in workload), workload=workload, write_load=writes),
    )  # fmt: skip


def test_an_index_on_both_columns_passes_and_shows_both_plans(judge):
    results = judge(INDEX, exercise(OPEN))
    assert [(name, result.verdict) for name, result in results.items()] == [
        ("open", Verdict.ACCEPTED),
        ("budget", Verdict.ACCEPTED),
    ]
    plans = results["open"].plan
    assert [node.said for node in plans.before.nodes] == ["Seq Scan on orders"]
    assert plans.before.nodes[0].removed > 59_000
    assert (plans.after.nodes[-1].index, plans.after.nodes[-1].condition[:10]) == ("orders_open", "Index Cond")
    assert plans.after.buffers <= 20 < plans.before.buffers
    assert sum(node.own for node in plans.after.nodes) == plans.after.buffers
    assert plans.most == 20


def test_without_an_index_the_scan_is_named_with_what_it_throws_away(judge):
    results = judge("-- nothing yet", exercise(OPEN))
    assert results["open"].verdict is Verdict.WRONG_ANSWER
    assert results["open"].message.startswith("Seq Scan on orders is not wanted here: it touches ")
    assert "rows away" in results["open"].message


def test_the_same_submission_gets_the_same_words_each_time(judge):
    asked = exercise(OPEN, EMAIL, writes=(SALE, CLOSED))
    sql = f"{INDEX}; create index on orders (lower(email))"
    told = [[(r.case, r.verdict, r.message, r.plan) for r in judge(sql, asked).values()] for _ in range(3)]
    assert told[0] == told[1] == told[2]


def test_an_indexed_expression_is_known_to_the_planner(judge):
    results = judge("create index on orders (lower(email))", exercise(EMAIL))
    assert results["email"].verdict is Verdict.ACCEPTED, results["email"].message
    assert results["email"].plan.before.nodes[0].estimated == 300  # half a percent, for want of knowledge


def test_a_delete_pays_for_the_search_of_a_key_that_has_no_index(judge):
    asked = exercise(OPEN, writes=(CLOSED,))
    without, with_ = judge("", asked), judge(INDEX, asked)
    assert without["closed"].verdict is Verdict.WRONG_ANSWER
    assert "Seq Scan on orders touches" in without["closed"].message
    assert with_["closed"].verdict is Verdict.ACCEPTED


def test_every_index_is_paid_by_a_write_and_an_idle_one_is_named(judge):
    asked = exercise(OPEN, writes=(SALE,))
    more = "".join(f";create index idle{n} on orders (state, placed_at)" for n in range(3))
    results = judge(INDEX + more, asked)
    assert results["sale"].verdict is Verdict.WRONG_ANSWER
    assert "bytes of write-ahead log, and at most 300 are asked" in results["sale"].message
    assert results["budget"].verdict is Verdict.WRONG_ANSWER
    assert "4 indexes" in results["budget"].message
    assert "reads idle0, idle1, idle2, and every write pays" in results["budget"].message


def test_a_rewritten_query_with_the_same_rows_is_judged_by_its_own_plan(judge):
    sql = f"create index on orders (placed_at desc) include (id);{KEYSET}"
    assert judge(sql, exercise(PAGE))["page"].verdict is Verdict.ACCEPTED
    later = replace(PAGE, changed="delete from orders where id = 55000")  # a row less above, and the page begins later
    result = judge(sql, exercise(later))["page"]
    assert result.verdict is Verdict.WRONG_ANSWER
    assert "after rows were changed" in result.message


@pytest.mark.parametrize(
    "sql, says",
    [
        ("values (1, timestamptz '2026-01-01')", "other rows than the original. Columns are matched by name"),
        (PAGE.sql.replace("desc", "asc"), "other rows than the original"),
        ("delete from orders", "begins with DELETE"),
        ("with gone as (delete from orders returning *) select id, placed_at from gone", "changes rows in its WITH"),
        ("select nextval('pg_class'), placed_at from orders", "Cannot open relation"),
        ("select no_column from orders", "does not exist, line 2"),
    ],
)
def test_a_rewritten_query_that_is_none_is_told_so(judge, sql, says):
    result = judge(f"-- query page\n{sql}", exercise(PAGE))["page"]
    assert result.verdict is not Verdict.ACCEPTED
    assert says in result.message


@pytest.mark.parametrize(
    "sql, says",
    [
        ("create index concurrently on orders (shop)", "leave CONCURRENTLY out"),
        ("create unique index concurrently i on orders (shop)", "leave CONCURRENTLY out"),
        ("drop table orders", "only CREATE INDEX statements are taken here; this one begins with DROP"),
        ("create index on orders (shop);\n\ncommit", "Line 3: only CREATE INDEX"),
        ("create table t (id int)", "begins with CREATE"),
        ("create index on orders using gist (placed_at)", "btree, hash, brin, gin here, and not gist"),
        ("create index on orders (no_column)", "does not exist"),
        ("create index on orders\n(shop", "Syntax error at end of input, line 2"),
        ("create index on orders (pg_sleep(9))", "must be marked IMMUTABLE"),
        ("create index on orders (lower(email)) where now() > placed_at", "must be marked IMMUTABLE"),
        ("create index on orders (shop) where (select true)", "Cannot use subquery"),
        ("create index on pg_class (relname)", "must be owner of table pg_class"),
        ("create index on orders (shop) tablespace pg_global", "permission denied for tablespace"),
        ("create index on orders ((lpad('', 500000000, email)))", ""),
        ("".join("create index on orders (shop);\n" for _ in range(13)), "13 indexes"),
        ("-- query open\nselect 1", "takes indexes only"),
        ("create index on orders ('", "cannot be read"),
        (b"\xff", "not UTF-8"),
        ("create index on orders (shop)\0", "zero byte"),
        ("-- " + "x" * 100_000, "longer than"),
    ],
)
def test_what_is_no_harmless_index_is_refused_once(judge, sql, says):
    results = judge(sql, exercise(OPEN))
    assert list(results) == [""]
    assert results[""].verdict not in (Verdict.ACCEPTED, Verdict.INTERNAL_ERROR)
    assert says in results[""].message


def test_a_later_submission_sees_nothing_of_an_earlier_one(judge):
    judge(INDEX, exercise(OPEN))
    assert judge("", exercise(OPEN))["open"].verdict is Verdict.WRONG_ANSWER


def test_rows_are_made_in_the_background_and_say_how_far_they_are(lab):
    asked = exercise(OPEN, rows=ROWS.replace("60_000", "250_000"))
    assert not lab.far(asked).ready
    lab.prepare(asked)
    lab.prepare(asked)
    seen = []
    while not (far := lab.far(asked)).ready:
        assert not far.failed
        seen.append(far)
        time.sleep(0.01)
    assert far.disk >= far.bytes > 10 << 20
    assert [(made.table, made.rows, made.of) for made in far.tables] == [
        ("shops", 300, 300),
        ("orders", 250_000, 250_000),
    ]
    assert {made.rows for far in seen for made in far.tables if made.table == "orders"} & {100_000, 200_000, 250_000}
    assert lab.before(asked)["open"].nodes[0].said == "Seq Scan on orders"


@pytest.mark.parametrize(
    "rows, says",
    [
        (ROWS.replace("% 200 + 1", "% 400 + 1"), "orders refers to a row of shops that is not there"),
        (ROWS.replace("insert into orders", "insert into order"), "syntax error"),
        (ROWS.replace("generate_series(:from::bigint, :to)", "generate_series(1::bigint, 9)"),
         "orders has 9 rows where the file says 60,000"),
        (ROWS.replace("timestamptz '2026", "nowhere '2026"), "nowhere"),
    ],
)  # fmt: skip
def test_rows_that_do_not_fit_are_the_author_s_fault(lab, rows, says):
    with pytest.raises(AuthorsFault, match=says):
        lab.before(exercise(OPEN, rows=rows))


def test_a_query_of_the_author_s_that_does_not_run_is_the_author_s_fault(lab):
    with pytest.raises(AuthorsFault, match="open: Column"):
        lab.before(exercise(replace(OPEN, sql="select nothing from orders")))


def test_the_tables_and_rows_can_be_looked_at(lab):
    asked = exercise(OPEN)
    assert [(table.name, len(table.sample.rows)) for table in lab.tables(asked)] == [("shops", 5), ("orders", 5)]
    assert lab.rows(asked, b"select count(*) as n from orders").rows == (("60000",),)


def test_a_server_that_is_lost_is_asked_again(tmp_path):
    with Lab(tmp_path, idle=0) as lab:
        results = lab.run(exercise(OPEN, writes=(SALE,)), {"solution.sql": INDEX.encode()})
        first = next(results)
        with lab._server.connect() as owner:
            owner.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()")
        rest = list(results)
    assert [first.case, *(result.case for result in rest)] == ["open", "sale", "budget"]
    assert {result.verdict for result in rest} == {Verdict.ACCEPTED}


def test_a_copy_is_made_ahead_as_soon_as_the_rows_were_looked_at(lab):
    asked = exercise(OPEN)
    lab.before(asked)
    assert lab.warm(asked, 60)
    lab.fresh(asked)
    assert lab.warm(asked, 60)


def test_nothing_but_the_rows_themselves_is_left_behind(tmp_path):
    with Lab(tmp_path, idle=5) as lab:
        list(lab.run(exercise(OPEN), {"solution.sql": INDEX.encode()}))
        lab.warm(exercise(OPEN), 60)
    with Lab(tmp_path, idle=0) as lab, lab._server.connect() as owner:
        left = owner.execute("select datname from pg_database where datname ~ '^[bdr]_'").fetchall()
        roles = owner.execute("select rolname from pg_roles where rolname ~ '^r_'").fetchall()
    assert [name[:2] for (name,) in left] == ["b_"]
    assert roles == []
