"""That a candidate agreed to send answers to one address, and when."""

from django.db import models

from .candidate import Candidate


class ModelConsent(models.Model):
    """One consent. It holds for this address until ``ended_at`` is set, and the row stays as its trace."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="model_consents")
    address = models.CharField(max_length=300)
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("candidate",), condition=models.Q(ended_at__isnull=True), name="one_live_model_consent"
            ),
        )

    def __str__(self) -> str:
        return f"consent of {self.given_at:%Y-%m-%d %H:%M} to {self.address}"
