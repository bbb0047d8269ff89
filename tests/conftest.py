"""Three people: Alice owns, Bob may read nothing of hers, Charlie is a stranger who is not signed in."""

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from greenroom.records.models import Candidate


CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
def alice(db) -> "Candidate":
    from greenroom.records.models import Candidate

    return Candidate.objects.create(name="alice")


@pytest.fixture
def bob(db) -> "Candidate":
    from greenroom.records.models import Candidate

    return Candidate.objects.create(name="bob")


@pytest.fixture
def as_alice(alice) -> Client:
    client = Client()
    client.force_login(alice)
    return client


@pytest.fixture
def as_bob(bob) -> Client:
    client = Client()
    client.force_login(bob)
    return client


@pytest.fixture
def as_charlie(db) -> Client:
    return Client()


STRONG = """\
Our Monday export failed for about thirty customers and support sent the files by hand. I was asked to find out why.

I replayed one Monday on a copy of the database and saw that the job held the whole result in memory, because the
driver fetches every row at once. I considered a bigger machine, which would have cost 400 euros a month. Instead I
changed the job to read in pages of 5,000 rows, and I compared the old and new files line by line before the release.

Failures went from about 30 a week to none in three months, and the memory alarm now warns us long before. I learned
to test with Monday's data, not with Tuesday's."""


@pytest.fixture
def strong() -> str:
    """A good answer to ``complex-technical-problem`` that stands nowhere in the library."""
    return STRONG


@pytest.fixture
def sample() -> str:
    """The library's own strong sample for that question."""
    from greenroom.practice.shelves import library

    return next(s.text for s in library().samples["complex-technical-problem"] if s.name == "strong")


@pytest.fixture(scope="session")
def chromium():
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        reason = "Chromium is not installed (Debian and Ubuntu: apt-get install chromium)"
        if os.environ.get("GREENROOM_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        rootless = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *rootless])
        yield browser
        browser.close()
