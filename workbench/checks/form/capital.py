"""The letter a translation begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.form.mending import mended, visible
from workbench.items.calendar import calendar_names
from workbench.languages import primary
from workbench.wording import words
from workbench.writing.stop_words import small_words

# What opens a sentence, or marks it as an item of a list; an ellipsis means that it goes on.
_FIRST = re.compile(r"[\s\"“”„«»「‘'’(\[¿¡—–•*-]*([^\W\d_])(\w*)")
_LEAST_NAME = 4  # letters of a name in small letters, "adidas"; shorter words are in many languages
_NOT_FIRST = re.compile(r"[’']\w\s|\w['’]\s")  # Dutch "'s Avonds"


class Capital:
    """A small letter at the start where the source has a capital, or the other way round."""

    id: ClassVar[str] = "capital"
    name: ClassVar[str] = "First letter"
    description: ClassVar[str] = (
        "The translation begins with a small letter and the source with a capital; the other way round it is a hint. "
        "Numbers, addresses, “iPhone” and Dutch “'s Avonds” pass, and so do scripts without capitals."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("The council met.", "el concejo se reunió.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield at most one finding, on the first letter."""
        hidden = visible(pair.target)
        mine, theirs = _FIRST.match(visible(pair.source).text), _FIRST.match(hidden.text)
        if mine is None or theirs is None:
            return
        letter, rest = theirs[1], theirs[2]
        if mine[1].isupper() and letter.islower() and (rest == "" or rest.islower()):
            capital = _capital(letter, rest, primary(pair.target_language))
            if capital != letter and not _begins_otherwise(theirs, pair):
                start = theirs.start(1)
                message = words("The source begins with a capital letter.")
                yield mended(self, pair, [(start, start + len(capital), capital)], message)
        elif mine[1].islower() and mine[2].islower() and letter.isupper() and (rest == "" or rest.islower()):
            is_same_word = (letter + rest).lower() == mine[0].lower()[mine.start(1) - mine.start() :]  # "de Gaulle"
            if is_same_word or letter + rest in pair.source or _is_always_large(theirs, primary(pair.target_language)):
                return
            start = hidden.offset(theirs.start(1))
            message = words("The source begins with a small letter.")
            yield finding_in(self, pair, Side.TARGET, (start, start + 1), message, severity=Severity.HINT)


def _capital(letter: str, rest: str, code: str) -> str:
    """Return the letter (in Dutch "ij", two) as a capital; the same where it has none of one character."""
    if letter == "i" and code in ("tr", "az"):
        return "İ"
    if letter == "i" and rest.startswith("j") and code == "nl":
        return "IJ"
    capital = letter.upper()
    return capital if len(capital) == 1 else letter


def _is_always_large(first: re.Match[str], code: str) -> bool:
    """Say whether a word has a capital wherever it stands: German nouns, English "I", months and days."""
    if code != "en":
        return code == "de"
    is_pronoun = first[1] + first[2] == "I"
    return is_pronoun or any(name.start == first.start(1) for name in calendar_names(first.string, code))


def _begins_otherwise(first: re.Match[str], pair: Pair) -> bool:
    """Say whether the first word is rightly small: a word the source writes like this, or Dutch "'s"."""
    text = first.string
    start = first.start(1)
    if _NOT_FIRST.match(text, start - 1 if start else 0):
        return True
    word = first[1] + first[2]
    if len(word) < _LEAST_NAME or word in small_words(primary(pair.target_language)):
        return False
    return re.search(rf"\b{re.escape(word)}\b", pair.source) is not None
