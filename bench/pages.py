"""How long the server takes for the guide and the answer page, how many queries they cost, how heavy the guide is."""

import gzip
import os
import re
import tempfile
import time
from pathlib import Path
from statistics import median

RUNS = 200
GUIDE = "/guides/stripe/backend-developer"
SLUG = "complex-technical-problem"
LIMIT_MS, LIMIT_KB = 30.0, 150.0


def main() -> int:
    """Print the figures; return 0 when the goals are met, 1 otherwise."""
    with tempfile.TemporaryDirectory(prefix="greenroom-bench-") as home:
        os.environ["GREENROOM_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "greenroom.site.settings"
        client, answer = _set_up()
        met = [_time_page(client, path) for path in (GUIDE, answer, "/", f"/questions/{SLUG}")]
        met.append(_weigh(client))
    return 0 if all(met) else 1


def _set_up():
    started = time.perf_counter()
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from greenroom.practice import answers, session, shelves

    shelves.warm()
    print(f"start: Django, library and engine ready in {(time.perf_counter() - started) * 1000:.0f} ms")
    call_command("migrate", verbosity=0)
    candidate = session.laptop_candidate()
    text = next(s.text for s in shelves.library().samples[SLUG] if s.name == "strong")
    first = answers.give(candidate, SLUG, text)
    client = Client(HTTP_HOST="127.0.0.1", HTTP_ACCEPT_ENCODING="gzip")
    client.force_login(candidate)
    return client, f"/answers/{first.id}"


def _time_page(client, path: str) -> bool:
    for _ in range(10):
        client.get(path)
    times = sorted(_once(client, path) for _ in range(RUNS))
    p95 = times[int(RUNS * 0.95) - 1]
    print(
        f"{path}: {RUNS} runs, median {median(times):.1f} ms, p95 {p95:.1f} ms, min {times[0]:.1f}, "
        f"max {times[-1]:.1f} (goal p95 <= {LIMIT_MS:.0f} ms)"
    )
    return p95 <= LIMIT_MS


def _once(client, path: str) -> float:
    started = time.perf_counter()
    page = client.get(path)
    took = (time.perf_counter() - started) * 1000
    assert page.status_code == 200, (path, page.status_code)
    return took


def _weigh(client) -> bool:
    page = client.get(GUIDE)
    html = gzip.decompress(page.content) if page.headers.get("Content-Encoding") == "gzip" else page.content
    static = Path(__file__).resolve().parents[1] / "src/greenroom/web/static"
    linked = set(re.findall(r'/static/([^"?#]+\.(?:css|js|svg))', html.decode()))
    files = {name: (static / name).read_bytes() for name in linked}
    files |= {f"{n} -> {m}": b for n, m, b in _imported(static, linked)}
    sizes = {"html": len(gzip.compress(html)), **{name: len(gzip.compress(data)) for name, data in files.items()}}
    total = sum(sizes.values()) / 1000
    for name, size in sorted(sizes.items()):
        print(f"  {size / 1000:6.1f} kB  {name}")
    print(f"{GUIDE}: {total:.1f} kB compressed in all (goal <= {LIMIT_KB:.0f} kB)")
    return total <= LIMIT_KB


def _imported(static: Path, linked: set[str]):
    """Yield the modules and sheets that the linked files import, which a browser fetches too."""
    for name in linked:
        for inner in re.findall(
            r"""(?:from|import|@import)\s*(?:url\()?["']([^"']+)["']""", (static / name).read_text()
        ):
            found = (static / name).parent / inner
            if found.is_file() and str(found.relative_to(static)) not in linked:
                yield name, inner, found.read_bytes()


if __name__ == "__main__":
    raise SystemExit(main())
