"""The one bundle is what its checksum says, names its licences, and is made of pinned packages."""

import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
JS = ROOT / "src/greenroom/web/static/greenroom/js"
SOURCES = ROOT / "frontend"


def test_the_bundle_is_what_its_checksum_says():
    said = (JS / "editor.js.sha256").read_text().split()
    assert said == [hashlib.sha256((JS / "editor.js").read_bytes()).hexdigest(), "editor.js"]


def test_every_package_is_pinned_and_locked_by_hash_and_without_address():
    wanted = json.loads((SOURCES / "package.json").read_text())
    lock = json.loads((SOURCES / "package-lock.json").read_text())["packages"]
    for name, version in {**wanted["dependencies"], **wanted["devDependencies"]}.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name
        assert lock[f"node_modules/{name}"]["version"] == version
    for name, package in lock.items():
        assert not name or package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_each_package_asked_for_has_its_licence_in_the_list():
    wanted = json.loads((SOURCES / "package.json").read_text())["dependencies"]
    licences = (JS / "editor.js.licences.txt").read_text()
    for name, version in wanted.items():
        assert f"{name} {version} (MIT)" in licences


def test_nothing_in_it_completes():
    assert "cm-tooltip-autocomplete" not in (JS / "editor.js").read_text()


def test_only_the_desk_loads_it():
    templates = ROOT / "src/greenroom/web/templates"
    naming = [page.name for page in templates.rglob("*.html") if "editor.js" in page.read_text()]
    assert naming == ["desk.html"]
