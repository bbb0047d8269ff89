import pytest

from greenroom.engines.sqllab import Lab

from . import examples


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """One lab for all tests of a process, with a server of its own."""
    with Lab(tmp_path_factory.mktemp("lab"), idle=0) as lab:
        yield lab


@pytest.fixture
def judge(lab):
    """Judge a statement; the results by the name of the set."""

    def judge(sql, exercise=None):
        source = sql if isinstance(sql, bytes) else sql.encode()
        results = list(lab.run(exercise or examples.exercise(), {"solution.sql": source}))
        return {result.case: result for result in results}

    return judge
