"""One model per file."""

from .answer import Answer
from .api_token import ApiToken
from .candidate import Candidate
from .case_row import CaseRow
from .code_draft import CodeDraft
from .draft import Draft
from .entry_link import EntryLink
from .hint_opened import HintOpened
from .model_consent import ModelConsent
from .model_reading import ModelReading
from .model_settings import ModelSettings
from .opinion import Opinion
from .part_reached import PartReached
from .sitting import Sitting
from .submission import Submission
from .tick import Tick

__all__ = [
    "Answer",
    "ApiToken",
    "Candidate",
    "CaseRow",
    "CodeDraft",
    "Draft",
    "EntryLink",
    "HintOpened",
    "ModelConsent",
    "ModelReading",
    "ModelSettings",
    "Opinion",
    "PartReached",
    "Sitting",
    "Submission",
    "Tick",
]
