"""What the tests of the feedback engine start from: a question, rubrics, answers, and short ways to ask."""

from dataclasses import replace

from greenroom.core.finding import Finding, Tone
from greenroom.core.question import Expectation, Proof, Question
from greenroom.core.rubric import Anchor, Anchors, Criterion, EvidenceKind, Expects, Need, Point, Rubric, RubricKind
from greenroom.core.scorecard import Scorecard, score
from greenroom.engines.feedback import review

QUESTION = Question(
    id="q-test",
    slug="hard-fault",
    title="A hard fault",
    prompt="Tell me about a time you solved a complex technical problem.",
    type="behavioural",
    competencies=("technical-depth",),
    why="It shows how somebody gets from a symptom to a cause.",
    framing="Take one fault, and spend most of the time on how you narrowed it down.",
    rubric="r-test",
    proof=Proof(strong=Expectation(bands={}), weak=Expectation(bands={})),
)


def anchors(three: int, five: int) -> Anchors:
    """Anchors with counts."""
    texts = ("Says that it was solved.", "Names the part and a step.", "Names cause, other way and check.")
    return Anchors(
        one=Anchor(text=texts[0]), three=Anchor(text=texts[1], needs=three), five=Anchor(text=texts[2], needs=five)
    )


K = EvidenceKind
STORY_RUBRIC = Rubric(
    id="r-test",
    kind=RubricKind.PAST_EVENT,
    expects=Expects(
        situation=Need.REQUIRED,
        task=Need.PREFERRED,
        action=Need.REQUIRED,
        result=Need.REQUIRED,
        reflection=Need.BONUS,
    ),
    criteria=(
        Criterion(
            id="depth",
            competency="technical-depth",
            name="Technical depth",
            weight=3,
            evidence=(K.NAMED_COMPONENT, K.CAUSE_FOUND, K.OPTION_WEIGHED, K.VERIFICATION_STEP),
            points=("cause",),
            anchors=anchors(2, 4),
        ),
        Criterion(
            id="effect",
            competency="impact",
            name="Own part and effect",
            weight=2,
            evidence=(K.FIRST_PERSON_ACTION, K.RESULT_STATED, K.QUANTIFIED_RESULT, K.BEFORE_AND_AFTER, K.LEARNING),
            anchors=anchors(2, 4),
        ),
    ),
    points=(
        Point(
            id="cause",
            text="How the cause was found",
            said=("found the root cause", "traced it back to", "it turned out that", "reproduced it locally"),
            follow_up="How did you know that this was the cause?",
        ),
        Point(
            id="check",
            text="How the fix was checked",
            said=(
                "wrote a test that fails",
                "compared before and after",
                "watched it in staging",
                "replayed the old load",
            ),
            follow_up="How did you make sure that it stayed fixed?",
        ),
    ),
)


def rubric_of(kind: RubricKind, expects: Expects | None = None) -> Rubric:
    """The same rubric for another kind of question."""
    return replace(STORY_RUBRIC, kind=kind, expects=expects or STORY_RUBRIC.expects)


def findings(answer: str, rubric: Rubric = STORY_RUBRIC) -> list[Finding]:
    """Everything that the engine says of an answer."""
    return list(review(QUESTION, rubric, answer))


def codes(answer: str, rubric: Rubric = STORY_RUBRIC) -> set[str]:
    """The codes of it, without the parts."""
    return {f.code for f in findings(answer, rubric) if not f.code.startswith("part_")}


def card(answer: str, rubric: Rubric = STORY_RUBRIC) -> Scorecard:
    """The scorecard of an answer."""
    return score(rubric, findings(answer, rubric))


def bands(answer: str, rubric: Rubric = STORY_RUBRIC) -> dict[str, int]:
    """Bands by criterion; empty when the answer was not scored."""
    return {mark.criterion: mark.band for mark in card(answer, rubric).marks}


def praise(answer: str) -> list[Finding]:
    """The strengths."""
    return [f for f in findings(answer) if f.tone is Tone.STRENGTH]


SHORT_AND_STRONG = (
    "Three percent of the parcels got no label on Mondays. I replayed a Monday against the old printer queue and"
    " saw that "
    "two workers took the same row. With a lock on the row the share went to zero."
)

FULL = (
    "Last year our ticket shop for a theatre lost bookings every Friday evening, and the box office called me about"
    " it. "
    "My job was to find the cause before the new season started in six weeks. "
    "I compared the booking log with the payment log for ten Fridays and wrote down every booking that was in one"
    " of them only. "
    "It turned out that the seat lock expired after 90 seconds while the bank page took up to two minutes. "
    "I considered a longer lock, but that would have blocked seats for people who had given up. "
    "Instead I renewed the lock from the payment page and wrote a test that waits three minutes before it pays. "
    "After the release lost bookings dropped from 25 a week to 1. "
    "I learned to ask how long the slowest partner may take before I choose a timeout."
)

WITHOUT_RESULT = FULL.replace("After the release lost bookings dropped from 25 a week to 1. ", "")
