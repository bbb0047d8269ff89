"""An answer, a rubric and what was found, as the reader is given them."""

from greenroom.core.evidence import Absence, Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.rubric import Anchor, Anchors, Criterion
from greenroom.engines.reader import Asked, Endpoint, ModelReading, mask, remarks

ANSWER = (
    "Our nightly export took 40 minutes and two merchants complained.\n"
    "I traced it to a missing index on the payouts table, and I  added it behind a flag.\n"
    "We could have moved the report to a replica. In the end the export took 4 minutes."
)
SAID = {
    "code": "option_weighed",
    "quote": "We could have moved the report to a replica",
    "criterion": "depth",
    "advice": "Say why the replica lost.",
}


def criterion(id: str) -> Criterion:
    anchors = Anchors(one=Anchor(text="a"), three=Anchor(text="b", needs=1), five=Anchor(text="c", needs=2))
    return Criterion(id=id, competency="technical-depth", name=id.title(), anchors=anchors)


def quoted(code: str, words: str, tone: Tone = Tone.STRENGTH, **more: object) -> Finding:
    start = ANSWER.index(words)
    return Finding(code=code, tone=tone, evidence=Quote(start=start, end=start + len(words), text=words), **more)


def missing(code: str, **more: object) -> Finding:
    return Finding(code=code, tone=Tone.GAP, evidence=Absence(expected="result"), **more)


def asked(answer: str = ANSWER, *findings: Finding, **more: str) -> Asked:
    texts = {"next_step": "Say who was affected. Name one of them.", "follow_up": "How did you check it?", **more}
    return Asked(
        prompt="Tell me about a slow thing.",
        criteria=(criterion("depth"), criterion("impact")),
        findings=findings,
        answer=mask(answer),
        **texts,
    )


def reply(*said: dict[str, object], next_step: str = "", follow_up: str = "") -> dict[str, object]:
    return {"remarks": list(said), "next_step": next_step, "follow_up": follow_up}


def ask(server, about: Asked | None = None, **more: float) -> ModelReading:
    endpoint = Endpoint(base=server.address, model="small-one")
    return remarks(endpoint, about or asked(), marker="0123abcd", **more)
