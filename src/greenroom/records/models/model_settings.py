"""Which model of their own a candidate has named. Without this row there is none, and nothing is ever asked."""

from django.db import models

from .candidate import Candidate


class ModelSettings(models.Model):
    """The base address and the model's name as its server knows it; at most one a candidate."""

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, related_name="model_settings")
    address = models.CharField(max_length=300)
    model = models.CharField(max_length=200)
    chosen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.model} at {self.address}"
