"""The code lab: one submission in, case results out, one by one as they are known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import TracebackType

from greenroom.core.cases import Cases
from greenroom.core.exercise import Exercise, Hints, Part
from greenroom.core.language import Language
from greenroom.core.outcome import AtFault, CaseResult
from greenroom.core.own_tests import OwnTests
from greenroom.core.verdict import Verdict
from greenroom.sandbox import Level, Server, Standing, mends, opened

from .judged_in import Yardsticks, judged_in
from .own_tests import weighed
from .yardstick import Shelf

LONGEST_FILE = 1 << 20
_NO_HINTS = Hints(where="", idea="", change="")


class Lab:
    """The judge with its warm sandbox. ``strangers``: whether code of other people may come, which needs full.

    ``grouping``: control groups are used where they can be had. To enter one costs a submission some milliseconds,
    which the thousand runs of an author's proof can do without.
    """

    def __init__(self, strangers: bool = False, grouping: bool = True) -> None:
        """Start and prove the sandbox (about half a second)."""
        self._strangers, self._grouping = strangers, grouping
        self._yardsticks = Shelf()
        self._server: Server | None
        self._server, self.standing = opened(grouping=self._grouping)
        if strangers and self.standing.level is not Level.FULL:
            self.close()

    def missing(self) -> str | None:
        """Return what keeps this machine from judging anything, in words, or None."""
        if self._server is not None:
            return None
        if not self._strangers:
            return self.standing.said()
        said = [self.standing.said(), "Code of other people needs the full level."]
        return " ".join([*said, *(f"{mend}." for mend in mends())])

    def languages(self) -> dict[str, bool]:
        """Say for each language whether its interpreter is here."""
        return {"python": self._server is not None, "node": bool(self._server and self._server.node)}

    def forks(self) -> bool:
        """Say whether Node.js is forked for each case instead of being started."""
        return bool(self._server and self._server.forking)

    def run(self, exercise: Exercise, files: Mapping[str, bytes], parts: int) -> Iterator[CaseResult]:
        """Judge the one file in ``files`` on the cases of the first ``parts`` parts, in their order, then their growth.

        Growth is measured when every case passes: first right, then fast. After a compile error or an internal error
        nothing more is run. Raises ``ValueError`` for files that are not exactly one Python or Node.js file, and when
        there is no such part.
        """
        if not 1 <= parts <= len(exercise.parts):
            raise ValueError(f"{exercise.slug} has parts 1 to {len(exercise.parts)}, and {parts} were asked for")
        name, source, language = _one(files)
        yardsticks = partial(self._yardsticks.of, exercise, language)
        yield from self._told(exercise.parts[:parts], name, source, language, yardsticks)

    def judge(self, cases: Cases, files: Mapping[str, bytes]) -> Iterator[CaseResult]:
        """Judge the one file in ``files`` on ``cases`` that belong to no exercise, as ``run`` does."""
        for result in self._told((Part(title="", minutes=0, hints=_NO_HINTS, cases=cases),), *_one(files)):
            yield replace(result, part=0)

    def tests(self, exercise: Exercise, own: Cases, language: Language) -> OwnTests:
        """Return what a candidate's ``own`` tests are worth: which are wrong themselves, which mistakes they catch."""
        return weighed(self.judge, exercise, own, language)

    def _told(
        self, parts: Sequence[Part], name: str, source: bytes, language: Language, yardsticks: Yardsticks | None = None
    ) -> Iterator[CaseResult]:
        self._mend()
        if reason := self._lacking(language):
            yield CaseResult(case="", verdict=Verdict.INTERNAL_ERROR, message=reason, fault=AtFault.JUDGE)
        elif len(source) > LONGEST_FILE:
            yield CaseResult(case="", verdict=Verdict.COMPILE_ERROR, message="the file is longer than 1 MB")
        elif self._server is not None:
            yield from judged_in(self._server, parts, name, source, language, yardsticks)

    def _lacking(self, language: Language) -> str:
        """Return what keeps this machine from running ``language``, or ""."""
        if self._server is None:
            return self.missing() or ""
        if language is Language.NODE and not self._server.node:
            return "Node.js is not installed, or `node` is not on the PATH"
        return ""

    def _mend(self) -> None:
        """Start the sandbox anew when somebody has killed it; what was under way was told as an internal error."""
        if self._server is not None and not self._server.alive():
            self.close()
            self._server, self.standing = opened(grouping=self._grouping)
            if self._strangers and self.standing.level is not Level.FULL:
                self.close()

    def close(self) -> None:
        """End the sandbox."""
        if self._server is not None:
            self._server.close()
            self._server = None
            self._yardsticks.clear()

    def __enter__(self) -> "Lab":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _one(files: Mapping[str, bytes]) -> tuple[str, bytes, Language]:
    if len(files) != 1:
        raise ValueError(f"{len(files)} files were given; the judge takes one")
    name, source = next(iter(files.items()))
    language = Language.of(name)
    if language is None:
        raise ValueError(f"{name} is no Python (.py) and no Node.js (.js, .cjs, .mjs) file")
    return name.rpartition("/")[2][:80], source, language


__all__ = ["Lab", "Standing"]
