"""Level 1: one for each submission. It reads and compiles the source, never runs it, and forks level 2 for each case.

It is process 1 of its own process namespace, so that its end ends everything below it.
"""

import os
import resource
import select
import signal
import socket
import time
from collections.abc import Callable
from functools import partial
from types import CodeType
from typing import Any, NoReturn

from greenroom.sandbox import filter, kernel, level2, wire
from greenroom.sandbox.ahead import Ahead
from greenroom.sandbox.jail import Jail
from greenroom.sandbox.warm import Warm

_STREAMS = 5  # of a case: in, out, err, call, result
COMPILE_CPU_S, COMPILE_BYTES = 5, 512 << 20


def main(jail: Jail, order: dict[str, Any], talk: int, source: int, doors: list[int]) -> NoReturn:
    """Serve the cases of one submission until the judge closes its end. ``doors`` lead into its control groups."""
    try:
        trouble = _entered(doors)
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        end, source = _kept(talk, source)
        if trouble:
            wire.send(end, {"trouble": trouble})
            os._exit(1)
        _work(jail, order, end, source)
    except wire.Gone:
        os._exit(0)
    except BaseException:
        os._exit(1)


def _entered(doors: list[int]) -> str:
    """Go into the submission's groups; return what kept this process out, or ""."""
    try:
        for door in doors:
            os.write(door, b"0")
    except OSError as error:
        return f"control groups: {error}"
    return ""


def _kept(talk: int, source: int) -> tuple[socket.socket, int]:
    """Keep these two descriptors and close every other, level 0's own socket among them."""
    high = [os.dup2(fd, place, inheritable=False) for fd, place in ((talk, 200), (source, 201))]
    talk, source = os.dup2(high[0], 3, inheritable=False), os.dup2(high[1], 4, inheritable=False)
    kernel.close_from(5)
    return socket.socket(fileno=talk), source


def _work(jail: Jail, order: dict[str, Any], end: socket.socket, source: int) -> NoReturn:
    code: CodeType | None = None
    node = order["language"] == "node"
    if not node:
        text = os.pread(source, os.fstat(source).st_size, 0)
        code, error = _compiled(jail, text, order["name"])
        if error:
            wire.send(end, {"compile_error": error})
            os._exit(0)
    rules = filter.written(node, executes=node)
    forked = filter.written(node)
    warm: Warm | None = None
    spare: Ahead | None = None
    coming: list[int] = []
    wire.send(end, {"ready": True})
    while True:
        case, streams = wire.receive(end)
        if case["ahead"]:
            own, coming = (coming or streams[:_STREAMS]), streams[-_STREAMS:]
            os.lseek(source, 0, os.SEEK_SET)
            began = time.monotonic()
            if spare is None or not spare.go(case):
                spare = Ahead(jail, case, [*own, source], rules, order["name"])
                spare.go(case)
            current, spare = spare, Ahead(jail, case, [*coming, source], rules, order["name"])
            told = _watched(current.pid, os.pidfd_open(current.pid), case, end, began, partial(_reaped, current.pid))
            if not current.began() and not told["limit"]:  # it died while it waited; the case has not begun
                os.close(current.heard)
                os.lseek(source, 0, os.SEEK_SET)
                current = Ahead(jail, case, [*own, source], rules, order["name"])
                current.go(case)
                told = _watched(
                    current.pid, os.pidfd_open(current.pid), case, end, began, partial(_reaped, current.pid)
                )
                current.began()
            for stream in own:
                os.close(stream)
            wire.send(end, told | {"trouble": os.read(current.heard, 1000).decode("utf-8", "replace")})
            os.close(current.heard)
            continue
        if node:
            os.lseek(source, 0, os.SEEK_SET)
            streams.append(source)
            warm = _warmed(warm, jail, case, forked)
            if warm is not None and case["memory_mb"] == warm.memory_mb and case["function"]:
                wire.send(end, _forked(warm, case, streams, order["name"], end))
                continue
        began = time.monotonic()
        heard, trouble = os.pipe()
        pid = kernel.clone(0)
        if pid == 0:
            level2.main(jail, case, streams, rules, code, order["name"], trouble)
        for stream in (*streams[:5], trouble):
            os.close(stream)
        told = _watched(pid, os.pidfd_open(pid), case, end, began, partial(_reaped, pid))
        wire.send(end, told | {"trouble": os.read(heard, 1000).decode("utf-8", "replace")})
        os.close(heard)


def _warmed(warm: Warm | None, jail: Jail, case: dict[str, Any], rules: bytes) -> Warm | None:
    """Return the warm Node.js, started at the first case, where it can be had."""
    if warm is not None or not jail.forking or not case["function"]:
        return warm
    try:
        return Warm(jail, case["memory_mb"], rules)
    except OSError:
        return None


def _forked(warm: Warm, case: dict[str, Any], streams: list[int], name: str, end: socket.socket) -> dict[str, Any]:
    began = time.monotonic()
    pid, before = warm.fork(case, streams, name)
    for stream in streams[:5]:
        os.close(stream)
    process = os.pidfd_open(pid)
    warm.watched()
    told = _watched(pid, process, case, end, began, warm.ended)
    return told | {"trouble": before or told["trouble"]}


def _compiled(jail: Jail, text: bytes, name: str) -> tuple[CodeType | None, str]:
    """Compile within limits. A compiler that dies takes this process along, and the judge says so."""
    _soft(resource.RLIMIT_CPU, COMPILE_CPU_S)
    _soft(resource.RLIMIT_AS, jail.base_bytes + COMPILE_BYTES)
    try:
        code = compile(text, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        where = f"{name}:{error.lineno}:{error.offset}" if error.lineno else name
        return None, f"{where}: {type(error).__name__}: {error.msg}"[:2000]
    except (ValueError, MemoryError, RecursionError) as error:
        return None, f"{name}: {type(error).__name__}: {error}"[:2000]
    finally:
        _soft(resource.RLIMIT_CPU, resource.RLIM_INFINITY)
        _soft(resource.RLIMIT_AS, resource.RLIM_INFINITY)
    level2.remember(name, text)
    return code, ""


def _soft(limit: int, value: int) -> None:
    hard = resource.getrlimit(limit)[1]
    resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else hard, hard))


def _watched(
    pid: int,
    process: int,
    case: dict[str, Any],
    end: socket.socket,
    began: float,
    reaped: Callable[[], dict[str, Any]],
) -> dict[str, Any]:
    """Wait for the case's process; end it at a limit, or when the judge has gone."""
    clock = (~pid << 3) | 2  # the processor clock of another process, as clock_getcpuclockid(3) spells it
    waiting = select.poll()
    waiting.register(process, select.POLLIN)
    waiting.register(end, select.POLLIN)
    limit = ""
    while True:
        left = case["wall_s"] - (time.monotonic() - began)
        spare = case["cpu_s"] - _spent(clock)
        if left <= 0 or spare <= 0:
            limit = "cpu" if spare <= 0 else "wall"
            break
        ready = {fd for fd, _ in waiting.poll(max(1, int(min(left, max(spare / 2, 0.004)) * 1000)))}
        if process in ready:
            break
        if end.fileno() in ready:  # nothing is due from the judge now: it has gone
            limit = "gone"
            break
    if limit:
        signal.pidfd_send_signal(process, signal.SIGKILL)
    told = reaped()
    status = told["status"]
    os.close(process)
    return {
        "code": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
        "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        "cpu_s": told["cpu_s"],
        "wall_s": time.monotonic() - began,
        "memory_kb": told["memory_kb"],
        "limit": limit,
        "trouble": told.get("trouble", ""),
    }


def _reaped(pid: int) -> dict[str, Any]:
    _, status, usage = os.wait4(pid, 0)
    return {"status": status, "cpu_s": usage.ru_utime + usage.ru_stime, "memory_kb": usage.ru_maxrss}


def _spent(clock: int) -> float:
    try:
        return time.clock_gettime(clock)
    except OSError:
        return 0.0  # it has ended; the wait tells what it used
