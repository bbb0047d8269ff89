"""What was wrongly accepted becomes a file for authors; and all about code is exported, erased and brought back."""

import io
import json
import zipfile

import pytest

from greenroom.practice import code_drafts, exercises, hints, keeping, reports, submissions, wrong_passes
from greenroom.practice.errors import NotHere, Unusable
from greenroom.practice.judging import judge

SLUG = "seats-on-a-ferry"


@pytest.fixture
def passed(alice, ferry, solve, lab, settings, tmp_path):
    settings.HOME = tmp_path
    judge(id := submissions.submit(alice, SLUG, solve()), lab)
    hints.climb(alice, SLUG)
    code_drafts.keep(alice, SLUG, "node", "half a thought")
    return id


def test_a_wrong_pass_is_kept_as_files(alice, bob, passed, ferry):
    folder = wrong_passes.report(alice, passed, "It sells half a seat.")

    assert (folder / "solution.py").read_text() == ferry.reference["python"]
    assert (folder / "report.md").read_text().startswith("It sells half a seat.")
    with pytest.raises(Unusable):
        wrong_passes.report(alice, passed, " ")
    with pytest.raises(NotHere):
        wrong_passes.report(bob, passed, "x")


def test_only_what_was_accepted_can_be_reported(alice, passed, solve, lab):
    judge(id := submissions.submit(alice, SLUG, solve("starter")), lab)
    with pytest.raises(NotHere):
        wrong_passes.report(alice, id, "x")


def test_everything_about_code_is_exported(alice, passed):
    wrong_passes.report(alice, passed, "x")
    archive = zipfile.ZipFile(io.BytesIO(keeping.export(alice)))
    rows = {name: json.loads(archive.read(f"{name}.json")) for name in keeping.KEPT}

    assert len(rows["sittings"]) == len(rows["submissions"]) == len(rows["hints_opened"]) == 1
    assert len(rows["parts_reached"]) == 2
    assert rows["case_rows"][0]["result"]["case"] == "two-bookings"
    assert rows["code_drafts"][0]["text"] == "half a thought"
    assert f"wrong-passes/{SLUG}/{passed}/solution.py" in archive.namelist()


def test_a_masked_archive_holds_no_code(alice, passed):
    wrong_passes.report(alice, passed, "x")
    archive = zipfile.ZipFile(io.BytesIO(keeping.export(alice, masked=True)))
    assert json.loads(archive.read("submissions.json")) == json.loads(archive.read("code_drafts.json")) == []
    assert not [name for name in archive.namelist() if name.startswith("wrong-passes/")]


def test_an_erasure_of_code_can_be_taken_back_whole(alice, passed, tmp_path):
    folder = wrong_passes.report(alice, passed, "x")
    before = (submissions.open(alice, passed).progress, exercises.open(alice, SLUG).code, hints.open(alice, SLUG))
    counts = keeping.erase(alice, trash=tmp_path / "trash")

    assert (counts.submissions, counts.parts_reached, counts.code_drafts) == (1, 2, 1)
    assert not folder.exists()
    assert exercises.open(alice, SLUG).state == "new"
    with pytest.raises(NotHere):
        reports.open(alice, SLUG)

    assert keeping.restore(alice, trash=tmp_path / "trash") == counts
    after = (submissions.open(alice, passed).progress, exercises.open(alice, SLUG).code, hints.open(alice, SLUG))
    assert after == before
    assert (folder / "report.md").exists()
