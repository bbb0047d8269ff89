"""The API: version 1, tokens, problems. The document that it must keep is ``docs/api/openapi.json``."""

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.security import HttpBearer

from greenroom import __version__
from greenroom.practice import tokens
from greenroom.records.models import Candidate

from . import answers, exercises, guides, questions, submissions
from .problems import install


class Token(HttpBearer):
    """A token of ``./greenroom token new NAME``."""

    def authenticate(self, request: HttpRequest, token: str) -> Candidate | None:
        """Return the candidate for whom the token speaks."""
        return tokens.bearer(token)


api = NinjaAPI(
    title="Greenroom",
    version="1",
    description=f"Guides, questions, answers, exercises and submissions of one candidate. Greenroom {__version__}.",
    auth=Token(),
    docs_url=None,  # the pages of ninja load script from elsewhere; the document itself is enough
    openapi_url=None,
    urls_namespace="api-1",
)
install(api)
api.add_router("/guides", guides.router)
api.add_router("/questions", questions.router)
api.add_router("/answers", answers.router)
api.add_router("/exercises", exercises.router)
api.add_router("/submissions", submissions.router)
