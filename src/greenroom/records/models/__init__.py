"""One model per file."""

from .answer import Answer
from .api_token import ApiToken
from .candidate import Candidate
from .draft import Draft
from .entry_link import EntryLink
from .opinion import Opinion
from .tick import Tick

__all__ = ["Answer", "ApiToken", "Candidate", "Draft", "EntryLink", "Opinion", "Tick"]
