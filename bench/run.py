"""Runs every bench in this folder, each in a process of its own, so that no bench warms or burdens the next.

A bench is a module here with ``main()``. It prints its own table, or returns the text of one; it may return an exit
code (an ``int``), which is 1 when a bound that the project set itself is missed.
"""

import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ONE = """
import sys
from importlib import import_module
said = import_module("bench." + sys.argv[1]).main()
if isinstance(said, str):
    print(said)
sys.exit(said if isinstance(said, int) else 0)
"""


def names() -> list[str]:
    """Return the names of all benches."""
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem not in ("__init__", "run"))


def main(only: Sequence[str] = ()) -> int:
    """Run the benches named, or all; return 1 when one fails or misses its bound, 2 for a name that is none."""
    unknown = sorted(set(only) - set(names()))
    if unknown:
        print(f"There is no bench {', '.join(unknown)}. Benches: {', '.join(names())}.", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {_cpu()}")
    codes = [_run(name) for name in only or names()]
    return 1 if any(codes) else 0


def _run(name: str) -> int:
    print(f"\n{name}\n{'-' * len(name)}", flush=True)
    return subprocess.run([sys.executable, "-c", ONE, name], cwd=HERE.parent, check=False).returncode


def _cpu() -> str:
    """Name the processor, as times mean nothing without it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    model = next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown processor"
    )
    cores = sum(line.startswith("processor") for line in lines)
    return f"{model}, {cores} cores"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
