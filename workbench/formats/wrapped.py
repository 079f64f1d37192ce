"""Texts whose lines were broken at a width, as in mail and PDF: their paragraphs are joined again.

A line was broken at a width when the next line's first word would not have fitted on it any more. Verse, lists,
addresses and headings break where there was room, so they do not look like it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from workbench.formats.document import BlockKind
from workbench.formats.lines import Part

NARROWEST, WIDEST = 40, 100
LEAST_BREAKS = 3
LEAST_FULL = 0.8
"""Share of the breaks at which the next word did not fit."""
LEAST_SMALL = 0.2
"""Share of the breaks within a sentence after which a word with a small letter stands; German has many large ones."""
LEAST_FILLED = 0.6
_ENDS = regex.compile(r"[.!?…:;]['\"’”»)\]]*+$")
_COLUMNS = regex.compile(r"\t|\S\x20{3,}\S|\|")
_NOT_PROSE = regex.compile(r"[>|]|\p{Han}|\p{Hiragana}|\p{Katakana}|\p{Thai}")
_HYPHEN = regex.compile(r"(?<=\p{Ll})[-\u2010\u00ad]$")
_WORD = regex.compile(r"\p{L}+(?:-\p{L}+)*")
_KEEPS_HYPHEN = frozenset(
    [
        "self",
        "well",
        "non",
        "ex",
        "half",
        "all",
        "anti",
        "semi",
        "pre",
        "post",
        "mid",
        "far",
        "high",
        "low",
        "long",
        "short",
        "multi",
        "cross",
        "much",
        "co",
        "vice",
        "so",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ]
)


@dataclass(frozen=True, slots=True)
class _Break:
    """Two lines, one under the other, of which the second may go on with the first's sentence."""

    index: int
    width: int
    is_small: bool
    is_open: bool
    needed: int


def join_wrapped(parts: list[Part]) -> tuple[list[Part], str]:
    """Join the lines of paragraphs that were broken at a width.

    Args:
        parts: The lines of a text, in order.

    Returns:
        The parts, joined ones with what stood there in `lines`; and a warning, "" when nothing was joined.
    """
    breaks = [found for index in range(len(parts) - 1) if (found := _break(parts, index)) is not None]
    width = _width(breaks, parts)
    if not width:
        return parts, ""
    joined = {found.index for found in breaks if _goes_on(found, width)}
    words = frozenset(match.lower() for part in parts if part.kind for match in _WORD.findall(part.text))
    result: list[Part] = []
    start = 0
    for index in range(len(parts)):
        if index in joined:
            continue
        lines = parts[start : index + 1]
        result.append(_join(lines, words) if len(lines) > 1 else lines[0])
        start = index + 1
    return result, f"Lines broken at about {width} characters were joined into paragraphs."


def _break(parts: Sequence[Part], index: int) -> _Break | None:
    above, below = parts[index], parts[index + 1]
    if above.kind is not BlockKind.PARAGRAPH or below.kind is not BlockKind.PARAGRAPH:
        return None
    if not (_is_prose(above.text) and _is_prose(below.text)) or len(below.before) > len(above.before) + 1:
        return None
    first = below.text.split(None, 1)[0]
    return _Break(
        index=index,
        width=len(above.before.expandtabs()) + len(above.text),
        is_small=first[0].islower() or (first[0].isalpha() and first[0].lower() == first[0].upper()),
        is_open=_ENDS.search(above.text) is None,
        needed=1 + len(first),
    )


def _is_prose(line: str) -> bool:
    return len(line) <= WIDEST and not _COLUMNS.search(line) and not _NOT_PROSE.search(line)


def _width(breaks: Sequence[_Break], parts: Sequence[Part]) -> int:
    """Return the width that the lines were broken at; 0 if they were not."""
    if len(breaks) < LEAST_BREAKS:
        return 0
    involved = {index for found in breaks for index in (found.index, found.index + 1)}
    width = max(len(parts[index].before.expandtabs()) + len(parts[index].text) for index in involved)
    if not NARROWEST <= width <= WIDEST:
        return 0
    near = [found for found in breaks if found.width >= LEAST_FILLED * width]
    full = sum(found.width + found.needed > width for found in near)
    small = sum(found.is_small and found.is_open for found in near)
    # Most lines must be filled: in a poem or a list of names the long ones are the exception.
    is_filled = len(near) >= max(LEAST_BREAKS, len(breaks) // 2) and full >= LEAST_FULL * len(near)
    return width if is_filled and small >= LEAST_SMALL * len(near) else 0


def _goes_on(found: _Break, width: int) -> bool:
    is_full = found.width + found.needed > width
    return is_full or (found.is_small and found.is_open and found.width >= LEAST_FILLED * width)


def _join(lines: Sequence[Part], words: frozenset[str]) -> Part:
    text = lines[0].text
    raw = [lines[0].text]
    for above, below in pairwise(lines):
        raw += above.after, below.before, below.text
        text = _joined(text, below.text, words)
    return replace(lines[0], text=text, after=lines[-1].after, lines="".join(raw))


def _joined(above: str, below: str, words: frozenset[str]) -> str:
    """Join two lines by a space, or as one word where a hyphen cut it ("transla-", "tion")."""
    if not _HYPHEN.search(above) or not below[0].islower():
        # "the Franco-" and "German border" have a hyphen of their own.
        return above + ("" if regex.search(r"\p{L}[-\u2010]$", above) and below[0].isalpha() else " ") + below
    if above[-1] == "\u00ad":
        return above[:-1] + below
    head = regex.search(r"[\p{L}-]+$", above[:-1])
    tail = regex.match(r"[\p{L}-]+", below)
    first, second = (head[0] if head else "").lower(), (tail[0] if tail else "").lower()
    if f"{first}-{second}" in words:
        return above + below
    if first + second not in words and (first in _KEEPS_HYPHEN or "-" in first):
        return above + below
    if second in {"und", "oder", "y", "e", "et", "and", "or", "bis", "en", "of"}:
        return f"{above} {below}"
    return above[:-1] + below
