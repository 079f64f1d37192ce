"""Titles that stay in the source's language in quotation marks: they say nothing of the rest of a translation."""

from __future__ import annotations

import re

from workbench.checks.base import Pair
from workbench.items.small_words import words_in_small

_QUOTED = re.compile(r"[«“„\"‘「『]([^«»“”„\"‘’「」『』]{1,120})[»”“\"’」』]")


def without_kept_titles(pair: Pair) -> tuple[str, str]:
    """Return the source and the translation without what stands in quotation marks, of any style, in both."""
    mine = {_plain(quoted) for quoted in _QUOTED.findall(pair.source)}
    if not mine:
        return pair.source, pair.target
    kept = mine.intersection(map(_plain, _QUOTED.findall(pair.target)))
    if not kept:
        return pair.source, pair.target

    def left(text: str) -> str:
        return _QUOTED.sub(lambda match: " " if _plain(match[1]) in kept else match[0], text)

    return left(pair.source), left(pair.target)


def is_translated_around_titles(pair: Pair) -> bool:
    """Say whether titles were kept, and what stands around them is other words than in the source."""
    source, target = without_kept_titles(pair)
    around = words_in_small(target)
    return target != pair.target and bool(around) and set(around).isdisjoint(words_in_small(source))


def _plain(quoted: str) -> str:
    return quoted.strip(" \u00a0\u202f.,;:!?")
