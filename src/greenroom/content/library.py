"""The library: all content, read and linked. What cannot be read is left out and listed as a fault."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..core.compose import Guide, compose
from ..core.exercise import Exercise
from ..core.guide import Company, Competency, Pair, Role
from ..core.question import InterviewType, Question, Sample
from ..core.rubric import Rubric
from .document import Document
from .exercises import Exercises
from .fault import Fault
from .link import link
from .shelf import Shelf, read_all


@dataclass(frozen=True)
class Library:
    """Everything that can be shown. The keys are slugs (rubrics: ids; pairs: company and role).

    A question here always has its rubric and its interview type; a guide's questions are always here, and
    ``practise`` of a stage or a checklist item is an interview type or "". A competency may be missing.
    ``interview_types`` stand in the order of a process; ``samples`` gives those of a question, strong first.
    ``exercises`` are read from their folders at the first look at each (``load``); their faults are told by ``check``.
    """

    interview_types: tuple[InterviewType, ...]
    competencies: Mapping[str, Competency]
    companies: Mapping[str, Company]
    roles: Mapping[str, Role]
    pairs: Mapping[tuple[str, str], Pair]
    questions: Mapping[str, Question]
    rubrics: Mapping[str, Rubric]
    samples: Mapping[str, tuple[Sample, ...]]
    exercises: Mapping[str, Exercise]
    faults: tuple[Fault, ...]
    _guides: dict[tuple[str, str], Guide] = field(default_factory=dict, repr=False, compare=False)

    def guide(self, company: str, role: str) -> Guide | None:
        """Return the guide for the role at the company, or None when the library does not know one of them."""
        if company not in self.companies or role not in self.roles:
            return None
        if (company, role) not in self._guides:
            pair = self.pairs.get((company, role))
            self._guides[company, role] = compose(self.companies[company], self.roles[role], pair)
        return self._guides[company, role]


def load(root: Path) -> Library:
    """Read the library below ``root``. Nothing is raised for what the files hold; see ``Library.faults``."""
    library = assemble(read_all(root))
    return replace(library, exercises=Exercises(root, frozenset(library.questions)))


def assemble(shelf: Shelf) -> Library:
    """Link what is on ``shelf``. Of two files with the same slug, the first is taken."""
    documents, faults = link(shelf)
    return Library(
        interview_types=tuple(_by_slug(documents, InterviewType).values()),
        competencies=_by_slug(documents, Competency),
        companies=_by_slug(documents, Company),
        roles=_by_slug(documents, Role),
        pairs=_map((((d.value.company, d.value.role), d.value)) for d in documents if isinstance(d.value, Pair)),
        questions=_by_slug(documents, Question),
        rubrics=_map((d.value.id, d.value) for d in documents if isinstance(d.value, Rubric)),
        samples=_samples(documents),
        exercises=_by_slug(documents, Exercise),
        faults=tuple(sorted((*shelf.faults, *faults))),
    )


def _by_slug(documents: Iterable[Document[Any]], kind: Any) -> Mapping[str, Any]:
    return _map((document.value.slug, document.value) for document in documents if isinstance(document.value, kind))


def _map(items: Iterable[tuple[Any, Any]]) -> Mapping[Any, Any]:
    found: dict[Any, Any] = {}
    for key, value in items:
        found.setdefault(key, value)
    return MappingProxyType(found)


def _samples(documents: tuple[Document[Any], ...]) -> Mapping[str, tuple[Sample, ...]]:
    """Group samples by the slug of the question whose folder they lie in; ``strong.md`` sorts before ``weak.md``."""
    slugs = {d.slugs[0]: d.value.slug for d in documents if isinstance(d.value, Question)}
    found: dict[str, tuple[Sample, ...]] = {}
    for document in sorted(documents, key=lambda document: document.file):
        if isinstance(document.value, Sample) and document.slugs[0] in slugs:
            slug = slugs[document.slugs[0]]
            found[slug] = (*found.get(slug, ()), document.value)
    return MappingProxyType(found)
