"""Level 2: one process for each case. It locks itself in, then runs the candidate's code.

Its descriptors: 0 to 2 as everywhere, 3 the call (JSON, function mode), 4 the returned value. It knows one input and
no expected value; whatever its code does to this process changes only what is written to these.
"""

import atexit
import json
import linecache
import os
import resource
import signal
import sys
import threading
import traceback
from types import CodeType, ModuleType
from typing import Any, NoReturn

from greenroom.sandbox import driver, filter, kernel, landlock
from greenroom.sandbox.jail import DEVICES, TMP, Jail

CALL, RESULT, SOURCE = 3, 4, 5
_STACK, _DESCRIPTORS, _THREADS = 64 << 20, 64, 256
NODE_FLAGS = ("--v8-pool-size=1", "--no-warnings", "--experimental-vm-modules")  # the last for import and export
NODE_STACK = 4 << 20  # each of its threads takes this much of its memory
_NODE_BASE = 160 << 20  # what Node.js takes of private memory before it runs a line


def main(
    jail: Jail, case: dict[str, Any], streams: list[int], rules: bytes, code: CodeType | None, name: str, trouble: int
) -> NoReturn:
    """Run one case and end. ``trouble`` is a pipe that is closed before any code runs, silent when all is well."""
    try:
        trouble = _placed([*streams, trouble])
        _locked(jail, case, rules, node=code is None)
        if code is None:
            _become_node(jail, case, name, ahead=len(streams) > SOURCE + 1)
    except BaseException as error:
        os.write(trouble, repr(error).encode()[:1000])
        os._exit(1)
    os.close(trouble)
    _python(code, case, name)


def remember(name: str, text: bytes) -> None:
    """Let tracebacks show the lines of the submission, which lies in no file."""
    lines = text.decode("utf-8", "replace").splitlines(keepends=True)
    linecache.cache[name] = (len(text), None, lines, name)


def _placed(streams: list[int]) -> int:
    """Put the streams at 0, 1, 2, ... and close everything else; the last, whose place it returns, ends with exec."""
    high = [os.dup2(fd, 100 + place, inheritable=False) for place, fd in enumerate(streams)]
    for place, fd in enumerate(high):
        os.dup2(fd, place, inheritable=place < len(high) - 1)
    kernel.close_from(len(high))
    return len(high) - 1


def _locked(jail: Jail, case: dict[str, Any], rules: bytes, node: bool) -> None:
    """Close every door, in the order in which the rights to close them are given up."""
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    writable: tuple[str, ...] = ()
    readable = jail.readable
    if jail.full:
        kernel.unshare(kernel.CLONE_NEWNS)
        flags = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
        kernel.mount("none", TMP, "tmpfs", flags, "size=16m,nr_inodes=512,mode=700,uid=1000,gid=1000")
        readable, writable = ("/",), (TMP,)
        kernel.unshare(kernel.CLONE_NEWUSER)  # so that threads are counted for this case alone
    os.chdir(writable[0] if writable else "/")
    kernel.drop_capabilities()
    if jail.landlock:
        landlock.restrict(jail.landlock, (*readable, *DEVICES), writable)
    _limited(jail, case, node)
    filter.install(rules, os.getpid())


def limits(jail: Jail, case: dict[str, Any], node: bool) -> dict[int, int]:
    """Return the limits of one case, by the kernel's numbers."""
    memory = case["memory_mb"] << 20
    seconds = int(case["cpu_s"]) + 2  # level 1 looks at the clock; this is the second line
    values = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: (case["output_kb"] << 10) + 1,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: _DESCRIPTORS,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_STACK: NODE_STACK if node else _STACK,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    if jail.full:  # counted within the case's user namespace; elsewhere it would count all that this user runs
        values[resource.RLIMIT_NPROC] = _THREADS
    # Node.js reserves far more addresses than it uses; what it may fill is limited instead.
    values[resource.RLIMIT_DATA if node else resource.RLIMIT_AS] = memory + (_NODE_BASE if node else jail.base_bytes)
    return values


def _limited(jail: Jail, case: dict[str, Any], node: bool) -> None:
    for limit, value in limits(jail, case, node).items():
        hard = resource.getrlimit(limit)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (value, value))


def _become_node(jail: Jail, case: dict[str, Any], name: str, ahead: bool) -> NoReturn:
    words = [jail.node, f"--max-old-space-size={case['memory_mb']}", *NODE_FLAGS]
    words += ["-e", driver.TEXT, "--", *(["--ahead"] if ahead else []), name, case["function"]]
    os.execve(jail.node, words, node_environment(jail))  # noqa: S606 - the very point: no shell


def node_environment(jail: Jail) -> dict[str, str]:
    """Return the environment of Node.js."""
    about = {"PATH": "/", "LANG": "C.UTF-8", "TZ": "UTC", "HOME": TMP, "LD_LIBRARY_PATH": jail.libraries}
    return about | {"UV_USE_IO_URING": "0", "UV_THREADPOOL_SIZE": "2", "OPENSSL_CONF": "/dev/null"}


def _python(code: CodeType, case: dict[str, Any], name: str) -> NoReturn:
    """Run the code and, in function mode, call the function; then end at once, whatever was left to happen."""
    dumps, write, leave, flush = json.dumps, os.write, os._exit, _flushed
    function = case["function"]
    status = 0
    try:
        module = _module("solution" if function else "__main__")
        arguments = json.loads(os.pread(CALL, os.fstat(CALL).st_size, 0)) if function else []
        exec(code, module.__dict__)  # noqa: S102 - this is what the walls around it are for
        if function:
            value = _found(module, function)(*arguments)
            _said(write, dumps({"value": value}, allow_nan=False).encode())
    except SystemExit as ended:
        status = _status(ended)
    except BaseException as error:
        status = 1
        report = {"error": type(error).__name__, "memory": isinstance(error, MemoryError)}
        _told(error)
        _said(write, dumps(report).encode())
    if not function:
        _program_end()
    flush()
    leave(status)


def _module(name: str) -> ModuleType:
    for known in [known for known in sys.modules if known.split(".")[0] == "greenroom"]:
        del sys.modules[known]
    sys.argv = [name]
    sys.modules[name] = module = ModuleType(name)
    return module


def _found(module: ModuleType, function: str) -> Any:
    try:
        return getattr(module, function)
    except AttributeError:
        raise NameError(f"there is no function {function} in this file") from None


def _program_end() -> None:
    """What Python does when a program ends by itself: threads, then what was registered with atexit."""
    try:
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
    except BaseException as error:
        _told(error)


def _status(ended: SystemExit) -> int:
    if isinstance(ended.code, int):
        return ended.code & 255
    if ended.code is None:
        return 0
    sys.stderr.write(f"{ended.code}\n")
    return 1


def _told(error: BaseException) -> None:
    """Write the traceback without the frames of this file."""
    try:
        trace = error.__traceback__
        while trace and trace.tb_frame.f_code.co_filename == __file__:
            trace = trace.tb_next
        traceback.print_exception(type(error), error, trace, limit=-20)
    except BaseException:
        return


def _said(write: Any, data: bytes) -> None:
    """Write the returned value. Of a flood only what fits is kept; its size tells the judge."""
    try:
        while data:
            data = data[write(RESULT, data) :]
    except OSError:
        return


def _flushed() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:  # noqa: S112 - the candidate's own stream; nothing of ours depends on it
            continue
