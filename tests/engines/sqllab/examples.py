"""A small exercise for the tests of the lab: two tables, a reference, a few data sets."""

from greenroom.core.exercise import Exercise, Kind
from greenroom.core.language import Language
from greenroom.core.question import Level
from greenroom.core.sql import Form, Sql

DDL = """
create table people (id bigint primary key, name text not null, boss bigint references people (id));
create table visits (id bigint generated always as identity primary key, person bigint references people (id),
    minutes numeric, at timestamptz not null default '2026-03-01 00:00+00');
"""
SETS = {
    "normal": """insert into people values (1, 'Ada', null), (2, 'Bruno', 1), (3, 'Chloe', 1);
        insert into visits (person, minutes) values (1, 10), (1, 20.50), (2, 5)""",
    "empty": "select 1",
    "nulls": """insert into people values (1, 'Ada', null);
        insert into visits (person, minutes) values (1, null), (null, 3)""",
    "duplicates": """insert into people values (1, 'Ada', null), (2, 'Ada', null);
        insert into visits (person, minutes) values (1, 5), (1, 5), (2, 5)""",
    "large": """insert into people select n, 'P' || n % 7, nullif(n / 2, 0) from generate_series(1, 100) n;
        insert into visits (person, minutes) select n % 97 + 1, n % 13 from generate_series(1, 400) n""",
}
REFERENCE = """select p.id, p.name, coalesce(sum(v.minutes), 0) as minutes
from people p left join visits v on v.person = p.id group by p.id"""


def exercise(reference=REFERENCE, ddl=DDL, sets=SETS, **sql):
    return Exercise(
        id="x", slug="visits", title="", summary="", why="", kind=Kind.SQL, level=Level.MID, competencies=(),
        question="", parts=(), reference={Language.SQL: reference},
        sql=Sql(form=Form.QUERY, schema="people", sets=tuple(sets), ddl=ddl, data=dict(sets), **sql),
    )  # fmt: skip
