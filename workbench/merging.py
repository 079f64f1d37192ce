"""Merging what two people made of one sentence, word by word, so that neither loses a word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_SURROGATE = re.compile("[\ud800-\udfff]")
_CLAUSE_END = frozenset(".,;:!?…。、，；：！？،؛؟।")
_MOST_PAIRS = (
    30_000  # of equal units; a sentence of 60 words has some 200. Comparing this many takes a second at worst.
)


class Side(StrEnum):
    """Who changed a stretch of the sentence: nobody, one of the two, both alike, or both differently."""

    SAME = "same"
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the sentence as it was, as I have it and as they have it; each may be empty."""

    side: Side
    base: str
    mine: str
    theirs: str

    @property
    def text(self) -> str:
        """What the merge has here. A conflict has mine, until somebody chooses."""
        return self.mine if self.side in (Side.MINE, Side.CONFLICT) else self.theirs


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged sentence. The stretches of each side, joined, are that side's whole text."""

    stretches: tuple[Stretch, ...]

    @property
    def has_conflicts(self) -> bool:
        """Whether both changed the same words, so that somebody has to choose."""
        return any(stretch.side is Side.CONFLICT for stretch in self.stretches)

    @property
    def text(self) -> str:
        """The merged sentence; meant to be used where there are no conflicts."""
        return "".join(stretch.text for stretch in self.stretches)


def merge_texts(base: str, mine: str, theirs: str) -> Merge:
    """Merge two texts that were made from the same one.

    Words are those of ICU, so that Chinese and Thai merge too; NFC and NFD of a word are one word. What only one
    side changed is taken; what both changed differently is a conflict with both texts. Of a text far longer than a
    sentence the units are clauses, or the whole stretch between the first change and the last, so that the time is
    bounded.

    Args:
        base: The text that both began with.
        mine: What one made of it.
        theirs: What the other made of it.

    Source: the three-way merge of diff3, as in the library merge3 (Khanna, Kunal and Pierce 2007 describe it).
    """
    texts = [_SURROGATE.sub("\ufffd", text) for text in (base, mine, theirs)]
    words = [_words(text) for text in texts]
    for units in (words, [_clauses(side) for side in words]):
        head, tail = _shared_ends(units)
        middles = [side[head : len(side) - tail] for side in units]
        if _pairs(middles) <= _MOST_PAIRS:
            break
    else:
        middles = [["".join(middle)] if middle else [] for middle in middles]
    joined = [
        *_stretch(*(side[:head] for side in units)),
        *_merge_units(*middles),
        *_stretch(*(side[len(side) - tail :] for side in units)),
    ]
    return Merge(tuple(_simplified(joined)))


def _merge_units(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[Stretch]:
    from merge3 import Merge3

    of_base, of_mine, of_theirs = ([_key(unit) for unit in side] for side in (base, mine, theirs))
    merge = Merge3(of_base, of_mine, of_theirs, sequence_matcher=_compare)  # type: ignore[arg-type]  # wants a class
    at_base = at_mine = at_theirs = 0
    for base_start, base_end, mine_start, mine_end, theirs_start, theirs_end in merge.find_sync_regions():
        yield from _stretch(base[at_base:base_start], mine[at_mine:mine_start], theirs[at_theirs:theirs_start])
        yield from _stretch(base[base_start:base_end], mine[mine_start:mine_end], theirs[theirs_start:theirs_end])
        at_base, at_mine, at_theirs = base_end, mine_end, theirs_end


def _compare(_isjunk: None, a: Sequence[str], b: Sequence[str]) -> SequenceMatcher[str]:
    """Compare words; two texts do not agree anywhere just because both have a space there."""
    return SequenceMatcher(str.isspace, a, b, autojunk=False)


def _stretch(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Stretch]:
    texts = tuple("".join(units) for units in (base, mine, theirs))
    if any(texts):
        yield Stretch(_side(*texts), *texts)


def _side(base: str, mine: str, theirs: str) -> Side:
    base, mine, theirs = _key(base), _key(mine), _key(theirs)
    if mine == theirs:
        return Side.SAME if mine == base else Side.BOTH
    if mine == base:
        return Side.THEIRS
    return Side.MINE if theirs == base else Side.CONFLICT


def _simplified(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Join neighbours of one kind, and conflicts with nothing but a comma between them: one choice, not three."""
    held: list[Stretch] = []
    for stretch in [_joined(group) for _, group in groupby(stretches, key=lambda stretch: stretch.side)]:
        is_gap = stretch.side is Side.SAME and not any(character.isalnum() for character in stretch.base)
        if held and (stretch.side is Side.CONFLICT or (is_gap and len(held) % 2)):
            held.append(stretch)
            continue
        yield from _folded(held)
        held = [stretch] if stretch.side is Side.CONFLICT else []
        if not held:
            yield stretch
    yield from _folded(held)


def _folded(held: Sequence[Stretch]) -> Iterator[Stretch]:
    """Join conflicts and the gaps between them; a gap after the last one is no part of it."""
    if held:
        conflicts = held if held[-1].side is Side.CONFLICT else held[:-1]
        yield _joined(conflicts)
        yield from held[len(conflicts) :]


def _joined(stretches: Iterable[Stretch]) -> Stretch:
    group = tuple(stretches)
    base, mine, theirs = ("".join(getattr(each, side) for each in group) for side in ("base", "mine", "theirs"))
    return Stretch(group[0].side, base, mine, theirs)


def _words(text: str) -> list[str]:
    """Return the words of a text, and what stands between them, joining to the text."""
    from icu4py.breakers import WordBreaker

    units = text.encode("utf-16-le")  # ICU counts in its units
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in WordBreaker(text, "und").segments()]


def _clauses(words: Sequence[str]) -> list[str]:
    clauses: list[str] = []
    is_open = False
    for word in words:
        if is_open:
            clauses[-1] += word
        else:
            clauses.append(word)
        is_open = word not in _CLAUSE_END
    return clauses


def _shared_ends(sides: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return how many units all sides begin with, and end with."""
    shortest = min(map(len, sides))
    first, *others = sides
    head = 0
    while head < shortest and all(_key(side[head]) == _key(first[head]) for side in others):
        head += 1
    tail = 0
    while tail < shortest - head and all(_key(side[-1 - tail]) == _key(first[-1 - tail]) for side in others):
        tail += 1
    return head, tail


def _pairs(sides: Sequence[Sequence[str]]) -> int:
    """Return in how many ways a unit of the first side equals one of another: what comparing them costs."""
    base, *others = (Counter(unit for unit in side if not unit.isspace()) for side in sides)
    return sum(count * other[unit] for other in others for unit, count in base.items())


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", text)
