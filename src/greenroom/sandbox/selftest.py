"""The self-test: programs that really try to get out of a running sandbox, with honest ones beside them."""

import json
import os
import signal
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .server import Broken, Order, Ran, Server

_ATTEMPTS = """
import ctypes, os, socket, threading

def attempt(act):
    try:
        return bool(act())
    except (OSError, RuntimeError, ImportError, MemoryError):
        return False

def forked():
    if os.fork() == 0:
        os._exit(0)
    return True

def opened(path, how):
    with open(path, how) as file:
        return how == "w" or file.read(1)

def reached(kind, port):
    end = socket.socket(socket.AF_INET, kind)
    end.settimeout(1)
    end.connect(("127.0.0.1", port))
    return True

def descriptors():
    found = 0
    for number in range(5, 256):
        try:
            os.fstat(number)
            found += 1
        except OSError:
            pass
    return found

def attempts(secret, folder, judge, port):
    tries = {
        "a secret file of the judge could be read": lambda: opened(secret, "r"),
        "the accounts of this machine could be read": lambda: opened("/etc/passwd", "r"),
        "the judge's environment could be read": lambda: opened(f"/proc/{judge}/environ", "rb"),
        "the list of processes could be read": lambda: os.listdir("/proc"),
        "the judge's folder could be listed": lambda: os.listdir(folder),
        "a file could be written beside the judge's": lambda: opened(folder + "/left", "w"),
        "a file could be written at the root": lambda: opened("/left", "w"),
        "a port of this machine could be reached": lambda: reached(socket.SOCK_STREAM, port),
        "a datagram socket could be made": lambda: reached(socket.SOCK_DGRAM, port),
        "a local socket could be made": lambda: socket.socket(socket.AF_UNIX),
        "the judge could be signalled": lambda: os.kill(judge, 0) is None,
        "the process above could be signalled": lambda: os.kill(os.getppid(), 0) is None,
        "every process could be signalled": lambda: os.kill(-1, 0) is None,
        "a process could be started": forked,
        "root's number could be taken": lambda: os.setuid(0) is None and os.getpid(),
        "a descriptor of the judge was left open": descriptors,
    }
    got_out = [name for name, act in tries.items() if attempt(act)]
    done = []
    thread = threading.Thread(target=done.append, args=(1,))
    thread.start()
    thread.join()
    return {"out": got_out, "honest": done + [len(os.listdir(os.path.dirname(os.__file__))) > 50]}

def traced(*rest):
    ctypes.CDLL(None).ptrace(0, 0, 0, 0)
    return "alive"

def endless(*rest):
    while True:
        pass

def hungry(*rest):
    return len(bytearray(1 << 30))

def flood(*rest):
    while True:
        print("x" * 65536)
"""


def faults(server: Server) -> Iterator[str]:
    """Yield in plain words everything that got out, or honest that failed; nothing when the sandbox holds."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as door:
        secret = Path(folder) / "secret"
        secret.write_text("only the judge reads this")
        call = json.dumps([str(secret), folder, os.getpid(), door.getsockname()[1]]).encode()
        try:
            with server.submission("python", "selftest.py", _ATTEMPTS.encode()) as jail:
                yield from _escapes(jail.run(_order("attempts", call)))
                if jail.run(_order("traced", call)).signal != signal.SIGSYS:
                    yield "a process could be traced"
                if jail.run(_order("endless", call)).limit not in ("cpu", "wall"):
                    yield "an endless loop was not stopped"
                if b"MemoryError" not in jail.run(_order("hungry", call)).result:
                    yield "memory was not limited"
                if "stdout" not in jail.run(_order("flood", call)).flooded:
                    yield "output was not limited"
        except Broken as error:
            yield str(error)


def forks(server: Server) -> bool:
    """Say whether a forked Node.js gives an answer; without one each case starts its own."""
    try:
        with server.submission("node", "selftest.js", b"exports.twice = async (n) => n * 2;") as jail:
            return bool(json.loads(jail.run(_order("twice", b"[21]")).result) == {"value": 42})
    except (Broken, ValueError):
        return False


def _escapes(ran: Ran) -> Iterator[str]:
    try:
        told = json.loads(ran.result)["value"]
    except (ValueError, KeyError):
        last = ran.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        yield f"an honest program did not run ({' '.join(last) or f'signal {ran.signal}'})"
        return
    yield from told["out"]
    if told["honest"] != [1, True]:
        yield "an honest program was hindered"


def _order(function: str, call: bytes) -> Order:
    return Order(
        function=function, call=call, stdin=b"", cpu_s=0.15 if function == "endless" else 1.0, wall_s=30.0,
        memory_mb=64, output_kb=64,
    )  # fmt: skip
