"""Remarks on accepted code, as rows that a template names."""

from types import SimpleNamespace

from greenroom.core.code_reading import CodeReading, Remark

Pieces = list[tuple[str, bool]]  # text, and whether it is code


def reading_view(reading: CodeReading | None) -> SimpleNamespace | None:
    """Return what ``code/reading.html`` names, or None when nothing was read."""
    if reading is None:
        return None
    return SimpleNamespace(
        remarks=[_row(remark) for remark in reading.remarks],
        rules=reading.rules,
        unread=reading.unread,
        engine=reading.engine,
    )


def pieces(text: str) -> Pieces:
    """Split ``text`` at its backticks: what stands between two is code."""
    return [(part, at % 2 == 1) for at, part in enumerate(text.split("`")) if part]


def _row(remark: Remark) -> SimpleNamespace:
    return SimpleNamespace(
        line=remark.line,
        quote=getattr(remark.finding.evidence, "text", ""),
        says=pieces(remark.says),
        reason=pieces(remark.reason),
        advice=pieces(remark.advice),
        rule=remark.finding.rule,
    )
