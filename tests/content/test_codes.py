"""The closed list of finding codes is the engine's own."""

import json
from pathlib import Path

import greenroom.engines.feedback
from greenroom.content.codes import CODES

ADVICE = Path(greenroom.engines.feedback.__file__).parent / "advice.json"


def test_every_code_has_a_wording_of_the_engine_and_every_wording_a_code():
    worded = {id.split(".")[0] for id in json.loads(ADVICE.read_text(encoding="utf-8"))}

    assert worded - {"unknown"} == CODES
