"""The seed layout: a header with date and title, a paragraph a line, related stories after a dash.

 date 2022-03-01 The title: everything after the date
A paragraph.
|#+|
Another paragraph, after a separator.
-
The title of a related story
Its summary.
"""

from __future__ import annotations

import re
from datetime import date

from workbench.formats.base import Format, Reading
from workbench.formats.document import BlockKind, Document
from workbench.formats.lines import Line, Part, join_as_read, mark_lines, one_line, split_lines, to_blocks

ID = "seed"
SEPARATOR = "|#+|"
RELATED_MARK = "-"
_HEADER = re.compile(r"(date\s+([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s+|$))(.*)", re.DOTALL)


def sniff(text: str) -> bool:
    """Say whether the first line that is not blank looks like ` date YYYY-MM-DD Title`."""
    first = next((line for line in split_lines(text) if not line.is_blank), None)
    return first is not None and _HEADER.fullmatch(first.text) is not None


def read(text: str) -> Reading:
    """Find the blocks of a seed article; joining `before + text + after` of all gives the text back.

    A date that does not exist (2022-13-45) makes the whole header line the title, with a warning.
    """
    lines = list(split_lines(text))
    parts = mark_lines(lines)
    first = next((index for index, line in enumerate(lines) if not line.is_blank), len(lines))
    header = _HEADER.fullmatch(lines[first].text) if first < len(lines) else None
    if header is None:
        return Reading(to_blocks(_related(lines, parts)))
    published, warnings = _date(header[2])
    line = lines[first]
    mark, title = (header[1], header[3]) if published else ("", line.text)
    parts[first] = Part(BlockKind.TITLE, title, line.before + mark, line.after)
    rest = _related(lines[first + 1 :], parts[first + 1 :])
    return Reading(to_blocks([*parts[: first + 1], *rest]), published, warnings)


def _date(text: str) -> tuple[date | None, tuple[str, ...]]:
    try:
        return date.fromisoformat(text), ()
    except ValueError:
        return None, (f"There is no date {text}; the whole first line was kept as the title.",)


def _related(lines: list[Line], parts: list[Part]) -> list[Part]:
    """Make a lone dash part of what follows it, and the two lines after it a related story and its summary."""
    found: list[Part] = []
    expected: BlockKind | None = None
    for line, part in zip(lines, parts, strict=True):
        if line.text == RELATED_MARK:
            found.append(Part(None, line.text, line.before, line.after))
            expected = BlockKind.RELATED
        elif part.kind is None:
            found.append(part)
        elif part.kind is BlockKind.SEPARATOR or expected is None:
            found.append(part)
            expected = None
        else:
            found.append(Part(expected, line.text, line.before, line.after))
            expected = BlockKind.RELATED_SUMMARY if expected is BlockKind.RELATED else None
    return found


def write(document: Document) -> str:
    """Give the text of a document: as it stood when this format read it, else newly laid out."""
    return join_as_read(document) if document.format == ID else _lay_out(document)


def _lay_out(document: Document) -> str:
    header = f" date {document.published.isoformat()} " if document.published else ""
    marks = {
        BlockKind.TITLE: header,
        BlockKind.HEADING: "# ",
        BlockKind.LIST_ITEM: "- ",
        BlockKind.RELATED: f"{RELATED_MARK}\n",
    }
    lines = [
        SEPARATOR if block.kind is BlockKind.SEPARATOR else marks.get(block.kind, "") + one_line(block.text)
        for block in document.blocks
    ]
    if header and not document.title:
        lines.insert(0, header.rstrip())
    return "\n".join(lines)


SEED = Format(
    id=ID,
    name="Seed article",
    extensions=(".txt",),
    media_type="text/plain",
    sniff=sniff,
    read=read,
    write=write,
)
