"""The published form of a feedback: what ``greenroom answer --json`` prints and the API will send.

Described in ``docs/operating/feedback-form.md``. Offsets are code points of the answer as given. The same answer and
the same versions give the same bytes, since nothing here looks at a clock.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ..core.evidence import Absence, Evidence, Measurement, Quote
from ..core.finding import Finding, Tone
from ..core.scorecard import Mark, Scorecard
from ..core.segments import part_of

# Gaps that do harm by being said, where the others are only something left out.
RISKS = frozenset({"hypothetical_answer", "implausible_number", "blames_others", "self_praise_without_event"})


def feedback_form(
    scorecard: Scorecard,
    *,
    engine_version: str,
    rubric_version: str,
    next_step: str,
    timings_ms: Mapping[str, float] | None = None,
) -> dict[str, Any]:
    """Return the feedback as data that JSON can hold, keys in the order of the published form.

    The parts of the text are listed once, under ``sentences``; ``findings`` holds everything else, in the order of
    the scorecard. ``timings_ms`` stays None unless somebody measured, so that the bytes can be compared.
    """
    return {
        "engine_version": engine_version,
        "rubric_version": rubric_version,
        "scored": scorecard.scored,
        "reason": scorecard.reason,
        "sentences": _sentences(scorecard.findings),
        "findings": [_finding(finding) for finding in scorecard.findings if part_of(finding) is None],
        "criteria": [_criterion(mark) for mark in scorecard.marks],
        "next_step": next_step,
        "timings_ms": dict(timings_ms) if timings_ms is not None else None,
    }


def _sentences(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    parts = [(f.evidence, part, f.confidence) for f in findings if (part := part_of(f)) is not None]
    quoted = [(quote, part, confidence) for quote, part, confidence in parts if isinstance(quote, Quote)]
    return [
        {"start": quote.start, "end": quote.end, "label": part.value, "confidence": confidence}
        for quote, part, confidence in sorted(quoted, key=lambda q: (q[0].start, q[0].end))
    ]


def _finding(finding: Finding) -> dict[str, Any]:
    evidence = finding.evidence
    return {
        "code": finding.code,
        "kind": kind(finding),
        "severity": finding.severity,
        "criterion": finding.criterion or None,
        "span": [evidence.start, evidence.end] if isinstance(evidence, Quote) else None,
        "evidence": _words(evidence),
        "missing": _missing(evidence),
        "advice_id": finding.advice or finding.code,
        "confidence": finding.confidence,
        "rule_id": finding.rule or finding.code,
    }


def kind(finding: Finding) -> str:
    """Return ``gap``, ``strength``, ``risk`` or ``notice``."""
    if finding.tone is Tone.STRENGTH:
        return "strength"
    if finding.tone is Tone.NOTE:
        return "notice"
    return "risk" if finding.code in RISKS else "gap"


def _words(evidence: Evidence) -> str | None:
    """The quoted words, or the measurement in words; None for an absence."""
    if isinstance(evidence, Quote):
        return evidence.text
    if isinstance(evidence, Measurement):
        limit = f" (limit {evidence.limit:g})" if evidence.limit is not None else ""
        return f"{evidence.what}: {evidence.value:g} {evidence.unit}{limit}"
    return None


def _missing(evidence: Evidence) -> dict[str, str] | None:
    if isinstance(evidence, Absence):
        return {"expected": evidence.expected, "searched": evidence.searched}
    return None


def _criterion(mark: Mark) -> dict[str, Any]:
    return {
        "id": mark.criterion,
        "band": mark.band,
        "low": mark.low,
        "high": mark.high,
        "confidence": mark.confidence,
    }
