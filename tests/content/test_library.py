"""The library: whatever is in the files, what can be read is served and the rest is a fault."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greenroom.content import load
from greenroom.content.layout import LARGEST
from greenroom.core.compose import Depth

COMPANY = "companies/northwind-ferries.yaml"
COMPETENCY = "competencies/reliability.yaml"
PAIR = "guides/northwind-ferries/backend-developer.yaml"
QUESTION = "questions/an-outage-you-handled/question.yaml"
RUBRIC = "rubrics/an-outage-you-handled.yaml"
STRONG = "questions/an-outage-you-handled/samples/strong.md"


def only(faults, file):
    assert {fault.file for fault in faults} == {file}, faults
    return faults[0]


def test_a_broken_file_is_left_out_and_the_rest_is_served(room):
    room.write(COMPETENCY, "slug: reliability\nname: [\n")

    library = room.load()

    assert only(library.faults, COMPETENCY).line == 3
    assert not library.competencies
    assert library.companies
    assert library.questions
    assert library.guide("northwind-ferries", "backend-developer").depth is Depth.OWN_PAGES


def test_all_problems_of_a_file_are_told_at_once_with_their_lines(room):
    room.edit(COMPANY, "name: Northwind Ferries", "name: 1.10")
    room.edit(COMPANY, "minutes: 40", "minutes: forty")
    room.edit(COMPANY, "confidence: medium", "confidence: middling")

    told = {(fault.line, fault.field): fault.message for fault in room.load().faults if fault.file == COMPANY}

    assert told == {
        (room.line(COMPANY, "name: 1.10"), "name"): "must be text, and was read as the number 1.1",
        (room.line(COMPANY, "forty"), "stages[0].minutes"): "must be a whole number",
        (room.line(COMPANY, "middling"), "qualities[0].why[0].confidence"): ("is 'middling', which is not known here"),
    }


def test_a_missing_field_is_placed_where_it_should_stand(room):
    room.edit(COMPANY, "    name: First talk\n", "")

    fault = only([fault for fault in room.load().faults if fault.file == COMPANY], COMPANY)

    assert (fault.field, fault.message, fault.mend) == ("stages[0].name", "is missing", "add it")
    assert fault.line == room.line(COMPANY, "- id: first-talk")


def test_the_lines_of_a_sample_count_its_dashes(room):
    room.edit(STRONG, "level: mid", "level: captain")

    assert only(room.load().faults, STRONG).line == 3


def test_one_bad_interview_type_does_not_take_the_others_with_it(room):
    room.edit("interview-types.yaml", "- slug", "- slug: payments\n- slug")

    library = room.load()

    assert [kind.slug for kind in library.interview_types] == ["behavioural"]
    assert {fault.field for fault in library.faults} == {"[0].name", "[0].one_line"}


@pytest.mark.parametrize(
    "text, line, says",
    [
        ("a: &x [1]\nb: *x\n", 1, "anchor"),
        ("a: !!python/object:os.system {}\n", 1, "tag"),
        ("[" * 100_000, 1, "nests deeper"),
        ("- " * 100_000, 1, "nests deeper"),
        ("slug: a\nname: b\nslug: c\n", 3, "given twice"),
        ("a: 1\nb:\n  - 2024-13-45\n", 3, "cannot be read"),
        ("a: 1\n--- \nb: 2\n", 2, "not YAML"),
        ("a: \t- b\n\tc", 1, "not YAML"),
        ("1: a\n", 1, "quote it"),
        ("just words", 1, "mapping of fields"),
        ("", 1, "mapping of fields"),
        (b"name: caf\xe9\n", 1, "not UTF-8"),
        (b"a: b\nname: \x00\n", 0, "not YAML"),
        ("a: " + "9" * 5000, 1, "cannot be read"),
        ("a: .nan", 1, "not a number"),
        ("#" * (LARGEST + 1), 0, "larger than"),
    ],
)
def test_text_that_cannot_be_content_is_one_fault_with_its_line(room, text, line, says):
    room.write(COMPETENCY, text)

    faults = [fault for fault in room.load().faults if says in f"{fault.message}; {fault.mend}"]

    assert [fault.file for fault in faults] == [COMPETENCY], room.load().faults
    assert faults[0].line == line or (line == 0 and faults[0].line >= 0)
    assert room.load().companies


def test_a_billion_laughs_are_refused_at_the_first(room):
    lines = ["a0: &a0 [ha, ha]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    room.write(COMPETENCY, "\n".join(lines))

    assert "anchor" in only(room.load().faults, COMPETENCY).message


def test_a_link_out_of_the_folder_is_not_followed(room):
    secret = room.root.parent / "secret.yaml"
    secret.write_text("slug: secret\nname: S\nmeaning: M\nshow: S\nweak: W\n")
    (room.root / "competencies/secret.yaml").symlink_to(secret)
    (room.root / "roles/all").symlink_to("/")

    library = room.load()

    assert "secret" not in library.competencies
    assert {fault.file for fault in library.faults} == {"competencies/secret.yaml", "roles/all"}


def test_a_link_to_itself_is_not_followed(room):
    (room.root / "competencies/loop.yaml").symlink_to(room.root / "competencies/loop.yaml")

    assert only(room.load().faults, "competencies/loop.yaml").code == "link"


def test_a_name_that_would_move_the_cursor_is_printed_harmlessly(room):
    name = os.fsencode(room.root / "competencies") + b"/a\x1b[2J\xff.yaml"
    with open(name, "w") as file:
        file.write("slug: [")

    (fault,) = room.load().faults

    assert str(fault).isprintable()
    assert str(fault).encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_closed_folder_is_a_fault(room):
    (room.root / "roles").chmod(0)
    try:
        assert "roles" in {fault.file for fault in room.load().faults}
    finally:
        (room.root / "roles").chmod(0o755)


def test_a_pipe_is_not_waited_for(room):
    os.mkfifo(room.root / "competencies/pipe.yaml")

    assert "no ordinary file" in only(room.load().faults, "competencies/pipe.yaml").message


def test_a_folder_that_is_not_there_is_a_fault(tmp_path):
    (fault,) = load(tmp_path / "nowhere").faults

    assert "there is no content folder" in fault.message


def test_folders_of_other_rooms_and_hidden_files_are_passed_over(room):
    room.write("exercises/code/x/exercise.yaml", "anything: [")
    room.write("companies/.northwind-ferries.yaml.swp", b"\xff")

    assert room.load().faults == ()


def test_a_question_without_its_rubric_is_left_out_with_all_that_points_at_it(room):
    room.write(RUBRIC, "id: [")

    library = room.load()

    assert not library.questions
    assert not library.samples
    assert library.guide("northwind-ferries", "backend-developer").questions == ()
    assert {fault.file for fault in library.faults} == {RUBRIC}  # one cause, one fault


def test_a_stage_that_leads_to_no_practice_is_served_without_its_link(room):
    room.edit(COMPANY, "practise: behavioural", "practise: fencing")

    library = room.load()
    (fault,) = library.faults

    assert library.companies["northwind-ferries"].layer.stages[0].practise == ""
    assert (fault.code, fault.line) == ("unknown-interview-type", room.line(COMPANY, "fencing"))


def test_a_pair_of_an_unknown_company_is_left_out(room):
    (room.root / COMPANY).unlink()

    library = room.load()

    assert not library.pairs
    assert only(library.faults, PAIR).code == "unknown-company"


def test_a_guide_of_an_unknown_company_or_role_is_none(room):
    assert room.load().guide("northwind-ferries", "deckhand") is None
    assert room.load().guide("southwind", "backend-developer") is None


def test_the_same_files_make_the_same_library(room):
    assert room.load() == room.load()


FILES = [COMPANY, COMPETENCY, PAIR, QUESTION, RUBRIC, STRONG, "interview-types.yaml", "roles/backend-developer.yaml"]
SCRAPS = st.sampled_from(
    [
        *b"[ ] { } | > = % @ ' no 1:2 <<: slug say layer 2024-99-99 0x !!set *a".split(),
        *(b"- ", b": ", b"? ", b"&a ", b"\n", b"---\n", b"  ", b'"\\ud800"', b"\x00", b"\xff", b"\t"),
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    file=st.sampled_from(FILES), data=st.one_of(st.binary(max_size=200), st.lists(SCRAPS, max_size=30).map(b"".join))
)
def test_any_bytes_in_any_file_are_faults_and_never_an_exception(room, file, data):
    before = (room.root / file).read_bytes()
    try:
        room.write(file, data)
        assert room.faults()
    finally:
        room.write(file, before)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), data=st.data())
def test_a_file_cut_or_spoilt_anywhere_is_never_an_exception(room, file, data):
    before = (room.root / file).read_bytes()
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, min(len(before), start + 40)))
    scrap = data.draw(SCRAPS)
    try:
        room.write(file, before[:start] + scrap + before[end:])
        assert all(fault.message and fault.mend for fault in room.faults())
    finally:
        room.write(file, before)
