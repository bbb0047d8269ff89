"""What goes over the wire. Facts of core are sent in the codec's form; these name the envelopes around them."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]


def _whole(value: Any) -> Any:
    """Take what JSON Schema calls an integer, 3.0 too; refuse what Python would take for one: true, "3"."""
    if isinstance(value, bool | str) or (isinstance(value, float) and not value.is_integer()):
        raise ValueError("is no whole number")
    return value


Whole = BeforeValidator(_whole)


class Body(Schema):
    """A body in which an unknown field is an error, so that a typing mistake is not silently dropped."""

    model_config = ConfigDict(extra="forbid")


class Named(Schema):
    slug: str
    name: str


class GuideCardOut(Schema):
    company: Named
    role: Named
    lead: str
    own_pages: bool
    stages: int
    checked: date
    href: str


class GuidePage(Schema):
    data: list[GuideCardOut]
    next: str | None = Field(description="Cursor of the next page, or null at the end.")


class GuideOut(Schema):
    company: Named
    role: Named
    lead: str
    record: str
    checked: date
    sections: dict[str, Any] = Field(description="Every section, as docs/authoring/layer.md describes it.")
    sources: dict[str, Any]
    known: list[str]
    general: list[str]
    missing: list[str]
    ticked: list[str]


class QuestionCardOut(Schema):
    slug: str
    title: str
    prompt: str
    type: str
    minutes: int
    tries: int
    href: str


class QuestionPage(Schema):
    data: list[QuestionCardOut]
    next: str | None


class QuestionOut(Schema):
    slug: str
    title: str
    prompt: str
    type: str
    why: str
    framing: str
    by_level: dict[str, str]
    minutes: int
    competencies: list[str]
    rubric: dict[str, Any] = Field(description="The rubric, as docs/authoring/rubric.md describes it.")
    tries: int


class AnswerIn(Body):
    text: Annotated[str, StringConstraints(min_length=1, max_length=200_000)] = Field(
        description="The answer, at most 200,000 characters; 20,000 are reviewed. White space alone is no answer."
    )
    predicted: Annotated[int, Field(ge=1, le=5), Whole] | None = Field(None, description="The band you expect.")
    seconds: Annotated[int, Field(ge=0, le=86_400), Whole] | None = Field(None, description="The time you took.")
    follows: Annotated[int, Field(ge=1, le=2**53), Whole] | None = Field(None, description="The id of the try before.")


class AnswerCardOut(Schema):
    id: int
    question: str
    given_at: datetime
    words: int
    scored: bool
    reason: str
    predicted: int | None
    bands: list[int]
    href: str


class AnswerPage(Schema):
    data: list[AnswerCardOut]
    next: str | None


class AnswerOut(Schema):
    id: int
    question: str
    given_at: datetime
    text: str
    words: int
    seconds: int | None
    predicted: int | None
    engine_version: str
    rubric_digest: str
    question_digest: str
    feedback: dict[str, Any] = Field(
        description="As docs/operating/feedback-form.md describes it; offsets in code points."
    )
    tries: list[int]


class Problem(Schema):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] | None = None
