"""Submissions: taken or refused, judged once, followed result by result, and nobody else's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from greenroom import work
from greenroom.core.language import Language
from greenroom.core.outcome import AtFault
from greenroom.core.verdict import Verdict
from greenroom.practice import exercises, reports, shelves, sittings, submissions
from greenroom.practice.errors import NotHere, Unusable
from greenroom.practice.judging import DEATHS, judge, unfinished
from greenroom.records.models import CaseRow, Sitting, Submission

SLUG = "seats-on-a-ferry"


class Taken:
    """A port that notes what it is given."""

    def __init__(self):
        self.ids, self.cancelled = [], []

    def hand_over(self, id):
        self.ids.append(id)

    def cancel(self, id):
        self.cancelled.append(id)

    def ring(self, id):
        pass


@pytest.fixture
def port():
    before = work.port()
    work.use(taken := Taken())
    yield taken
    work.use(before)


class Failing:
    """A lab that breaks as often as it is told to, and otherwise is the real one."""

    def __init__(self, lab, times):
        self.lab, self.times = lab, times

    def missing(self):
        return None

    def run(self, *given):
        if self.times:
            self.times -= 1
            raise OSError("the sandbox broke")
        return self.lab.run(*given)


def test_a_submission_is_kept_and_handed_over(alice, ferry, solve, port, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        id = submissions.submit(alice, SLUG, solve())

    assert port.ids == [id]
    assert unfinished() == [id]
    sheet = submissions.open(alice, id)
    assert (sheet.progress.state, sheet.part, sheet.passed) == ("waiting", 1, False)
    assert sheet.progress.expected == 7
    assert len(sheet.exercise_digest) == 64


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"../solution.py": b"x"},
        {"/etc/passwd": b"x"},
        {"solution.py\x00": b"x"},
        {"solution.rb": b"x"},
        {"solution.py": b"x", "helper.py": b"x"},
        {"solution.py": b"x", "solution.js": b"x"},
        {"tests.txt": b"a: [] -> 1"},
        {"solution.py": b" \n"},
        {"solution.py": b"\xff\xfe"},
        {"solution.py": b"a\x00b"},
        {"solution.py": b"#" * (256 * 1024 + 1)},
        {"solution.py": b"x", "tests.txt": b"#" * (64 * 1024 + 1)},
        {"solution.py": b"x", "tests.txt": b"what"},
        {"solution.py": b"x", "tests.txt": b"a: 1 -> 2"},
    ],
)
def test_files_that_cannot_be_taken_are_refused_before_any_row(alice, ferry, files):
    with pytest.raises(Unusable):
        submissions.submit(alice, SLUG, files)
    assert not Submission.objects.exists()
    assert not Sitting.objects.exists()


def test_an_unknown_scope_or_exercise_writes_no_row(alice, ferry, solve):
    with pytest.raises(Unusable):
        submissions.submit(alice, SLUG, solve(), scope="half")
    with pytest.raises(NotHere):
        submissions.submit(alice, "nothing-here", solve())
    assert not Sitting.objects.exists()


def test_what_was_remarked_stays_as_it_was_when_it_was_judged(alice, ferry, solve, lab):
    id = submissions.submit(alice, SLUG, solve())
    assert submissions.open(alice, id).reading is None
    judge(id, lab)
    reading = submissions.open(alice, id).reading
    assert (reading.remarks, reading.unread) == ((), "")
    assert reading.engine == shelves.code_reading_version()

    Submission.objects.filter(pk=id).update(code_reading={"rules": 1, "engine": "an older one"})
    assert submissions.open(alice, id).reading.engine == "an older one"


def test_a_run_of_the_visible_cases_and_a_failure_are_not_read(alice, ferry, solve, lab):
    for files, scope in ((solve(), "visible"), (solve("forgets-the-name"), "all")):
        id = submissions.submit(alice, SLUG, files, scope=scope)
        judge(id, lab)
        assert submissions.open(alice, id).reading is None


@pytest.mark.parametrize("language", ["python", "node"])
def test_parts_open_one_after_another_until_all_are_passed(alice, ferry, solve, lab, language):
    first = submissions.submit(alice, SLUG, solve(language=language))
    assert judge(first, lab)
    sheet = submissions.open(alice, first)
    assert (sheet.passed, sheet.progress.verdict, sheet.sitting.part) == (True, Verdict.ACCEPTED, 2)
    assert sheet.progress.known == sheet.progress.expected == 7
    assert [r.position for r in sheet.progress.results] == list(range(7))

    second = submissions.submit(alice, SLUG, solve(language=language))
    assert judge(second, lab)
    report = reports.open(alice, SLUG)
    assert (report.sitting.parts_done, report.sitting.total, report.submissions) == (2, 2, 2)
    assert report.sitting.passed_at is not None
    assert [time.done_at is not None for time in report.sitting.times] == [True, True]
    assert report.evidence == "without a hint"


def test_a_wrong_submission_opens_nothing_and_says_what_failed(alice, ferry, solve, lab):
    id = submissions.submit(alice, SLUG, solve("forgets-the-name"))
    judge(id, lab)

    sheet = submissions.open(alice, id)
    failed = [r for r in sheet.progress.results if r.result.verdict is not Verdict.ACCEPTED]
    assert sheet.progress.verdict is Verdict.WRONG_ANSWER
    assert [r.result.case for r in failed] == ["same-name", "name-before-room"]
    assert failed[0].about == "A name stands for one booking."
    assert failed[0].again.startswith("greenroom judge solution.py --cases ")
    assert failed[0].again.endswith(" --case same-name")
    assert sheet.sitting.part == 1


def test_a_slow_submission_is_too_slow_to_grow_and_opens_nothing(alice, ferry, solve, lab):
    id = submissions.submit(alice, SLUG, solve("sums-every-time"))
    judge(id, lab)

    sheet = submissions.open(alice, id)
    assert sheet.progress.verdict is Verdict.TOO_SLOW_TO_GROW
    assert sheet.progress.results[-1].result.curve.points
    assert sheet.sitting.part == 1


def test_what_broke_an_earlier_part_is_counted_as_a_regression(alice, ferry, solve, lab):
    judge(submissions.submit(alice, SLUG, solve()), lab)
    judge(submissions.submit(alice, SLUG, solve("forgets-the-name")), lab)
    judge(submissions.submit(alice, SLUG, solve("keeps-the-seats")), lab)

    assert reports.open(alice, SLUG).sitting.regressions == 1


def test_visible_runs_open_nothing_and_run_own_tests_too(alice, ferry, solve, lab):
    tests = 'mine: [1, [["book", "ada", 1]]] -> ["booked"]\nodd: [1, []] -> ["x"]\n'
    id = submissions.submit(alice, SLUG, solve(tests=tests), scope="visible")
    judge(id, lab)

    sheet = submissions.open(alice, id)
    assert [r.result.case for r in sheet.progress.results] == ["two-bookings", "one-too-many", "own: mine", "own: odd"]
    assert [r.part for r in sheet.progress.results] == [1, 1, 0, 0]
    assert (sheet.progress.verdict, sheet.progress.expected) == (Verdict.ACCEPTED, 4)
    assert (sheet.passed, sheet.sitting.part) == (False, 1)


def test_own_tests_are_held_against_the_reference_and_the_wrong_solutions(alice, ferry, solve, lab):
    tests = 'twice: [9, [["book","a",1],["book","a",1]]] -> ["booked","taken"]\nodd: [1, []] -> ["x"]\n'
    judge(submissions.submit(alice, SLUG, solve(tests=tests)), lab)

    own = reports.open(alice, SLUG).own_tests
    assert (own.written, own.caught, own.of) == (2, 1, 3)
    assert [test.name for test in own.mistaken] == ["odd"]
    assert own.mistaken[0].why


def test_results_are_followed_from_where_one_stands(alice, ferry, solve, lab):
    id = submissions.submit(alice, SLUG, solve())
    assert submissions.since(alice, id).results == ()
    judge(id, lab)

    later = submissions.since(alice, id, 5, attempt=1)
    assert [r.position for r in later.results] == [5, 6]
    assert later.over
    assert len(submissions.since(alice, id, 5, attempt=7).results) == 7
    assert submissions.wait(alice, id, 5, attempt=1, seconds=0).known == 7
    assert not submissions.wait(alice, submissions.submit(alice, SLUG, solve()), seconds=0).over


def test_a_submission_is_nobody_elses(alice, bob, ferry, solve):
    id = submissions.submit(alice, SLUG, solve())
    for look in (submissions.open, submissions.since, submissions.cancel):
        with pytest.raises(NotHere):
            look(bob, id)
    assert exercises.open(bob, SLUG).submissions == ()


def test_a_cancelled_submission_is_not_judged(alice, ferry, solve, lab, port):
    id = submissions.submit(alice, SLUG, solve())
    submissions.cancel(alice, id)

    assert port.cancelled == [id]
    assert not judge(id, lab)
    assert submissions.since(alice, id).over
    assert not CaseRow.objects.exists()


class Interrupted:
    """A lab during whose second case something happens."""

    def __init__(self, lab, happens):
        self.lab, self.happens = lab, happens

    def missing(self):
        return None

    def run(self, *given):
        for number, result in enumerate(self.lab.run(*given)):
            if number == 1:
                self.happens()
            yield result


def test_one_that_is_cancelled_while_it_runs_stops_at_the_next_result(alice, ferry, solve, lab):
    id = submissions.submit(alice, SLUG, solve())

    assert not judge(id, Interrupted(lab, lambda: submissions.cancel(alice, id)))
    progress = submissions.since(alice, id)
    assert (progress.state, progress.known, progress.verdict) == ("cancelled", 1, None)


def test_what_a_dead_worker_left_is_begun_anew_and_nothing_doubles(alice, ferry, solve, lab):
    id = submissions.submit(alice, SLUG, solve())

    def taken_over():
        Submission.objects.filter(pk=id).update(lease_until=timezone.now() - timedelta(seconds=1))
        assert unfinished() == [id]
        assert judge(id, lab)

    assert not judge(id, Interrupted(lab, taken_over))
    sheet = submissions.open(alice, id)
    assert (sheet.progress.verdict, sheet.progress.attempt, sheet.progress.known) == (Verdict.ACCEPTED, 2, 7)
    assert CaseRow.objects.filter(submission_id=id).count() == 7
    assert sheet.sitting.part == 2


def test_a_claim_that_still_holds_is_left_alone(alice, ferry, solve, lab):
    id = submissions.submit(alice, SLUG, solve())

    def asked():
        assert unfinished() == []
        assert not judge(id, lab)

    assert judge(id, Interrupted(lab, asked))
    assert submissions.since(alice, id).attempt == 1


def test_a_fault_of_ours_is_tried_again(alice, ferry, solve, lab):
    id = submissions.submit(alice, SLUG, solve())

    assert judge(id, Failing(lab, DEATHS - 1))
    assert submissions.since(alice, id).verdict is Verdict.ACCEPTED


def test_a_fault_of_the_exercise_is_told_as_its_author_s_and_tried_once(alice, spoilt, lab, caplog):
    files = {"solution.py": spoilt.reference[Language.PYTHON].encode()}
    id = submissions.submit(alice, SLUG, files)

    assert judge(id, lab)
    sheet = submissions.open(alice, id)
    *passed, last = [row.result for row in sheet.progress.results]
    assert {result.verdict for result in passed} <= {Verdict.ACCEPTED}
    assert (sheet.progress.verdict, sheet.passed) == (Verdict.INTERNAL_ERROR, False)
    assert (last.fault, last.case) == (AtFault.EXERCISE, spoilt.parts[0].cases.cases[-1].id)
    assert "the exercise is at fault, not this submission: its checker failed (" in last.message
    assert (sheet.progress.attempt, Submission.objects.get(pk=id).deaths) == (1, 0)
    assert f"{SLUG} in submission {id}" in caplog.text


def test_a_job_that_failed_three_times_is_an_internal_error(alice, ferry, solve, lab):
    id = submissions.submit(alice, SLUG, solve())

    assert not judge(id, Failing(lab, DEATHS))
    progress = submissions.since(alice, id)
    assert (progress.verdict, progress.over, progress.known) == (Verdict.INTERNAL_ERROR, True, 1)
    assert progress.results[0].result.fault is AtFault.JUDGE
    assert "our fault" in progress.results[0].result.message


def test_a_job_that_killed_its_worker_three_times_is_an_internal_error(alice, ferry, solve, lab):
    id = submissions.submit(alice, SLUG, solve())
    for _ in range(DEATHS):
        Submission.objects.filter(pk=id).update(state="running", lease_until=None, deaths=F_deaths(id))

    assert not judge(id, lab)
    assert submissions.since(alice, id).verdict is Verdict.INTERNAL_ERROR


def F_deaths(id):
    """As many deaths as there were claims that were lost, but for the one that is under way."""
    return min(Submission.objects.get(pk=id).deaths + 1, DEATHS - 1)


def test_what_the_code_prints_can_always_be_stored(alice, ferry, lab):
    source = b"def run(seats, operations):\n    print('\\x00\\ud800')\n    return '\\x00'\n"
    id = submissions.submit(alice, SLUG, {"solution.py": source})
    judge(id, lab)

    assert submissions.open(alice, id).progress.verdict is not Verdict.INTERNAL_ERROR


def test_many_queued_at_once_are_all_judged_once(alice, ferry, solve, lab):
    ids = [submissions.submit(alice, SLUG, solve("starter"), scope="visible") for _ in range(100)]
    assert unfinished() == ids

    assert all(judge(id, lab) for id in unfinished())
    assert unfinished() == []
    assert set(Submission.objects.values_list("state", "attempt")) == {("done", 1)}
    assert CaseRow.objects.count() == 200


def test_a_sitting_without_a_submission_reports_nothing_done(alice, ferry):
    sittings.begin(alice, SLUG)
    report = reports.open(alice, SLUG)
    assert (report.submissions, report.own_tests, report.hints_opened) == (0, None, 0)
