"""A link that signs the laptop's candidate in, once."""

from django.db import models

from .candidate import Candidate


class EntryLink(models.Model):
    """A one-time link. Only the SHA-256 of its token is kept; ``used_at`` is set by compare-and-set."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="entry_links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link of {self.made_at:%Y-%m-%d %H:%M}"
