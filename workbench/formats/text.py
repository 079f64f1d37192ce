"""Plain text: a line a block, or the lines of a mail or PDF joined into one; a few marks as in Markdown."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from workbench.formats.base import Format, Reading
from workbench.formats.document import Block, BlockKind, Document
from workbench.formats.lines import Line, join_as_read, mark_lines, one_line, split_lines, to_blocks
from workbench.formats.quoted import strip_quotation
from workbench.formats.wrapped import join_wrapped
from workbench.wording import words

ID = "text"
_LONGEST_TITLE_CHARS = 150
# A question mark is missing on purpose: a headline may ask.
_ENDS_OF_SENTENCES = tuple(".!…:;,。！：；，、।॥؛،۔။።")
_CLOSERS = "\"'”’»›)]」』）"
_TOGETHER = {
    (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM),
    (BlockKind.RELATED, BlockKind.RELATED_SUMMARY),
}


def read(text: str) -> Reading:
    """Find the blocks of a plain text; joining `before`, `original` or else `text`, and `after` gives it back."""
    quoted = [strip_quotation(line) for line in split_lines(text)]
    lines = [line for line, _ in quoted]
    parts = mark_lines(lines)
    first = next((index for index, line in enumerate(lines) if not line.is_blank), None)
    if first is not None:
        part = parts[first]
        is_title = part.kind is BlockKind.PARAGRAPH and _reads_as_title(lines, first)
        if is_title or (part.kind is BlockKind.HEADING and part.before.strip() == "#"):
            parts[first] = replace(part, kind=BlockKind.TITLE)
    parts, width = join_wrapped(lines, parts, [depth for _, depth in quoted])
    warning = words("Lines broken at about {width} characters were joined into paragraphs.", width=width)
    return Reading(to_blocks(parts), warnings=(warning,) if width else ())


def _reads_as_title(lines: list[Line], index: int) -> bool:
    """Say whether a line is short, ends like a headline, and has a blank line and then more below it."""
    below = lines[index + 1 :]
    title = lines[index].text
    return (
        len(title) <= _LONGEST_TITLE_CHARS
        and not title.rstrip(_CLOSERS).endswith(_ENDS_OF_SENTENCES)
        and len(below) > 1
        and below[0].is_blank
        and any(not line.is_blank for line in below)
    )


def write(document: Document) -> str:
    """Give the text of a document: as it stood when this format read it, else newly laid out."""
    return join_as_read(document) if document.format == ID else _lay_out(document)


def _lay_out(document: Document) -> str:
    """Lay out a document of another format: blank lines between paragraphs, the date under the title."""
    pieces: list[tuple[BlockKind, str]] = [(block.kind, _as_line(block)) for block in document.blocks]
    if document.published:
        at = 1 if pieces and pieces[0][0] is BlockKind.TITLE else 0
        pieces.insert(at, (BlockKind.PARAGRAPH, document.published.isoformat()))
    gaps = ["\n" if (above[0], below[0]) in _TOGETHER else "\n\n" for above, below in pairwise(pieces)]
    return "".join(line + gap for (_, line), gap in zip(pieces, [*gaps, "\n"], strict=True)) if pieces else ""


def _as_line(block: Block) -> str:
    text = one_line(block.text)
    marks = {BlockKind.HEADING: "## ", BlockKind.LIST_ITEM: "- ", BlockKind.RELATED: "- "}
    return "* * *" if block.kind is BlockKind.SEPARATOR else marks.get(block.kind, "") + text


TEXT = Format(
    id=ID,
    name="Plain text",
    extensions=(".txt", ".text"),
    media_type="text/plain",
    sniff=lambda text: True,
    read=read,
    write=write,
)
