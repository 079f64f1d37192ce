"""The seed article, and a short way to say which kinds of blocks a document has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.config import resource_dir
from workbench.formats import BlockKind, Document, read_document

LETTERS = {
    BlockKind.TITLE: "T",
    BlockKind.PARAGRAPH: "p",
    BlockKind.HEADING: "h",
    BlockKind.LIST_ITEM: "l",
    BlockKind.SEPARATOR: "|",
    BlockKind.RELATED: "R",
    BlockKind.RELATED_SUMMARY: "s",
}


@pytest.fixture(scope="session")
def seed_bytes() -> bytes:
    return (resource_dir("seeds") / "articles" / "000_fd79899e2d11a5a3.txt").read_bytes()


@pytest.fixture(scope="session")
def article(seed_bytes: bytes) -> Document:
    return read_document(seed_bytes, name="000_fd79899e2d11a5a3.txt", max_chars=400_000)


@pytest.fixture(scope="session")
def kinds() -> Callable[[Document], str]:
    """A function: a document's kinds, a letter a block, such as "Tpp|Rs"."""
    return lambda document: "".join(LETTERS[block.kind] for block in document.blocks)
