"""Export, erase, and taking the erasure back."""

import io
import json
import zipfile

import pytest

from greenroom.practice import answers, checklists, drafts, guides, keeping, opinions, tokens
from greenroom.practice.errors import NotHere

SLUG = "complex-technical-problem"
GUIDE = ("stripe", "backend-developer")


@pytest.fixture
def busy_alice(alice, strong):
    first = answers.give(alice, SLUG, strong)
    answers.give(alice, SLUG, strong, follows=first.id)
    opinions.say(alice, first.id, 0, "wrong", "that was the build number")
    drafts.keep(alice, "payments-experience", "I have")
    checklists.tick(alice, *GUIDE, guides.open(alice, *GUIDE).checklist[0].item.id)
    return alice


def test_an_export_holds_all_that_is_kept(busy_alice, strong):
    archive = zipfile.ZipFile(io.BytesIO(keeping.export(busy_alice)))
    rows = json.loads(archive.read("answers.json"))
    assert [row["text"] for row in rows] == [strong, strong]
    assert json.loads(archive.read("drafts.json"))[0]["text"] == "I have"
    assert len(json.loads(archive.read("ticks.json"))) == 1
    assert sum(name.startswith("answers/") for name in archive.namelist()) == 2


def test_an_export_holds_nothing_of_anybody_else(busy_alice, bob):
    assert json.loads(zipfile.ZipFile(io.BytesIO(keeping.export(bob))).read("answers.json")) == []


def test_erasing_leaves_nothing_and_touches_nobody_else(busy_alice, bob, strong):
    answers.give(bob, SLUG, strong)
    assert keeping.erase(busy_alice) == keeping.Kept(answers=2, opinions=1, drafts=1, ticks=1)
    assert keeping.count(busy_alice) == keeping.Kept(answers=0, opinions=0, drafts=0, ticks=0)
    assert keeping.count(bob).answers == 1


def test_an_erasure_can_be_taken_back_whole(busy_alice, tmp_path):
    before = answers.history(busy_alice)
    tries = [a.id for a in answers.tries(busy_alice, SLUG)]
    keeping.erase(busy_alice, trash=tmp_path)
    keeping.restore(busy_alice, trash=tmp_path)
    assert answers.history(busy_alice) == before
    assert [a.id for a in answers.tries(busy_alice, SLUG)] == tries
    assert drafts.read(busy_alice, "payments-experience") == "I have"
    assert opinions.on(busy_alice, tries[0])[0].reason == "that was the build number"


def test_erasing_ends_every_token(busy_alice):
    token = tokens.make(busy_alice, "editor")
    keeping.erase(busy_alice)
    assert tokens.bearer(token) is None


def test_it_can_be_taken_back_once(busy_alice, tmp_path):
    keeping.erase(busy_alice, trash=tmp_path)
    keeping.restore(busy_alice, trash=tmp_path)
    with pytest.raises(NotHere):
        keeping.restore(busy_alice, trash=tmp_path)


def test_the_trash_is_readable_by_its_owner_alone(busy_alice, tmp_path):
    keeping.erase(busy_alice, trash=tmp_path)
    assert (tmp_path / keeping.TRASH).stat().st_mode & 0o077 == 0


def test_an_export_to_share_masks_what_should_not_leave(alice, strong):
    given = answers.give(alice, SLUG, f"{strong} Write to me at ada.okafor@example.org about it.")
    archive = zipfile.ZipFile(io.BytesIO(keeping.export(alice, masked=True)))
    whole = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "ada.okafor" not in whole
    row = json.loads(archive.read("answers.json"))[0]
    assert len(row["text"]) == len(given.text)
    quotes = [f["evidence"] for f in row["scorecard"]["findings"] if f["evidence"]["kind"] == "quote"]
    assert all(row["text"][q["start"] : q["end"]] == q["text"] for q in quotes)


def test_an_export_to_share_leaves_out_what_nobody_reviewed(busy_alice):
    archive = zipfile.ZipFile(io.BytesIO(keeping.export(busy_alice, masked=True)))
    assert json.loads(archive.read("drafts.json")) == json.loads(archive.read("opinions.json")) == []


def test_erasing_ends_every_session(busy_alice):
    before = busy_alice.get_session_auth_hash()
    keeping.erase(busy_alice)
    busy_alice.refresh_from_db()
    assert busy_alice.get_session_auth_hash() != before
