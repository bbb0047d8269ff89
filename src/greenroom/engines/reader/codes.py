"""The codes that a model may use: those findings of ours that rest on quoted words.

What is absent cannot be quoted, so a model says nothing about what is missing. The gaps are written here once more,
since engines do not know each other; a test holds them against the list that content may name.
"""

from greenroom.core.rubric import EvidenceKind

STRENGTHS = frozenset(kind.value for kind in EvidenceKind)
GAPS = frozenset(
    {
        "blames_others",
        "habit_not_event",
        "hypothetical_answer",
        "implausible_number",
        "number_without_baseline",
        "number_without_object",
        "passive_action",
        "self_praise_without_event",
        "vague_claim",
        "absolute_claim",
        "we_without_i",
    }
)
CODES = STRENGTHS | GAPS

_RESULTS = frozenset({"result_stated", "quantified_result", "before_and_after"})

# A code, and the findings about the whole answer that it would deny wherever its quote stands.
DENIES: dict[str, frozenset[str]] = {
    "result_stated": frozenset({"missing_result"}),
    "quantified_result": frozenset({"missing_result"}),
    "before_and_after": frozenset({"missing_result"}),
    "learning": frozenset({"missing_reflection"}),
    "lasting_change": frozenset({"missing_reflection"}),
    "first_person_action": frozenset({"missing_action", "we_without_i", "hypothetical_answer"}),
    "hypothetical_answer": _RESULTS | {"first_person_action"},
    "we_without_i": frozenset({"first_person_action"}),
}
