"""Cases for one file of code, and how they reach it: what a cases file says."""

from .case import Case, Checker, Limits
from .fact import fact


@fact
class Cases:
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
