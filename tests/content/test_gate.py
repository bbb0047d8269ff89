"""The author's gate, with the real judge: the example of the pages is proven, and spoilt once for each demand."""

from dataclasses import replace

import pytest

from greenroom.content import Broke, prove_all, read_exercises
from greenroom.engines.judge import Lab

HERE = "exercises/code/seats-on-a-ferry"
FILE = f"{HERE}/exercise.yaml"
REFUSAL = '    if name in booked:\n        return "taken"\n'


class Lacking:
    """A judge on a machine that lacks something."""

    def __init__(self, missing=None, node=False):
        self._missing, self._node = missing, node
        self._lab = Lab()

    def missing(self):
        return self._missing

    def languages(self):
        return self._lab.languages() | {"node": self._node}

    def run(self, *given):
        return self._lab.run(*given)

    def __enter__(self):
        return self

    def __exit__(self, *about):
        self._lab.close()


def proven(room, kept=None, open_judge=Lab, version="1"):
    documents = [document for document, _ in read_exercises(room.root) if document]
    (proof,) = prove_all(documents, open_judge, version, "here", kept, 2)
    return proof


def test_the_example_of_the_pages_proves_itself_and_is_proven_once(room, tmp_path):
    first = proven(room, tmp_path / "kept")
    assert (first.faults, first.kept, first.unproven) == ([], False, ())
    assert first.killed + first.listed == first.mutants > 30

    again = proven(room, tmp_path / "kept")
    assert again == replace(first, kept=True)
    assert not proven(room, tmp_path / "kept", version="2").kept


SPOILS = [
    ("reference/solution.py", 'return "full"', 'return "no room"', "reference/solution.py", "one-too-many gets wrong"),
    ("reference/solution.js", '? "full"', '? "no room"', "reference/solution.js", "case one-too-many gets wrong"),
    ("cases/2.json", '2, "booked"], "visible"', '3, "booked"], "visible"', "reference", "not pass: case given-back"),
    ("starter/solution.py", "return []", "return [", "starter/solution.py", "cannot be loaded"),
    ("exercise.yaml", "[same-name, name-before-room]", "[same-name]", "exercise.yaml", "also fails name-before-room"),
    ("exercise.yaml", "[one-too-many, canc", "[one-too-many, same-name, canc", "exercise.yaml", "not fail same-name"),
    ("exercise.yaml", "verdict: wrong answer", "verdict: runtime error", "exercise.yaml", "gets wrong answer and not"),
    ("exercise.yaml", "at_most: n,", "at_most: n^2,", "exercise.yaml", "gets accepted and not too slow"),
    ("growth/1.py", "for i in range(n)]]", "for i in range(2)]]", "growth/1.py", "too little work for its growth"),
    ("exercise.yaml", "line: 31", "line: 30", "exercise.yaml", "no mutant on line 30"),
]  # fmt: skip


@pytest.mark.parametrize(
    "file, old, new, where, says", SPOILS, ids=[f"{n}-{row[4][:20]}" for n, row in enumerate(SPOILS)]
)
def test_it_finds(room, file, old, new, where, says):
    room.edit(f"{HERE}/{file}", old, new)

    found = [fault for fault in proven(room).faults if says in fault.message]

    assert found
    assert all(where in fault.file and fault.mend and fault.code == "proof" for fault in found)


def test_sizes_that_cannot_be_made_are_a_fault_of_the_exercise(room):
    room.edit(f"{HERE}/growth/1.py", "return [n,", "return (n,")
    room.edit(f"{HERE}/growth/1.py", "range(n)]]", "range(n)], object())")

    (fault,) = proven(room).faults
    assert (fault.file, "make(" in fault.message) == (FILE, True)


def test_a_starter_that_is_the_solution_is_a_fault(room):
    room.write(f"{HERE}/starter/solution.js", (room.root / HERE / "reference/solution.js").read_text())
    (fault,) = proven(room).faults
    assert (fault.file, fault.message) == (f"{HERE}/starter/solution.js", "passes part 1 as it is")


def test_cases_that_let_mutants_live_are_a_fault_with_the_mutants_named(room, tmp_path):
    (room.root / HERE / "cases/1.json").write_text(
        '{"function": "run", "cases": [{"id": "a", "args": [4, []], "returns": [], "about": "A."}]}'
    )
    room.edit(FILE, "[same-name, name-before-room]", "[]")
    room.edit(FILE, "[one-too-many, cancelled-twice]", "[cancelled-twice]")
    room.edit(FILE, "    verdict: wrong answer", "    verdict: accepted")

    faults = [fault for fault in proven(room, tmp_path / "kept").faults if fault.code == "mutants"]

    assert any("95% are needed" in fault.message for fault in faults)
    assert any(fault.line and "no case notices this mutant" in fault.message for fault in faults)
    assert not (tmp_path / "kept").exists()


def test_what_a_machine_lacks_is_said_and_nothing_is_kept(room, tmp_path):
    half = proven(room, tmp_path / "kept", lambda: Lacking(node=False))
    assert (half.faults, half.unproven) == ([], ("node",))
    assert "without node" in half.said()
    assert not (tmp_path / "kept").exists()

    none = proven(room, tmp_path / "kept", lambda: Lacking(missing="There is no sandbox."))
    assert isinstance(none, Broke)
    assert none.lacking
    assert "There is no sandbox." in str(none)


def test_a_kept_proof_that_was_meddled_with_is_no_proof(room, tmp_path):
    proven(room, tmp_path / "kept")
    (file,) = (tmp_path / "kept").iterdir()
    file.write_text("{}")
    assert not proven(room, tmp_path / "kept").kept
