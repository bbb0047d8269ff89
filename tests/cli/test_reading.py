"""Guides and questions as text."""

import shlex
import subprocess
import sys

import pytest

from greenroom.cli.guide_text import SECTIONS

from .command import clean, greenroom

GUIDE = "stripe/backend-developer"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("reading") / "home"


def test_it_lists_the_guides_that_hold_all_words(home):
    said = greenroom(home, "guides", "--search", "stripe backend")
    assert said.code == 0
    assert said.out.startswith(GUIDE)
    assert "gitlab" not in said.out


def test_a_search_without_a_hit_is_not_here(home):
    assert greenroom(home, "guides", "--search", "zzzz").code == 3


def test_it_prints_a_whole_guide(home):
    said = greenroom(home, "guide", GUIDE)
    assert said.code == 0
    assert "Backend Developer at Stripe" in said.out
    for title in ("Overview", "Process", "Qualities", "Pay and benefits", "How to apply", "Common mistakes"):
        assert f"\n{title}\n-" in said.out


def test_each_stage_leads_to_practice(home):
    assert "greenroom practise --type " in greenroom(home, "guide", GUIDE, "--section", "process").out


def test_a_claim_of_candidates_is_said_to_be_one(home):
    said = greenroom(home, "guide", GUIDE, "--section", "process").out
    assert "(a candidate's report)" in said or "(collected reports)" in " ".join(said.split())


def test_sources_are_shown_on_demand(home):
    quiet = greenroom(home, "guide", GUIDE, "--section", "pay").out
    full = greenroom(home, "guide", GUIDE, "--section", "pay", "--sources").out
    assert "confidence]" not in quiet
    assert "confidence]" in " ".join(full.split())


def test_an_unknown_section_lists_the_sections(home):
    said = greenroom(home, "guide", GUIDE, "--section", "salary")
    assert said.code == 3
    assert ", ".join(SECTIONS) in said.err


def test_an_unknown_guide_names_the_nearest(home):
    said = greenroom(home, "guide", "stripe/backnd-developer")
    assert said.code == 3
    assert "stripe/backend-developer" in said.err


def test_it_lists_the_questions_of_a_type(home):
    said = greenroom(home, "questions", "--type", "payments")
    assert said.code == 0
    assert "payments-experience: " in said.out
    assert "slow-query" not in said.out


def test_output_into_a_closed_pipe_is_no_mistake(home):
    command = shlex.join([sys.executable, "-P", "-m", "greenroom", "guide", GUIDE])
    script = f"{command} | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], env=clean(home), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
