"""What every format is read into: a document of blocks.

A text format keeps, around each block's text, the exact characters that stood there, so writing an
unchanged document gives the same bytes back and writing a translated one changes nothing but the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is to a reader."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    SEPARATOR = "separator"
    RELATED = "related"
    RELATED_SUMMARY = "related_summary"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or mark of an article.

    Attributes:
        kind: What it is to a reader.
        text: The words to translate, without marks or line ends; for a separator, the mark itself.
        before: Characters in the file between the previous block and `text`.
        after: Characters after `text` that belong to it, its line end among them.
        original: The lines that `text` was joined from, as they stood between `before` and `after`; else "".
            An article that is stored does not keep them.
    """

    kind: BlockKind
    text: str
    before: str = ""
    after: str = ""
    original: str = ""

    @property
    def is_translatable(self) -> bool:
        """Whether there is something to translate: not a mark, not blank."""
        return self.kind is not BlockKind.SEPARATOR and bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Document:
    """An article as a format read it.

    Attributes:
        format: Id of the format that read it, for writing it back.
        blocks: In reading order.
        published: The article's own date, if the file has one.
        encoding: Codec the bytes were in, and will be written in where it can.
        bom: Whether a byte order mark stood at the start.
        warnings: Sentences for the person who imported it, such as a guessed encoding.
    """

    format: str
    blocks: tuple[Block, ...]
    published: date | None = None
    encoding: str = "utf-8"
    bom: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The text of the title block, or ""."""
        return next((block.text for block in self.blocks if block.kind is BlockKind.TITLE), "")

    def with_texts(self, texts: Sequence[str]) -> Document:
        """Return the document with each block's text replaced, in order.

        Raises:
            ValueError: `texts` has another length than `blocks`.
        """
        blocks = tuple(
            block if text == block.text else replace(block, text=text, original="")
            for block, text in zip(self.blocks, texts, strict=True)
        )
        return replace(self, blocks=blocks)


def repeated_blocks(blocks: Sequence[Block]) -> dict[int, int]:
    """Map the index of each repeated block to the index of the first block with the same kind and text."""
    first: dict[tuple[BlockKind, str], int] = {}
    repeats: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if not block.is_translatable:
            continue
        leader = first.setdefault((block.kind, block.text), index)
        if leader != index:
            repeats[index] = leader
    return repeats
