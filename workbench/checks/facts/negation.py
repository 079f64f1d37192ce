"""A negation that was lost or made up, in the languages whose small words are known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.items.small_words import words_in_small
from workbench.wording import words

# What says no to a verb: if this is gone, the sentence may say the opposite.
_STRONG = {
    "en": r"not|never|cannot|\p{L}+n['’]t",
    "es": r"no|nunca|jamás|tampoco",
    "fr": r"ne|jamais",
    "de": r"nicht|nie|niemals",
    "it": r"non|mai",
    "pt": r"não|nunca|jamais",
    "nl": r"niet|nooit",
    "pl": r"nie|nigdy",
    "ru": r"не|никогда",
}
# What can stand for it: other words of denial, and words that deny by what they mean or how they begin.
_WEAK = {
    "en": r"no|none|nobody|nothing|nor|neither|without|nowhere|unless|hardly|rarely|barely|scarcely|few|"
    r"little|only|just|until|yet|fail\p{L}*|refus\p{L}*|den(?:y|ie)\p{L}*|lack\p{L}*|avoid\p{L}*|"
    r"prevent\p{L}*|unable|stop\p{L}*|instead|rather|miss\p{L}*|reject\p{L}*|oppos\p{L}*|ban\p{L}*|"
    r"other|far|absen\p{L}*|despite|although|but|beyond|too|out|(?:un|in|im|dis|non|ir|il)\p{L}{4,}|"
    r"\p{L}+less",
    "es": r"sin|ni|nada|nadie|ningun[oa]s?|ningún|sino|salvo|excepto|falta\p{L}*|apenas|poc[oa]s?|sol[oa]|"
    r"sólo|únic\p{L}+|neg\p{L}+|rechaz\p{L}+|evit\p{L}+|imped\p{L}+|lejos|carec\p{L}+|hasta|"
    r"deja\p{L}*|(?:in|im|des|ir)\p{L}{4,}|aunque|menos|además",
    "fr": r"pas|sans|ni|rien|aucune?s?|personne|non|sauf|hormis|peu|seule?s?|seulement|que|plus|guère|"
    r"refus\p{L}+|évit\p{L}+|empêch\p{L}+|loin|manqu\p{L}+|(?:in|im|dé|ir|mé)\p{L}{4,}",
    "de": r"kein\p{L}*|ohne|nichts|niemand\p{L}*|weder|noch|kaum|nur|erst|statt|anstatt|sondern|selten|"
    r"wenig\p{L}*|verhinder\p{L}+|weiger\p{L}+|vermeid\p{L}+|fehl\p{L}+|verneint?\p{L}*|ab\p{L}{4,}|"
    r"(?:un|miss)\p{L}{4,}|\p{L}+los\p{L}{0,2}|nein|außer|bis",
    "it": r"senza|né|nulla|niente|nessun\p{L}*|neanche|nemmeno|tranne|solo|poc\p{L}+|"
    r"(?:in|im|dis|s)\p{L}{4,}|no|fino|oltre",
    "pt": r"sem|nem|nada|ninguém|nenhum\p{L}*|exceto|só|apenas|pouc\p{L}+|(?:in|im|des)\p{L}{4,}|até|além|"
    r"deix\p{L}+",
    "nl": r"geen|zonder|niets|niemand|noch|nauwelijks|slechts|alleen|pas|(?:on|mis)\p{L}{4,}|\p{L}+loos|nee|"
    r"maar",
    "pl": r"bez|ani|nic|nikt|żad\p{L}+|brak\p{L}*|tylko|(?:nie)\p{L}{3,}|mało|dopiero|poza",
    "ru": r"ни|без|нет|никто|ничего|никак\p{L}+|нельзя|только|отказ\p{L}+|(?:не|бес|без)\p{L}{3,}|лишь|мало|"
    r"пока|кроме",
}
# What says no and means yes: "isn't it?", "won't he?", "couldn't be happier", "don't forget".
_NOT_ONLY = regex.compile(
    r"\bnot only\b|\bwhether or not\b|\bwhy not\b|\p{L}n['’]t (?:I|you|he|she|it|we|they|that|this)\b[^.!]{0,80}\?"
    r"|\bisn['’]t it\b|\bcan['’]t wait\b|\bcould(?:n['’]t| not) (?:agree more|be (?:more|better|happier|prouder))\b"
    r"|\b(?:don['’]t|do not) (?:forget|hesitate)\b",
    regex.IGNORECASE,
)


def _pattern(language: str, *ways: str) -> regex.Pattern[str]:
    elided = r"|(?<!\p{L})n['’](?=\p{L})" if language == "fr" else ""
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{'|'.join(ways)})(?![\p{{L}}\p{{M}}]){elided}", regex.IGNORECASE)


_DENIES = {language: _pattern(language, ways) for language, ways in _STRONG.items()}
_MAY_DENY = {language: _pattern(language, ways, _WEAK[language]) for language, ways in _STRONG.items()}


# "t" is what stands behind the apostrophe of "didn't", "n" before that of "n'est".
_SIGNS = {
    language: frozenset(ways.split("|")) | frozenset({"en": {"t"}, "fr": {"n"}}.get(language, ()))
    for language, ways in _STRONG.items()
}


class Negation:
    """A sentence that says "not" must not become one that denies nothing.

    Told where one side denies its verb and the other has no word of denial whatever, nor one that denies by how it
    begins or what it means ("un-", "without", "refuse", "only"): so a negation lost beside another is not seen.
    """

    id: ClassVar[str] = "negation"
    name: ClassVar[str] = "Negation"
    description: ClassVar[str] = (
        "One side says “not” or “never” and nothing in the other denies anything. Other words of denial, and words "
        "that deny by their meaning, pass. Nine languages."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("He did not pay.", "Pagó.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Return a negation that has no counterpart."""
        source, target = (code.partition("-")[0] for code in (pair.source_language, pair.target_language))
        if source not in _DENIES or target not in _DENIES:
            return
        mine, theirs = _denial(pair.source, source), _denial(pair.target, target)
        if mine and not theirs and not _NOT_ONLY.search(pair.source) and not _MAY_DENY[target].search(pair.target):
            message = words("The source says {piece}; nothing in the translation denies.", piece=mine[0])
            yield finding_in(self, pair, Side.SOURCE, mine.span(), message)
        elif theirs and not mine and not _MAY_DENY[source].search(pair.source):
            message = words("The translation says {piece}; nothing in the source denies.", piece=theirs[0])
            yield finding_in(self, pair, Side.TARGET, theirs.span(), message)


def _denial(text: str, language: str) -> regex.Match[str] | None:
    """Return the first word of a text that denies its verb; most texts have none, which is quickly seen."""
    if _SIGNS[language].isdisjoint(words_in_small(text)):
        return None
    return _DENIES[language].search(text)
