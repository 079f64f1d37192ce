"""What the formats of lines share: lines with the white space around them, and the marks at their start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from workbench.formats.decode import has_visible
from workbench.formats.document import Block, BlockKind, Document

# Mandatory breaks. Source: Unicode Standard Annex 14, classes BK, CR, LF and NL.
_LINE = re.compile(r"([^\n\r\v\f\x85\u2028\u2029]*)(\r\n|[\n\r\v\f\x85\u2028\u2029]|\Z)")
_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_SEPARATOR = re.compile(r"[-*_=~#|+•·⁂—–\s]+")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_BULLET = re.compile(r"[-*+•‣◦▪●·]\s+(?=\S)")
_NUMBER = re.compile(r"([0-9]{1,3})[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `before + text + after` is exactly what stood there.

    Attributes:
        before: White space at its start.
        text: What is between, "" when nothing can be seen.
        after: White space at its end, the line end among it.
    """

    before: str
    text: str
    after: str

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see on it."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Part:
    """A block to be, or (`kind` None) characters that belong to the next block."""

    kind: BlockKind | None
    text: str
    before: str = ""
    after: str = ""
    original: str = ""


def split_lines(text: str) -> Iterator[Line]:
    """Split a text into lines; joining all their parts gives it back."""
    return (_line(match[1], match[2]) for match in _LINE.finditer(text) if match[0])


def _line(content: str, end: str) -> Line:
    if not has_visible(content):
        return Line("", "", content + end)
    text = content.strip()
    start = len(content) - len(content.lstrip())
    return Line(content[:start], text, content[start + len(text) :] + end)


def mark_lines(lines: list[Line]) -> list[Part]:
    """Tell paragraphs, headings, list items and separators by the marks in front, which go to `before`."""
    filled = [index for index, line in enumerate(lines) if not line.is_blank]
    numbers = [int(match[1]) if (match := _NUMBER.match(lines[index].text)) else None for index in filled]
    counted = {index for index, is_item in zip(filled, _in_sequence(numbers), strict=True) if is_item}
    return [_mark(line, is_counted=index in counted) for index, line in enumerate(lines)]


def _in_sequence(numbers: list[int | None]) -> list[bool]:
    """Say which numbers count on from, or to, their neighbour: one alone is a date or an ordinal ("3. Oktober")."""
    follows = [
        before is not None and after is not None and after - before in (0, 1)
        for before, after in zip([None, *numbers], [*numbers, None], strict=True)
    ]
    return [to_this or from_this for to_this, from_this in zip(follows, follows[1:], strict=False)]


def _mark(line: Line, *, is_counted: bool) -> Part:
    if line.is_blank:
        return Part(None, "", after=line.after)
    if _SEPARATOR.fullmatch(line.text):
        return Part(BlockKind.SEPARATOR, line.text, line.before, line.after)
    number = _NUMBER.match(line.text) if is_counted else None
    mark, kind = _HEADING.match(line.text), BlockKind.HEADING
    if mark is None:
        mark, kind = _BULLET.match(line.text) or number, BlockKind.LIST_ITEM
    if mark is None:
        return Part(BlockKind.PARAGRAPH, line.text, line.before, line.after)
    return Part(kind, line.text[mark.end() :], line.before + mark[0], line.after)


def to_blocks(parts: Iterable[Part]) -> tuple[Block, ...]:
    """Make the blocks, giving what lies between them to the next one, and at the end to the last."""
    blocks: list[Block] = []
    waiting: list[str] = []
    for part in parts:
        if part.kind is None:
            waiting += part.before, part.text, part.after
            continue
        blocks.append(Block(part.kind, part.text, "".join(waiting) + part.before, part.after, part.original))
        waiting.clear()
    rest = "".join(waiting)
    if not blocks:
        return (Block(BlockKind.SEPARATOR, "", rest),) if rest else ()
    blocks[-1] = replace(blocks[-1], after=blocks[-1].after + rest)
    return tuple(blocks)


def one_line(text: str) -> str:
    """Return the text with line breaks, as an editor may have typed them, turned into spaces."""
    if _BREAK.search(text) is None:
        return text
    return " ".join(piece for line in _BREAK.split(text) if (piece := line.strip()))


def join_as_read(document: Document) -> str:
    """Return the text of a document with each block's words between the characters they were read from.

    A paragraph that was joined from lines has these lines again, as long as its words are the same.
    """
    return "".join(block.before + (block.original or one_line(block.text)) + block.after for block in document.blocks)
