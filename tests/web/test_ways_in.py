"""The code lab is found from the first page, from Practise, and from the stages in which code is written."""

import re
import shutil
from pathlib import Path

import pytest

from greenroom.practice import exercising, guides, shelves
from greenroom.web.present import guide as guide_pages
from greenroom.web.present.guide import guide_view


@pytest.mark.parametrize("path", ["/", "/practise"])
def test_a_page_of_interview_types_leads_to_code_and_sql(as_alice, ferry, path):
    page = as_alice.get(path).content.decode()
    assert '<a class="ui cover" href="/exercises?kind=code">Code</a>' in page
    assert '<a class="ui cover" href="/exercises?kind=sql">SQL</a>' in page


@pytest.fixture
def with_both(ferry, settings, tmp_path):
    """The real guides with an exercise beside them."""
    root = Path(__file__).parents[2] / "content"
    shutil.copytree(root, tmp_path / "content", ignore=shutil.ignore_patterns("exercises", "schemas"))
    for folder in ("exercises", "schemas"):
        shutil.copytree(settings.CONTENT_ROOT / folder, tmp_path / "content" / folder)
    settings.CONTENT_ROOT = tmp_path / "content"
    caches = (shelves.library, shelves.guide, exercising.digest_of)
    for cache in caches:
        cache.cache_clear()
    guide_pages._same_for_all.clear()
    yield
    guide_pages._same_for_all.clear()
    for cache in caches:
        cache.cache_clear()


def test_a_stage_in_which_code_is_written_leads_to_the_exercises(with_both, alice):
    stages = {s.name: s.labs for s in guide_view(guides.open(alice, "stripe", "backend-developer")).stages}
    assert stages["Technical screen"] == [("code", "Write code for it")]
    assert stages["Programming exercise"]
    assert not stages["Recruiter call"]
    assert not stages["System design"]


def test_a_stage_leads_to_every_lab_that_rehearses_it(with_both, alice):
    stages = {s.id: s.labs for s in guide_view(guides.open(alice, "gitlab", "backend-developer")).stages}
    assert [kind for kind, _ in stages["technical-interview"]] == ["code", "sql"]


def test_the_link_stands_with_its_stage(with_both, as_alice):
    page = as_alice.get("/guides/stripe/backend-developer").content.decode()
    stage = re.search(r'<li class="stage".*?Programming exercise.*?</li>', page, re.DOTALL)[0]
    assert 'href="/exercises?kind=code">Write code for it' in stage


def test_what_is_practised_with_sql_leads_to_sql_exercises(with_both, as_alice):
    page = as_alice.get("/guides/stripe/backend-developer").content.decode()
    ledger = page.partition('id="check-ledger-tables"')[2].partition("</li>")[0]
    assert '<a href="/exercises?kind=sql">Write SQL</a>' in ledger
    page = as_alice.get("/practise?type=sql-and-schema").content.decode()
    assert 'href="/exercises?kind=sql">Write SQL</a>' in page
