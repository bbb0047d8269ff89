"""Segments: an answer cut at the edges of its quotes."""

from hypothesis import given
from hypothesis import strategies as st

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.rubric import Part
from greenroom.core.segments import segments

TEXT = "I moved the index. It was twice as fast."


def quoting(text: str, start: int, end: int, code: str = "named_component", confidence: float = 1.0) -> Finding:
    quote = Quote(start=start, end=end, text=text[start:end])
    return Finding(code=code, tone=Tone.NOTE, evidence=quote, confidence=confidence)


def test_a_segment_knows_its_part_and_the_findings_over_it():
    found = (quoting(TEXT, 0, 18, "part_action", 0.9), quoting(TEXT, 12, 17), quoting(TEXT, 19, 40, "part_result"))
    cut = segments(TEXT, found)
    assert [(s.text, s.part, s.findings) for s in cut] == [
        ("I moved the ", Part.ACTION, ()),
        ("index", Part.ACTION, (1,)),
        (".", Part.ACTION, ()),
        (" ", Part.OTHER, ()),
        ("It was twice as fast.", Part.RESULT, ()),
    ]


def test_no_findings_leave_one_segment():
    assert [s.text for s in segments(TEXT, ())] == [TEXT]


def test_an_empty_answer_has_no_segments():
    assert segments("", ()) == ()


@given(st.text(max_size=60), st.data())
def test_the_segments_joined_are_the_text(text, data):
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    found = [quoting(text, *data.draw(edges)) for _ in range(4)]
    cut = segments(text, found)
    assert "".join(s.text for s in cut) == text
    assert all(s.text for s in cut)
