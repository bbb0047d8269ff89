"""Markdown of a prompt: its paragraphs and lists, and nothing that a stranger's page could slip in."""

import pytest

from greenroom.web.present.prose import prose


def test_the_first_heading_is_left_to_the_page_and_others_go_deeper():
    html = prose("# Title\n\nWords.\n\n## Below\n")
    assert "Title" not in html
    assert "<h4>Below</h4>" in html


def test_code_stays_as_it_is_written():
    html = prose('```json\n[{"a": 1}]\n```\n')
    assert "[{&quot;a&quot;: 1}]" in html


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](https://else.where/p.png)", "<b onclick=x>"],
)
def test_markup_and_links_stay_text(hostile):
    html = prose(hostile)
    assert "<script" not in html
    assert "<a " not in html
    assert "<img" not in html
    assert "<b " not in html
