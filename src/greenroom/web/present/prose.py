"""Markdown of several paragraphs as HTML: prompts of exercises."""

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

# As in passage.py: raw HTML, links and images stay text, so that no page of a stranger's can add any.
_markdown = MarkdownIt("commonmark", {"html": False}).disable(
    ["link", "image", "autolink", "html_inline", "html_block"]
)
DEEPER = 2  # a heading of a prompt stands below the heading of its part


@lru_cache(maxsize=512)
def prose(text: str) -> SafeString:
    """Render ``text`` as HTML without its first heading, which the page sets itself, and with the others deeper."""
    tokens = _below(_without_title(_markdown.parse(text)))
    return mark_safe(_markdown.renderer.render(tokens, _markdown.options, {}))  # noqa: S308  (html is off; tested)


def _without_title(tokens: list[Token]) -> list[Token]:
    titled = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    return tokens[3:] if titled else tokens


def _below(tokens: list[Token]) -> list[Token]:
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + DEEPER, 6)}"
        if token.type == "fence":
            token.attrSet("tabindex", "0")  # wider than a phone it scrolls, and a keyboard has to reach it
    return tokens
