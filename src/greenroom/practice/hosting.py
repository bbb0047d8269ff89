"""What a house must have before it is opened to code of strangers."""

from contextlib import closing
from typing import TYPE_CHECKING

from django.conf import settings

from .shelves import open_lab

if TYPE_CHECKING:
    from greenroom.engines.judge import Lab


def lab() -> "Lab":
    """Start the code lab of this house: a hosted one takes code of strangers, which needs the full level."""
    return open_lab(strangers=settings.HOSTED)


def refusal() -> str:
    """Return why this machine may not open a hosted house, with the mend, or "". On a laptop nothing is asked."""
    if not settings.HOSTED:
        return ""
    with closing(lab()) as opened:
        return opened.missing() or ""
