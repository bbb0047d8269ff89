"""Whether schemas under attack and races end the same way every time, and how long a submission takes.

    python bench/sql_sessions.py [RUNS]

For each such exercise of the library the first named wrong solution is judged RUNS times (20 unless told): all results
have to be equal, messages and time lines included, whatever else the machine is doing. Then the reference, as often.
Seconds are the median of one whole submission. Returns 1 when two runs differ.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from greenroom.content import read_sql_exercises  # noqa: E402
from greenroom.core.exercise import Exercise  # noqa: E402
from greenroom.core.language import Language  # noqa: E402
from greenroom.core.sql import Form  # noqa: E402
from greenroom.engines.sqllab import Lab  # noqa: E402

RUNS = 20
FORMS = (Form.SCHEMA, Form.RACE)


def main(runs: int = RUNS) -> int:
    """Print the figures; return 0 when every run of a submission is like its first, 1 otherwise."""
    met = True
    with tempfile.TemporaryDirectory() as home:
        with Lab(Path(home), idle=0) as lab:
            if missing := lab.missing():
                print(missing)
                return 1
            for exercise in _exercises():
                wrong = exercise.wrong[0]
                met &= _alike(lab, exercise, wrong.name, wrong.files[Language.SQL], runs)
                met &= _alike(lab, exercise, "reference", exercise.reference[Language.SQL], runs)
        time.sleep(2)  # the server ends before its folder goes
    return 0 if met else 1


def _alike(lab: Lab, exercise: Exercise, name: str, sql: str, runs: int) -> bool:
    taken, seen = [], []
    for _ in range(runs):
        began = time.perf_counter()
        seen.append(tuple(lab.run(exercise, {"solution.sql": sql.encode()})))
        taken.append(time.perf_counter() - began)
    alike = sum(each == seen[0] for each in seen)
    print(f"{exercise.slug}, {name}: {alike} of {runs} runs alike, median {median(taken):.2f} s", flush=True)
    return alike == runs


def _exercises() -> list[Exercise]:
    read = (document.value for document, _ in read_sql_exercises(ROOT / "content") if document)
    return [exercise for exercise in read if exercise.sql and exercise.sql.form in FORMS]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))
