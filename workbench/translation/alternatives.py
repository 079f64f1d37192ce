"""Other translations of one sentence: what else a wide beam holds, without near-copies.

A beam's hypotheses often differ in a comma or a capital only. Those count as one; of the rest, the ones that
differ in more than a word from all better ones come before the ones that do not.
"""

from __future__ import annotations

import itertools
import re
import time
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.translation.cutting import cut
from workbench.translation.decoding import Decoding, Hypothesis
from workbench.translation.models import Model
from workbench.translation.protect import prepare
from workbench.translation.searching import Variant, search

MOST = 5
PATIENCE_SECONDS = 15.0
_SHORT_CHARS = 240
_LONG_CHARS = 600
_PIVOTS = 4
_VARIED_PARTS = 6
# e to this: an alternative whose tokens are on average half as probable as the best one's is no help.
_WORST_BELOW_BEST = 0.7
_IGNORED = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Leg:
    """A model, and the codes of the languages that it translates between here."""

    model: Model
    source: str
    target: str


def find_alternatives(
    legs: Sequence[Leg], sentence: str, *, count: int = MOST, decoding: Decoding, avoid: Iterable[str] = ()
) -> tuple[Hypothesis, ...]:
    """Return up to `count` different translations, the best first.

    Args:
        legs: One, or two that translate one after the other.
        sentence: One sentence.
        count: How many at most.
        decoding: Parameters; the beam is widened as needed.
        avoid: Texts that are known already.

    Raises:
        ModelBusy: The decoder was busy with other work for `PATIENCE_SECONDS`.
        BrokenPackage: The decoder failed.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    known = [text_key(text) for text in avoid]
    chosen: tuple[Hypothesis, ...] = ()
    for beam in _beams(sentence):
        pool = _through(legs, sentence, decoding, beam, until)
        chosen = choose(pool, count, known)
        if len(chosen) >= count or len(pool) < beam:
            break
    return chosen


def choose(pool: Iterable[Hypothesis], count: int, known: Iterable[str] = ()) -> tuple[Hypothesis, ...]:
    """Return the best of a pool that differ from each other and from what is known, the best first.

    Args:
        pool: Translations of one sentence, in any order.
        count: How many at most.
        known: Keys (`text_key`) of texts to leave out.
    """
    taken, ordered = set(known), []
    by_score = sorted(pool, key=lambda hypothesis: -hypothesis.score)
    for hypothesis in by_score:
        key = text_key(hypothesis.text)
        if "\N{REPLACEMENT CHARACTER}" in hypothesis.text:
            continue  # half a character: the tokens do not make a text
        if key and key not in taken and hypothesis.score >= by_score[0].score - _WORST_BELOW_BEST:
            taken.add(key)
            ordered.append(hypothesis)
    varied: list[Hypothesis] = []
    for hypothesis in ordered:
        if all(_differing_words(hypothesis.text, other.text) > 1 for other in varied):
            varied.append(hypothesis)
    near = [hypothesis for hypothesis in ordered if hypothesis not in varied]
    return tuple(sorted((varied + near)[:count], key=lambda hypothesis: -hypothesis.score))


def _beams(sentence: str) -> tuple[int, ...]:
    """Return the beams to try: a wide one costs more than it brings where there is much to vary."""
    if len(sentence) <= _SHORT_CHARS:
        return (10, 24)
    return (10,) if len(sentence) <= _LONG_CHARS else (4,)


def text_key(text: str) -> str:
    """Return what two texts share that differ in case, white space or punctuation only."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _IGNORED.sub(" ", folded).strip() or folded.strip()


def _differing_words(one: str, other: str) -> int:
    left, right = set(text_key(one).split()), set(text_key(other).split())
    return max(len(left - right), len(right - left))


def _through(legs: Sequence[Leg], sentence: str, decoding: Decoding, beam: int, until: float) -> Sequence[Hypothesis]:
    """Return what one model makes of the sentence, or what the second makes of the first one's best."""
    first = list(_hypotheses(legs[0], sentence, decoding, beam, until))
    if len(legs) == 1:
        return first
    halfway = choose(first, _PIVOTS)
    pool = []
    for place, between in enumerate(halfway):
        width = beam if place == 0 else max(2, beam // 4)
        for onward in _hypotheses(legs[1], between.text, decoding, width, until):
            pool.append(Hypothesis(onward.text, between.score + onward.score, pivot=between.text))
    return pool


def _hypotheses(leg: Leg, sentence: str, decoding: Decoding, beam: int, until: float) -> Iterable[Hypothesis]:
    """Yield translations of a sentence; of one in parts, each varies one part and keeps the best of the others."""
    model, prepared = leg.model, prepare(sentence, leg.source, leg.target)
    parts = cut(prepared.core, model.tokenizer.encode)
    if not parts:
        return
    # What is three times as long as its source loops, and would take the longest of all.
    longest = 3 * max(len(part.tokens) for part in parts) + 10
    bounded = replace(decoding, max_decoding_length=min(longest, decoding.max_decoding_length))
    results = search(model, [part.tokens for part in parts], bounded, beam, until=until)
    best = [variants[0] for variants in results]
    gaps = [part.gap for part in parts]
    seen = set()
    for place, variants in itertools.islice(enumerate(results), _VARIED_PARTS):
        for variant in variants:
            joined = _join([*best[:place], variant, *best[place + 1 :]], gaps)
            if not variant.is_cut_off and joined.text not in seen:
                seen.add(joined.text)
                yield replace(joined, text=prepared.finish(joined.text))


def _join(variants: Sequence[Variant], gaps: Sequence[str]) -> Hypothesis:
    text = "".join(variant.text + gap for variant, gap in zip(variants, [*gaps[:-1], ""], strict=True))
    tokens = sum(variant.tokens for variant in variants)
    return Hypothesis(text, sum(variant.total for variant in variants) / tokens)
