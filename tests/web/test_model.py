"""The page of one's own model and its place beside an answer. The server talks to the model, never the browser."""

import pytest

from greenroom.practice import answers, model
from tests.engines.reader.server import ModelServer, says, sends
from tests.practice.own_model import LEAKS, PERSONAL, SLUG, remark, reply


@pytest.fixture
def given(alice):
    return answers.give(alice, SLUG, PERSONAL)


@pytest.fixture
def server(given):
    loud = remark(given, advice="Say <b>more</b> of it.")
    with ModelServer(reply(loud, next_step="Say it plainly.")) as server:
        yield server


def beside(client, given) -> str:
    return client.get(f"/answers/{given.id}").content.decode()


def test_the_whole_way_from_off_to_a_remark(as_alice, given, server):
    assert "It is off" in beside(as_alice, given)
    form = {"address": server.address, "model": "small-one", "answer": given.id}
    assert as_alice.post("/model", form).headers["Location"] == f"/model?answer={given.id}"
    page = as_alice.get(f"/model?answer={given.id}").content.decode()
    assert f"{server.address}/chat/completions" in page
    assert "My name is [NAME A]" in page
    assert f'href="/model?answer={given.id}">Ask my model too' in beside(as_alice, given)
    done = as_alice.post("/model/consents", {"address": server.address, "answer": given.id})
    assert done.headers["Location"] == f"/answers/{given.id}#model"
    assert server.log == []
    assert as_alice.post(f"/answers/{given.id}/model-readings").headers["Location"] == f"/answers/{given.id}#model"
    page = beside(as_alice, given)
    assert "From your model" in page
    assert "which would have hidden the cause" in page
    assert len(server.log) == 1
    assert [leak for leak in LEAKS if leak in server.received] == []


def test_what_a_model_says_is_shown_as_text_never_as_markup(as_alice, alice, given, server):
    model.choose(alice, server.address, "<i>m</i>")
    model.agree(alice, server.address)
    model.ask(alice, given.id)
    page = beside(as_alice, given)
    assert "Say &lt;b&gt;more&lt;/b&gt; of it." in page
    assert "<i>m</i>" not in page


def test_pressing_the_button_without_consent_sends_nothing_and_shows_the_page(as_alice, alice, given, server):
    model.choose(alice, server.address, "small-one")
    page = as_alice.post(f"/answers/{given.id}/model-readings")
    assert page.headers["Location"] == f"/model?answer={given.id}"
    assert server.log == []


def test_consent_to_an_address_that_was_changed_meanwhile_is_not_taken(as_alice, alice, server):
    model.choose(alice, server.address, "small-one")
    page = as_alice.post("/model/consents", {"address": "http://127.0.0.1:9/v1"})
    assert page.status_code == 409
    assert model.settings(alice).agreed_at is None


@pytest.mark.parametrize("address", ["localhost:11434", "ftp://x/v1", "http://a:b@x/v1", "http://x/v1?y"])
def test_a_bad_address_comes_back_with_what_was_typed(as_alice, address):
    page = as_alice.post("/model", {"address": address, "model": "m"})
    assert page.status_code == 422
    assert f'value="{address}"' in page.content.decode()


def test_a_model_that_fails_leaves_a_quiet_line_and_the_same_marks(as_alice, alice, given):
    before = beside(as_alice, given)
    with ModelServer(sends(b"{}", 500)) as server:
        model.choose(alice, server.address, "m")
        model.agree(alice, server.address)
        as_alice.post(f"/answers/{given.id}/model-readings")
    after = beside(as_alice, given)
    assert "Your model did not answer: its server refused." in after
    marks = [page[page.index("By criterion") : page.index("What a strong answer covers")] for page in (before, after)]
    assert marks[0] == marks[1]


def test_a_model_that_says_nothing_of_use_is_said_so(as_alice, alice, given):
    with ModelServer(says({"remarks": [remark(given, code="splendid")], "next_step": "", "follow_up": ""})) as server:
        model.choose(alice, server.address, "m")
        model.agree(alice, server.address)
        as_alice.post(f"/answers/{given.id}/model-readings")
    page = beside(as_alice, given)
    assert "nothing that could be tied to your words" in page
    assert "1 of its sentences was left out" in page


def test_the_button_is_there_when_feedback_is_shown_in_the_same_page(as_alice, alice, server, strong):
    model.choose(alice, server.address, "small-one")
    model.agree(alice, server.address)
    page = as_alice.post(f"/questions/{SLUG}/answers", {"text": strong}, headers={"X-Requested-With": "fetch"})
    assert "Ask my model too" in page.content.decode()
    assert "csrfmiddlewaretoken" in page.content.decode()
    assert server.log == []


def test_an_unscored_answer_has_no_such_button(as_alice, alice):
    short = answers.give(alice, SLUG, "I fixed it.")
    assert 'id="model"' not in beside(as_alice, short)
    assert as_alice.post(f"/answers/{short.id}/model-readings").status_code == 404


def test_switching_off_is_an_empty_address(as_alice, alice, given, server):
    model.choose(alice, server.address, "small-one")
    model.agree(alice, server.address)
    as_alice.post("/model", {"address": ""})
    assert model.settings(alice).endpoint is None


def test_another_candidates_answer_is_the_same_as_none(as_bob, given):
    assert as_bob.get(f"/model?answer={given.id}").status_code == 404
    assert as_bob.post(f"/answers/{given.id}/model-readings").status_code == 404


def test_a_stranger_reaches_none_of_it(as_charlie, given):
    for path in ("/model", "/model/consents", f"/answers/{given.id}/model-readings"):
        assert as_charlie.post(path).status_code == 401


@pytest.mark.parametrize("path", ["/model", "/model?answer={id}", "/answers/{id}"])
def test_the_pages_stay_strict_and_ask_the_database_little(as_alice, given, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = as_alice.get(path.format(id=given.id))
    assert page.status_code == 200
    assert "connect-src 'self'" in page.headers["Content-Security-Policy"]
    assert " style=" not in page.content.decode()
