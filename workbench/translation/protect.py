"""Protect what must not change: cut it off before decoding, and put it back after.

`prepare` gives what a model is to see; `Prepared.finish` makes the translation of a sentence of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.items import NUMERIC, ItemKind, find_items
from workbench.items.numbers import in_target_format
from workbench.translation.edges import cut_edges
from workbench.translation.masks import Masked, Use, mask
from workbench.translation.mending import mend
from workbench.writing.capitals import in_capitals, in_sentence_case, is_in_capitals
from workbench.writing.typography import fit_typography

__all__ = ["Masked", "Prepared", "Use", "mend", "prepare"]

# Numbers may be set as the target language does, and no rule changes an emoji.
_SET_FREELY = NUMERIC | {ItemKind.EMOJI}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sentence ready to be decoded.

    Attributes:
        sentence: As it was given.
        source: Its language.
        target: The language to translate into.
        before: Characters before the core that come back as they are.
        core: What the model is given; "" when there is nothing to decode: the translation is the sentence.
        after: Characters after the core.
        uses: Glossary terms in the core, their offsets counted in it.
        is_in_capitals: Whether the sentence is; the core is not, and the translation will be.
    """

    sentence: str
    source: str
    target: str
    before: str
    core: str
    after: str
    uses: tuple[Use, ...] = ()
    is_in_capitals: bool = False

    def finish(self, text: str) -> str:
        """Return the translation of the sentence, given that of the core: the edges back, set as the language is."""
        if not self.core:
            return self.sentence
        text = in_capitals(text) if self.is_in_capitals else text
        whole = self.before + text.strip() + self.after
        kept = [(item.start, item.end) for item in find_items(whole) if item.kind not in _SET_FREELY]
        return fit_typography(self.sentence, whole, self.target, kept)

    def masked(self, carrier: Callable[[int], str], *, numbers: bool = False) -> Masked | None:
        """Return the core with its items and terms replaced by tokens that the model carries; None if it has none.

        Args:
            carrier: Gives the token of each number, from 1.
            numbers: Whether to replace numbers too.
        """
        number = (lambda digits: in_target_format(digits, self.source, self.target)) if numbers else None
        return mask(self.core, self.uses, carrier, self.finish, number=number) if self.core else None


def prepare(sentence: str, source: str, target: str, *, uses: Sequence[Use] = ()) -> Prepared:
    """Cut off what needs no model.

    Args:
        sentence: One sentence, any text.
        source: Canonical code of its language.
        target: Canonical code of the language to translate into.
        uses: Glossary terms found in the sentence, by their offsets in it.
    """
    start, end = cut_edges(sentence, source)
    inner = tuple(
        Use(use.start - start, use.end - start, use.wanted) for use in uses if start <= use.start and use.end <= end
    )
    core = sentence[start:end]
    shouts = is_in_capitals(core)
    core = in_sentence_case(core) if shouts else core
    return Prepared(sentence, source, target, sentence[:start], core, sentence[end:], inner, shouts)
