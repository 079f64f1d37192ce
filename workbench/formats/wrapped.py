"""Paragraphs whose lines a mail program or a PDF has broken: found, and joined again.

What is joined keeps its lines in `original`, so an unchanged text is still written as it stood.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.formats.document import BlockKind
from workbench.formats.hyphens import HYPHENS, Hyphens
from workbench.formats.lines import Line, Part
from workbench.formats.widths import NARROWEST, Break, Width, find_width

_TAB_COLUMNS = 8
_DEEPEST_INDENT = 10
_LINE_ENDS = ("\r\n", "\n", "\r", "\x85")
_MARKS = tuple(".!?…。！？؟।։:;,：；，、،")
_SENTENCE_ENDS = tuple(".!?…。！？؟।։:")
_CLOSERS = "\"'”’»›)]」』"
_OPENERS = "\"'“‘«‹„‚([「『¿¡"
_TABLE = re.compile(r"\S(?: {3,}|\t)\S|\|.*\|")
_CODE = re.compile(r"[{}<>=;|\\$#_\[\]]")
_CODE_SIGNS = 4
_HEADER = re.compile(r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Von|An|Betreff|De|Para|Asunto|Objet|Enviado): ")
_DIALOGUE = ("—", "–", "―")


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring lines that may be one paragraph: `start` is the first one, a break follows each but the last."""

    start: int
    breaks: tuple[Break, ...]

    @property
    def is_wide(self) -> bool:
        """Whether one of its lines may have been full: an address or a short poem says nothing about the width."""
        return any(end.width >= NARROWEST for end in self.breaks)


def join_wrapped(lines: Sequence[Line], parts: Sequence[Part], depths: Sequence[int]) -> tuple[list[Part], int | None]:
    """Join the parts that are lines of one paragraph.

    Args:
        lines: The lines of a text.
        parts: What each is.
        depths: Marks of quotation before each.

    Returns:
        The parts, fewer where lines were joined, and the width at which those were broken, None where none was.
    """
    runs = list(_runs(lines, parts, depths))
    by_depth: dict[int, list[_Run]] = defaultdict(list)
    for run in runs:
        by_depth[depths[run.start]].append(run)
    joined: set[int] = set()
    used: list[int] = []
    for group in by_depth.values():
        width = find_width([end for run in group if run.is_wide for end in run.breaks])
        for run in group:
            if width is not None and (found := _joins(run, width, blank_between=len(group) > 1)):
                joined |= found
                used.append(width.columns)
    if not joined:
        return list(parts), None
    return list(_merged(parts, joined, Hyphens([line.text for line in lines]))), max(used)


def _joins(run: _Run, width: Width, *, blank_between: bool) -> set[int]:
    """Return after which lines of a run the next one is joined."""
    full = [width.fills(end, blank_between=blank_between) for end in run.breaks]
    # Where most lines are short, as in a poem or an address, one that is full is so by chance.
    is_prose = 2 * sum(full) >= len(full)
    return {
        run.start + offset
        for offset, (end, is_full) in enumerate(zip(run.breaks, full, strict=True))
        if is_full and (is_prose or end.is_small)
    }


def _runs(lines: Sequence[Line], parts: Sequence[Part], depths: Sequence[int]) -> Iterator[_Run]:
    start = 0
    breaks: list[Break] = []
    for index in range(len(parts)):
        is_same = index + 1 < len(parts) and depths[index] == depths[index + 1]
        if is_same and _may_join(lines[index], parts[index], parts[index + 1], is_first=not breaks):
            breaks.append(_break(parts[index], parts[index + 1]))
            continue
        if breaks:
            yield _Run(start, tuple(breaks))
        start, breaks = index + 1, []


def _may_join(line: Line, above: Part, below: Part, *, is_first: bool) -> bool:
    if below.kind is not BlockKind.PARAGRAPH or above.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    if line.after.lstrip(" \t") not in _LINE_ENDS or _is_made(above.text) or _is_made(below.text):
        return False
    if below.text.startswith(_DIALOGUE) and _ends_sentence(above.text):
        return False
    if above.text.endswith(HYPHENS) and _is_address(above.text.rpartition(" ")[2]):
        return False
    lead, indent = _columns(_lead(above)), _columns(_lead(below))
    if above.kind is BlockKind.LIST_ITEM:
        outside = len(_lead(above)) - len(_lead(above).lstrip())
        return indent == lead or (indent == outside and _goes_on(above.text, below.text))
    return indent == lead or (is_first and indent < lead <= indent + _DEEPEST_INDENT)


def _is_made(text: str) -> bool:
    """Say whether a line is laid out on purpose: a row of a table, code, a header of a mail."""
    if _TABLE.search(text) or _HEADER.match(text):
        return True
    signs = sum(len(_CODE.findall(word)) for word in text.split() if not _is_address(word))
    return signs >= _CODE_SIGNS or text.endswith(("{", "}", ");", "\\"))


def _is_address(word: str) -> bool:
    return "://" in word or "www." in word


def _lead(part: Part) -> str:
    """Return what stands before the words, without the marks of quotation."""
    return part.before.rpartition(">")[2]


def _columns(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text) if not text.isascii() else 0
    return len(text.expandtabs(_TAB_COLUMNS)) + wide


def _break(above: Part, below: Part) -> Break:
    width = _columns(_lead(above)) + _columns(above.text)
    word = below.text[0] if _is_unspaced(below.text[0]) else below.text.split(None, 1)[0]
    gap = 0 if above.text.endswith(HYPHENS) or _is_unspaced(below.text[0]) else 1
    ends = _ends_sentence(above.text) and not _starts_small(below.text)
    has_mark = above.text.rstrip(_CLOSERS).endswith(_MARKS)
    goes_on = _goes_on(above.text, below.text)
    is_small = goes_on and below.text.lstrip(_OPENERS)[:1].islower()
    return Break(width, width + gap + _columns(word), goes_on, is_small, ends, has_mark)


def _goes_on(above: str, below: str) -> bool:
    return not _ends_sentence(above) and _starts_small(below)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def _starts_small(text: str) -> bool:
    """Say whether a line begins as the middle of a sentence does; in a script without capitals any letter may."""
    first = text.lstrip(_OPENERS)[:1]
    return first.islower() or unicodedata.category(first or " ") == "Lo"


def _is_unspaced(character: str) -> bool:
    """Say whether a character is of Chinese or Japanese, which write no space between words."""
    return unicodedata.east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7a3"


def _merged(parts: Sequence[Part], joined: set[int], hyphens: Hyphens) -> Iterator[Part]:
    index = 0
    while index < len(parts):
        first = index
        while index in joined:
            index += 1
        yield parts[first] if first == index else _one(parts[first : index + 1], hyphens)
        index += 1


def _one(parts: Sequence[Part], hyphens: Hyphens) -> Part:
    texts: list[str] = []
    for part in parts:
        if texts and texts[-1].endswith(HYPHENS):
            # The pieces stay apart until the end, so that a long paragraph is not copied once a line.
            both = hyphens.join(texts[-1], part.text)
            texts[-1] = both[: len(both) - len(part.text)]
        elif texts and not (_is_unspaced(texts[-1][-1]) and _is_unspaced(part.text[0])):
            texts.append(" ")
        texts.append(part.text)
    between = [above.after + below.before for above, below in zip(parts, parts[1:], strict=False)]
    original = "".join(part.text + gap for part, gap in zip(parts, [*between, ""], strict=True))
    return replace(parts[0], text="".join(texts), after=parts[-1].after, original=original)
