"""The ladder of hints."""

from types import SimpleNamespace
from typing import Any

from greenroom.core.hinting import STEPS, Step
from greenroom.practice.hints import LadderSheet

NAMES = {Step.WHERE: "Where to look", Step.IDEA: "Which idea", Step.CHANGE: "The smallest change"}


def hints_view(sheet: LadderSheet) -> dict[str, Any]:
    """Return what ``code/hints.html`` names."""
    return {
        "part": sheet.part,
        "fitting": sheet.fitting,
        "mistake": sheet.mistake,
        "hints": [SimpleNamespace(level=h.level, name=NAMES[h.step], text=h.text) for h in sheet.opened],
        "next": NAMES[STEPS[sheet.next - 1]] if sheet.next else "",
        "evidence": sheet.evidence.value,
    }
