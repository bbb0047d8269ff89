"""Code that a candidate has typed and not yet submitted: it survives a closed tab and a restarted server."""

from django.db import models

from .candidate import Candidate


class CodeDraft(models.Model):
    """The unfinished code for one exercise in one language, with the candidate's own tests beside it."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="code_drafts")
    exercise_id = models.CharField(max_length=100)
    language = models.CharField(max_length=10)
    text = models.TextField()
    tests = models.TextField(default="")
    written_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("candidate", "exercise_id", "language"), name="one_code_draft_a_language"),
        )

    def __str__(self) -> str:
        return f"draft of {self.exercise_id} in {self.language}"
