"""The finding codes that a proof may name.

Content and the feedback engine stand on the same floor and do not know each other, so the closed list is written here
once more; ``tests/content/test_codes.py`` holds it against the engine's.
"""

from ..core.rubric import EvidenceKind, Part
from ..core.scorecard import GUARDS

NOTICES = frozenset(
    {
        "copied_text",
        "few_topic_terms",
        "hidden_characters",
        "may_not_answer",
        "personal_data",
        "repeated_text",
        "secret_in_text",
        "truncated",
    }
)
PARTS = frozenset(f"part_{part}" for part in Part)
MISSING = frozenset(f"missing_{part}" for part in Part if part is not Part.OTHER)
EVIDENCE = frozenset(kind.value for kind in EvidenceKind)
GAPS = frozenset(
    {
        "blames_others",
        "criterion_without_evidence",
        "habit_not_event",
        "hypothetical_answer",
        "implausible_number",
        "number_without_baseline",
        "number_without_object",
        "passive_action",
        "self_praise_without_event",
        "thin_answer",
        "too_long",
        "vague_claim",
        "absolute_claim",
        "we_without_i",
    }
)
POINTS = frozenset({"point_mentioned", "point_missing"})

CODES = GUARDS | NOTICES | PARTS | MISSING | EVIDENCE | GAPS | POINTS
