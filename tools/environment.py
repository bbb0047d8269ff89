"""Makes Greenroom's own Python environment from the lock files. Started by ``./greenroom``, never imported by it.

Standard library only, Python 3.11 or newer. Neither pip nor ``ensurepip`` need be on the machine: the pip wheel beside
this file is run from the zip. It is the ordinary client, so it keeps to the person's own index, proxy and certificates.

An environment counts as made only when its stamp is there: the folder that it serves and a copy of each lock, written
last. An interrupted set-up leaves no stamp and is begun again from nothing; a changed lock is installed over what is
there. One set-up runs at a time, by a lock on the folder that holds the environment.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import threading
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LACKING = 4  # the exit code of docs/operating/commands.md for a machine that lacks something
WHEEL = "pip-26.3-py3-none-any.whl"


class Lacking(Exception):
    """Something that this machine lacks, in one line that names the mend."""


def main(arguments: list[str]) -> int:
    """Make or bring up to date the environment: ``environment.py ROOT VENV LOCK...``. Return the exit code."""
    root, place, locks = Path(arguments[0]), Path(arguments[1]), arguments[2:]
    try:
        make(root, place, locks)
    except Lacking as lack:
        print(f"Greenroom: {lack}", file=sys.stderr)
        return LACKING
    except OSError as error:
        where = error.filename or place
        print(f"Greenroom: {where} cannot be written ({error.strerror}). Free some space, or set GREENROOM_VENV to "
              "a folder that can be written.", file=sys.stderr)  # fmt: skip
        return LACKING
    except KeyboardInterrupt:
        print("\nSet-up was interrupted. The same command begins it again.", file=sys.stderr)
        return 130
    return 0


def make(root: Path, place: Path, locks: list[str]) -> None:
    """Make the environment in ``place`` for the checkout ``root``; do nothing when another set-up has just done so."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone(place.parent):
        if stamped(root, place, locks):
            return
        began = time.monotonic()
        say("Setting up Greenroom's own environment. This needs the network once.")
        kept = finished(place)
        unstamp(place)
        if not kept:
            with step("Python environment"):
                build(place)
        with step(f"{packages(root, locks)} packages, each checked by its hash"):
            install(root, place, locks)
        with step("Source path and stamp"):
            put_on_path(root, place)
            stamp(root, place, locks)
        say(f"Ready in {time.monotonic() - began:.1f} s.")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the set-up lock of ``folder``. The kernel lets go of it when the process ends, however it ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is running; waiting for it.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def stamped(root: Path, place: Path, locks: list[str]) -> bool:
    """True when ``place`` was finished for ``root`` from exactly these locks."""
    return finished(place) and (place / "greenroom" / "root").read_text() == f"{root}\n" and all(
        same(root / lock, place / "greenroom" / lock) for lock in locks
    )  # fmt: skip


def finished(place: Path) -> bool:
    """True when a set-up, for whatever locks, ran to its end here and the Python under it is still there."""
    return (place / "greenroom" / "root").is_file() and os.access(place / "bin" / "python", os.X_OK)


def same(one: Path, other: Path) -> bool:
    """True when both files exist and hold the same bytes."""
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def unstamp(place: Path) -> None:
    """Take the stamp away before anything is changed."""
    (place / "greenroom" / "root").unlink(missing_ok=True)


def build(place: Path) -> None:
    """Make an empty environment, clearing an unfinished one; refuse a folder that is something else."""
    if place.is_dir() and any(place.iterdir()):
        if not (place / "pyvenv.cfg").is_file() and not (place / "greenroom").is_dir():
            raise Lacking(f"{place} holds other files. Set GREENROOM_VENV to an empty or new folder.")
        shutil.rmtree(place)
    (place / "greenroom").mkdir(parents=True)
    venv.create(place, symlinks=True, with_pip=False)


def packages(root: Path, locks: list[str]) -> int:
    """Count the packages that the locks name, those for other platforms included."""
    lines = [line for lock in locks for line in (root / lock).read_text().splitlines()]
    return len({line.split("==")[0] for line in lines if "==" in line and line[:1].isalnum()})


def install(root: Path, place: Path, locks: list[str]) -> None:
    """Install the locked packages, wheels only, each against its hashes."""
    command = [str(place / "bin" / "python"), "-P", str(root / "tools" / WHEEL / "pip"), "install", "--quiet"]
    command += ["--no-input", "--disable-pip-version-check", "--only-binary", ":all:", "--require-hashes"]
    for lock in locks:
        command += ["--requirement", str(root / lock)]
    log = place / "greenroom" / "install.log"
    with log.open("wb") as out:
        code = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=plain_pip()).returncode
    if code:
        lines = [line for line in log.read_text(errors="replace").splitlines() if line.startswith("ERROR")]
        reason = lines[-1].removeprefix("ERROR: ") if lines else f"pip ended with {code}"
        raise Lacking(f"the packages could not be installed: {reason}. See {log}; check the network and pip's "
                      "settings, then start again.")  # fmt: skip


def plain_pip() -> dict[str, str]:
    """The environment for pip: the person's settings, except those that would install somewhere else."""
    elsewhere = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV", "PIP_PYTHON")
    return {name: value for name, value in os.environ.items() if name not in elsewhere} | {"PIP_USER": "0"}


def put_on_path(root: Path, place: Path) -> None:
    """Make ``import greenroom`` find the sources of this checkout."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = next(place.glob("lib/python3.*/site-packages"), place / "lib" / version / "site-packages")
    (packages / "greenroom.pth").write_text(f"{root / 'src'}\n", encoding="utf-8")


def stamp(root: Path, place: Path, locks: list[str]) -> None:
    """Say that the environment is finished: the locks first, the folder's name last and in one move."""
    kept = place / "greenroom"
    for lock in locks:
        shutil.copyfile(root / lock, kept / lock)
    draft = kept / "root.new"
    draft.write_text(f"{root}\n")
    os.replace(draft, kept / "root")


@contextmanager
def step(name: str) -> Iterator[None]:
    """Show one step: on a terminal the seconds run, elsewhere one line appears when it is done."""
    began = time.monotonic()
    done = threading.Event()
    clock = threading.Thread(target=_tick, args=(name, began, done), daemon=True)
    if sys.stderr.isatty():
        clock.start()
    try:
        yield
    finally:
        done.set()
        if clock.ident:
            clock.join()
            sys.stderr.write("\r")
    say(f"  {name:<44} {time.monotonic() - began:5.1f} s")


def _tick(name: str, began: float, done: threading.Event) -> None:
    while not done.wait(0.2):
        sys.stderr.write(f"\r  {name:<44} {time.monotonic() - began:5.1f} s")
        sys.stderr.flush()


def say(line: str) -> None:
    """Write one line to standard error, which keeps standard output clean for the command that follows."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
