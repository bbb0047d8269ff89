"""A token with which a program speaks for a candidate."""

from django.db import models

from .candidate import Candidate


class ApiToken(models.Model):
    """One token. Only the SHA-256 of it is kept; revoking sets ``revoked_at`` and keeps the row as its trace."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=80)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return self.name
