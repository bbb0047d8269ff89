"""``./greenroom``: sets itself up once, whatever the folder is called and however it is started.

The checkout is a copy whose locks name no package, so nothing is fetched; Python, pip, the environment and the shell
are the real ones.
"""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .command import ROOT

WORK = ["content", "check", "--help"]  # the cheapest command that needs the environment


@pytest.fixture
def checkout(tmp_path):
    folder = tmp_path / "my green room"
    shutil.copytree(ROOT / "tools", folder / "tools")
    shutil.copytree(
        ROOT / "src" / "greenroom", folder / "src" / "greenroom", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy2(ROOT / "greenroom", folder)
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (folder / lock).write_text("# no packages\n")
    return folder


def environ(checkout, **more):
    python = Path(sys.executable).resolve().parent
    return {"PATH": f"{python}:/usr/bin:/bin", "HOME": str(checkout.parent / "home"), **more}


def start(checkout, *words, at=None, cwd=None, **more):
    command = [str(at or checkout / "greenroom"), *words]
    return subprocess.run(
        command, cwd=cwd or "/", env=environ(checkout, **more), capture_output=True, text=True, timeout=120, check=False
    )


def test_the_first_start_sets_up_and_the_second_goes_straight_on(checkout):
    first = start(checkout, *WORK)
    second = start(checkout, *WORK)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert "Python environment" in first.stderr
    assert second.stderr == ""
    assert first.stdout == second.stdout


def test_help_and_doctor_work_before_any_set_up(checkout):
    assert start(checkout, "--help").returncode == 0
    assert "not made yet" in start(checkout, "doctor").stdout
    assert not (checkout / ".venv").exists()


def test_it_may_be_started_through_symbolic_links_from_anywhere(checkout, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "one").symlink_to(checkout / "greenroom")
    (tmp_path / "two").symlink_to("bin/one")
    for way in ("bin/one", "two"):
        assert start(checkout, "version", at=tmp_path / way, cwd=tmp_path).stdout.startswith("greenroom ")


def test_a_changed_lock_is_installed_at_the_next_start(checkout):
    start(checkout, *WORK)
    (checkout / "requirements.lock").write_text("# still none\n")
    assert "Ready in" in start(checkout, *WORK).stderr
    assert start(checkout, *WORK).stderr == ""


def test_test_wants_its_own_lock_too(checkout):
    start(checkout, *WORK)
    said = start(checkout, "test")
    assert "Ready in" in said.stderr
    assert (checkout / ".venv" / "greenroom" / "requirements-dev.lock").exists()
    assert said.returncode == 4  # this lock brings no pytest


def test_two_first_starts_at_once_make_one_environment(checkout):
    command = [str(checkout / "greenroom"), *WORK]
    both = [
        subprocess.Popen(command, env=environ(checkout), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = "".join(process.communicate(timeout=120)[1] for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert said.count("Ready in") == 1


def test_an_interrupted_set_up_is_begun_again(checkout):
    process = subprocess.Popen(
        [str(checkout / "greenroom"), *WORK], env=environ(checkout), stderr=subprocess.PIPE, start_new_session=True
    )
    while not (checkout / ".venv" / "greenroom" / "install.log").exists():
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert not (checkout / ".venv" / "greenroom" / "root").exists()
    said = start(checkout, *WORK)
    assert said.returncode == 0
    assert "Python environment" in said.stderr


def test_a_moved_checkout_finds_its_own_sources(checkout, tmp_path):
    start(checkout, *WORK)
    moved = tmp_path / "moved"
    checkout.rename(moved)
    assert start(moved, *WORK).returncode == 0
    paths = list(moved.glob(".venv/lib/python3*/site-packages/greenroom.pth"))
    assert paths[0].read_text().strip() == str(moved / "src")


def test_packages_that_cannot_be_had_are_said_in_one_line(checkout):
    (checkout / "requirements.lock").write_text(f"no-such-package-of-ours==1.0 --hash=sha256:{'0' * 64}\n")
    said = start(checkout, *WORK, PIP_NO_INDEX="1")
    assert said.returncode == 4
    assert "could not be installed" in said.stderr.splitlines()[-1]
    assert "Traceback" not in said.stderr


def test_an_old_python_is_said_in_one_line(checkout, tmp_path):
    old = tmp_path / "bin"
    old.mkdir()
    for name in ("python3.13", "python3.12", "python3.11", "python3", "python"):
        (old / name).write_text("#!/bin/sh\ncase $1 in -c) echo 3.9.2 ;; *) exit 1 ;; esac\n")
        (old / name).chmod(0o755)
    said = start(checkout, *WORK, PATH=f"{old}:/usr/bin:/bin")
    assert said.returncode == 4
    assert said.stderr.count("\n") == 1
    assert "needs Python 3.11 or newer" in said.stderr
    assert "3.9.2" in said.stderr


def test_the_environment_may_lie_elsewhere(checkout, tmp_path):
    assert start(checkout, *WORK, GREENROOM_VENV=str(tmp_path / "else where")).returncode == 0
    assert (tmp_path / "else where" / "bin" / "python").exists()
    assert not (checkout / ".venv").exists()


def test_a_folder_with_other_files_is_not_touched(checkout, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_text("a photo")
    said = start(checkout, *WORK, GREENROOM_VENV=str(tmp_path / "photos"))
    assert said.returncode == 4
    assert "holds other files" in said.stderr
    assert (tmp_path / "photos" / "one.jpg").read_text() == "a photo"


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_checkout_that_is_read_only_keeps_its_environment_in_the_data_folder(checkout):
    for path in (checkout, *checkout.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    try:
        said = start(checkout, *WORK)
        assert said.returncode == 0, said.stderr
        assert (checkout.parent / "home" / ".local" / "share" / "greenroom" / "venv" / "bin" / "python").exists()
    finally:
        for path in (checkout, *checkout.rglob("*")):
            path.chmod(path.stat().st_mode | stat.S_IWUSR)


def test_a_python_path_of_the_person_does_not_get_in(checkout, tmp_path):
    start(checkout, *WORK)
    (tmp_path / "greenroom").mkdir()
    (tmp_path / "greenroom" / "__init__.py").write_text("raise SystemExit('the wrong one')")
    (tmp_path / "argparse.py").write_text("raise SystemExit('the wrong one')")
    said = start(checkout, "version", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert (said.returncode, said.stdout.split()[0]) == (0, "greenroom")
