"""One small detector for each kind of evidence. A list of words alone never fires one."""

from collections.abc import Iterator

from greenroom.core.rubric import EvidenceKind

from ..reading import Reading
from . import (
    cause,
    data,
    doing,
    failure,
    lasting,
    learning,
    option,
    other_view,
    question_back,
    reason,
    result,
    security,
    users,
    verification,
)
from .seen import Detector, Seen
from .weighing import weigh

DETECTORS: dict[EvidenceKind, Detector] = {
    EvidenceKind.FIRST_PERSON_ACTION: doing.first_person_action,
    EvidenceKind.NAMED_COMPONENT: doing.named_component,
    EvidenceKind.CAUSE_FOUND: cause.cause_found,
    EvidenceKind.OPTION_WEIGHED: option.option_weighed,
    EvidenceKind.TRADE_OFF_COST: option.trade_off_cost,
    EvidenceKind.VERIFICATION_STEP: verification.verification_step,
    EvidenceKind.USER_EVIDENCE: users.user_evidence,
    EvidenceKind.SECURITY_CONTROL: security.security_control,
    EvidenceKind.FAILURE_HANDLING: failure.failure_handling,
    EvidenceKind.DATA_DESIGN: data.data_design,
    EvidenceKind.RESULT_STATED: result.result_stated,
    EvidenceKind.QUANTIFIED_RESULT: result.quantified_result,
    EvidenceKind.BEFORE_AND_AFTER: result.before_and_after,
    EvidenceKind.LASTING_CHANGE: lasting.lasting_change,
    EvidenceKind.LEARNING: learning.learning,
    EvidenceKind.OTHER_VIEW: other_view.other_view,
    EvidenceKind.SPECIFIC_REASON: reason.specific_reason,
    EvidenceKind.QUESTION_BACK: question_back.question_back,
}

EFFECTS = (EvidenceKind.RESULT_STATED, EvidenceKind.QUANTIFIED_RESULT, EvidenceKind.BEFORE_AND_AFTER)


def find(reading: Reading) -> Iterator[tuple[EvidenceKind, Seen]]:
    """Yield every piece of evidence with its kind, in the order of ``EvidenceKind``.

    Effects are decided by their own detectors, everything else is weighed.
    """
    found = {kind: list(DETECTORS[kind](reading)) for kind in EFFECTS}
    for kind, seen in weigh(reading, DETECTORS):
        found.setdefault(kind, []).append(seen)
    for kind in EvidenceKind:
        yield from ((kind, seen) for seen in found.get(kind, ()))


__all__ = ["DETECTORS", "EFFECTS", "Seen", "find"]
