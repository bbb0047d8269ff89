"""From the words of the command line to one command, and from whatever happens to an exit code."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from difflib import get_close_matches

from greenroom import __version__
from greenroom.practice.errors import NotHere

from .commands import COMMANDS
from .exits import Exit, Stop
from .screen import safe


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; no exception leaves this function except ``SystemExit``."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except Stop as stop:
        return _say(str(stop), stop.code)
    except NotHere as missing:
        nearest = f" Did you mean {missing.nearest}?" if missing.nearest else ""
        return _say(f"{missing.message}{nearest}", Exit.NOT_HERE)
    except BrokenPipeError:  # the reader (`head`, a pager) has gone
        _give_up_output()
        return Exit.DONE
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except Exception as error:
        if isinstance(error, OSError) and (reason := _output_fails()):
            _give_up_output()
            return _say(f"The output cannot be written ({reason}).", Exit.LACKING)
        if os.environ.get("GREENROOM_DEBUG"):
            raise
        name = type(error).__name__
        return _say(
            f"Greenroom made a mistake of its own ({name}: {error}). Run it again with GREENROOM_DEBUG=1 to see where.",
            Exit.OURS,
        )


def _run(given: list[str]) -> int:
    try:
        return _command(given)
    finally:
        if sys.stdout:
            sys.stdout.flush()  # here, where a full disk can still be told to the person; later Python only mutters


def _command(given: list[str]) -> int:
    if not given or given[0] in ("-h", "--help", "help"):
        return _help(given[1:] if given[:1] == ["help"] else [])
    if given[0] == "--version":
        return version(Namespace())
    command = COMMANDS.get(given[0])
    if command is None:
        close = get_close_matches(given[0], COMMANDS, n=1, cutoff=0.7)
        nearest = f"Did you mean `greenroom {close[0]}`?" if close else "`greenroom --help` lists them."
        raise Stop(f"There is no command “{given[0][:60]}”. {nearest}", Exit.USAGE)
    options = command.parse(given[1:])
    if getattr(options, "home", None):
        os.environ["GREENROOM_HOME"] = options.home
    return command.function()(options)


def _help(names: list[str]) -> int:
    if names and names[0] in COMMANDS:
        COMMANDS[names[0]].parser().print_help()
    else:
        print(overview())
    return Exit.DONE


def overview() -> str:
    """Return the text of ``greenroom --help``."""
    lines = ["Greenroom: where a developer prepares for a job interview.", "", "usage: greenroom COMMAND [OPTIONS]"]
    for group in dict.fromkeys(command.group for command in COMMANDS.values()):
        lines += ["", group]
        lines += [f"  {c.name:<11}{c.help}" for c in COMMANDS.values() if c.group == group]
    return "\n".join([*lines, "", "`greenroom COMMAND --help` shows the options of one command."])


def version(options: Namespace) -> int:
    """Print the version."""
    print(f"greenroom {__version__}")
    return Exit.DONE


def _say(message: str, code: int) -> int:
    print(safe(message), file=sys.stderr)
    return code


def _output_fails() -> str:
    """Return why standard output takes nothing any more, or "" when it does: then the fault lies elsewhere."""
    try:
        print(flush=True)  # an attempt of its own, for what failed may have been thrown away already
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _give_up_output() -> None:
    """Send standard output nowhere. Python would complain once more while closing it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
