"""A program's way: a token, a question, an answer, its feedback; then schemathesis against the running server."""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from .conftest import ROOT, Served

DOCUMENT = ROOT / "docs/api/openapi.yaml"
ANSWER = (
    "Our export to the warehouse took forty minutes and the shop opened late. I read the plan, saw a sequential scan "
    "on orders, and added an index on the date. The export went from 40 minutes to 3, and it has stayed there since."
)


def greenroom(home: Path, *words: str) -> str:
    environ = {**os.environ, "GREENROOM_HOME": str(home)}
    environ.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "greenroom", *words]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def token(served: Served) -> str:
    return greenroom(served.home, "token", "new", "journey")


def ask(served: Served, token: str, path: str, body: object = None) -> object:
    data = json.dumps(body).encode() if body is not None else None
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"{served.url}/api/v1{path}", data=data, headers=headers)
    with urllib.request.urlopen(request, timeout=20) as reply:
        return json.load(reply)


def test_a_program_goes_from_a_question_to_feedback_and_history(served, token):
    slug = ask(served, token, "/questions?type=behavioural&limit=1")["data"][0]["slug"]
    given = ask(served, token, f"/questions/{slug}/answers", {"text": ANSWER, "predicted": 3})
    assert given["feedback"]["scored"]
    again = ask(served, token, f"/questions/{slug}/answers", {"text": ANSWER, "follows": given["id"]})
    assert again["feedback"] == given["feedback"]
    assert [a["id"] for a in ask(served, token, "/answers")["data"]][:2] == [again["id"], given["id"]]
    seen = greenroom(served.home, "history", "--json")
    assert str(given["id"]) in seen


def test_schemathesis_finds_no_failure(served, token, tmp_path):
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "run", str(DOCUMENT), "--url", served.url,
        "-H", f"Authorization: Bearer {token}", "--max-examples", "25", "--seed", "7",
        "--phases", "examples,coverage,fuzzing", "--exclude-checks", "unsupported_method", "--no-color",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:]
    assert "generated" in done.stdout
