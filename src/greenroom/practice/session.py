"""Signing in on a laptop: one candidate, one-time links, no password."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from greenroom.records.models import Candidate, EntryLink

from .errors import LinkSpent

LINK_LASTS = timedelta(minutes=10)


def laptop_candidate() -> Candidate:
    """Return the one candidate of this laptop."""
    return Candidate.objects.laptop()


def new_link() -> str:
    """Make a one-time link for the laptop's candidate and return its token (43 characters, URL-safe).

    Old links are thrown away in the same transaction. Only the token's hash is kept.
    """
    token = secrets.token_urlsafe(32)
    now = timezone.now()
    with transaction.atomic():
        candidate = Candidate.objects.laptop()
        EntryLink.objects.filter(candidate=candidate, ends_at__lt=now).delete()
        EntryLink.objects.create(candidate=candidate, token_hash=_hash(token), made_at=now, ends_at=now + LINK_LASTS)
    return token


def enter(token: str) -> Candidate:
    """Spend the link and return its candidate. Raise ``LinkSpent`` when it is used, over or unknown.

    The claim is one compare-and-set, so that of two uses at once exactly one succeeds.
    """
    now = timezone.now()
    live = EntryLink.objects.filter(token_hash=_hash(token), used_at=None, ends_at__gte=now)
    if not live.update(used_at=now):
        raise LinkSpent("This link has been used or has run out. Run `./greenroom link` for a fresh one.")
    return EntryLink.objects.select_related("candidate").get(token_hash=_hash(token)).candidate


def sign_out_everywhere(candidate: Candidate) -> None:
    """End every session of this candidate: a session carries a hash that is made from what changes here."""
    candidate.set_unusable_password()
    candidate.save(update_fields=["password"])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
