"""Link what was read: leave out what would point at nothing, and say so."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..core.guide import Company, Competency, Layer, Pair, Role
from ..core.question import InterviewType, Question
from ..core.rubric import Rubric
from .document import Document
from .fault import Fault
from .references import NAMES, Reference, references
from .shelf import Shelf

Known = Mapping[type, frozenset[str]]

# Without these the thing itself cannot be shown; other references are cut off alone.
NEEDED: dict[type, tuple[type, ...]] = {Question: (InterviewType, Rubric), Pair: (Company, Role)}


def link(shelf: Shelf) -> tuple[tuple[Document[Any], ...], tuple[Fault, ...]]:
    """Return the documents whose references all lead somewhere, and a fault for every reference that does not."""
    known = _known(shelf)
    faults = tuple(fault for document in shelf.documents for fault in _dangling(document, known, shelf.broken))
    firm = [document for document in shelf.documents if _stands(document.value, known)]
    known = {**known, Question: frozenset(d.value.slug for d in firm if isinstance(d.value, Question))}
    return tuple(replace(document, value=_cut(document.value, known)) for document in firm), faults


def _known(shelf: Shelf) -> Known:
    kinds = (InterviewType, Competency, Company, Role, Question)
    known = {kind: frozenset(d.value.slug for d in shelf.documents if type(d.value) is kind) for kind in kinds}
    return known | {Rubric: frozenset(document.value.id for document in shelf.of(Rubric))}


def _dangling(document: Document[Any], known: Known, broken: frozenset[str]) -> Iterator[Fault]:
    for reference in references(document.value):
        name, file = NAMES[reference.kind]
        if reference.slug in known[reference.kind] or file.format(reference.slug) in broken:
            continue  # a broken file has a fault of its own
        mend = f"write one that is in {file.format('*')}, or add it there"
        message = f"there is no {name} {reference.slug!r}"
        yield document.fault(reference.path, "unknown-" + name.replace(" ", "-"), message, mend)


def _stands(value: Any, known: Known) -> bool:
    needed = NEEDED.get(type(value), ())
    return all(r.slug in known[r.kind] for r in references(value) if r.kind in needed and _own(r, value))


def _own(reference: Reference, value: Any) -> bool:
    """True for a reference of the thing itself; a pair's stages name roles too, and may be wrong about them."""
    return not isinstance(value, Pair) or len(reference.path) == 1


def _cut(value: Any, known: Known) -> Any:
    if not isinstance(value, Company | Role | Pair):
        return value
    return replace(value, layer=_layer(value.layer, known))


def _layer(layer: Layer, known: Known) -> Layer:
    types, questions = known[InterviewType], known[Question]
    return replace(
        layer,
        stages=tuple(s if s.practise in types else replace(s, practise="") for s in layer.stages),
        checklist=tuple(c if c.practise in types else replace(c, practise="") for c in layer.checklist),
        questions=tuple(q for q in layer.questions if q.question in questions),
    )
