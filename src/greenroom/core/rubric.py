"""A rubric: what a good answer to a question shows, as criteria with anchors and points with their wordings."""

from enum import StrEnum

from .fact import fact


class Part(StrEnum):
    """The part of a story that a sentence plays (STAR with reflection)."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    REFLECTION = "reflection"
    OTHER = "other"


class Need(StrEnum):
    """How much a rubric wants a part. ``off`` means that its absence is never mentioned."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    BONUS = "bonus"
    OFF = "off"


class RubricKind(StrEnum):
    """What sort of answer is asked for; it decides which detectors speak."""

    PAST_EVENT = "past_event"  # one story
    EXPERIENCE = "experience"  # several things done in one field
    APPROACH = "approach"  # how the person works, with examples
    MOTIVATION = "motivation"  # why this role, this company, this change
    PLAN = "plan"  # what the person would do
    KNOWLEDGE = "knowledge"  # reference points to cover


class EvidenceKind(StrEnum):
    """The closed set of things that detectors can find in an answer. One detector each, with a span."""

    FIRST_PERSON_ACTION = "first_person_action"  # the speaker did a concrete thing
    NAMED_COMPONENT = "named_component"  # a system, tool or part, inside an action or a cause
    CAUSE_FOUND = "cause_found"  # why it happened, and how that was learnt
    OPTION_WEIGHED = "option_weighed"  # another way that was considered, with the reason
    TRADE_OFF_COST = "trade_off_cost"  # what the chosen way costs
    VERIFICATION_STEP = "verification_step"  # how the change was checked
    USER_EVIDENCE = "user_evidence"  # what users, merchants or customers said, did or needed
    SECURITY_CONTROL = "security_control"  # a threat with a control against it
    FAILURE_HANDLING = "failure_handling"  # what happens when a part fails: retry, timeout, alert, rollback
    DATA_DESIGN = "data_design"  # reasoning on schema, key, index, query, consistency
    RESULT_STATED = "result_stated"  # an effect, measured or not
    QUANTIFIED_RESULT = "quantified_result"  # an effect with a number, its unit and its object
    BEFORE_AND_AFTER = "before_and_after"  # a number with the baseline it is compared with
    LASTING_CHANGE = "lasting_change"  # what stayed afterwards: rule, test, habit, tool
    LEARNING = "learning"  # what was learnt or would be done differently
    OTHER_VIEW = "other_view"  # somebody else's view put fairly, and how it ended
    SPECIFIC_REASON = "specific_reason"  # a checkable reason that names this company, product or role
    QUESTION_BACK = "question_back"  # the speaker clarifies scope, asks for numbers or states an assumption


@fact
class Anchor:
    """What an answer looks like at one band, and how many distinct evidence kinds reach it."""

    text: str
    needs: int = 0


@fact
class Anchors:
    """Three worked anchors; bands 2 and 4 lie between them.

    Band 1 needs nothing. ``three.needs`` kinds reach band 3, ``five.needs`` band 5; one kind
    reaches band 2, and band 4 lies halfway (rounded up) between three and five.
    """

    one: Anchor
    three: Anchor
    five: Anchor


@fact
class Criterion:
    """One thing asked of an answer.

    ``evidence`` and ``points`` list what counts; each distinct kind or mentioned point counts once, however
    often it occurs and however long the text is. Bands 4 and 5 also need at least two
    *evidence kinds*, so that a list of the right words never reaches them.
    """

    id: str
    competency: str
    name: str
    weight: int = 1
    evidence: tuple[EvidenceKind, ...] = ()
    points: tuple[str, ...] = ()
    anchors: Anchors


@fact
class Point:
    """A thing that a strong answer covers, with ways in which people say it (at least four).

    ``said`` holds short phrases (2 to 7 words) of people, not keywords; the engine matches their
    content words in any order within one sentence.
    ``follow_up`` is what an interviewer asks when the point is missing (the easier question), ``deeper`` what one
    asks when it was mentioned, to find out how far the knowledge goes; "" asks nothing more.
    """

    id: str
    text: str
    said: tuple[str, ...]
    follow_up: str
    deeper: str = ""


@fact
class Expects:
    """Which parts of a story the rubric wants."""

    situation: Need = Need.OFF
    task: Need = Need.OFF
    action: Need = Need.OFF
    result: Need = Need.OFF
    reflection: Need = Need.OFF

    def need(self, part: Part) -> Need:
        """Say how much ``part`` is wanted; ``other`` never is."""
        return Need.OFF if part is Part.OTHER else Need(getattr(self, part.value))


@fact
class Length:
    """Words: the range that needs no remark and the count above which an interviewer interrupts."""

    ok: tuple[int, int] = (60, 320)
    hard_max: int = 700


@fact
class Rubric:
    """What a good answer shows. ``version`` changes whenever a mark could change."""

    id: str
    version: int = 1
    kind: RubricKind
    expects: Expects
    length_words: Length = Length()
    criteria: tuple[Criterion, ...]
    points: tuple[Point, ...]
    topic_terms: tuple[str, ...] = ()  # words of the field; an answer with none of them may be off topic
    topic_min: int = 0  # how many of them an answer on topic has at least; 0 switches the check off

    def criterion(self, id: str) -> Criterion:
        """Return the criterion ``id``; raise ``KeyError`` when the rubric has none such."""
        return next((c for c in self.criteria if c.id == id), None) or _missing(id, self.id)


def _missing(id: str, rubric: str) -> Criterion:
    raise KeyError(f"rubric {rubric} has no criterion {id}")
