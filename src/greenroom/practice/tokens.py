"""Tokens for programs: made, listed, used, revoked."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from greenroom.records.models import ApiToken, Candidate

from .errors import NotHere

PREFIX = "gr_"  # lets a secret scanner, and a person, see what it is
USED_EVERY = timedelta(minutes=5)  # how exactly the last use is written down: a read must not cost a write each time


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenCard:
    """A token in a list. The token itself is shown once, when it is made."""

    id: int
    name: str
    made_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


def make(candidate: Candidate, name: str) -> str:
    """Make a token and return it; it cannot be read again. ``name`` (1 to 80 characters) says what it is for."""
    token = PREFIX + secrets.token_urlsafe(32)
    label = " ".join(name.split())[:80] or "unnamed"
    ApiToken.objects.create(candidate=candidate, name=label, token_hash=_hash(token), made_at=timezone.now())
    return token


def shelf(candidate: Candidate) -> tuple[TokenCard, ...]:
    """List this candidate's tokens, newest first, revoked ones too."""
    rows = ApiToken.objects.filter(candidate=candidate)
    return tuple(
        TokenCard(id=t.pk, name=t.name, made_at=t.made_at, used_at=t.used_at, revoked_at=t.revoked_at) for t in rows
    )


def revoke(candidate: Candidate, id: int) -> None:
    """Revoke the token for good. Raises ``NotHere`` when it is unknown, somebody else's, or revoked before."""
    live = ApiToken.objects.filter(candidate=candidate, id=id, revoked_at=None)
    if not live.update(revoked_at=timezone.now()):
        raise NotHere("There is no such token, or it was revoked before.")


def bearer(token: str) -> Candidate | None:
    """Return the candidate for whom ``token`` speaks, or None. Notes the use at most every five minutes."""
    row = ApiToken.objects.select_related("candidate").filter(token_hash=_hash(token), revoked_at=None).first()
    if row is None:
        return None
    now = timezone.now()
    if row.used_at is None or now - row.used_at > USED_EVERY:
        ApiToken.objects.filter(pk=row.pk).update(used_at=now)
    return row.candidate


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
