"""Level 1: one for each submission. It reads and compiles the source, never runs it, and forks level 2 for each case.

It is process 1 of its own process namespace, so that its end ends everything below it.
"""

import os
import resource
import select
import signal
import socket
import time
from types import CodeType
from typing import Any, NoReturn

from greenroom.sandbox import filter, kernel, level2, wire
from greenroom.sandbox.jail import Jail

COMPILE_CPU_S, COMPILE_BYTES = 5, 512 << 20


def main(jail: Jail, order: dict[str, Any], talk: int, source: int) -> NoReturn:
    """Serve the cases of one submission until the judge closes its end."""
    try:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        end, source = _kept(talk, source)
        _work(jail, order, end, source)
    except wire.Gone:
        os._exit(0)
    except BaseException:
        os._exit(1)


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
    rules = filter.written(executes=node)
    wire.send(end, {"ready": True})
    while True:
        case, streams = wire.receive(end)
        if node:
            os.lseek(source, 0, os.SEEK_SET)
            streams.append(source)
        began = time.monotonic()
        heard, trouble = os.pipe()
        pid = kernel.clone(0)
        if pid == 0:
            level2.main(jail, case, streams, rules, code, order["name"], trouble)
        for stream in (*streams[:5], trouble):
            os.close(stream)
        told = _watched(pid, case, end, began)
        wire.send(end, told | {"trouble": os.read(heard, 1000).decode("utf-8", "replace")})
        os.close(heard)


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


def _watched(pid: int, case: dict[str, Any], end: socket.socket, began: float) -> dict[str, Any]:
    """Wait for the case's process; end it at a limit, or when the judge has gone."""
    process = os.pidfd_open(pid)
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
    _, status, usage = os.wait4(pid, 0)
    os.close(process)
    return {
        "code": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
        "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "wall_s": time.monotonic() - began,
        "memory_kb": usage.ru_maxrss,
        "limit": limit,
    }


def _spent(clock: int) -> float:
    try:
        return time.clock_gettime(clock)
    except OSError:
        return 0.0  # it has ended; the wait tells what it used
