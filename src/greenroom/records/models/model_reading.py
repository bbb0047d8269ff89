"""What a candidate's own model said about one answer. It stands apart: no band and no finding rests on it."""

from django.db import models

from .answer import Answer
from .candidate import Candidate


class ModelReading(models.Model):
    """One time of asking, also when nothing came of it: ``address`` and ``model`` say where the answer was sent.

    ``reading`` is the codec's form of the reader's ``ModelReading``.
    """

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="model_readings")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="model_readings")
    address = models.CharField(max_length=300)
    model = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    reading = models.JSONField()

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return f"{self.model} on answer {self.answer_id}"
