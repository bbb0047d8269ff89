"""The library of the authoring pages, with its one exercise, in the place of the real one; and a real lab."""

import json
from pathlib import Path

import pytest

from tests.content.examples import Room, build

SLUG = "seats-on-a-ferry"


@pytest.fixture(scope="session")
def pages(tmp_path_factory) -> Room:
    return build(tmp_path_factory.mktemp("pages") / "content")


@pytest.fixture
def ferry(pages, settings):
    """Serve the library of the pages; give its exercise."""
    yield from served(pages, settings)


@pytest.fixture
def spoilt(tmp_path, settings):
    """The same with a checker that fails: what an author did not try."""
    room = build(tmp_path / "content")
    folder = f"exercises/code/{SLUG}"
    room.write(f"{folder}/check.py", "def check(args, expected, actual):\n    return actual['seats'] == expected\n")
    cases = json.loads((room.root / folder / "cases/1.json").read_text())
    cases["cases"][-1]["checker"] = {"kind": "custom", "file": "check.py"}
    room.write(f"{folder}/cases/1.json", json.dumps(cases))
    yield from served(room, settings)


def served(room, settings):
    from greenroom.practice import asking, exercising, shelves

    caches = (shelves.library, shelves.guide, asking._ids, exercising.digest_of)
    for cache in caches:
        cache.cache_clear()
    settings.CONTENT_ROOT = Path(room.root)
    yield shelves.library().exercises[SLUG]
    for cache in caches:
        cache.cache_clear()


@pytest.fixture(scope="session")
def lab():
    from greenroom.engines.judge import Lab

    with Lab() as lab:
        if lab.missing():
            pytest.fail(lab.missing())
        yield lab


@pytest.fixture(scope="session")
def sql_home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("sql-home")


@pytest.fixture(scope="session")
def sql_lab(sql_home):
    from greenroom.engines.sqllab import Lab

    with Lab(sql_home, idle=0) as lab:
        if lab.missing():
            pytest.fail(lab.missing())
        yield lab


@pytest.fixture
def seats_left(ferry, settings, sql_home):
    """Give the SQL exercise of the pages; this machine's home is the one of ``sql_lab``."""
    from greenroom.practice import shelves

    settings.HOME = sql_home
    return shelves.library().exercises["seats-left"]


@pytest.fixture
def state(seats_left):
    """Return the files of a statement: the reference, the starter, or a named wrong one."""
    from greenroom.core.language import Language

    def files(name: str = "reference") -> dict[str, bytes]:
        wrong = {wrong.name: wrong.files for wrong in seats_left.wrong}
        source = {"reference": seats_left.reference, "starter": seats_left.starter, **wrong}[name][Language.SQL]
        return {"solution.sql": source.encode()}

    return files


@pytest.fixture
def solve(ferry):
    """Return the files of a solution: the reference, the starter, or a named wrong one."""
    from greenroom.core.language import Language

    def files(name: str = "reference", language: str = "python", tests: str = "") -> dict[str, bytes]:
        of = Language(language)
        wrong = {wrong.name: wrong.files for wrong in ferry.wrong}
        source = {"reference": ferry.reference, "starter": ferry.starter, **wrong}[name][of]
        return {of.file: source.encode()} | ({"tests.txt": tests.encode()} if tests else {})

    return files
