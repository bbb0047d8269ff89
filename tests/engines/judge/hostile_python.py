"""Hostile Python programs: name, code, and the verdict that each must get on every case.

Where the verdict is *accepted*, the program tries to get out, answers rightly when it was refused, and answers
``"out"`` when it was not.
"""

from greenroom.core.verdict import Verdict

V = Verdict

_TRYING = """
import ctypes, os, socket, sys, threading
def solve(n):
    try:
        got = attempt()
    except (OSError, RuntimeError, MemoryError, ImportError, AttributeError, ValueError):
        got = None
    return "out" if got else n * 2 + 1
def attempt():
"""


def _trying(*lines: str) -> str:
    return _TRYING + "".join(f"    {line}\n" for line in lines)


def _solving(*lines: str, before: str = "") -> str:
    return before + "\ndef solve(n):\n" + "".join(f"    {line}\n" for line in lines)


PROGRAMS: dict[str, tuple[str, Verdict]] = {
    # time
    "endless_loop": (_solving("while True: pass"), V.TIME_LIMIT),
    "endless_loop_at_import": ("while True: pass", V.TIME_LIMIT),
    "sleep": (_solving("import time; time.sleep(60)"), V.TIME_LIMIT),
    "loop_that_catches_everything": (
        _solving("while True:", "    try:", "        while True: pass", "    except BaseException: pass"),
        V.TIME_LIMIT,
    ),
    "loop_that_ignores_signals": (
        _solving("import signal", "for s in (15, 24, 14): signal.signal(s, signal.SIG_IGN)", "while True: pass"),
        V.TIME_LIMIT,
    ),
    "many_busy_threads": (
        _solving(
            "import threading",
            "def spin():",
            "    while True: pass",
            "for _ in range(8): threading.Thread(target=spin).start()",
            "spin()",
        ),
        V.TIME_LIMIT,
    ),
    "waiting_for_a_thread_for_ever": (_solving("import threading; threading.Event().wait()"), V.TIME_LIMIT),
    "slow_pattern": (_solving("import re; re.match('(a+)+$', 'a' * 64 + 'b')"), V.TIME_LIMIT),
    "huge_power": (_solving("return 7 ** 7 ** 9 % 5"), V.TIME_LIMIT),
    # processes
    "fork": (_trying("return os.fork() >= 0"), V.ACCEPTED),
    "fork_storm": (_trying("while True: os.fork()"), V.ACCEPTED),
    "subprocess": (_trying("import subprocess", "return subprocess.run(['/bin/sh', '-c', 'id'])"), V.ACCEPTED),
    "daemon": (_trying("if os.fork() == 0:", "    os.setsid()", "    os.fork()", "return True"), V.ACCEPTED),
    "raw_clone": (_trying("return ctypes.CDLL(None).syscall(56, 17, 0, 0, 0, 0) >= 0"), V.ACCEPTED),
    "exec": (_trying("os.execv(sys.executable or '/bin/sh', ['x'])"), V.ACCEPTED),
    "thread_storm": (
        _trying(
            "stop = threading.Event()",
            "try:",
            "    for _ in range(2000): threading.Thread(target=stop.wait, daemon=True).start()",
            "finally: stop.set()",
            "return True",
        ),
        V.ACCEPTED,
    ),
    # memory
    "one_large_block": (_solving("return len(bytearray(1 << 30))"), V.MEMORY_LIMIT),
    "growing_list": (_solving("kept = []", "while True: kept.append('x' * 100000)"), V.MEMORY_LIMIT),
    "shared_mapping": (
        _trying("import mmap", "held = mmap.mmap(-1, 1 << 29)", "held.write(b'x' * (1 << 29))", "return True"),
        V.ACCEPTED,
    ),
    "memory_file": (_trying("return os.memfd_create('x') >= 0"), V.ACCEPTED),
    "memory_at_import": ("held = [0] * (1 << 28)", V.MEMORY_LIMIT),
    "pipes_full_of_data": (
        _trying(
            "ends = [os.pipe() for _ in range(500)]",
            "return True",
        ),
        V.ACCEPTED,
    ),
    "larger_pipe": (_trying("import fcntl", "r, w = os.pipe()", "return fcntl.fcntl(w, 1031, 1 << 20)"), V.ACCEPTED),
    "raised_limit": (
        _trying("import resource", "resource.setrlimit(resource.RLIMIT_AS, (-1, -1))", "return True"),
        V.ACCEPTED,
    ),
    # files and descriptors
    "full_disk": (
        _trying("with open('/tmp/big', 'wb') as f:", "    for _ in range(64): f.write(b'x' * 10**6)", "return True"),
        V.ACCEPTED,
    ),
    "many_files": (_trying("for n in range(5000): open(f'/tmp/{n}', 'w').close()", "return True"), V.ACCEPTED),
    "descriptor_storm": (_trying("held = [os.dup(1) for _ in range(5000)]", "return True"), V.ACCEPTED),
    "left_for_the_next_case": (
        _trying("seen = os.path.exists('/tmp/left')", "open('/tmp/left', 'w').close()", "return seen"),
        V.ACCEPTED,
    ),
    "write_to_the_root": (_trying("return open('/left', 'w')"), V.ACCEPTED),
    "write_to_the_library": (_trying("return open(os.__file__, 'a')"), V.ACCEPTED),
    "lock_as_a_channel": (
        _trying("import fcntl", "fcntl.flock(os.open(os.__file__, 0), 2)", "return True"),
        V.ACCEPTED,
    ),
    "symbolic_link_out": (_trying("os.symlink('/etc/passwd', '/tmp/l')", "return open('/tmp/l').read()"), V.ACCEPTED),
    "hard_link": (_trying("os.link(os.__file__, '/tmp/l')", "return True"), V.ACCEPTED),
    "climbing_out": (_trying("return open('../../../../../../etc/passwd').read()"), V.ACCEPTED),
    "device_node": (_trying("os.mknod('/tmp/d', 0o60666, os.makedev(254, 0))", "return True"), V.ACCEPTED),
    "executable_in_tmp": (
        _trying("open('/tmp/x.so', 'wb').write(open(ctypes.__file__, 'rb').read())",
                "import _ctypes", "open('/tmp/y.so','wb').write(open(_ctypes.__file__,'rb').read())",
                "return ctypes.CDLL('/tmp/y.so')"),
        V.ACCEPTED,
    ),
    # output
    "flood": (_solving("while True: print('x' * 65536)"), V.OUTPUT_LIMIT),
    "flood_on_errors": (_solving("import os", "while True: os.write(2, b'x' * 65536)"), V.OUTPUT_LIMIT),
    "huge_result": (_solving("return 'x' * 1000000"), V.OUTPUT_LIMIT),
    "sparse_flood": (_trying("os.ftruncate(1, 1 << 40)", "return True"), V.ACCEPTED),
    # reading what is not its own
    "accounts": (_trying("return open('/etc/passwd').read()"), V.ACCEPTED),
    "processes": (_trying("return os.listdir('/proc')"), V.ACCEPTED),
    "home_folders": (_trying("return os.listdir('/home')"), V.ACCEPTED),
    "secrets_in_the_environment": (
        _trying("return set(os.environ) - {'PATH', 'LANG', 'LC_ALL', 'TZ', 'HOME', 'PYTHONHASHSEED',"
                " 'PYTHONIOENCODING', 'MALLOC_ARENA_MAX'}"),
        V.ACCEPTED,
    ),
    "descriptors_of_the_judge": (
        _trying("for n in range(5, 1024):", "    try: os.fstat(n)", "    except OSError: continue",
                "    return True"),
        V.ACCEPTED,
    ),
    "the_expected_value_in_memory": (
        _trying("import gc", "names = {'expected', 'returns'}",
                "return any(isinstance(o, dict) and names & set(map(str, o)) and 11 in o.values()"
                " for o in gc.get_objects())"),
        V.ACCEPTED,
    ),
    "the_judge_s_modules": (_trying("import greenroom", "return True"), V.ACCEPTED),
    "memory_of_the_process_above": (
        _solving("import ctypes, os", "ctypes.CDLL(None).syscall(310, os.getppid(), 0, 0, 0, 0, 0)"),
        V.SANDBOX_REFUSED,
    ),
    # network
    "socket": (_trying("return socket.socket()"), V.ACCEPTED),
    "local_socket": (_trying("return socket.socket(socket.AF_UNIX)"), V.ACCEPTED),
    "netlink": (_trying("return socket.socket(16, 3, 0)"), V.ACCEPTED),
    "name_lookup": (_trying("return socket.getaddrinfo('localhost', 80, type=socket.SOCK_STREAM)"), V.ACCEPTED),
    "fetch": (_trying("import urllib.request", "return urllib.request.urlopen('http://127.0.0.1:80/')"), V.ACCEPTED),
    # signals and the kernel
    "kill_everything": (_trying("os.kill(-1, 9)", "return True"), V.ACCEPTED),
    "kill_the_process_above": (_trying("os.kill(os.getppid(), 9)", "return True"), V.ACCEPTED),
    "kill_itself": (_solving("import os; os.kill(os.getpid(), 15)"), V.RUNTIME_ERROR),
    "ptrace": (_solving("import ctypes; ctypes.CDLL(None).ptrace(0, 0, 0, 0)"), V.SANDBOX_REFUSED),
    "mount": (_solving("import ctypes; ctypes.CDLL(None).mount(b'x', b'/tmp', b'tmpfs', 0, 0)"), V.SANDBOX_REFUSED),
    "unshare": (_solving("import ctypes; ctypes.CDLL(None).unshare(0x10000000)"), V.SANDBOX_REFUSED),
    "chroot": (_solving("import os; os.chroot('/tmp')"), V.SANDBOX_REFUSED),
    "io_uring": (_solving("import ctypes; ctypes.CDLL(None).syscall(425, 8, 0)"), V.SANDBOX_REFUSED),
    "become_root": (_trying("os.setuid(0)", "return True"), V.ACCEPTED),
    "lower_priority_of_others": (_trying("os.setpriority(os.PRIO_PROCESS, 1, 19)", "return True"), V.ACCEPTED),
    "native_crash": (_solving("import ctypes; ctypes.string_at(0)"), V.RUNTIME_ERROR),
    "abort": (_solving("import os; os.abort()"), V.RUNTIME_ERROR),
    # forged results
    "printed_verdict": (_solving("print('{\"verdict\": \"accepted\", \"value\": 7}')"), V.WRONG_ANSWER),
    "written_result": (
        _solving("import os", "os.write(4, b'{\"verdict\": \"accepted\"}')", "os._exit(0)"), V.RUNTIME_ERROR,
    ),
    "written_result_and_value": (
        _solving("import os", "os.write(4, b'{\"value\": true, \"verdict\": \"accepted\"}')", "os._exit(0)"),
        V.WRONG_ANSWER,
    ),
    "two_results": (_solving("import os", "os.write(4, b'{\"value\": 7}')", "return n"), V.WRONG_ANSWER),
    "early_exit": (_solving("raise SystemExit(0)"), V.RUNTIME_ERROR),
    "hard_exit": (_solving("import os; os._exit(0)"), V.RUNTIME_ERROR),
    "exit_at_import": ("import os; os._exit(0)", V.RUNTIME_ERROR),
    "always_equal": (
        _solving("class Same(int):", "    def __eq__(self, other): return True", "    __hash__ = 0", "return Same(1)"),
        V.WRONG_ANSWER,
    ),
    "always_equal_text": (
        _solving("class Same(str):", "    def __eq__(self, other): return True", "    __hash__ = 0", "return Same()"),
        V.WRONG_ANSWER,
    ),
    "patched_json": (
        _solving("import json", "json.dumps = lambda *a, **k: '{\"value\": 7}'",
                 "json.JSONEncoder.encode = lambda *a: 'accepted'", "return None"),
        V.WRONG_ANSWER,
    ),
    "atexit": (
        _solving("import atexit, os", "atexit.register(os.write, 4, b'{\"value\": 7}')", "return None"),
        V.WRONG_ANSWER,
    ),
    "frames": (
        _solving(
            "import sys", "frame = sys._getframe()", "while frame:",
            "    frame.f_locals.update(verdict='accepted', expected=None, status=0)", "    frame = frame.f_back",
            "return None",
        ),
        V.WRONG_ANSWER,
    ),
    "collected_harness": (
        _solving(
            "import gc, types", "for o in gc.get_objects():",
            "    if isinstance(o, types.FunctionType) and o.__name__ in ('_said', '_flushed', 'main'):",
            "        o.__code__ = (lambda *a, **k: None).__code__", "return None",
        ),
        V.WRONG_ANSWER,
    ),
    "replaced_streams": (_solving("import sys", "sys.stdout = sys.stderr = None", "return None"), V.WRONG_ANSWER),
    "closed_streams": (_solving("import os", "os.closerange(0, 64)", "return 7"), V.RUNTIME_ERROR),
    "blaming_the_judge": (
        _solving("import os", "for n in range(5, 64):", "    try: os.write(n, b'OSError()')",
                 "    except OSError: pass", "os._exit(1)"),
        V.RUNTIME_ERROR,
    ),
    # odd values and odd sources
    "not_a_number": (_solving("return float('nan')"), V.RUNTIME_ERROR),
    "huge_number": (_solving("return 10 ** 1000"), V.WRONG_ANSWER),
    "huger_number": (_solving("return 1 << 100000"), V.RUNTIME_ERROR),
    "nested_value": (_solving("v = []", "for _ in range(900): v = [v]", "return v"), V.WRONG_ANSWER),
    "circular_value": (_solving("v = []", "v.append(v)", "return v"), V.RUNTIME_ERROR),
    "strange_value": (_solving("return object()"), V.RUNTIME_ERROR),
    "half_character": (_solving("return '\\ud800'"), V.WRONG_ANSWER),
    "bytes_on_result": (_solving("import os", "os.write(4, b'{\"value\": \"\\xff\"}')", "os._exit(0)"), V.WRONG_ANSWER),
    "key_twice": (_solving("import os", "os.write(4, b'{\"value\": 1, \"value\": 7}')", "os._exit(0)"), V.WRONG_ANSWER),
    "deep_recursion": (_solving("return solve(n + 1)"), V.RUNTIME_ERROR),
    "deep_native_recursion": (
        _solving("import sys", "sys.setrecursionlimit(10 ** 9)", "v = ()", "for _ in range(10 ** 6): v = (v,)",
                 "return hash(v)"),
        V.MEMORY_LIMIT,
    ),
    "no_such_function": ("def other(n): return n", V.RUNTIME_ERROR),
    "empty_file": ("", V.RUNTIME_ERROR),
    "syntax_error": ("def solve(n) return n", V.COMPILE_ERROR),
    "nul_in_source": ("def solve(n): return n\0", V.COMPILE_ERROR),
    "deep_source": ("x = " + "(" * 5000 + ")" * 5000, V.COMPILE_ERROR),
    "enormous_constant": ("x = 9 ** 9 ** 9", V.TIME_LIMIT),
    "enormous_compile": ("x = (" + "[" * 90 + "1," * 400000 + "]" * 90 + ",) + " + "-" * 20000 + "1", V.COMPILE_ERROR),
}  # fmt: skip
