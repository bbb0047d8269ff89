"""One-time links."""

from datetime import timedelta

import pytest
from django.utils import timezone

from greenroom.practice import session
from greenroom.practice.errors import LinkSpent
from greenroom.records.models import EntryLink

pytestmark = pytest.mark.django_db


def test_a_link_signs_the_laptops_candidate_in():
    assert session.enter(session.new_link()) == session.laptop_candidate()


def test_a_link_works_once():
    token = session.new_link()
    session.enter(token)
    with pytest.raises(LinkSpent):
        session.enter(token)


def test_a_link_runs_out():
    token = session.new_link()
    EntryLink.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(LinkSpent):
        session.enter(token)


def test_a_made_up_link_is_refused():
    with pytest.raises(LinkSpent):
        session.enter("x" * 43)


def test_the_token_itself_is_kept_nowhere():
    token = session.new_link()
    assert token not in str(list(EntryLink.objects.values()))


def test_there_is_one_candidate_however_often_it_starts():
    assert session.laptop_candidate() == session.laptop_candidate()
    assert not session.laptop_candidate().has_usable_password()
