"""A program that speaks for Alice, one for Bob, and one for nobody."""

import pytest
from django.test import Client

from greenroom.practice import tokens


def speaking_for(candidate) -> Client:
    token = tokens.make(candidate, "test")
    return Client(HTTP_AUTHORIZATION=f"Bearer {token}")


@pytest.fixture
def alices(alice) -> Client:
    return speaking_for(alice)


@pytest.fixture
def bobs(bob) -> Client:
    return speaking_for(bob)
