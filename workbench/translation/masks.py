"""Replace what must not change by tokens that a model carries, and put it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import regex

from workbench.items import NUMERIC, Item, ItemKind, find_items
from workbench.items.finding import NUMBER

# A unit or a sign stands beside their digits, which the model has to translate.
_MEASURED = frozenset({ItemKind.NUMBER, ItemKind.PERCENT, ItemKind.CURRENCY})
_NUMBER = regex.compile(NUMBER)


@dataclass(frozen=True, slots=True)
class Use:
    """A glossary term, by its offsets in the core.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        wanted: What must stand in the translation.
    """

    start: int
    end: int
    wanted: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A core with tokens in it.

    Attributes:
        core: What the model is given.
        tokens: Each token, and what it stands for.
    """

    core: str
    tokens: tuple[tuple[str, str], ...]
    _finish: Callable[[str], str] = field(repr=False)

    def restore(self, text: str) -> str | None:
        """Return the translation of the core with what the tokens stand for; None when one is lost or doubled."""
        pieces = dict(self.tokens)
        pattern = regex.compile(rf"(?<!\w)(?:{'|'.join(regex.escape(token) for token, _ in self.tokens)})(?!\w)")
        found = pattern.findall(text)
        if len(found) != len(pieces) or set(found) != set(pieces):
            return None
        return pattern.sub(lambda match: pieces[match[0]], text)

    def finish(self, text: str) -> str | None:
        """Return the translation of the sentence, given that of `core`; None when a token is lost or doubled."""
        restored = self.restore(text)
        return None if restored is None else self._finish(restored)


def mask(
    core: str,
    uses: Sequence[Use],
    carrier: Callable[[int], str],
    finish: Callable[[str], str],
    *,
    number: Callable[[str], str] | None,
) -> Masked | None:
    """Replace the items and the terms of a core by tokens; None when it has none, or they would not stand apart.

    Args:
        core: What would be decoded.
        uses: The terms in it.
        carrier: Gives the token of each number, from 1.
        finish: Makes the whole translation of the core's.
        number: Writes a number as the target language does; None to leave numbers to the model.
    """
    spans = [(use.start, use.end, use.wanted) for use in uses]
    spans += [_span(core, item, number) for item in find_items(core) if number or item.kind not in NUMERIC]
    pieces: list[str] = []
    tokens: list[tuple[str, str]] = []
    position = 0
    for start, end, wanted in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < position:
            continue  # a term over an item, or the other way round: the first has it
        token = carrier(len(tokens) + 1)
        is_grown_together = core[position:start][-1:].isalnum() or core[end : end + 1].isalnum()
        if not token or token in core or is_grown_together:
            return None
        pieces += core[position:start], token
        tokens.append((token, wanted))
        position = end
    if not tokens:
        return None
    return Masked("".join(pieces) + core[position:], tuple(tokens), finish)


def _span(core: str, item: Item, number: Callable[[str], str] | None) -> tuple[int, int, str]:
    """Return what is replaced of an item and what it comes back as: of "68 per cent" the digits alone."""
    digits = _NUMBER.search(item.text) if item.kind in _MEASURED else None
    if digits is None or number is None:
        return item.start, item.end, item.text
    start, end = item.start + digits.start(), item.start + digits.end()
    if core[:start][-1:].isalnum() or core[end : end + 1].isalnum():
        return item.start, item.end, item.text
    return start, end, number(digits[0])
