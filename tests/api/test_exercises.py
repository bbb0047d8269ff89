"""Exercises and submissions over the API."""

import pytest

from greenroom.practice import judging
from tests.practice.conftest import SLUG, ferry, lab, pages, solve  # noqa: F401  (fixtures)

HERE = f"/api/v1/exercises/{SLUG}"


@pytest.fixture
def source(ferry):  # noqa: F811
    return next(iter(ferry.reference.values()))


def submit(client, source, **more):
    body = {"language": "python", "source": source, **more}
    return client.post(f"{HERE}/submissions", body, content_type="application/json")


def test_the_list_says_where_one_stands(alices, source):
    cards = alices.get("/api/v1/exercises").json()["data"]
    assert {(card["slug"], card["kind"], card["state"]) for card in cards} == {
        (SLUG, "code", "new"),
        ("cabins-under-attack", "sql", "new"),
        ("last-seats", "sql", "new"),
        ("seats-left", "sql", "new"),
        ("tickets-at-the-gate", "sql", "new"),
    }
    submit(alices, source)
    assert alices.get("/api/v1/exercises?state=begun").json()["data"][0]["slug"] == SLUG
    assert SLUG not in [card["slug"] for card in alices.get("/api/v1/exercises?state=new").json()["data"]]
    assert alices.get("/api/v1/exercises?state=new&kind=code").json()["data"] == []


def test_of_a_part_that_is_not_reached_nothing_is_told(alices, ferry):  # noqa: F811
    told = alices.get(HERE)
    assert [part["number"] for part in told.json()["parts"]] == [1]
    assert told.json()["reference"] == {}
    assert ferry.parts[1].title not in told.content.decode()


def test_a_submission_is_followed_to_its_verdict(alices, source, lab):  # noqa: F811
    given = submit(alices, source)
    assert given.status_code == 201
    assert (given.json()["state"], given.json()["results"]) == ("waiting", [])
    judging.judge(given.json()["id"], lab)
    done = alices.get(given.json()["href"]).json()
    assert (done["verdict"], done["over"], done["open_part"]) == ("accepted", True, 2)
    assert len(done["results"]) == done["known"] == done["expected"]
    later = alices.get(given.json()["href"] + "?since=1").json()
    assert later["results"] == done["results"][1:]


def test_accepted_code_is_read_and_the_last_part_leads_to_the_trade_offs(alices, ferry, source, lab):  # noqa: F811
    shared = source.replace("booked, free):", "booked, free, seen=[]):")
    told = []
    for _ in ferry.parts:
        given = submit(alices, shared).json()
        assert given["code_reading"] is None
        judging.judge(given["id"], lab)
        told.append(alices.get(given["href"]).json())
    assert [one["question"] for one in told] == [None, ferry.question]
    (remark,) = told[0]["code_reading"]["remarks"]
    assert (remark["rule"], remark["quote"]) == ("mutable-default", "seen=[]")
    assert shared[remark["start"] :].startswith("seen=[]")
    assert shared.split("\n")[remark["line"] - 1].count("seen=[]") == 1


@pytest.mark.parametrize(
    "more,type",
    [
        ({"source": "\ufeff"}, "unusable"),
        ({"source": " \n"}, "unusable"),
        ({"source": ""}, "invalid"),
        ({"source": "a\x00"}, "unusable"),
        ({"tests": [{"args": 1, "returns": 1}]}, "invalid"),
        ({"tests": [{"args": []}] * 51}, "invalid"),
        ({"language": "cobol"}, "invalid"),
        ({"scope": "some"}, "invalid"),
        ({"odd": 1}, "invalid"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_kept(alices, source, more, type):
    refused = submit(alices, **({"source": source} | more))
    assert refused.status_code == 422
    assert refused.json()["type"].endswith(f"#{type}")
    assert alices.get(HERE).json()["submissions"] == []


def test_own_tests_are_data_and_are_told_by_number(alices, source, lab):  # noqa: F811
    given = submit(alices, source, tests=[{"args": ["odd"], "returns": "é\n"}]).json()
    judging.judge(given["id"], lab)
    own = alices.get(given["href"]).json()["own_tests"]
    assert (own["written"], [test["name"] for test in own["mistaken"]]) == (1, ["test-1"])


def test_somebody_elses_submission_is_the_same_as_none(alices, bobs, source):
    href = submit(alices, source).json()["href"]
    assert bobs.get(href).status_code == 404
    assert bobs.get(HERE).json()["submissions"] == []


def test_what_a_race_is_judged_by_is_told(alices, ferry):  # noqa: F811
    told = alices.get("/api/v1/exercises/last-seats").json()["sql"]
    assert (told["form"], told["cases"], told["visible_set"]) == ("race", 2, "normal")
    assert told["judged"][0]["name"] == "never-too-many"
    assert told["sessions"]["b"] == {"booking": 12, "ferry": 1, "wanted": 2}
