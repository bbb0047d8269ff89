"""Making findings: severity, advice and rule by code stand here, once."""

from greenroom.core.evidence import Absence, Evidence, Measurement, Quote
from greenroom.core.finding import Finding, Tone

# Severity by code, where it is not 1. Guards weigh 3: they leave the answer unscored.
SEVERITY = {
    "missing_result": 3, "missing_action": 3, "hypothetical_answer": 3, "habit_not_event": 3, "we_without_i": 3,
    "missing_task": 2, "missing_situation": 2, "number_without_object": 2, "number_without_baseline": 1,
    "implausible_number": 2, "vague_claim": 2, "absolute_claim": 2, "passive_action": 1, "blames_others": 2,
    "self_praise_without_event": 2,
    "point_missing": 1, "too_long": 2, "thin_answer": 2, "criterion_without_evidence": 2, "missing_reflection": 1,
    "quantified_result": 3, "before_and_after": 3, "cause_found": 3, "option_weighed": 3, "trade_off_cost": 3,
    "verification_step": 2, "user_evidence": 2, "security_control": 3, "failure_handling": 3, "data_design": 3,
    "result_stated": 1, "lasting_change": 2, "learning": 2, "other_view": 2, "specific_reason": 3, "question_back": 2,
    "first_person_action": 1, "named_component": 1, "point_mentioned": 1,
}  # fmt: skip


def gap(code: str, evidence: Evidence, confidence: float = 0.8, **more: object) -> Finding:
    """A finding that asks for a change."""
    return _make(code, Tone.GAP, evidence, confidence, more)


def note(code: str, evidence: Evidence, confidence: float = 0.9, **more: object) -> Finding:
    """A finding that neither praises nor asks."""
    return _make(code, Tone.NOTE, evidence, confidence, more)


def strength(code: str, quote: Quote, confidence: float, **more: object) -> Finding:
    """A finding that says what was good; it always quotes."""
    return _make(code, Tone.STRENGTH, quote, confidence, more)


def guard(code: str, evidence: Evidence) -> Finding:
    """A note that leaves the answer unscored."""
    return _make(code, Tone.NOTE, evidence, 0.95, {"severity": 3})


def _make(code: str, tone: Tone, evidence: Evidence, confidence: float, more: dict[str, object]) -> Finding:
    given: dict[str, object] = {"severity": SEVERITY.get(code, 1), "rule": code, "advice": code, **more}
    sure = round(confidence, 2)
    return Finding(code=code, tone=tone, evidence=evidence, confidence=sure, **given)  # type: ignore[arg-type]


def counted(what: str, value: float, unit: str, limit: float | None = None) -> Measurement:
    """A measurement taken from the answer."""
    return Measurement(what=what, value=value, unit=unit, limit=limit)


def absent(expected: str, beside: Quote | None = None, searched: str = "the whole answer") -> Absence:
    """Something looked for and not found, and the words beside which it would stand."""
    return Absence(expected=expected, searched=searched, beside=beside)
