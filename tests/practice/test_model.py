"""A model of one's own: nothing leaves without a wish and a consent, and nothing that it says moves anything."""

import io
import json
import zipfile
from dataclasses import replace

import pytest

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding, Tone
from greenroom.practice import answers, keeping, model
from greenroom.practice.errors import NotAgreed, NotHere, Unusable
from greenroom.records.models import ModelConsent, ModelReading
from tests.engines.reader.server import ModelServer, says, sends

from .own_model import LEAKS, PERSONAL, SLUG, remark, reply


@pytest.fixture
def given(alice):
    return answers.give(alice, SLUG, PERSONAL)


@pytest.fixture
def server(given):
    with ModelServer(reply(remark(given), next_step="Say it plainly.", follow_up="What was left open?")) as server:
        yield server


@pytest.fixture
def agreed(alice, server):
    model.choose(alice, server.address, "small-one")
    model.agree(alice, server.address)
    return server


def test_it_is_off_until_somebody_names_one(alice, given, server):
    assert model.settings(alice) == model.ModelSheet(endpoint=None, agreed_at=None)
    with pytest.raises(NotAgreed):
        model.ask(alice, given.id)
    assert server.log == []


def test_nothing_is_sent_without_consent(alice, given, server):
    model.choose(alice, server.address, "small-one")
    model.preview(alice, given.id)
    with pytest.raises(NotAgreed):
        model.ask(alice, given.id)
    assert server.log == []
    assert ModelReading.objects.count() == 0


def test_agreeing_sends_nothing_and_leaves_a_row_with_when_and_where(alice, given, agreed):
    row = ModelConsent.objects.get(candidate=alice)
    assert (row.address, row.ended_at) == (agreed.address, None)
    assert model.settings(alice).agreed_at == row.given_at
    assert agreed.log == []


def test_giving_and_opening_answers_sends_nothing_even_with_consent(alice, given, agreed, strong):
    answers.give(alice, SLUG, strong)
    answers.open(alice, given.id)
    model.notes(alice, given)
    assert agreed.log == []


def test_one_wish_sends_one_answer_once(alice, given, agreed):
    notes = model.ask(alice, given.id)
    assert len(agreed.log) == 1
    assert [r.quote for r in notes.said.remarks] == ["which would have hidden the cause"]
    assert notes.said.next_step == "Say it plainly."
    assert ModelReading.objects.get().address == agreed.address


def test_another_address_needs_another_consent_and_so_does_the_way_back(alice, given, agreed):
    model.choose(alice, "http://127.0.0.1:9/v1", "small-one")
    assert model.settings(alice).agreed_at is None
    model.choose(alice, agreed.address, "small-one")
    with pytest.raises(NotAgreed):
        model.ask(alice, given.id)
    assert agreed.log == []
    assert ModelConsent.objects.get().ended_at is not None


def test_another_model_at_the_same_address_needs_none(alice, agreed):
    assert model.choose(alice, agreed.address + "/", "larger-one").agreed_at is not None


def test_consent_is_to_the_address_that_was_shown(alice, server):
    model.choose(alice, server.address, "m")
    with pytest.raises(NotAgreed):
        model.agree(alice, "http://127.0.0.1:9/v1")
    assert model.settings(alice).agreed_at is None


def test_switching_off_ends_the_consent_and_keeps_what_was_said(alice, given, agreed):
    model.ask(alice, given.id)
    model.switch_off(alice)
    with pytest.raises(NotAgreed):
        model.ask(alice, given.id)
    assert len(agreed.log) == 1
    assert model.notes(alice, given).said is not None
    assert ModelConsent.objects.get().ended_at is not None


def test_personal_data_never_reaches_the_server(alice, given, agreed):
    model.ask(alice, given.id)
    assert [leak for leak in LEAKS if leak in agreed.received] == []
    assert "My name is [NAME A], [EMAIL A], [PHONE A]." in agreed.received
    assert "password=[SECRET A]" in agreed.received


def test_a_next_step_on_personal_words_carries_none_of_them(given):
    start = PERSONAL.index("anna.k")
    quote = Quote(start=start, end=start + 30, text=PERSONAL[start : start + 30])
    finding = Finding(code="result_stated", tone=Tone.STRENGTH, evidence=quote, advice="result_stated")
    step = replace(given.review.gaps[0], finding=finding)
    asked = model.asked_about(replace(given, review=replace(given.review, next_step=step)))
    assert asked.next_step
    assert [leak for leak in LEAKS if leak in asked.next_step] == []


def test_the_preview_is_what_is_sent_to_the_letter(alice, given, agreed):
    shown = model.preview(alice, given.id)
    model.ask(alice, given.id)
    sent = [message["content"] for message in agreed.log[0]["body"]["messages"]]
    marker = sent[1].split("<answer ")[1].split(">")[0]
    assert [text.replace(model.SAMPLE_MARKER, marker) for _, text in shown.messages] == sent
    assert ("[EMAIL A]", "anna.k@example.org") in shown.hidden


def test_each_send_has_a_marker_of_its_own(alice, given, agreed):
    model.ask(alice, given.id)
    model.ask(alice, given.id)
    first, second = (request["body"]["messages"][1]["content"] for request in agreed.log)
    assert first != second


def test_bands_findings_and_bytes_are_the_same_before_and_after(alice, given, agreed):
    before = answers.published(answers.open(alice, given.id))
    model.ask(alice, given.id)
    after = answers.open(alice, given.id)
    assert answers.published(after) == before
    assert after.scorecard == given.scorecard
    assert after.review == given.review
    assert answers.look(SLUG, PERSONAL).scorecard == given.scorecard


@pytest.mark.parametrize("step", [sends(b"{}", 500), says("no json"), sends(b"", 302, Location="/x")])
def test_a_model_that_fails_costs_nothing_and_is_said_quietly(alice, given, step):
    with ModelServer(step) as server:
        model.choose(alice, server.address, "m")
        model.agree(alice, server.address)
        notes = model.ask(alice, given.id)
    assert notes.said is None
    assert notes.trouble
    assert answers.open(alice, given.id).scorecard == given.scorecard


def test_what_was_said_before_stays_when_the_next_time_fails(alice, given):
    with ModelServer(reply(remark(given)), sends(b"{}", 500)) as server:
        model.choose(alice, server.address, "m")
        model.agree(alice, server.address)
        model.ask(alice, given.id)
        notes = model.ask(alice, given.id)
    assert len(notes.said.remarks) == 1
    assert notes.trouble


def test_an_answer_that_was_not_scored_is_not_sent(alice, agreed):
    short = answers.give(alice, SLUG, "I fixed it.")
    with pytest.raises(NotHere):
        model.ask(alice, short.id)
    assert agreed.log == []


def test_nobody_asks_about_anothers_answer(alice, bob, given, agreed):
    model.choose(bob, agreed.address, "m")
    model.agree(bob, agreed.address)
    for door in (model.ask, model.preview):
        with pytest.raises(NotHere):
            door(bob, given.id)
    assert agreed.log == []
    model.ask(alice, given.id)
    assert model.notes(bob, given).said is None


def test_an_address_that_cannot_be_used_changes_nothing(alice, agreed):
    before = model.settings(alice)
    with pytest.raises(Unusable, match="http://"):
        model.choose(alice, "localhost:11434", "m")
    assert model.settings(alice) == before


def test_a_new_candidate_has_nothing_to_preview(bob):
    assert model.preview(bob) is None


def test_it_is_exported_left_out_when_masked_erased_and_brought_back(alice, given, agreed, tmp_path):
    model.ask(alice, given.id)
    archive = zipfile.ZipFile(io.BytesIO(keeping.export(alice)))
    tables = {name: json.loads(archive.read(f"model_{name}.json")) for name in ("settings", "consents", "readings")}
    assert tables["settings"][0]["address"] == tables["consents"][0]["address"] == agreed.address
    assert tables["readings"][0]["reading"]["remarks"][0]["advice"] == "Say more."
    masked = zipfile.ZipFile(io.BytesIO(keeping.export(alice, masked=True)))
    assert json.loads(masked.read("model_readings.json")) == json.loads(masked.read("model_settings.json")) == []

    before = model.notes(alice, given)
    keeping.erase(alice, trash=tmp_path)
    assert model.settings(alice).endpoint is None
    assert not ModelReading.objects.exists()
    assert not ModelConsent.objects.exists()
    keeping.restore(alice, trash=tmp_path)
    assert model.notes(alice, given) == before
