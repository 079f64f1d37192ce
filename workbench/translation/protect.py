"""Get a sentence ready for a model, and make the whole translation of what the model wrote.

What needs no model stays out of its way: emoji, bullets, addresses and tags at the edges of a sentence, and
sentences that have no words at all. A headline in capitals is given to the model in small letters, which it
knows, and comes back in capitals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from workbench.items import Item, ItemKind, find_items
from workbench.translation.headlines import is_in_capitals, to_capitals, to_small_letters
from workbench.translation.masks import Masked, mask

if TYPE_CHECKING:
    from workbench.memory.terms import TermUse
    from workbench.translation.carriers import Carrier

__all__ = ["Masked", "Prepared", "prepare"]

_AT_THE_START = frozenset({ItemKind.EMOJI, ItemKind.URL})
_AT_THE_END = frozenset({ItemKind.EMOJI, ItemKind.URL, ItemKind.EMAIL, ItemKind.HASHTAG})
_LETTER = regex.compile(r"\p{L}")
_BULLET = regex.compile(r"(?:[•◦▪‣·●○■□▶►»*–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))(?=\s)")
_LONGEST_EDGE = 400


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sentence on its way through a model.

    Attributes:
        sentence: As it stands in the article.
        core: What the model is given; "" if there is nothing for it to do.
        head: What was cut off at the start.
        tail: What was cut off at the end.
        source: Language code of the sentence.
        target: Language code to translate into.
        uses: The glossary's terms in the sentence, by offsets in it.
        is_in_capitals: Whether the sentence is all capitals, and the core in small letters.
    """

    sentence: str
    core: str
    head: str
    tail: str
    source: str
    target: str
    uses: tuple[TermUse, ...] = ()
    is_in_capitals: bool = False

    @property
    def core_uses(self) -> tuple[tuple[int, int, str], ...]:
        """The terms in the core: start and end there, and what must stand in the translation."""
        offset = len(self.head)
        return tuple(
            (use.start - offset, use.end - offset, use.wanted)
            for use in self.uses
            if use.start >= offset and use.end <= offset + len(self.core)
        )

    @property
    def core_items(self) -> tuple[Item, ...]:
        """What must not change in the core."""
        return find_items(self.core)

    def finish(self, text: str) -> str:
        """Return the whole translation, given the translation of the core."""
        if not self.core:
            return self.sentence
        if self.is_in_capitals:
            text = to_capitals(text, self.target)
        return f"{self.head}{text.strip()}{self.tail}"

    def masked(self, carrier: Carrier) -> Masked | None:
        """Return the core with carriers in place of terms and of what must not change; None if it has none."""
        return mask(self, carrier)


def prepare(sentence: str, source: str, target: str, *, uses: Sequence[TermUse] = ()) -> Prepared:
    """Get a sentence ready for a model.

    Args:
        sentence: A sentence without white space at its ends.
        source: Language code of the sentence.
        target: Language code to translate into.
        uses: The glossary's terms in it.
    """
    if not _LETTER.search(_without_items(sentence)):
        return Prepared(sentence, "", "", "", source, target)
    start, end = _edges(sentence)
    core = sentence[start:end]
    if not core or not _LETTER.search(core):
        start, end, core = 0, len(sentence), sentence
    capitals = is_in_capitals(core)
    return Prepared(
        sentence,
        to_small_letters(core, source) if capitals else core,
        sentence[:start],
        sentence[end:],
        source,
        target,
        tuple(uses),
        is_in_capitals=capitals,
    )


def _without_items(text: str) -> str:
    pieces, last = [], 0
    for item in find_items(text):
        pieces.append(text[last : item.start])
        last = item.end
    return " ".join([*pieces, text[last:]])


def _edges(sentence: str) -> tuple[int, int]:
    """Return where the part for the model begins and ends."""
    start, end = 0, len(sentence)
    items = find_items(sentence[:_LONGEST_EDGE])
    if bullet := _BULLET.match(sentence):
        start = _after_spaces(sentence, bullet.end())
    for item in items:
        if item.start != start or item.kind not in _AT_THE_START:
            break
        start = _after_spaces(sentence, item.end)
    offset = max(0, len(sentence) - _LONGEST_EDGE)
    for item in reversed(find_items(sentence[offset:])):
        is_last = offset + item.end == end
        if not is_last or item.kind not in _AT_THE_END or offset + item.start <= start:
            break
        before = sentence[: offset + item.start].rstrip()
        # An address that ends a sentence belongs to it ("write to a@b.org"); after its full stop it does not.
        if item.kind not in (ItemKind.EMOJI, ItemKind.HASHTAG) and before[-1:] not in '.!?…:)”"':
            break
        end = len(before)
    return start, end


def _after_spaces(text: str, offset: int) -> int:
    return len(text) - len(text[offset:].lstrip())
