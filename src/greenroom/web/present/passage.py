"""A passage as a page shows it, with its numbered source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import count

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from greenroom.core.guide import Passage
from greenroom.core.source import Source, SourceKind

SPEAKERS = {
    SourceKind.EMPLOYER: "the employer’s own pages",
    SourceKind.ADVERTISEMENT: "a job advertisement of the employer",
    SourceKind.ENGINEERING: "the employer’s engineers, writing about their work",
    SourceKind.DOCUMENTATION: "product documentation or published code",
    SourceKind.OFFICIAL: "a statistics office",
    SourceKind.FRAMEWORK: "another employer’s public career framework",
    SourceKind.NEWS: "the news",
    SourceKind.MARKET: "a count of job advertisements",
    SourceKind.CANDIDATE: "a candidate’s report",
    SourceKind.THIRD_PARTY: "a third party that collects candidates’ reports",
}

# Raw HTML, links and images stay text: content is ours, and yet a page of a stranger's must not be able to add any.
_markdown = MarkdownIt("commonmark", {"html": False}).disable(["link", "image", "autolink", "html_inline"])


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source with its number on the page."""

    number: int
    title: str
    speaker: str
    reported: bool
    dated: str
    read: date
    address: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A passage with its text as HTML. ``kind`` is claim, advice or unknown."""

    id: str
    kind: str
    html: SafeString
    disputed: SafeString | str = ""
    confidence: str = ""
    source: SourceView | None = None


@lru_cache(maxsize=4096)
def inline(text: str) -> SafeString:
    """Render inline Markdown (emphasis and code) as HTML; everything else is escaped."""
    return mark_safe(_markdown.renderInline(text))  # noqa: S308  (html is off in the renderer; tested with hostile text)


class Passages:
    """Turns passages into views for one page, giving each an id and each source its number."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.sources = {key: _source(number, source) for number, (key, source) in enumerate(sources.items(), 1)}
        self._ids: Iterator[int] = count(1)

    def __call__(self, passages: Iterable[Passage]) -> tuple[PassageView, ...]:
        return tuple(self._view(passage) for passage in passages)

    def id(self) -> str:
        """Return an id that nothing else on the page has."""
        return f"n{next(self._ids)}"

    def _view(self, passage: Passage) -> PassageView:
        if not passage.say:
            kind = "advice" if passage.advice else "unknown"
            return PassageView(id=self.id(), kind=kind, html=inline(passage.advice or passage.unknown))
        return PassageView(
            id=self.id(),
            kind="claim",
            html=inline(passage.say),
            disputed=inline(passage.disputed) if passage.disputed else "",
            confidence=passage.confidence.value if passage.confidence else "",
            source=self.sources[passage.source],
        )


def _source(number: int, source: Source) -> SourceView:
    return SourceView(
        number=number,
        title=source.title,
        speaker=SPEAKERS[source.kind],
        reported=source.reported,
        dated=source.dated,
        read=source.read,
        address=source.address,
        href=_href(source.address),
    )


def _href(address: str) -> str:
    """Return a link for an address that is plainly a page, a document or a file on GitHub; "" otherwise."""
    scheme, _, place = address.partition(":")
    if not place or any(mark in place for mark in " ()<>\"'"):
        return ""
    if scheme in {"page", "docs"} and "." in place.split("/")[0]:
        return f"https://{place}"
    repository, _, rest = place.partition("@")
    commit, _, path = rest.partition(":")
    if scheme == "github" and commit and path:
        return f"https://github.com/{repository}/blob/{commit}/{path}"
    return ""
