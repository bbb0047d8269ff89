"""Write docs/mutants.md from what ``content check`` says of each exercise (read from standard input).

./greenroom content check content/exercises 2>&1 | .venv/bin/python tools/mutants.py > docs/mutants.md
"""

import re
import sys

_PROVEN = re.compile(r"([\w-]+): proven(?: before)? \((\d+) of (\d+) mutants killed, (\d+) listed as the same\)")
HEAD = """# How sharp the exercises' cases are

A mutant is the reference with one thing changed: a comparison, a join, a number by one. Cases or data sets that let
a mutant pass would let that mistake of a candidate's pass too. *Killed* mutants fail at least one case; *the same*
means what the reference means, and stands in the exercise with its reason. The rest is what would go unnoticed:
`content check` refuses an exercise when that is more than one in twenty. Written by `make mutants`; schemas under
attack and races have no mutants, and an index exercise's are its reference with one index less.

| exercise | mutants | killed | the same | killed of the others |
|---|---|---|---|---|
"""


def main() -> None:
    """Read the proofs and print the page. Exits with 1 when there is none."""
    rows = sorted(found.groups() for line in sys.stdin if (found := _PROVEN.match(line)))
    if not rows:
        sys.exit("no proof was read: is the library proven?")
    lines = []
    for slug, killed, mutants, same in rows:
        share = int(killed) / (int(mutants) - int(same)) if int(mutants) > int(same) else 1.0
        lines.append(f"| `{slug}` | {mutants} | {killed} | {same} | {100 * share:.0f} % |")
    print(HEAD + "\n".join(lines))


if __name__ == "__main__":
    main()
