"""The editors' bundles are what their checksums say, name their licences, and are made of pinned packages."""

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
JS = ROOT / "src/greenroom/web/static/greenroom/js"
SOURCES = ROOT / "frontend"
BUNDLES = ("editor.js", "sql-editor.js")


@pytest.mark.parametrize("bundle", BUNDLES)
def test_a_bundle_is_what_its_checksum_says(bundle):
    said = (JS / f"{bundle}.sha256").read_text().split()
    assert said == [hashlib.sha256((JS / bundle).read_bytes()).hexdigest(), bundle]


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
    licences = "".join((JS / f"{bundle}.licences.txt").read_text() for bundle in BUNDLES)
    for name, version in wanted.items():
        assert f"{name} {version} (MIT)" in licences


def test_the_code_editor_completes_nothing_and_the_sql_editor_does():
    assert "cm-tooltip-autocomplete" not in (JS / "editor.js").read_text()
    assert "cm-tooltip-autocomplete" in (JS / "sql-editor.js").read_text()


def test_only_the_desk_loads_them():
    templates = ROOT / "src/greenroom/web/templates"
    naming = [page.name for page in templates.rglob("*.html") if "editor.js" in page.read_text()]
    assert naming == ["desk.html"]
