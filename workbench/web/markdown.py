"""Markdown of strangers, such as a model package's README, as harmless HTML."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

HEADING_SHIFT = 2
"""A README's own title stands below the page's and its section's."""


@lru_cache(maxsize=64)
def render_markdown(text: str) -> Markup:
    """Return Markdown as HTML: tables and links, no HTML of its own, no images, no scripts."""
    return Markup(_parser().render(text))  # noqa: S704  # html is off: everything else is escaped


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("js-default", {"html": False, "linkify": False}).disable("image")

    def shift(state) -> None:  # type: ignore[no-untyped-def]  # the library's own state object
        for token in state.tokens:
            if token.type in ("heading_open", "heading_close"):
                token.tag = f"h{min(6, int(token.tag[1]) + HEADING_SHIFT)}"

    parser.core.ruler.push("shift_headings", shift)
    return parser
