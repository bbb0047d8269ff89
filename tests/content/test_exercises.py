"""Exercises: read when they are looked at, whole or not at all; the example of the pages is spoilt once a rule."""

import pytest

from greenroom.core.language import CODE, Language

HERE = "exercises/code/seats-on-a-ferry"
FILE = f"{HERE}/exercise.yaml"
CASES = f"{HERE}/cases/1.json"

SQL = ["cabins-under-attack", "last-seats", "seats-left", "tickets-at-the-gate"]  # the examples of the SQL lab


def test_an_exercise_is_filled_in_from_its_files(room):
    exercise = room.load().exercises["seats-on-a-ferry"]

    assert [part.title for part in exercise.parts] == ["Booking", "Giving seats back"]
    assert exercise.parts[0].prompt.startswith("A small ferry")
    assert exercise.parts[1].cases.cases[0].id == "given-back"
    assert "def make(n)" in exercise.parts[0].make
    assert set(exercise.starter) == set(exercise.reference) == set(CODE)
    assert set(exercise.wrong[0].files) == set(CODE)
    assert set(exercise.wrong[1].files) == {Language.PYTHON}


def test_sources_are_read_at_the_first_look_and_not_with_the_library(room):
    library = room.load()
    room.edit(f"{HERE}/parts/1.md", "A small ferry", "A big ferry")

    assert library.exercises["seats-on-a-ferry"].parts[0].prompt.startswith("A big ferry")


def test_a_broken_exercise_is_left_out_and_the_rest_is_served(room):
    for file in (room.root / HERE).rglob("*.*"):
        text = file.read_text().replace("seats-on-a-ferry", "seats-on-a-boat")
        room.write(str(file.relative_to(room.root)).replace("a-ferry", "a-boat"), text)
    (room.root / HERE / "parts/2.md").unlink()

    library = room.load()

    assert list(library.exercises) == sorted([*SQL, "seats-on-a-boat"])
    assert "seats-on-a-ferry" not in library.exercises
    assert library.questions


def test_an_exercise_of_no_question_is_served_without_one(room):
    room.edit(FILE, "question: an-outage-you-handled", "question: x")

    assert room.load().exercises["seats-on-a-ferry"].question == ""


def test_an_exercise_is_found_by_the_name_of_its_folder(room):
    room.edit(FILE, "slug: seats-on-a-ferry", "slug: other")

    assert room.load().exercises["seats-on-a-ferry"].slug == "seats-on-a-ferry"


def test_a_wrong_solution_outside_its_folder_is_never_read(room):
    room.edit(FILE, "name: forgets-the-name", "name: ../../../../secret")
    room.write("../secret/solution.py", "secret")

    assert list(room.load().exercises) == SQL
    assert {fault.code for fault in room.faults()} == {"slug-form", "stray-file"}


def test_two_parts_may_ask_in_the_same_words(room):
    sentence = "Write `run(seats, operations)`, which returns one reply for each operation, in order."
    for number in (1, 2):
        room.write(f"{HERE}/parts/{number}.md", f"{sentence}\n")
    assert room.faults("copy") == []


def test_a_checker_of_its_own_is_read_from_its_file(room):
    room.edit(CASES, '"function": "run"', '"function": "run", "checker": {"kind": "custom", "file": "check.py"}')
    assert [fault.code for fault in room.faults()] == ["missing-file"]

    room.write(f"{HERE}/check.py", "def check(args, expected, actual):\n    return expected == actual\n")
    assert room.faults() == []
    assert "def check" in room.load().exercises["seats-on-a-ferry"].parts[0].cases.checker.source


EDITS = [
    ("missing-file", f"{HERE}/reference/solution.js", None, None),
    ("missing-file", f"{HERE}/growth/1.py", None, None),
    ("missing-file", f"{HERE}/wrong/counts-bookings/solution.py", None, None),
    ("blank", f"{HERE}/parts/2.md", ..., " \n"),
    ("unreadable", f"{HERE}/parts/2.md", ..., "x" * 40_000),
    ("unreadable", CASES, '"version": 1', '"version": 2'),
    ("unreadable", CASES, '"args": [4, []]', '"input": ""'),
    ("unreadable", FILE, "    minutes: 15", "    minutes: 15\n    prompt: Here."),
    ("stray-file", f"{HERE}/notes.txt", ..., "notes"),
    ("misplaced", FILE, "slug: seats-on-a-ferry", "slug: other"),
    ("slug-form", FILE, "id: seats-on-a-ferry", "id: Seats"),
    ("unknown-competency", FILE, "competencies: [reliability]", "competencies: [calm]"),
    ("unknown-question", FILE, "question: an-outage-you-handled", "question: x"),
    ("blank", FILE, "where: Look at what the counter", "where: ' '\n#"),
    ("no-part", FILE, "minutes: 10", "minutes: 0"),
    ("case-form", CASES, ..., '{"cases": [{"id": "a", "input": "1", "output": "1", "about": "A."}]}'),
    ("case-id", f"{HERE}/cases/2.json", '"id": "never-booked"', '"id": "same-name"'),
    ("case-about", CASES, "No operation, no reply.", " "),
    ("visible-cases", CASES, '"visible": true', '"visible": false'),
    ("few-wrongs", FILE, "fails: [one-too-many, cancelled-twice]", "fails: []"),
    ("no-slow", FILE, "verdict: too slow to grow", "verdict: time limit"),
    ("no-slow", FILE, "    growth: {at_most: n, smallest: 500, largest: 8000}\n", ""),
    ("no-node-wrong", f"{HERE}/wrong/forgets-the-name/solution.js", None, None),
    ("unknown-case", FILE, "[same-name, name-before-room]", "[same-name, x]"),
    ("fails-order", FILE, "[same-name, name-before-room]", "[name-before-room, same-name]"),
    ("wrong-verdict", FILE, "verdict: wrong answer", "verdict: accepted"),
    ("wrong-verdict", FILE, "fails: []", "fails: [same-name]"),
    ("duplicate-id", FILE, "name: counts-bookings", "name: forgets-the-name"),
    ("duplicate-id", FILE, "concerns: [errors]", "concerns: [errors, errors]"),
    ("growth-sizes", FILE, "largest: 8000", "largest: 1000"),
    ("survivor-line", FILE, "line: 31", "line: 99"),
    ("placeholder", f"{HERE}/parts/1.md", "A small ferry", "TODO: a ferry"),
]


@pytest.mark.parametrize("code, file, old, new", EDITS, ids=[f"{row[0]}-{n}" for n, row in enumerate(EDITS)])
def test_it_finds(room, code, file, old, new):
    if old is None:
        (room.root / file).unlink()
    elif old is ...:
        room.write(file, new)
    else:
        room.edit(file, old, new)

    found = room.faults(code)

    assert found, room.faults()
    assert all(fault.message and fault.mend and fault.file.startswith(HERE) for fault in found)


def test_links_in_an_exercise_are_not_followed(room):
    outside = room.root.parent / "outside.md"
    outside.write_text("secret")
    (room.root / HERE / "parts/2.md").unlink()
    (room.root / HERE / "parts/2.md").symlink_to(outside)

    assert list(room.load().exercises) == SQL
    assert {fault.code for fault in room.faults()} == {"link"}
