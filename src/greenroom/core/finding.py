"""A finding: one observation on one criterion, with its evidence and a coded advice."""

from enum import StrEnum

from .evidence import Evidence
from .fact import fact


class Tone(StrEnum):
    """How a finding reads. A ``note`` neither praises nor asks for a change."""

    STRENGTH = "strength"
    GAP = "gap"
    NOTE = "note"


@fact
class Finding:
    """One observation.

    ``code``        what was seen, from the closed list in ``engines/feedback`` (snake_case).
    ``criterion``   id of the rubric's criterion, or "" when it concerns the whole answer.
    ``confidence``  0..1, calibrated where ``docs/feedback.md`` says so.
    ``severity``    0 (no weight) to 3 (decides the answer); orders what is shown.
    ``rule``        id of the detector, so that each remark can be traced and switched off.
    ``advice``      id of the wording, which is data (``engines/feedback/advice.json``).
    ``point``       id of the rubric point, "" when none.
    ``asks``        true when the finding is too unsure to state and is worded as a question.
    """

    code: str
    tone: Tone
    evidence: Evidence
    criterion: str = ""
    confidence: float = 1.0
    severity: int = 1
    rule: str = ""
    advice: str = ""
    point: str = ""
    asks: bool = False
