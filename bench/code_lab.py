"""How long from Submit to the first case and to the verdict, as a page sees it, and pages with a long queue.

A real server with its worker, in a home of its own; the client speaks HTTP as the page's script does.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
RUNS, QUEUED, PAGES = 30, 100, 100
GATHERING = 0.04  # seconds that the page's script leaves between two questions, so that cases come a few at a time
FIRST_MS, VERDICT_MS, PAGE_MS = 150.0, 500.0, 100.0
SLUG, CASES = "twenty", 20
SOURCE = "def run(n):\n    return n\n"
SLOW = "import time\ndef run(n):\n    time.sleep(0.2)\n    return n\n"
LINK = re.compile(r"http://127\.0\.0\.1:(\d+)(/enter/\S+)")


def main() -> int:
    """Print the figures; return 0 when the goals are met, 1 otherwise."""
    with tempfile.TemporaryDirectory(prefix="greenroom-bench-") as place:
        content = _content(Path(place) / "content")
        server, port, link = _served(Path(place) / "home", content)
        try:
            page = Page(port, link)
            met = [*_submissions(page), _queue(page)]
        finally:
            server.terminate()
            server.wait(20)
    return 0 if all(met) else 1


class Page:
    """A browser's side of the desk: one connection, a session, a form's token."""

    def __init__(self, port: int, link: str) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookies: dict[str, str] = {}
        self.get(link)
        self._token = ""
        self.post(f"/exercises/{SLUG}/sittings", {"mode": "open", "language": "python"})

    def get(self, path: str):
        """Return status, headers and text."""
        return self._ask("GET", path)

    def post(self, path: str, form: dict[str, str]):
        """Send a form as the page's script does."""
        if not getattr(self, "_token", ""):
            said = self.get(f"/exercises/{SLUG}")[2]
            self._token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', said)[1]
        return self._ask("POST", path, urlencode({**form, "csrfmiddlewaretoken": self._token}))

    def submit(self, source: str):
        """Submit and return the address of the submission."""
        status, headers, text = self.post(
            f"/exercises/{SLUG}/submissions", {"code": source, "language": "python", "scope": "all", "tests": ""}
        )
        assert status == 201, (status, text[:300])
        return headers["X-Submission"], text

    def _ask(self, method: str, path: str, body: str | None = None):
        headers = {"X-Requested-With": "fetch", "Content-Type": "application/x-www-form-urlencoded"}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        self._connection.request(method, path, body, headers)
        reply = self._connection.getresponse()
        text = reply.read().decode()
        for name, value in reply.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self._cookies[key] = rest.partition(";")[0]
        return reply.status, reply.headers, text


def _submissions(page: Page) -> tuple[bool, bool]:
    _follow(page, SOURCE)  # the worker starts with the first
    firsts, overs = zip(*(_follow(page, SOURCE) for _ in range(RUNS)), strict=True)
    return (
        _told("Submit to the first case on the page", firsts, FIRST_MS),
        _told(f"Submit to the verdict on {CASES} trivial cases", overs, VERDICT_MS),
    )


def _follow(page: Page, source: str) -> tuple[float, float]:
    """Return the milliseconds to the first case, and to the page with the verdict."""
    began, first = time.perf_counter(), 0.0
    place, text = page.submit(source)
    known, attempt = (int(re.search(rf'data-{name}="(\d+)"', text)[1]) for name in ("known", "attempt"))
    over = 'data-over="yes"' in text
    while not over:
        _, headers, _ = page.get(f"{place}/results?since={known}&attempt={attempt}")
        known, attempt, over = int(headers["X-Known"]), int(headers["X-Attempt"]), bool(headers["X-Over"])
        if known and not first:
            first = time.perf_counter()
        if not over:
            time.sleep(GATHERING)
    first = first or time.perf_counter()
    assert "Accepted" in page.get(place)[2]
    return (first - began) * 1000, (time.perf_counter() - began) * 1000


def _queue(page: Page) -> bool:
    """Put many submissions in the queue and time pages while they are judged."""
    last = [page.submit(SLOW)[0] for _ in range(QUEUED)][-1]
    times = []
    for n in range(PAGES):
        began = time.perf_counter()
        status, _, _ = page.get((f"/exercises/{SLUG}", "/exercises", last)[n % 3])
        times.append((time.perf_counter() - began) * 1000)
        assert status == 200
    waiting = 'data-over="yes"' not in page.get(last)[2]
    assert waiting, "the queue was empty before the pages were timed"
    return _told(f"a page with {QUEUED} submissions queued", times, PAGE_MS)


def _told(what: str, times, goal: float) -> bool:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95) - 1]
    print(
        f"{what}: {len(ordered)} runs, median {median(ordered):.0f} ms, p95 {p95:.0f} ms, min {ordered[0]:.0f}, "
        f"max {ordered[-1]:.0f} (goal p95 <= {goal:.0f} ms)"
    )
    return p95 <= goal


def _content(root: Path) -> Path:
    """Write the library with one exercise of twenty trivial cases in the place of its own."""
    shutil.copytree(ROOT / "content", root, ignore=shutil.ignore_patterns("exercises"))
    here = root / "exercises/code" / SLUG
    hints = {"where": "Look at n.", "idea": "It is n.", "change": "Return n."}
    cases = [
        {"id": f"case-{n}", "args": [n], "returns": n, "about": f"It asks {n}.", "visible": n < 2} for n in range(CASES)
    ]
    exercise = {
        "id": SLUG, "slug": SLUG, "title": "Twenty", "summary": "Return it.", "why": "A measurement.", "kind": "code",
        "level": "junior", "competencies": ["reliability"], "question": "idempotent-endpoint",
        "parts": [{"title": "All", "minutes": 5, "hints": hints}], "wrong": [],
    }  # fmt: skip
    files = {
        "exercise.yaml": json.dumps(exercise),
        "parts/1.md": "Return `n`.\n",
        "cases/1.json": json.dumps({"version": 1, "function": "run", "cases": cases}),
        "starter/solution.js": "module.exports = { run: () => null };\n",
        "reference/solution.js": "module.exports = { run: (n) => n };\n",
        "starter/solution.py": "def run(n):\n    return None\n",
        "reference/solution.py": SOURCE,
    }
    for name, text in files.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text)
    return root


def _served(home: Path, content: Path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environ = {**os.environ, "GREENROOM_HOME": str(home), "GREENROOM_CONTENT": str(content), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "greenroom", "serve", "--no-browser", "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True)
    for line in server.stdout:
        if found := LINK.search(line):
            return server, port, found[2]
    raise SystemExit("the server ended before it printed its link")


if __name__ == "__main__":
    raise SystemExit(main())
