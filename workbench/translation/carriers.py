"""Carriers: made-up words that a model copies, so that something else can travel behind them.

Which ones a model lets through nobody can know: each model is tried once, with fixed sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from workbench.translation.samples import sample_sentence


@dataclass(frozen=True, slots=True)
class Carrier:
    """A family of made-up words, one for each number.

    Attributes:
        words: The words; "{}" in a single one stands for the number.
    """

    words: tuple[str, ...]

    def token(self, number: int) -> str:
        """Return the word for a number, counted from 0."""
        return self.words[number] if len(self.words) > 1 else self.words[0].format(number + 1)


# Names come first: a model has a place for a name in its grammar.
CANDIDATES = (
    Carrier(("Xarbok", "Zeltrun", "Quibbex", "Vornak", "Jaxtol", "Wyrkam", "Plozik", "Drengu", "Hubrax")),
    Carrier(("XQ{}",)),
    Carrier(("X{}X",)),
    Carrier(("ZX{}",)),
    Carrier(("Q{}",)),
    Carrier(("[{}]",)),
    Carrier(("__{}__",)),
    Carrier(("<{}>",)),
    Carrier(("{{{}}}",)),
    Carrier(("#{}",)),
    Carrier(("700{}",)),
)


def find_carrier(translate: Callable[[Sequence[str]], Sequence[str]], language: str) -> Carrier | None:
    """Return the first family whose words come through in every fixed sentence, or None.

    Args:
        translate: Translates sentences with the model to be tried.
        language: Language code of its source.
    """
    sample = sample_sentence(language)
    ending = sample[-1] if not sample[-1].isalnum() else ""
    body = sample.removesuffix(ending)
    words = body.split(" ")
    middle = len(words) // 2
    for carrier in CANDIDATES:
        one, two = carrier.token(0), carrier.token(1)
        sentences = [
            f"{body} {one}{ending}",
            f"{one} {body}{ending}",
            " ".join([*words[:middle], one, *words[middle:]]) + ending,
            " ".join([one, *words[:middle], two, *words[middle:]]) + ending,
        ]
        wanted = [(one,), (one,), (one,), (one, two)]
        if all(_comes_through(text, tokens) for text, tokens in zip(translate(sentences), wanted, strict=True)):
            return carrier
    return None


def _comes_through(text: str, tokens: tuple[str, ...]) -> bool:
    return all(len(regex.findall(rf"(?<!\w){regex.escape(token)}(?!\w)", text)) == 1 for token in tokens)
