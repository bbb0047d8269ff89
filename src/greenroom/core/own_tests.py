"""What a candidate's own tests are worth: are they right, and which known mistakes do they catch?"""

from .fact import fact


@fact
class OwnTest:
    """One test of the candidate's. ``mistake`` says why it is wrong itself, "" when the reference agrees with it.

    ``catches`` names the wrong solutions that fail it. A test that is wrong itself catches nothing.
    """

    name: str
    mistake: str = ""
    catches: tuple[str, ...] = ()


@fact
class OwnTests:
    """All tests of a candidate, against the wrong solutions of the exercise that fail on cases.

    ``fault`` is our or the exercise's failure, "" when there was none; with one, nothing else here counts.
    """

    tests: tuple[OwnTest, ...]
    wrongs: tuple[str, ...]
    fault: str = ""

    @property
    def caught(self) -> tuple[str, ...]:
        """The wrong solutions that at least one right test catches, in the order of the exercise."""
        found = {name for test in self.tests for name in test.catches}
        return tuple(name for name in self.wrongs if name in found)

    @property
    def mistaken(self) -> tuple[OwnTest, ...]:
        """The tests that are wrong themselves."""
        return tuple(test for test in self.tests if test.mistake)
