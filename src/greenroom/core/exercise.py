"""An exercise as the judge needs it: the cases, and how they reach the candidate's code."""

from enum import StrEnum

from .case import Case, Checker, Limits
from .fact import fact


class Language(StrEnum):
    """The languages in which exercises can be solved."""

    PYTHON = "python"
    NODE = "node"

    @staticmethod
    def of(file: str) -> "Language | None":
        """Return the language that the ending of ``file`` tells, or None."""
        return _ENDINGS.get(file[file.rfind(".") :])


_ENDINGS = {".py": Language.PYTHON, ".js": Language.NODE, ".cjs": Language.NODE}


@fact
class Exercise:
    """Cases for one file of code.

    With ``function`` each case calls the function of that name with the case's ``args``; without it the file runs as
    a program on the case's ``input``. ``version`` is that of this form.
    """

    version: int = 1
    function: str = ""
    limits: Limits = Limits()
    checker: Checker = Checker()
    cases: tuple[Case, ...]

    def limits_of(self, case: Case) -> Limits:
        """Return what ``case`` may use."""
        return case.limits or self.limits

    def checker_of(self, case: Case) -> Checker:
        """Return how ``case`` is compared."""
        return case.checker or self.checker
