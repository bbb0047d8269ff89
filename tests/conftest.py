"""Three people: Alice owns, Bob may read nothing of hers, Charlie is a stranger who is not signed in."""

from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from greenroom.records.models import Candidate


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


@pytest.fixture
def strong() -> str:
    """A real answer of the library, for the question ``complex-technical-problem``."""
    from greenroom.practice.shelves import library

    return next(s.text for s in library().samples["complex-technical-problem"] if s.name == "strong")
