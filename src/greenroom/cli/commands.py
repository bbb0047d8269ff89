"""Every command: its name, one line of help, its options, and where its function is (imported only when it runs)."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import NoReturn

from .screen import safe

Options = Callable[[ArgumentParser], object]


class Parser(ArgumentParser):
    """A parser whose complaints may repeat what was typed without steering the terminal."""

    def error(self, message: str) -> NoReturn:
        """End with 2 and the usage."""
        super().error(safe(message))


@dataclass(frozen=True, slots=True)
class Command:
    """A command. ``run`` is ``module:function`` in this package; the function takes the parsed options.

    ``passes_on`` marks a command that hands all its words to another program as they are, in ``words``.
    """

    name: str
    group: str
    help: str
    run: str
    options: Options
    passes_on: bool = False

    def parser(self) -> ArgumentParser:
        """Return the parser of this command alone."""
        made = Parser(prog=f"greenroom {self.name}", description=self.help, allow_abbrev=False)
        self.options(made)
        return made

    def parse(self, words: list[str]) -> Namespace:
        """Return the options in ``words``; ends the program with help or a usage line as ``argparse`` does."""
        if self.passes_on and words not in (["-h"], ["--help"]):
            return Namespace(words=words)
        return self.parser().parse_args(words)

    def function(self) -> Callable[..., int]:
        """Import and return the command's function."""
        module, name = self.run.split(":")
        return getattr(import_module(f"greenroom.cli.{module}"), name)  # type: ignore[no-any-return]


def _home(parser: ArgumentParser) -> None:
    parser.add_argument("--home", metavar="FOLDER", help="keep and read the records here instead of GREENROOM_HOME")


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def _serve(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8321, help="port on 127.0.0.1 (8321)")
    parser.add_argument("--no-browser", action="store_true", help="print the link without opening it")
    _home(parser)


def _guides(parser: ArgumentParser) -> None:
    parser.add_argument("--search", default="", metavar="WORDS", help="only guides that hold all these words")
    parser.add_argument("--company", default="", metavar="SLUG", help="only this company")
    parser.add_argument("--role", default="", metavar="SLUG", help="only this role")
    _home(parser)


def _guide(parser: ArgumentParser) -> None:
    parser.add_argument("guide", metavar="COMPANY/ROLE", help="for example stripe/backend-developer")
    parser.add_argument("--section", default="", metavar="NAME", help="only this section; an unknown name lists them")
    parser.add_argument("--sources", action="store_true", help="show source, date and confidence of every claim")
    _home(parser)


def _questions(parser: ArgumentParser) -> None:
    parser.add_argument("--type", default="", metavar="SLUG", help="only this interview type")
    parser.add_argument("--search", default="", metavar="WORDS", help="only questions that hold all these words")
    _home(parser)


def _practise(parser: ArgumentParser) -> None:
    parser.add_argument("--type", default="", metavar="SLUG", help="interview type; without it, the next question")
    parser.add_argument("--question", default="", metavar="SLUG", help="this question instead of the next one")
    parser.add_argument("--here", action="store_true", help="type in the terminal even when EDITOR is set")
    _home(parser)


def _answer(parser: ArgumentParser) -> None:
    parser.add_argument("question", metavar="SLUG", help="which question is answered")
    parser.add_argument("file", metavar="FILE", help="the answer as text; - reads standard input")
    parser.add_argument("--no-keep", action="store_true", help="review the answer without keeping it")
    parser.add_argument("--timings", action="store_true", help="fill timings_ms in the JSON (differs on every run)")
    _json(parser)
    _home(parser)


def _exercises(parser: ArgumentParser) -> None:
    parser.add_argument("--kind", default="", metavar="KIND", help="only code or sql")
    parser.add_argument("--level", default="", metavar="LEVEL", help="only junior, mid or senior")
    parser.add_argument("--competency", default="", metavar="SLUG", help="only exercises of this competency")
    parser.add_argument("--state", default="", metavar="STATE", help="only new, begun or passed ones")
    parser.add_argument("--search", default="", metavar="WORDS", help="only exercises that hold all these words")
    _json(parser)
    _home(parser)


def _start(parser: ArgumentParser) -> None:
    parser.add_argument("exercise", metavar="SLUG", help="which exercise")
    choices = ["python", "node", "sql"]
    parser.add_argument("--language", default="", choices=choices, help="of code: python (usual) or node")
    parser.add_argument(
        "--mode",
        default="open",
        choices=["open", "screen"],
        help="open shows how many parts there are, screen hides it",
    )
    parser.add_argument("--folder", default="", metavar="FOLDER", help="the folder to make, instead of ./SLUG")
    parser.add_argument("--again", action="store_true", help="begin anew at part 1; earlier sittings are kept")
    _home(parser)


def _submit(parser: ArgumentParser) -> None:
    _json(parser)
    _home(parser)


def _race(parser: ArgumentParser) -> None:
    parser.add_argument("schedule", nargs="+", metavar="SCHEDULE", help="the order, such as a1 b1 a2 b2")
    _home(parser)


def _plan(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="?", default="", metavar="QUERY", help="only the plan of this query or write")
    parser.add_argument("node", nargs="?", type=int, metavar="NODE", help="the number of the node that you mark")
    _home(parser)


def _psql(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="PSQL", help="options for psql, such as -c 'select 1'")


def _hint(parser: ArgumentParser) -> None:
    parser.add_argument("--show", action="store_true", help="show the hints that are open without opening another")
    _home(parser)


def _history(parser: ArgumentParser) -> None:
    _json(parser)
    _home(parser)


def _content(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=["check"], help="check: lint every file and prove every question")
    parser.add_argument("path", nargs="?", default="", metavar="PATH", help="another content folder")
    parser.add_argument("--no-proof", action="store_true", help="lint only")
    parser.add_argument("--exercise", default="", metavar="SLUG", help="only this exercise, with all its proof")
    parser.add_argument("--feedback", action="store_true", help="also list findings marked wrong more often than right")


def _export(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the zip file to write; an existing file is kept")
    parser.add_argument(
        "--share", action="store_true", help="mask personal data and secrets, leave out drafts and reasons"
    )
    _home(parser)


def _erase(parser: ArgumentParser) -> None:
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--undo", action="store_true", help="bring back what the last erase took away")
    choice.add_argument("--now", action="store_true", help="delete at once, with no way back")
    _home(parser)


def _token(parser: ArgumentParser) -> None:
    actions = ["new", "list", "revoke"]
    parser.add_argument("action", choices=actions, help="new: make one and print it once; list; revoke: end one")
    parser.add_argument("what", nargs="?", default="", metavar="NAME|ID", help="its name when new, its id to revoke")
    _home(parser)


def _judge(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the code: .py for Python, .js or .cjs for Node.js")
    parser.add_argument("--cases", required=True, metavar="CASES.json", help="the cases to judge it on")
    parser.add_argument("--case", default="", metavar="ID", help="only this case")
    _json(parser)


def _test(parser: ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="*", metavar="PYTEST", help="outside an exercise folder: files and options for pytest"
    )


def _check(parser: ArgumentParser) -> None:
    parser.add_argument("--no-tests", action="store_true", help="everything except the tests")
    parser.add_argument("--json", action="store_true", help="in an exercise folder: print JSON for programs")


def _bench(parser: ArgumentParser) -> None:
    parser.add_argument("only", nargs="*", metavar="NAME", help="only these benches")


def _nothing(parser: ArgumentParser) -> None:
    pass


COMMANDS = {
    command.name: command
    for command in (
        Command("serve", "Start", "start Greenroom on this machine and open it", "serve:serve", _serve),
        Command("link", "Start", "print a fresh one-time link to the running Greenroom", "serve:link", _home),
        Command("doctor", "Start", "say what this machine has and lacks", "doctor:doctor", _home),
        Command("guides", "Prepare", "list the guides", "guides:shelf", _guides),
        Command("guide", "Prepare", "read a guide", "guides:read", _guide),
        Command("questions", "Prepare", "list the questions", "questions:shelf", _questions),
        Command("practise", "Prepare", "answer a question here and get feedback", "practise:practise", _practise),
        Command("answer", "Prepare", "review an answer from a file", "answer:answer", _answer),
        Command("history", "Prepare", "list your answers", "history:history", _history),
        Command("exercises", "Exercises", "list the exercises", "exercises:shelf", _exercises),
        Command("start", "Exercises", "make a folder to solve an exercise in", "exercises:start", _start),
        Command("test", "Exercises", "run the tests of this folder", "testing:test", _test, passes_on=True),
        Command("submit", "Exercises", "judge the solution in this folder", "trying:submit", _submit),
        Command("watch", "Exercises", "run the tests in this folder at each save", "trying:watch", _home),
        Command("hint", "Exercises", "open the next hint", "trying:hint", _hint),
        Command("race", "Exercises", "run one order of a race again", "race:race", _race),
        Command("plan", "Exercises", "guess which node of a plan costs most", "plan:plan", _plan),
        Command("psql", "Exercises", "open psql on the tables of this folder", "psql:psql", _psql, passes_on=True),
        Command("export", "Your data", "write everything that is stored to a zip file", "keeping:export", _export),
        Command("erase", "Your data", "take everything that is stored away", "keeping:erase", _erase),
        Command("token", "Your data", "tokens for programs that use the REST API", "tokens:token", _token),
        Command("content", "Write", "check guides, questions and rubrics", "content:content", _content),
        Command("judge", "Write", "judge a file of code on a file of cases", "judge:judge", _judge),
        Command("check", "Develop", "check Greenroom itself; in an exercise folder: test", "testing:check", _check),
        Command("bench", "Develop", "measure every speed that is claimed", "develop:bench", _bench),
        Command("version", "Develop", "print the version", "main:version", _nothing),
    )
}
