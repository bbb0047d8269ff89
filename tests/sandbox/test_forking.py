"""A warm Node.js, forked for each case where a compiler is; the same cases without it."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from greenroom.sandbox import Broken, Level, Order, Server
from greenroom.sandbox.building import OFF, built

from .test_sandbox import _alive, _below, _waited

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


WHO = (
    b"exports.solve = (x) => { globalThis.left = (globalThis.left ?? 0) + 1; return [process.pid, globalThis.left]; };"
)


@pytest.fixture
def pool(level: Level) -> Iterator[Server]:
    with Server(level, forking=False) as server:
        if not server.node:
            pytest.skip("Node.js is not installed")
        yield server


def test_without_forking_each_case_has_a_process_that_was_started_ahead_for_it_alone(pool: Server) -> None:
    with pool.submission("node", "solution.js", WHO) as jail:
        seen = [json.loads(jail.run(order(x)).result)["value"] for x in range(3)]
        seen.append(
            json.loads(jail.run(order(3, memory_mb=128)).result)["value"]
        )  # started for another limit: not used
        seen.append(json.loads(jail.run(order(4, memory_mb=128)).result)["value"])
        waiting = [int(p) for p in _below(pool._process.pid)]
    assert len({pid for pid, _ in seen}) == 5
    assert {left for _, left in seen} == {1}
    assert len(waiting) == 2  # level 1, and the process of a case that never came
    assert not _waited(lambda: _below(pool._process.pid), 0)


def test_a_process_that_died_before_its_case_is_replaced(pool: Server) -> None:
    with pool.submission("node", "solution.js", WHO) as jail:
        jail.run(order(0))
        (spare,) = [pid for pid in _below(pool._process.pid) if _below(pid) == [] and pid != pool._process.pid]
        os.kill(spare, signal.SIGKILL)
        assert not _waited(lambda: [spare] if _alive(spare) else [], 0)
        assert json.loads(jail.run(order(1)).result)["value"][1] == 1


def test_limits_and_streams_are_those_of_the_case_that_comes(pool: Server) -> None:
    code = b"exports.solve = (x) => { while (x === 'loop'); console.log('seen ' + x); return x; };"
    with pool.submission("node", "solution.js", code) as jail:
        assert jail.run(order("a")).stdout == b"seen a\n"
        assert jail.run(order("loop", cpu_s=0.3)).limit == "cpu"
        told = jail.run(order("b", cpu_s=0.3))
        assert (told.stdout, json.loads(told.result)) == (b"seen b\n", {"value": "b"})
    program = b"process.stdin.on('data', (part) => process.stdout.write(part));"
    with pool.submission("node", "solution.js", program) as jail:
        for given in (b"one", b"two"):
            assert jail.run(order(function="", stdin=given)).stdout == given


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
