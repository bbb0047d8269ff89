"""Read one file into documents, or into the faults that keep it out of the library."""

import stat
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from ..codec import Path as Field
from ..codec import Unreadable, read
from ..core.guide import Layer
from ..core.question import InterviewType, Sample
from .document import Document, Text, fault_at
from .fault import Fault
from .layout import LARGEST, Found
from .yamlfile import Misread, parse

_LAYER = frozenset(field.name for field in fields(Layer))


def read_file(root: Path, found: Found) -> Iterator[Document[Any] | Fault]:
    """Yield what ``found`` holds. Nothing is raised for whatever is in the file."""
    try:
        text, body = _split(found, _text(root / found.file))
        data = parse(text.yaml, text.above)
    except Misread as wrong:
        yield Fault(file=found.file, line=wrong.line, message=wrong.message, mend=wrong.mend)
        return
    if found.kind is InterviewType:
        yield from _list(found, text, data)
    else:
        yield from _one(found, text, _shaped(found.kind, data, body), ())


def _text(path: Path) -> str:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Misread(0, "is no ordinary file", "put a text file in its place")
        if about.st_size > LARGEST:
            raise Misread(0, f"is larger than {LARGEST // 1024} KiB", "split it; no guide needs so much")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Misread(0, f"cannot be opened ({error.strerror})", "make it readable") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Misread(line, "is not UTF-8 text", "save the file as UTF-8") from None


def _split(found: Found, whole: str) -> tuple[Text, str]:
    """Return the YAML of a file and the plain text below it, which only samples have."""
    if found.kind is not Sample:
        return Text(whole), ""
    lines = whole.split("\n")
    ends = [position for position, line in enumerate(lines) if line.rstrip() == "---"]
    if len(ends) < 2 or ends[0] != 0:
        raise Misread(1, "has no front matter", "begin with a line ---, then name, level and note, then a line ---")
    return Text("\n".join(lines[1 : ends[1]]), above=1), "\n".join(lines[ends[1] + 1 :]).strip()


def _shaped(kind: type, data: Any, body: str) -> Any:
    """Put the fields where the fact has them: a layer's into ``layer``, the text of a sample into ``text``."""
    if not isinstance(data, dict):
        return data
    if kind is Sample:
        return data | {"text": body}
    own = {field.name for field in fields(kind)} - {"layer"}
    if own == {field.name for field in fields(kind)}:
        return data
    layer = {key: value for key, value in data.items() if key not in own}
    return {key: value for key, value in data.items() if key in own} | {"layer": layer}


def _list(found: Found, text: Text, data: Any) -> Iterator[Document[Any] | Fault]:
    if not isinstance(data, list):
        yield Fault(file=found.file, line=1, message="is not a list", mend="begin each interview type with a dash")
        return
    for position, item in enumerate(data):
        yield from _one(found, text, item, (position,))


def _one(found: Found, text: Text, data: Any, base: Field) -> Iterator[Document[Any] | Fault]:
    try:
        yield Document(found.file, read(found.kind, data), text, base)
    except Unreadable as wrong:
        for path, message in wrong.problems:
            said, _, mend = message.partition("; ")
            yield fault_at(found.file, text, base + path, "unreadable", said, mend)
