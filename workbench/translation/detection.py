"""Find what is wrong with one translation, knowing only the sentence and the two languages.

Every threshold is set so that translations by people pass: docs/repair.md has the figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from workbench.items import NUMERIC, added_items, lost_items
from workbench.languages import primary
from workbench.memory.terms import CaseRule, TermUse, broken_uses
from workbench.translation.faults import Fault, FaultKind
from workbench.translation.protect import Prepared
from workbench.writing.capitals import is_in_capitals
from workbench.writing.echoes import is_echo, words_alone
from workbench.writing.foreign import find_wrong_language, is_in_wrong_script
from workbench.writing.loops import find_loop
from workbench.writing.scripts import amount

_SEVERITY = {kind: place for place, kind in enumerate(FaultKind)}
# From so many Latin letters on a translation has at least, at most so many times as many as its source.
_LENGTH_BOUNDS = ((80, 0.4, 2.5), (40, 0.33, 3.0), (15, 0.25, 4.5), (0, 0.0, 12.0))
# Where models stop too early: after a label, a sentence in the sentence, an emoji.
_STOPS = re.compile(r"[:：] |[.!?…;] (?=\S)|[。！？；](?=\S)|[\u2600-\u27bf\U0001f300-\U0001faff]+\ufe0f?")
# One letter for a whole sentence is nothing too.
_NOTHING = 0.04


def find_faults(
    prepared: Prepared,
    text: str,
    source: str,
    target: str,
    *,
    uses: Sequence[TermUse] = (),
    is_cut_off: bool = False,
    is_suspect: bool = False,
) -> tuple[Fault, ...]:
    """Return what is wrong with a translation, the worst first; nothing for a good one.

    Args:
        prepared: The sentence.
        text: The finished translation.
        source: Language code of the sentence.
        target: Language code of the translation.
        uses: The terms in the sentence that it should be translated with.
        is_cut_off: Whether the decoder stopped because it had written as much as it may.
        is_suspect: Whether another translation of the sentence echoed it: then half an echo is one.
    """
    found = [*_find(prepared.sentence, text, source, target, is_cut_off, is_suspect)]
    if not found or found[0].kind is not FaultKind.EMPTY:
        found += _lost(prepared.sentence, text, source, target)
        found += broken_terms(uses, prepared.sentence, text)
    return tuple(sorted(found, key=lambda fault: _SEVERITY[fault.kind]))


def broken_terms(uses: Sequence[TermUse], sentence: str, text: str) -> tuple[Fault, ...]:
    """Return a fault for each term that a translation does not follow.

    In a headline in capitals a term's own capitals cannot be seen, only those of one that is kept as it stands.
    """
    if not uses:
        return ()
    if is_in_capitals(sentence):
        uses = [use if use.term.keep else replace(use, term=replace(use.term, case=CaseRule.ANY)) for use in uses]
    return tuple(Fault(FaultKind.BROKEN_TERM, use.wanted) for use in broken_uses(uses, text))


def burden(faults: tuple[Fault, ...]) -> tuple[int, int]:
    """Return a sort key: nothing wrong comes first, then the lighter of the worst faults, then fewer of them."""
    return (len(FaultKind) - _SEVERITY[faults[0].kind], len(faults)) if faults else (0, 0)


def _find(sentence: str, text: str, source: str, target: str, is_cut_off: bool, is_suspect: bool) -> Iterator[Fault]:
    said, written = amount(sentence), amount(text)
    if said and written <= _NOTHING * said:
        yield Fault(FaultKind.EMPTY)
        return
    if loop := find_loop(text, sentence):
        yield Fault(FaultKind.LOOP, loop)
    elif is_echo(*words_alone(sentence, text), *_primary(source, target), is_suspect=is_suspect):
        yield Fault(FaultKind.ECHO)
    elif is_in_wrong_script(sentence, text, target):
        yield Fault(FaultKind.WRONG_SCRIPT)
    elif other := find_wrong_language(text, target):
        yield Fault(FaultKind.WRONG_LANGUAGE, other)
    if is_cut_off:
        yield Fault(FaultKind.CUT_OFF)
    elif dropped := _dropped_text(sentence, said, written):
        yield Fault(FaultKind.DROPPED_TEXT, dropped)
    else:
        yield from _length(said, written)


def _lost(sentence: str, text: str, source: str, target: str) -> Iterator[Fault]:
    """Yield a fault for each item that is gone; one that another stands for is changed."""
    lost = lost_items(sentence, text, source, target)
    if not lost:
        return
    added = Counter(item.kind in NUMERIC for item in added_items(sentence, text, source, target))
    for item in lost:
        is_numeric = item.kind in NUMERIC
        yield Fault(FaultKind.CHANGED_ITEM if added[is_numeric] > 0 else FaultKind.LOST_ITEM, item.text)
        added[is_numeric] -= 1


@lru_cache(maxsize=256)
def _primary(source: str, target: str) -> tuple[str, str]:
    return primary(source), primary(target)


def _dropped_text(sentence: str, said: float, written: float) -> str:
    """Return the part that was left out: the translation is as long as what stands before it."""
    if said < 12 or written > 0.6 * said:
        return ""
    kept, start = 0.0, 0
    for stop in _STOPS.finditer(sentence):
        kept += amount(sentence[start : stop.end()])
        start = stop.end()
        left_out = said - kept
        # What is left out must be longer than a difference between two languages, and what is kept must fit.
        if left_out >= 8 and written <= max(1.6 * kept, kept + 3) and written >= 0.5 * kept:
            return sentence[start:].strip()
    return ""


def _length(said: float, written: float) -> Iterator[Fault]:
    least, most = next((least, most) for start, least, most in _LENGTH_BOUNDS if said >= start)
    if written < least * said:
        yield Fault(FaultKind.TOO_SHORT)
    elif written > max(most * said, 24):
        yield Fault(FaultKind.TOO_LONG)
