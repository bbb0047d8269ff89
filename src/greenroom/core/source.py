"""Where a claim comes from, and how long it may be believed."""

from datetime import date, timedelta
from enum import StrEnum

from .fact import fact


class SourceKind(StrEnum):
    """Who speaks. Candidates and third parties are shown as reports, never as the employer's word."""

    EMPLOYER = "employer"  # the company's own pages and handbooks
    ADVERTISEMENT = "advertisement"  # a job posting by the company
    ENGINEERING = "engineering"  # the company's technical posts and talks
    DOCUMENTATION = "documentation"  # product documentation and published code
    OFFICIAL = "official"  # statistics offices
    FRAMEWORK = "framework"  # another employer's public career framework
    NEWS = "news"
    MARKET = "market"  # counts of advertisements
    CANDIDATE = "candidate"  # somebody who was interviewed
    THIRD_PARTY = "third-party"  # somebody who collected such accounts


REPORTED = frozenset({SourceKind.CANDIDATE, SourceKind.THIRD_PARTY})

# Days after which a source must be read again. Pay moves each year; an engineering post describes its own time.
# Rule of this project, set in docs/decisions; no outside source.
HALF_LIFE_DAYS = {
    SourceKind.EMPLOYER: 540,
    SourceKind.ADVERTISEMENT: 365,
    SourceKind.ENGINEERING: 1095,
    SourceKind.DOCUMENTATION: 540,
    SourceKind.OFFICIAL: 540,
    SourceKind.FRAMEWORK: 730,
    SourceKind.NEWS: 730,
    SourceKind.MARKET: 365,
    SourceKind.CANDIDATE: 540,
    SourceKind.THIRD_PARTY: 365,
}


class Confidence(StrEnum):
    """How far a claim can be relied on."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@fact
class Source:
    """A place where a claim was read.

    ``address``  where, in the notation ``github:owner/name@commit:path``, ``docs:host/path`` or ``page:host/path``.
    ``dated``    the date that the source gives itself, in its own precision ("2024-06", "undated (stored copy)").
    ``read``     the day on which it was last read for this library.
    """

    title: str
    address: str
    kind: SourceKind
    dated: str
    read: date
    licence: str = "facts only"

    @property
    def reported(self) -> bool:
        """True when nobody but candidates or collectors of their accounts say so."""
        return self.kind in REPORTED

    def stale(self, today: date) -> bool:
        """True when the source was last read longer ago than its kind may be believed."""
        return today - self.read > timedelta(days=HALF_LIFE_DAYS[self.kind])
