"""One model per file."""

from .answer import Answer
from .api_token import ApiToken
from .candidate import Candidate
from .draft import Draft
from .entry_link import EntryLink
from .model_consent import ModelConsent
from .model_reading import ModelReading
from .model_settings import ModelSettings
from .opinion import Opinion
from .tick import Tick

__all__ = [
    "Answer",
    "ApiToken",
    "Candidate",
    "Draft",
    "EntryLink",
    "ModelConsent",
    "ModelReading",
    "ModelSettings",
    "Opinion",
    "Tick",
]
