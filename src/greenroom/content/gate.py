"""The author's gate: an exercise proves itself against its own right and wrong solutions, by running them.

The judge stands on the same floor, so it is an argument (``Judge``). A proof is kept under the digest of everything
that it rests on, so the same bytes are proven once.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from ..codec import Path as Field
from ..core.exercise import Exercise, Part, Survivor
from ..core.language import CODE, Language
from ..core.outcome import AtFault, CaseResult
from ..core.verdict import Verdict, overall
from .document import Document
from .fault import Fault
from .mutants import Mutant, mutants

SCORE = 0.95  # of the mutants that are not listed as meaning the same, at least so many are killed
MUTANT_CPU_S = 1.0  # a mutant that runs longer on one case is killed: it loops
SEEN = 2  # sizes at which the reference has to do enough work to be measured
NAMED = 12  # surviving mutants that are named one by one
RULES = "".join((Path(__file__).parent / name).read_text(encoding="utf-8") for name in ("gate.py", "mutants.py"))

Doc = Document[Exercise]
Say = Callable[[str], None]


class Judge(Protocol):
    """The code lab's door, as far as the gate needs it."""

    def missing(self) -> str | None:
        """Return what keeps it from judging anything."""

    def languages(self) -> dict[str, bool]:
        """Say for each language whether it can be run."""

    def run(self, exercise: Exercise, files: Mapping[str, bytes], parts: int) -> Iterator[CaseResult]:
        """Judge files on the first parts."""


class Broke(RuntimeError):
    """There is no proof, and it is no fault of the author: the judge failed, or (``lacking``) it cannot run here."""

    def __init__(self, message: str, *, lacking: bool = False) -> None:
        super().__init__(message)
        self.lacking = lacking


@dataclass(kw_only=True)
class Proof:
    """What came of proving one exercise. ``unproven`` names the languages that this machine cannot run."""

    slug: str
    faults: list[Fault] = field(default_factory=list)
    unproven: tuple[str, ...] = ()
    mutants: int = 0
    killed: int = 0
    listed: int = 0
    kept: bool = False  # taken from the proofs that were kept

    def said(self) -> str:
        """Return the proof in a line."""
        counts = f"{self.killed} of {self.mutants} mutants killed, {self.listed} listed as the same"
        state = f"{len(self.faults)} faults" if self.faults else "proven before" if self.kept else "proven"
        lacks = f"; without {' and '.join(self.unproven)}, which is not here" if self.unproven else ""
        return f"{self.slug}: {state}{f' ({counts})' if self.mutants else ''}{lacks}"


def rests_on(digest: str, judge_version: str, interpreters: str) -> str:
    """Return the name under which a proof is kept: it changes with exercise, judge, interpreters and this gate."""
    return hashlib.sha256("\n".join((digest, judge_version, interpreters, RULES)).encode()).hexdigest()


def prove(document: Doc, judge: Judge) -> Proof:
    """Run everything that the exercise says of itself. Raises ``Broke`` when the judge itself fails."""
    exercise = document.value
    if missing := judge.missing():
        raise Broke(f"{document.slugs[1]}: {missing}", lacking=True)
    here = {language for language in CODE if judge.languages()[language.value]}
    proof = Proof(slug=document.slugs[1], unproven=tuple(sorted(set(CODE) - here)))
    judged = _Runs(judge, here)
    try:
        proof.faults += _references(document, judged)
        proof.faults += _starters(document, judged)
        for at in range(len(exercise.wrong)):
            proof.faults += _wrong(document, at, judged)
        if not proof.faults and Language.PYTHON in here:  # a reference that fails kills every mutant
            _mutants(document, judge, proof)
    except _AtFault as error:
        proof.faults.append(_amiss(document, error.result))
    return proof


class _AtFault(Exception):
    """What the author wrote to judge with does not work."""

    def __init__(self, result: CaseResult) -> None:
        super().__init__(result.message)
        self.result = result


@dataclass(frozen=True)
class _Runs:
    """Runs solutions in the languages that are here."""

    judge: Judge
    here: set[Language]

    def of(self, exercise: Exercise, sources: Mapping[Language, str], parts: int = 0) -> Iterator["_Run"]:
        for language in CODE:
            if language in sources and language in self.here:
                files = {language.file: sources[language].encode()}
                results = tuple(self.judge.run(exercise, files, parts or len(exercise.parts)))
                if broken := next((r for r in results if r.verdict is Verdict.INTERNAL_ERROR), None):
                    if broken.fault is AtFault.EXERCISE:
                        raise _AtFault(broken)
                    raise Broke(f"{exercise.slug}: the judge failed: {broken.message}")
                yield _Run(language, results)


@dataclass(frozen=True)
class _Run:
    """What came of one solution in one language."""

    language: Language
    results: tuple[CaseResult, ...]

    @property
    def verdict(self) -> Verdict:
        return overall(result.verdict for result in self.results)

    @property
    def bad(self) -> list[CaseResult]:
        return [result for result in self.results if result.verdict is not Verdict.ACCEPTED]

    @property
    def failed(self) -> tuple[str, ...]:
        return tuple(r.case for r in self.bad if r.case and r.curve is None)


def _amiss(document: Doc, result: CaseResult) -> Fault:
    return document.fault((), "proof", result.message, "mend the growth, the checker or the reference that it names")


def _references(document: Doc, runs: _Runs) -> Iterator[Fault]:
    for run in runs.of(document.value, document.value.reference):
        for result in run.bad[:3]:
            file = document.file.replace("exercise.yaml", f"reference/{run.language.file}")
            mend = f"mend the reference, or the case in cases/{result.part}.json"
            yield Fault(file=file, code="proof", message=f"does not pass: {_told(result)}", mend=mend)
        yield from _unmeasured(document, run)


def _unmeasured(document: Doc, run: _Run) -> Iterator[Fault]:
    """A growth of which nothing was seen on the reference would accept everything.

    One lost point is a busy machine's, not the author's, so that a curve with a gap is let pass.
    """
    for result in run.results:
        if result.verdict is Verdict.ACCEPTED and result.curve is not None and len(result.curve.points) < SEEN:
            file = document.file.replace("exercise.yaml", f"growth/{result.part}.py")
            message = f"gives the reference in {run.language.value} too little work for its growth to be measured"
            yield Fault(
                file=file, code="proof", message=message, mend="raise `largest`, or let make(n) ask for more work"
            )


def _starters(document: Doc, runs: _Runs) -> Iterator[Fault]:
    for run in runs.of(document.value, document.value.starter, parts=1):
        file = document.file.replace("exercise.yaml", f"starter/{run.language.file}")
        if run.verdict in (Verdict.ACCEPTED, Verdict.TOO_SLOW_TO_GROW):
            mend = "leave the solution out of it"
            yield Fault(file=file, code="proof", message="passes part 1 as it is", mend=mend)
        elif run.verdict is Verdict.COMPILE_ERROR:
            mend = "let it load and answer wrongly"
            yield Fault(file=file, code="proof", message=f"cannot be loaded: {run.bad[0].message}", mend=mend)


def _wrong(document: Doc, at: int, runs: _Runs) -> Iterator[Fault]:
    wrong = document.value.wrong[at]
    path: Field = ("wrong", at)
    for run in runs.of(document.value, wrong.files):
        name = f"{wrong.name} in {run.language.value}"
        if set(run.failed) != set(wrong.fails):  # their order is a rule of lint
            extra = [id for id in run.failed if id not in wrong.fails]
            passed = [id for id in wrong.fails if id not in run.failed]
            said = "; ".join(part for part in (_list("also fails", extra), _list("does not fail", passed)) if part)
            mend = "write exactly the cases that fail, or mend the solution so that it is wrong for one reason"
            yield document.fault((*path, "fails"), "proof", f"{name} {said}", mend)
        if run.verdict is not wrong.verdict:
            why = f" ({_told(run.bad[0])})" if run.bad else ""
            message = f"{name} gets {run.verdict.value} and not {wrong.verdict.value}{why}"
            yield document.fault((*path, "verdict"), "proof", message, "write what it gets, or mend the solution")


def _mutants(document: Doc, judge: Judge, proof: Proof) -> None:
    """Count the mutants that the cases kill, and say which live."""
    exercise = document.value
    listed = Counter((survivor.line, survivor.change) for survivor in exercise.survivors)
    hunt = _Hunt(exercise, judge)
    lives: list[Mutant] = []
    for mutant in mutants(exercise.reference[Language.PYTHON]):
        proof.mutants += 1
        key = (mutant.line, mutant.change)
        if hunt.kills(mutant):
            proof.killed += 1
        elif listed[key] > 0:
            listed[key] -= 1
            proof.listed += 1
        else:
            lives.append(mutant)
    for at, survivor in enumerate(exercise.survivors):
        if listed[survivor.line, survivor.change] > 0:
            proof.faults.append(_stale(document, at, survivor))
    counted = proof.mutants - proof.listed
    if counted and proof.killed / counted < SCORE:
        proof.faults += _survived(document, lives, proof.killed / counted)


class _Hunt:
    """Runs mutants on the cases, those first that killed most before, and stops at the first that kills."""

    def __init__(self, exercise: Exercise, judge: Judge) -> None:
        self._exercise, self._judge = exercise, judge
        self._kills: Counter[str] = Counter()

    def kills(self, mutant: Mutant) -> bool:
        """True when some case tells ``mutant`` from the reference."""
        files = {Language.PYTHON.file: mutant.source.encode()}
        for result in self._judge.run(self._ordered(), files, len(self._exercise.parts)):
            if result.fault is AtFault.EXERCISE:  # a checker that trusts the form of what it is given
                raise _AtFault(result)
            if result.verdict is Verdict.INTERNAL_ERROR:
                raise Broke(f"{self._exercise.slug}: the judge failed on a mutant: {result.message}")
            if result.verdict is not Verdict.ACCEPTED:
                self._kills[result.case] += 1
                return True
        return False

    def _ordered(self) -> Exercise:
        """Return the exercise without growth, its deadliest part and case first."""
        parts = [self._quick(part) for part in self._exercise.parts]
        parts.sort(key=lambda part: -max((self._kills[case.id] for case in part.cases.cases), default=0))
        return replace(self._exercise, parts=tuple(parts))

    def _quick(self, part: Part) -> Part:
        cases = sorted(part.cases.cases, key=lambda case: -self._kills[case.id])
        limits = replace(part.cases.limits, cpu_s=min(part.cases.limits.cpu_s, MUTANT_CPU_S))
        quick = (replace(case, limits=None) if case.limits else case for case in cases)
        return replace(part, growth=None, make="", cases=replace(part.cases, limits=limits, cases=tuple(quick)))


def _stale(document: Doc, at: int, survivor: Survivor) -> Fault:
    message = f"no mutant on line {survivor.line} ({survivor.change}) survives"
    return document.fault(("survivors", at), "proof", message, "take it out, or write the line and change it has now")


def _survived(document: Doc, lives: list[Mutant], score: float) -> Iterator[Fault]:
    file = document.file.replace("exercise.yaml", f"reference/{Language.PYTHON.file}")
    mend = "add a case that tells the two apart, or list it under survivors with the reason why none can"
    for mutant in lives[:NAMED]:
        message = f"no case notices this mutant: {mutant.change}"
        yield Fault(file=file, line=mutant.line, code="mutants", message=message, mend=mend)
    message = f"the cases kill {score:.1%} of its mutants; {SCORE:.0%} are needed, and {len(lives)} live"
    yield document.fault((), "mutants", message, mend)


def _told(result: CaseResult) -> str:
    case = f"case {result.case}" if result.case else f"part {result.part}" if result.part else "as a whole"
    said = result.message or result.difference or f"expected {result.expected}, got {result.actual}"
    return f"{case} gets {result.verdict.value} ({' '.join(said.split())[:120]})"


def _list(said: str, ids: list[str]) -> str:
    return f"{said} {', '.join(ids)}" if ids else ""
