"""What an item is: a piece of text that must come through a translation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ItemKind(StrEnum):
    """The kinds of items."""

    NUMBER = "number"
    PERCENT = "percent"
    CURRENCY = "currency"
    DATE = "date"
    TIME = "time"
    URL = "url"
    EMAIL = "email"
    HASHTAG = "hashtag"
    MENTION = "mention"
    PLACEHOLDER = "placeholder"
    TAG = "tag"
    EMOJI = "emoji"


NUMERIC = frozenset({ItemKind.NUMBER, ItemKind.PERCENT, ItemKind.CURRENCY, ItemKind.DATE, ItemKind.TIME})
"""Kinds that a translation may write in another form; the others must come through letter by letter."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a text.

    Attributes:
        kind: What it is.
        text: As it stands in the text.
        start: Offset of its first character.
        end: Offset after its last.
    """

    kind: ItemKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Value:
    """One number of a text, whatever way it is written.

    Attributes:
        start: Where it is written.
        end: Where it ends.
        readings: What it may be worth; one of them is meant.
        item: The item it is a part of; None for words and Roman numerals.
        power: Of ten, of the scale word that goes with it; 0 if none is known.
    """

    start: int
    end: int
    readings: frozenset[str]
    item: Item | None = None
    power: int = 0
