"""The author's gate for the SQL lab: reference, starter, named wrong solutions, and mutants of a reference query.

The lab stands on the same floor, so it is an argument (``SqlLab``), as for code.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from ..codec import digest
from ..core.exercise import Exercise
from ..core.language import Language
from ..core.outcome import CaseResult
from ..core.sql import Form
from ..core.verdict import Verdict, overall
from .document import Document
from .fault import Fault
from .gate import NAMED, SCORE, Broke, Proof, rests_on
from .index_gate import loose_limits, without_each_index
from .proving import keep_proof, kept_proof
from .sql_mutants import SqlMutant, reprinted, sql_mutants

Doc = Document[Exercise]
FILE = Language.SQL.file
RULES = "".join(
    (Path(__file__).parent / name).read_text(encoding="utf-8")
    for name in ("sql_gate.py", "sql_mutants.py", "index_gate.py")
)


class SqlLab(Protocol):
    """The SQL lab's door, as far as the gate needs it."""

    def missing(self) -> str | None:
        """Return what keeps it from judging anything."""

    def run(self, exercise: Exercise, files: Mapping[str, bytes]) -> Iterator[CaseResult]:
        """Judge a statement. Raises ``ValueError`` for what is wrong with the exercise itself."""

    def kills(self, exercise: Exercise, statement: str) -> str:
        """Return the name of a data set that tells ``statement`` from the reference, or ""."""


def prove_queries(documents: Iterable[Doc], lab: SqlLab, version: str, kept: Path | None) -> Iterator[Proof | Broke]:
    """Yield the proof of each exercise as soon as it is known; one that was proven before is not run again.

    ``version`` is the lab's; ``kept`` is the folder of earlier proofs, or None.
    """
    for document in documents:
        name = rests_on(digest(document.value), version, RULES)
        proof = kept_proof(kept, name, document)
        if proof is None:
            try:
                proof = prove_sql(document, lab)
            except Broke as broke:
                yield broke
                continue
            keep_proof(kept, name, proof)
        yield proof


def prove_sql(document: Doc, lab: SqlLab) -> Proof:
    """Run everything that the exercise says of itself. Raises ``Broke`` when the lab itself fails."""
    slug = document.slugs[1]
    if missing := lab.missing():
        raise Broke(f"{slug}: {missing}", lacking=True)
    proof = Proof(slug=slug)
    try:
        proof.faults += _solutions(document, lab)
        if not proof.faults and document.value.sql:
            prove_more = {Form.QUERY: _mutants, Form.INDEX: _unneeded}.get(document.value.sql.form)
            if prove_more:
                prove_more(document, lab, proof)
    except ValueError as wrong:
        mend = "mend the schema, the data set or the reference that it names"
        proof.faults.append(Fault(file=document.file, code="proof", message=str(wrong).split("\n")[0], mend=mend))
    return proof


def _solutions(document: Doc, lab: SqlLab) -> Iterator[Fault]:
    exercise = document.value
    results = _run(exercise, exercise.reference, lab)
    for result in [each for each in results if each.verdict is not Verdict.ACCEPTED][:3]:
        yield _fault(document, "reference", f"does not pass: {_told(result)}", "mend the reference")
    if _index(exercise):
        yield from loose_limits(document, results)
    if all(result.verdict is Verdict.ACCEPTED for result in _run(exercise, exercise.starter, lab)):
        yield _fault(document, "starter", "passes as it is", "leave the solution out of it")
    for at, wrong in enumerate(exercise.wrong):
        results = _run(exercise, wrong.files, lab)
        failed = tuple(r.case for r in results if r.case and r.verdict is not Verdict.ACCEPTED)
        if failed != wrong.fails:
            message = (
                f"{wrong.name} fails {', '.join(failed) or 'nothing'} and not {', '.join(wrong.fails) or 'nothing'}"
            )
            yield document.fault(("wrong", at, "fails"), "proof", message, "write exactly what it fails, in its order")
        verdict = overall(result.verdict for result in results)
        if verdict is not wrong.verdict:
            message = f"{wrong.name} gets {verdict.value} and not {wrong.verdict.value}"
            yield document.fault(
                ("wrong", at, "verdict"), "proof", message, "write what it gets, or mend the statement"
            )


def _mutants(document: Doc, lab: SqlLab, proof: Proof) -> None:
    """Count the mutants that the data sets kill, and say which live."""
    exercise = document.value
    if differs := lab.kills(exercise, reprinted(exercise.reference[Language.SQL])):
        message = f"sqlglot prints it as something else, which the set {differs} notices, so its mutants say nothing"
        proof.faults.append(_fault(document, "reference", message, "write it in words that sqlglot keeps", "mutants"))
    listed = [same.mutant for same in exercise.sql.equivalents] if exercise.sql else []
    lives: list[SqlMutant] = []
    for mutant in sql_mutants(exercise.reference[Language.SQL]):
        proof.mutants += 1
        if lab.kills(exercise, mutant.source):
            proof.killed += 1
        elif mutant.change in listed:
            listed.remove(mutant.change)
            proof.listed += 1
        else:
            lives.append(mutant)
    for text in listed:
        mend = "take it out, or write the mutant as it is printed now"
        proof.faults.append(document.fault(("sql", "equivalents"), "proof", f"no such mutant survives: {text}", mend))
    counted = proof.mutants - proof.listed
    if counted and proof.killed / counted < SCORE:
        for mutant in lives[:NAMED]:
            mend = "add rows that tell the two apart, or list it under equivalents with the reason why none can"
            proof.faults.append(
                _fault(document, "reference", f"no data set notices this mutant: {mutant.change}", mend, "mutants")
            )
        message = f"the data sets kill {proof.killed / counted:.1%} of its mutants; {SCORE:.0%} are needed"
        proof.faults.append(document.fault(("sql", "sets"), "mutants", message, "add rows that tell them apart"))


def _unneeded(document: Doc, lab: SqlLab, proof: Proof) -> None:
    """Take each index out of the reference in turn: without it, something has to fail."""
    for mutant in without_each_index(document.value.reference[Language.SQL]):
        proof.mutants += 1
        if lab.kills(document.value, mutant.source):
            proof.killed += 1
        else:
            mend = "leave it out of the reference, or ask for what it is good for"
            message = f"no query notices this mutant: {mutant.change}"
            proof.faults.append(_fault(document, "reference", message, mend, "mutants"))


def _run(exercise: Exercise, sources: Mapping[Language, str], lab: SqlLab) -> tuple[CaseResult, ...]:
    results = tuple(lab.run(exercise, {FILE: sources[Language.SQL].encode()}))
    if broken := next((r for r in results if r.verdict is Verdict.INTERNAL_ERROR), None):
        raise Broke(f"{exercise.slug}: the SQL lab failed: {broken.message}")
    return results


def _index(exercise: Exercise) -> bool:
    return exercise.sql is not None and exercise.sql.form is Form.INDEX


def _fault(document: Doc, folder: str, message: str, mend: str, code: str = "proof") -> Fault:
    return Fault(file=document.file.replace("exercise.yaml", f"{folder}/{FILE}"), code=code, message=message, mend=mend)


def _told(result: CaseResult) -> str:
    return f"{result.case or 'it'} gets {result.verdict.value} ({result.message[:120]})"
