"""A four-part exercise of the tests' own, in both languages, with one named mistake: a counter with four operations."""

import json
from pathlib import Path

SLUG = "tally"
VERBS = ("add", "take", "double", "undo")
PY = """def run(operations):
    total, past = 0, []
    for verb, *rest in operations:
        before = total
        if verb == "add":
            total += rest[0]
        elif verb == "take" and %s:
            total -= rest[0]
        elif verb == "double":
            total *= 2
        elif verb == "undo":
            total = past.pop() if past else 0
            continue
        past.append(before)
    return total
"""
JS = """function run(operations) {
  let total = 0;
  const past = [];
  for (const [verb, n] of operations) {
    const before = total;
    if (verb === "add") total += n;
    else if (verb === "take" && %s) total -= n;
    else if (verb === "double") total *= 2;
    else if (verb === "undo") {
      total = past.length ? past.pop() : 0;
      continue;
    }
    past.push(before);
  }
  return total;
}

module.exports = { run };
"""
SOLVED = {"python": PY % "rest[0] <= total", "node": JS % "n <= total"}
CARELESS = {"python": PY % "True", "node": JS % "true"}
STARTER = {"python": "def run(operations):\n    return 0\n", "node": "module.exports = { run: () => 0 };\n"}
TRADE_OFFS = """The total had no owner: three places wrote to it, and on a Friday it fell below zero for 40 people.
I moved every change into one function that refuses what is more than there is, and kept the earlier totals on a stack,
because undo was asked for and a log to replay would have been slower. The price is memory: a long session keeps one
number an operation. I tested it with a thousand random operations, and no total was below zero in the next month."""
CASES = [
    [("one", [["add", 3]], 3), ("two", [["add", 3], ["add", 4]], 7), ("none", [], 0)],
    [("some", [["add", 3], ["take", 2]], 1), ("all", [["add", 3], ["take", 3]], 0), ("too-much", [["take", 1]], 0)],
    [("twice", [["add", 3], ["double"]], 6), ("four-times", [["add", 1], ["double"], ["double"]], 4)],
    [("back", [["add", 3], ["undo"]], 0), ("back-twice", [["add", 1], ["add", 2], ["undo"], ["undo"]], 0)],
]
NAMES = {"python": "solution.py", "node": "solution.js"}


def build(root: Path) -> Path:
    """Write the exercise below the content folder ``root``."""
    here = root / "exercises" / "code" / SLUG
    files = {f"starter/{NAMES[name]}": text for name, text in STARTER.items()}
    files |= {f"reference/{NAMES[name]}": text for name, text in SOLVED.items()}
    files["wrong/goes-below/solution.py"] = CARELESS["python"]
    for number, (verb, cases) in enumerate(zip(VERBS, CASES, strict=True), 1):
        files[f"parts/{number}.md"] = f"An operation may be `{verb}`; return the total.\n"
        files[f"cases/{number}.json"] = json.dumps(_cases(cases))
    files["exercise.yaml"] = json.dumps(_exercise())  # JSON is YAML
    for name, text in files.items():
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def _cases(cases):
    rows = [
        {"id": id, "args": [operations], "returns": total, "about": f"It asks {id}.", "visible": n < 2}
        for n, (id, operations, total) in enumerate(cases)
    ]
    return {"version": 1, "function": "run", "cases": rows}


def _exercise():
    hints = {"where": "Look at the total.", "idea": "It has a floor.", "change": "Refuse what is more than there is."}
    about = {"title": "Tally", "summary": "Keep a total.", "why": "It shows whether state has one owner."}
    rest = {"kind": "code", "level": "junior", "competencies": ["reliability"], "question": "an-outage-you-handled"}
    rest["concerns"] = ["errors"]
    parts = [{"title": verb.capitalize(), "minutes": 5, "hints": hints} for verb in VERBS]
    mistake = "Takes more than there is."
    wrong = {"name": "goes-below", "mistake": mistake, "verdict": "wrong answer", "fails": ["too-much"], "hints": hints}
    return {"id": SLUG, "slug": SLUG, **about, **rest, "parts": parts, "wrong": [wrong]}
