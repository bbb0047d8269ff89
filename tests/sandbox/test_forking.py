"""A warm Node.js, forked for each case where a compiler is; the same cases without it."""

import json
from pathlib import Path

import pytest

from greenroom.sandbox import Broken, Level, Order, Server
from greenroom.sandbox.building import OFF, built

CODE = b"let n = 0; exports.solve = (x) => [++n, x, Math.random(), process.argv.length];"


def order(*args: object, **changes: object) -> Order:
    usual = {"function": "solve", "stdin": b"", "cpu_s": 2, "wall_s": 10, "memory_mb": 64, "output_kb": 64}
    return Order(call=json.dumps(list(args)).encode(), **(usual | changes))  # type: ignore[arg-type]


@pytest.fixture(params=[Level.FULL, Level.REDUCED])
def level(request: pytest.FixtureRequest) -> Level:
    try:
        Server(request.param, forking=False).close()
    except Broken as error:
        pytest.skip(f"the level {request.param.value} is not offered here: {error}")
    return Level(request.param)


@pytest.mark.parametrize("forking", [True, False])
def test_cases_get_the_same_answer_with_and_without_forking(level: Level, forking: bool) -> None:
    with Server(level, forking) as server:
        if not server.node or (forking and not server.forking):
            pytest.skip("Node.js or a C compiler is not installed")
        with server.submission("node", "solution.js", CODE) as jail:
            values = [json.loads(jail.run(order(x)).result)["value"][:2] for x in ("a", "b", "c")]
            assert values == [[1, "a"], [1, "b"], [1, "c"]]
            assert json.loads(jail.run(order("d", memory_mb=128)).result)["value"][1] == "d"
            assert jail.run(order("x", cpu_s=0.3, function="process.abort")).code != 0


def test_limits_hold_in_a_forked_case(level: Level) -> None:
    loop = b"exports.solve = (x) => { while (x === 'loop'); if (x === 'exit') process.exit(3); return x; };"
    with Server(level) as server:
        if not server.forking:
            pytest.skip("Node.js or a C compiler is not installed")
        with server.submission("node", "solution.js", loop) as jail:
            assert jail.run(order("loop", cpu_s=0.3)).limit == "cpu"
            assert jail.run(order("exit")).code == 3
            assert jail.run(order("ends")).code == 0


def test_the_library_is_built_once_and_only_where_it_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREENROOM_HOME", str(tmp_path))
    monkeypatch.setenv(OFF, "1")
    assert built() == ""
    monkeypatch.delenv(OFF)
    first = built()
    if not first:
        pytest.skip("no C compiler is installed")
    made = Path(first).stat().st_mtime_ns
    assert built() == first
    assert Path(first).stat().st_mtime_ns == made
    Path(first).chmod(0o777)  # somebody else could have written it
    built()
    assert Path(first).stat().st_mode & 0o022 == 0


def test_without_a_compiler_there_is_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREENROOM_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert built() == ""
