"""The page of all findings keeps to the engine."""

import json
from importlib.resources import files
from pathlib import Path

from greenroom.engines.feedback.explaining import codes
from greenroom.engines.feedback.page import page

KEPT = Path(__file__).resolve().parents[3] / "docs/findings.md"


def test_the_kept_page_is_what_the_engine_says():
    assert KEPT.read_text() == page(), "run `make findings` and look at what changed"


def test_every_finding_with_a_wording_says_what_its_detector_looks_for():
    worded = json.loads(files("greenroom.engines.feedback").joinpath("advice.json").read_text())
    spoken = {name.partition(".")[0] for name in worded} - {"unknown"}
    assert spoken <= set(codes())
