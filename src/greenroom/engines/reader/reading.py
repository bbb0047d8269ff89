"""What came of asking a model: the remarks that held, what was dropped and why, or what went wrong."""

from enum import StrEnum

from greenroom.core.evidence import Quote
from greenroom.core.fact import fact


class Trouble(StrEnum):
    """Why there is nothing to show. None of it is the candidate's fault, and nothing that is shown depends on it."""

    NONE = ""
    UNREACHABLE = "unreachable"  # nothing listens there, or the connection broke
    TIME = "time"  # the limit in all was reached
    TOO_LARGE = "too_large"  # more came than an honest reply needs
    REDIRECTED = "redirected"  # the address pointed to another one, which nobody agreed to
    REFUSED = "refused"  # an HTTP status other than 200
    UNREADABLE = "unreadable"  # no reply of the agreed form, even after one repair


class Drop(StrEnum):
    """Why a remark or a rephrasing was not kept."""

    FORM = "form"  # not the agreed fields, empty, or too long
    CODE = "code"  # a code that is not in the list
    CRITERION = "criterion"  # a criterion that the rubric does not have
    SHORT_QUOTE = "short_quote"  # fewer than four words
    QUOTE = "quote"  # not in the answer
    CONTRADICTS = "contradicts"  # says the opposite of a finding
    NUMBER = "number"  # supplies a number
    VERDICT = "verdict"  # speaks of a band or of hiring
    ADDRESS = "address"  # sends the reader somewhere
    REPEATED = "repeated"  # the same again, or one too many


@fact
class ModelRemark:
    """A remark that held. ``quote`` is the candidate's own words: ``quote.text == answer[quote.start:quote.end]``."""

    code: str
    criterion: str
    quote: Quote
    advice: str


@fact
class ModelReading:
    """All that is kept of a model's reply. ``next_step`` and ``follow_up`` are rephrasings, "" when there is none."""

    remarks: tuple[ModelRemark, ...] = ()
    next_step: str = ""
    follow_up: str = ""
    dropped: tuple[Drop, ...] = ()
    trouble: Trouble = Trouble.NONE
