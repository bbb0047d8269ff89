"""Where this checkout is."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CONTENT = Path(os.environ.get("GREENROOM_CONTENT") or ROOT / "content")
