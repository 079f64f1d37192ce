"""Which token a model carries through a translation: found by trying, for each model once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from workbench.translation.samples import sample_sentence

MOST_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class Carrier:
    """A shape of tokens.

    Attributes:
        shape: With "{}" for the number; or names apart by spaces, the first of which is number 1.
    """

    shape: str

    def __call__(self, number: int) -> str:
        """Return the token of a number, from 1; "" when the shape has no more."""
        if "{}" in self.shape:
            return self.shape.replace("{}", str(number))
        names = self.shape.split()
        return names[number - 1] if number <= len(names) else ""


# Those first that can least be taken for a word or a number of the text.
CARRIERS = tuple(
    Carrier(shape)
    for shape in (
        "XQ{}",
        "ZX{}",
        "X{}",
        "Q{}",
        "Z{}",
        "K{}",
        "[{}]",
        "Zyx{}",
        "ID{}",
        "⟨{}⟩",
        "_{}_",
        "__{}__",
        "<{}>",
        "Zyx Vok Wex Qol",
        "700{}",
        "XX{}",
    )
)
_ENGLISH = (
    "The {0} is here.",
    "We spoke to {0} on Monday.",
    "Please write to {0} or {1} for help.",
    "{0} said that {1} is ready.",
    "You can find it at {0}.",
    "He thanked {0}, {1} and {2}.",
)


def find_carrier(translate: Callable[[list[str]], list[str]], source: str) -> Carrier | None:
    """Return the first shape of which every token comes through every sentence just once; None if none does.

    Args:
        translate: Translates sentences with the model to try, without any protection.
        source: Canonical code of the model's source language. English has sentences of its own; any other has
            its sample sentence, with tokens before, within and behind it.
    """
    patterns = _patterns(source)
    for carrier in CARRIERS:
        sentences = [pattern.format(*map(carrier, range(1, MOST_AT_ONCE + 1))) for pattern in patterns]
        translations = translate(sentences)
        if all(_comes_through(carrier, *pair) for pair in zip(sentences, translations, strict=True)):
            return carrier
    return None


def _patterns(source: str) -> Sequence[str]:
    if source.partition("-")[0] == "en":
        return _ENGLISH
    sentence = sample_sentence(source).replace("{", "").replace("}", "")
    words = sentence.split(" ")
    if len(words) < 4:
        return (sentence[:-1] + " {0}" + sentence[-1:], "{0} " + sentence, "{0}: {1} " + sentence)
    half = len(words) // 2
    within = " ".join([*words[:half], "{0}", *words[half:]])
    last = sentence[-1:] if not sentence[-1:].isalpha() else ""
    return (
        within,
        f"{{0}} {sentence}",
        f"{sentence.removesuffix(last)} {{0}}{last}",
        " ".join([*words[:half], "{0}, {1}, {2}", *words[half:]]),
    )


def _comes_through(carrier: Carrier, sentence: str, translation: str) -> bool:
    tokens = [token for number in range(1, MOST_AT_ONCE + 1) if (token := carrier(number)) and token in sentence]
    return all(len(find_token(token, translation)) == 1 for token in tokens)


def find_token(token: str, text: str) -> list[str]:
    """Return each place where a token stands alone, not within a longer one."""
    found: list[str] = regex.findall(rf"(?<!\w){regex.escape(token)}(?!\w)", text)
    return found
