"""``python -m greenroom.content [ROOT [START ...]]``: print the faults that lint finds; exit code 1 when there are any.

With STARTs, only files whose path below ROOT begins with one of them are shown (``questions/slow-query``).
"""

import sys
from datetime import date
from pathlib import Path

from .check import check


def main(arguments: list[str]) -> int:
    """Print one fault a line for the content below the first argument, or below ``content``."""
    root, *starts = arguments or ["content"]
    faults = [fault for fault in check(Path(root), date.today()) if fault.file.startswith(tuple(starts) or "")]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
