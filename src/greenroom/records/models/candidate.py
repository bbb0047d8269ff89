"""The person who prepares. Every other record belongs to one."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Candidates(BaseUserManager["Candidate"]):
    """Finds and makes candidates."""

    def laptop(self) -> "Candidate":
        """Return the one candidate of a laptop, making the row at the first start."""
        candidate, made = self.get_or_create(name=Candidate.LAPTOP)
        if made:
            candidate.set_unusable_password()
            candidate.save(update_fields=["password"])
        return candidate


class Candidate(AbstractBaseUser):
    """A candidate. On a laptop there is exactly one and no password."""

    LAPTOP = "laptop"

    name = models.CharField(max_length=150, unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = Candidates()

    USERNAME_FIELD = "name"

    def __str__(self) -> str:
        return self.name
