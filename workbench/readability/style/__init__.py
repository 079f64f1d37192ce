"""Passive voice and adverbs in a sentence, in the languages with a rule that was tested on news.

A rule would rather miss a case than call something passive that is not: what each leaves out stands in its module and
in docs/readability.md.
"""

from __future__ import annotations

from workbench.readability.style import dutch, english, french, german, italian, portuguese, spanish
from workbench.readability.style.adjacent import AdjacentPassive
from workbench.readability.style.adverbs import ADVERBS
from workbench.readability.style.bracket import BracketPassive
from workbench.readability.style.tokens import Span, tokens_of

PASSIVES: dict[str, AdjacentPassive | BracketPassive] = {
    "de": german.PASSIVE,
    "en": english.PASSIVE,
    "es": spanish.PASSIVE,
    "fr": french.PASSIVE,
    "it": italian.PASSIVE,
    "nl": dutch.PASSIVE,
    "pt": portuguese.PASSIVE,
}


def find_passives(sentence: str, language: str) -> tuple[Span, ...] | None:
    """Return where verbs stand in the passive, from the auxiliary to the participle or the other way round.

    Args:
        sentence: One sentence.
        language: Two- or three-letter code, without a region.

    Returns:
        Spans (start, end) of the sentence, in order; None in a language without a rule.
    """
    rule = PASSIVES.get(language)
    return None if rule is None else tuple(rule.find(tokens_of(sentence, language)))


def find_adverbs(sentence: str, language: str) -> tuple[Span, ...] | None:
    """Return where adverbs stand that are made from adjectives (quickly, rápidamente, rapidement).

    Args:
        sentence: One sentence.
        language: Two- or three-letter code, without a region.

    Returns:
        Spans (start, end) of the sentence, in order; None in a language without a rule.
    """
    is_adverb = ADVERBS.get(language)
    if is_adverb is None:
        return None
    tokens = tokens_of(sentence, language)
    return tuple(token.span for place, token in enumerate(tokens) if is_adverb(token, place == 0))
