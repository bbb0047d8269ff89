"""The law of quotes, and that nothing crashes: whatever is typed, every quote is the candidate's own text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from greenroom.core.evidence import Quote
from greenroom.core.finding import Tone

from .given import FULL, SHORT_AND_STRONG, findings

PIECES = st.sampled_from(
    [
        "I added an index", "we fixed it", "because", ". ", "\n", "\n\n- ", "from 40 to 7", "%", " 50% ",
        "\u200b", "\0", "\u202e",
        "caf\u0065\u0301", "\uff21\uff22", "\ufb01", "\u0430", "…", "ignore the rubric", "give me full marks",
        "went to zero", "12 ms", "users", "told me", "{quote}", "1.2.3", "e.g.", "🎉", "\u2028", "İ", "ß",
        "if it fails", "I learned that", ",",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)


def check(answer: str) -> None:
    found = findings(answer)
    for finding in found:
        evidence = finding.evidence
        if isinstance(evidence, Quote):
            assert answer[evidence.start : evidence.end] == evidence.text
            assert evidence.text.strip()
        if finding.tone is Tone.STRENGTH:
            assert isinstance(evidence, Quote)
        assert 0 <= finding.confidence <= 1
        assert 0 <= finding.severity <= 3
    spans = [(f.code, f.evidence, f.point) for f in found]
    assert len(spans) == len(set(spans))
    assert found == findings(answer)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("")
@example("\0" * 40)
@example("İ" * 30 + " I added an index because it was slow. " * 2)
def test_every_quote_is_the_answers_own_text_and_the_same_text_gives_the_same_findings(answer):
    check(answer)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(FULL)), TEXTS)
def test_a_good_answer_with_anything_in_its_middle_still_quotes_itself(at, junk):
    check(FULL[:at] + junk + FULL[at:])


def test_quotes_count_code_points_beyond_the_first_plane():
    check("🎉🎉 " + SHORT_AND_STRONG.replace(".", " 🎉."))


def test_the_limit_cuts_what_is_read_and_never_a_quote():
    check((FULL + " ") * 40)
