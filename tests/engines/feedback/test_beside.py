"""Gaps are tied to the candidate's own words: a remark that would fit any answer is not put forward."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from greenroom.content.library import load
from greenroom.core.evidence import Absence, Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.rubric import EvidenceKind, Expects, Need, Part, RubricKind
from greenroom.core.scorecard import shown
from greenroom.engines.feedback import beside, review, wording
from greenroom.engines.feedback.reading import Label
from greenroom.engines.feedback.review import read
from greenroom.engines.feedback.slots import in_words

from .given import FULL, QUESTION, STORY_RUBRIC, WITHOUT_RESULT, findings, rubric_of

ROOT = Path(__file__).parents[3]
VOICES = sorted((Path(__file__).parent / "voices").glob("*.txt"))
LIBRARY = load(ROOT / "content")


def said_of(code: str, answer: str, rubric=STORY_RUBRIC) -> tuple[Finding, str]:
    """The first finding of a code, with all its words."""
    finding = next(f for f in findings(answer, rubric) if f.code == code)
    worded = wording(finding, rubric)
    return finding, f"{worded.title} {worded.body} {worded.try_next}"


def test_a_missing_result_is_asked_of_the_last_step():
    finding, said = said_of("missing_result", WITHOUT_RESULT)
    assert isinstance(finding.evidence, Absence)
    assert "Instead I renewed the lock" in said


def test_what_stands_beside_an_absence_is_the_candidates_own():
    for finding in findings(WITHOUT_RESULT):
        if isinstance(finding.evidence, Absence) and finding.evidence.beside:
            beside = finding.evidence.beside
            assert WITHOUT_RESULT[beside.start : beside.end] == beside.text


def test_a_part_that_a_sentence_is_coloured_as_is_asked_of_that_sentence():
    answer = (
        "At the theatre people called about lost bookings. I replayed the log of one Friday and changed the timeout of"
        " the lock to three minutes. It works better for the box office now, as far as one can tell from outside."
    )
    for finding in findings(answer):
        here = finding.evidence.beside if isinstance(finding.evidence, Absence) else None
        part = finding.code.removeprefix("missing_")
        coloured = [f.evidence.text for f in findings(answer) if f.code == f"part_{part}"]
        if finding.code.startswith("missing_") and coloured:
            assert finding.asks
            assert here is not None
            assert any(here.text in text or text in here.text for text in coloured)


def test_what_was_asked_for_is_put_back_as_a_question():
    answer = "They said make the reporting better. I sat with Petra and wrote down 23 files. I wrote one job for it."
    rubric = replace(STORY_RUBRIC, expects=replace(STORY_RUBRIC.expects, task=Need.REQUIRED))
    found = findings(answer + " The page has one line and the director reads it.", rubric)
    task = next(f for f in found if f.code == "missing_task")
    assert task.asks
    assert "make the reporting better" in wording(task, rubric).title


def test_what_was_not_done_is_no_step_to_go_on_from():
    answer = (
        "I didn't start to build at once. I sat with Petra of the month end and counted 23 files for one report. Then I"
        " wrote a job that reads the scale data of the warehouse and fills one page with it."
    )
    for finding in findings(answer):
        if finding.code in {"missing_task", "missing_result", "missing_reflection"} and finding.evidence.beside:
            assert "didn't start" not in finding.evidence.beside.text


@pytest.mark.parametrize(
    "answer,named",
    [
        ("I added a cache. After my change the response time improved by 40 percent.", "40 percent"),
        ("I looked into it with my team and we followed best practices.", "best practices"),
        ("I have quite a lot of experience with payments. I kept a shop for years.", "a lot of experience"),
        ("I am very passionate about tests. It was a shop for shoes in Leeds.", "I am very passionate"),
        ("We read the logs together. We added an index. We released it on Monday.", "We read the logs"),
    ],
)
def test_advice_names_what_stands_in_the_quote(answer, named):
    frame = "Last year our booking service for a theatre failed every Friday evening and people called us about it. "
    gaps = [f for f in findings(frame + answer) if f.tone is Tone.GAP and isinstance(f.evidence, Quote)]
    assert any(named in wording(f, STORY_RUBRIC).title + wording(f, STORY_RUBRIC).try_next for f in gaps)


def test_a_point_is_never_put_forward_while_something_else_is_to_be_said():
    first = shown(STORY_RUBRIC, findings(WITHOUT_RESULT))
    assert first.gaps
    assert "point_missing" not in {f.code for f in first.gaps}


def test_hardly_any_evidence_is_asked_about_and_not_called_absent():
    slug, answer = "why-this-company", (Path(__file__).parent / "voices/why-this-company--piano.txt").read_text("utf-8")
    question = LIBRARY.questions[slug]
    rubric = LIBRARY.rubrics[question.rubric]
    found = [f for f in review(question, rubric, answer) if f.code == "criterion_without_evidence" and f.asks]
    assert found
    assert "I use your checkout" in wording(found[0], rubric).title


def test_kinds_that_every_answer_shows_are_not_praised():
    assert not {f.code for f in findings(FULL) if f.tone is Tone.STRENGTH} & {
        "first_person_action", "named_component", "result_stated"
    }  # fmt: skip


def test_a_check_that_is_taken_back_and_a_wrong_guess_are_no_strengths():
    told = FULL.replace(
        "I compared the booking log",
        "My wrong turn: I thought it was the phone provider, since that had been down the week before. I compared it",
    )
    for finding in findings(told):
        if finding.code == "cause_found":
            assert "wrong turn" not in finding.evidence.text


def test_a_question_to_the_listener_is_one_by_its_form():
    rubric = rubric_of(RubricKind.MOTIVATION, Expects())
    asked = replace(
        rubric, criteria=(replace(rubric.criteria[0], evidence=(EvidenceKind.QUESTION_BACK,)), *rubric.criteria[1:])
    )
    told = (
        "I worked on parcels for years, at a post office, and liked the late shifts there best of all, with Ros at the"
        " next desk. Your page says you're five on this product. "
    )
    assert "question_back" in {f.code for f in findings(told + "Is that still so?", asked)}
    assert "question_back" not in {f.code for f in findings(told + "When would I say no?", asked)}


@pytest.mark.parametrize(
    "code,said",
    [
        ("blames_others", "I don't think it was stupid then, we had two days and nobody asked about time zones."),
        ("vague_claim", "I got fed up of passing stuff over the fence to the next desk."),
        ("self_praise_without_event", "I'm very open as to the technology, they all have their good points."),
    ],
)
def test_it_stays_silent_on_words_that_claim_nothing(code, said):
    frame = "Last year our booking service for a theatre failed every Friday evening and people called us about it. "
    assert code not in {f.code for f in findings(frame + said)}


@cache
def _reviewed():
    """Every sample of the library and every new voice, reviewed once: slug, rubric, findings."""
    made = []
    for slug, answer in _answers():
        question = LIBRARY.questions[slug]
        rubric = LIBRARY.rubrics[question.rubric]
        made.append((slug, rubric, tuple(review(question, rubric, answer))))
    return made


def _answers():
    for slug in sorted(LIBRARY.questions):
        for sample in LIBRARY.samples.get(slug, ()):
            yield slug, sample.text
    for file in VOICES:
        yield file.stem.split("--")[0], file.read_text("utf-8")


def test_every_remark_read_first_quotes_the_answer_or_the_rubric_and_counts_what_was_read():
    bare, total = [], 0
    for slug, rubric, found in _reviewed():
        chosen = shown(rubric, found)
        for finding in (*chosen.gaps, *chosen.strengths):
            total += 1
            worded = wording(finding, rubric)
            own = finding.evidence.text if isinstance(finding.evidence, Quote) else ""
            if isinstance(finding.evidence, Absence):
                beside = finding.evidence.beside
                own = beside.text if beside else ""
                asked = any(p.follow_up and p.follow_up == worded.title for p in rubric.points)
                if not beside and not (asked and "sentences" in worded.body):
                    bare.append((slug, finding.code, worded.title))
                    continue
                if not beside:
                    continue
            tied = f"{worded.title} {worded.body} {worded.try_next}"
            if finding.tone is Tone.GAP and not any(_shared(own, said) for said in tied.split("“")[1:]):
                bare.append((slug, finding.code, worded.title))
    assert total > 100
    assert [b for b in bare if b[1] != "too_long"] == []


def _shared(own: str, said: str) -> bool:
    """True when what opens with a quotation mark stands in the answer."""
    return " ".join(said.split("”")[0].split()).removesuffix(" …") in " ".join(own.split())


def test_no_two_remarks_on_one_answer_ask_for_the_same():
    for slug, rubric, found in _reviewed():
        chosen = shown(rubric, found)
        titles = [wording(f, rubric).title for f in (*chosen.gaps, *chosen.strengths)]
        assert len(titles) == len(set(titles)), (slug, titles)
        assert chosen.follow_up not in titles
        quoted = [f.evidence for f in (*chosen.gaps, *chosen.strengths) if isinstance(f.evidence, Quote)]
        for n, one in enumerate(quoted):
            assert not any(one.start < other.end and other.start < one.end for other in quoted[n + 1 :]), (slug, one)


@pytest.mark.parametrize(
    "told", ["I corrected the type: 4 s to 6 ms.", "I added the index, 900 ms into 12 ms.", "I cached it: 80% -> 20%."]
)
def test_one_amount_turned_into_another_is_a_result_that_is_not_asked_for(told):
    answer = (
        f"The list of bookings was slow for the box office. I read the plan and saw a cast in the condition. {told}"
        " I was alone on it and nobody else knew that code."
    )
    assert not [f for f in findings(answer) if f.code == "missing_result"]


def test_nobody_is_asked_to_take_again_what_merely_befell_them():
    answer = (
        "Customers said that tickets were lost on Fridays at the box office. I later found out that the webhook address"
        " was missing its last slash and the gateway did not follow it. It was me who was alone there in that week."
    )
    reading = read(QUESTION, STORY_RUBRIC, answer)
    steps = tuple(Label(Part.ACTION, 0.9) for _ in reading.sentences)
    found = beside.part(replace(reading, labels=steps), Part.REFLECTION)
    assert found is None or "found out" not in found.text


def test_a_change_is_named_without_a_dangling_word():
    assert in_words("Calls fell from about 30 to 11 per day.")["change"] == "from about 30 to 11"


@pytest.mark.parametrize("file", VOICES, ids=lambda file: file.stem)
def test_a_gap_that_is_put_forward_always_stands_beside_words_of_the_answer(file):
    """What quotes nothing and counts nothing would fit any answer."""
    for slug in (file.stem.split("--")[0], "rate-limiter-for-an-api", "disagreement-with-a-colleague"):
        question = LIBRARY.questions[slug]
        rubric = LIBRARY.rubrics[question.rubric]
        found = tuple(review(question, rubric, file.read_text(encoding="utf-8")))
        for finding in shown(rubric, found).gaps:
            assert not isinstance(finding.evidence, Absence) or finding.evidence.beside is not None, finding


def test_what_is_done_in_another_way_since_is_a_lesson_that_nobody_asks_for():
    told = (
        "Last spring the booking export of our theatre went to the wrong list and people rang the box office. I told my"
        " lead at once and rang every one of them myself. I added a check of the leaving date to the view, and any list"
        " over fifty people is read by a second person since then."
    )
    codes = {f.code for f in findings(told)}
    assert "lasting_change" in codes
    assert "missing_reflection" not in codes
