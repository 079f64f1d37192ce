"""Find the pieces of a text that must not change. Every pattern takes linear time on any text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import regex


class ItemKind(StrEnum):
    """What a piece is. Where two patterns fit, the earlier kind wins."""

    TAG = "tag"
    PLACEHOLDER = "placeholder"
    URL = "url"
    EMAIL = "email"
    MENTION = "mention"
    HASHTAG = "hashtag"
    EMOJI = "emoji"
    TIME = "time"
    CURRENCY = "currency"
    PERCENT = "percent"
    NUMBER = "number"


QUANTITIES = frozenset({ItemKind.TIME, ItemKind.CURRENCY, ItemKind.PERCENT, ItemKind.NUMBER})
"""Kinds that a language may write in its own way; the others must come through letter by letter."""


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a text.

    Attributes:
        kind: What it is.
        text: As it is written.
        start: Offset of its first character.
        end: Offset after its last.
    """

    kind: ItemKind
    text: str
    start: int
    end: int


def find_items(text: str) -> tuple[Item, ...]:
    """Return the pieces of a text, in order, none overlapping another.

    Args:
        text: Any text.

    Returns:
        A number has its currency sign, per cent sign or time of day with it: "£2.8", "5 %", "5 pm".
    """
    pattern = _WITH_NAMES if _HAS_NAMES.search(text) else _ITEMS
    found = []
    for match in pattern.finditer(text):
        kind, piece = ItemKind(str(match.lastgroup)), match[0]
        if kind is ItemKind.URL:  # "(see https://example.org)." ends before the bracket
            piece = piece.rstrip(_TRAILING)
        found.append(Item(kind, piece, match.start(), match.start() + len(piece)))
    return tuple(found)


# Digits with separators between them; a group of three may follow a narrow or no-break space.
NUMERAL = r"\d++(?:[.,'’٫٬]\d++|[\u00a0\u202f\u2009]\d{3}(?!\d))*+"
SIGNS = "$€£¥₹₽₩₺₴₪₫฿¢"
_DOMAINS = "com|org|net|gov|edu|int|info|news|eu|uk|us|de|fr|es|it|nl|pt|ru|ua|pl|br|mx|ar|io|tv|me|co"
_EMOJI_BASE = r"(?:[\p{Extended_Pictographic}--[©®™‼⁉ℹ↔-↪⌚⌛Ⓜ▪▫▶◀◻-◾〰〽㊗㊙]]|\p{Extended_Pictographic}(?=\ufe0f))"
_ADDRESS = r"(?<![\w@])(?:https?|ftp)://[^\s<>\"“”«»]++|(?<![\w@.])www\.[^\s<>\"“”«»]++"
_PARTS = {
    ItemKind.TAG: r"</?[A-Za-z][^<>\n]{0,200}>|&(?:[a-zA-Z]{2,10}|\#\d{1,6});",
    ItemKind.PLACEHOLDER: (
        r"\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|\{[A-Za-z_0-9][\w.:!\[\]-]{0,50}\}|\{\}"
        r"|%\([A-Za-z_]\w{0,40}\)[sdifr]|(?<![\w%])%(?:\d{1,2}\$)?[sd@](?!\w)"
    ),
    ItemKind.URL: (
        _ADDRESS
        + rf"|(?<![\w@.-])(?>(?:[A-Za-z0-9-]{{1,63}}\.){{1,8}})(?<=\.)(?:{_DOMAINS})\b(?:/[^\s<>\"“”«»]*+)?(?!\.?\w)"
    ),
    ItemKind.EMAIL: r"(?<![\w.+-])[\w.+-]{1,64}+@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}",
    ItemKind.MENTION: r"(?<![\w@/])@\w{1,60}",
    ItemKind.HASHTAG: r"(?<![\w\#&/])\#(?=\w*\p{L})\w{1,100}",
    ItemKind.EMOJI: (
        rf"\p{{RI}}{{2}}|[0-9\#*]\ufe0f?\u20e3"
        rf"|{_EMOJI_BASE}[\ufe0f\p{{EMod}}]{{0,2}}(?:\u200d\p{{Extended_Pictographic}}[\ufe0f\p{{EMod}}]{{0,2}}){{0,8}}"
    ),
    ItemKind.TIME: (
        r"(?<![\d:.,])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?[ \u00a0\u202f]?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)"
        r"|(?<![\d:.,/])(?:[01]?\d|2[0-3])(?::|[ \u00a0]?h[ \u00a0]?)[0-5]\d(?![\d:])"
    ),
    ItemKind.CURRENCY: rf"[{SIGNS}][ \u00a0\u202f]?{NUMERAL}|{NUMERAL}[ \u00a0\u202f]?[{SIGNS}]",
    ItemKind.PERCENT: rf"{NUMERAL}[ \u00a0\u202f]?[%‰٪]",
    ItemKind.NUMBER: NUMERAL,
}
# Addresses without "https" and e-mail addresses begin like any word: looked for only where one can be.
_HAS_NAMES = regex.compile(rf"\w@\w|\.(?:{_DOMAINS})\b")
_WITH_NAMES = regex.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PARTS.items()), regex.V1)
_PLAIN = {kind: pattern for kind, pattern in _PARTS.items() if kind is not ItemKind.EMAIL} | {ItemKind.URL: _ADDRESS}
_FIRST = rf"(?=[<&{{$%@\#\d{SIGNS}\p{{RI}}\p{{Extended_Pictographic}}]|https?:|ftp:|www\.)"
_ITEMS = regex.compile(
    _FIRST + "(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PLAIN.items()) + ")",
    regex.V1,
)
_TRAILING = ".,;:!?…'\")]}»”’"
