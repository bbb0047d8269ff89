"""The languages in which exercises can be solved."""

from enum import StrEnum


class Language(StrEnum):
    """A language, by the name that files and pages use."""

    PYTHON = "python"
    NODE = "node"
    SQL = "sql"

    @staticmethod
    def of(file: str) -> "Language | None":
        """Return the language of the code lab that the ending of ``file`` tells, or None."""
        return _ENDINGS.get(file[file.rfind(".") :])

    @property
    def file(self) -> str:
        """The name of the file that a candidate writes in this language."""
        return _FILES[self]


_ENDINGS = {".py": Language.PYTHON, ".js": Language.NODE, ".cjs": Language.NODE, ".mjs": Language.NODE}
_FILES = {Language.PYTHON: "solution.py", Language.NODE: "solution.js", Language.SQL: "solution.sql"}
CODE = (Language.PYTHON, Language.NODE)  # those of the code lab
