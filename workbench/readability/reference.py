"""What textstat says beside what we say, and why the two differ.

Many tools show textstat's numbers, so people compare. Its constants are mostly ours; its counts are not. Which count
explains a difference is computed, not guessed: each is put into our formula alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from workbench.languages import primary, writes_without_spaces
from workbench.readability.counts import Counts, count
from workbench.readability.neutral import measure
from workbench.readability.scores import FORMULAS
from workbench.readability.textstat_values import TextstatValues, ask_textstat, names_of
from workbench.wording import words

MAX_CHARACTERS = 100_000
EXPLAINED_FROM = 2  # points, or grades

_Measure = Callable[[Counts], float | None]
# Counted together: a formula has either.
_INGREDIENTS: dict[str, tuple[str, ...]] = {
    "sentences": ("sentences",),
    "words": ("words",),
    "syllables": ("syllables",),
    "letters": ("letters", "letters_and_digits"),
    "long words": ("long_words",),
    "words of one syllable": ("monosyllables",),
    "words of three syllables or more": ("polysyllables",),
    "complex words": ("complex_words",),
    "difficult words": ("difficult_words",),
}
_NAMES = {
    "sentences": words("sentences"),
    "words": words("words"),
    "syllables": words("syllables"),
    "letters": words("letters"),
    "long words": words("long words"),
    "words of one syllable": words("words of one syllable"),
    "words of three syllables or more": words("words of three syllables or more"),
    "complex words": words("complex words"),
    "difficult words": words("difficult words"),
}
_HYPHENS = words("it counts the places where a word may be hyphenated")
# Why it counts more than we do, and why fewer.
_WHY = {
    "sentences": (
        words("every full stop ends a sentence for it, in an abbreviation or a number too"),
        words("it leaves out sentences of one or two words, and a line end does not end one"),
    ),
    "words": (
        words("it takes for a word what stands between spaces"),
        words("it takes for one word what hyphens, dashes or slashes part"),
    ),
    "syllables": (
        _HYPHENS,
        words("it counts the places where a word may be hyphenated, and so misses vowels at the beginning and the end"),
    ),
    "letters": (
        words("it counts punctuation or digits as letters"),
        words("it counts only what stands in words of its own"),
    ),
    "long words": (words("it joins what hyphens part, and digits count"), words("it joins what hyphens part")),
    "words of one syllable": (_HYPHENS, _HYPHENS),
    "words of three syllables or more": (_HYPHENS, _HYPHENS),
    "complex words": (
        words("it counts names and endings in -ed and -es too"),
        words("it leaves out words of Dale and Chall's list"),
    ),
    "difficult words": (words("names and inflected forms are difficult for it"), words("it joins what hyphens part")),
}
# Where English words are in the dictionary, hyphens decide nothing.
_WHY_IN_ENGLISH = words(
    "it looks words up in the CMU dictionary, joined ones too, and hyphenates those that are not in it"
)
_OTHER_CONSTANTS = {
    "flesch_pt": words(
        "textstat has no formula for Portuguese; it takes the English one (206.835 instead of 248.835)."
    ),
    "coleman_liau": words("textstat multiplies the letters by 0.058; Coleman and Liau wrote 0.0588."),
}


@dataclass(frozen=True, slots=True)
class ReferenceScore:
    """A score of ours and textstat's.

    Attributes:
        id: Our name of the formula or the neutral measure.
        value: textstat's; None when it has none.
        reason: Why it has none, a sentence; "" when it has.
        ours: Our value.
        explanation: Where the two differ by more than 2 points: what explains most of it, a sentence; else "".
    """

    id: str
    value: float | None
    reason: str
    ours: float
    explanation: str


def textstat_says(text: str, language: str) -> tuple[ReferenceScore, ...]:
    """Return textstat's scores of a text beside ours, in our order, then LIX and RIX.

    Nothing is downloaded; one text is computed at a time, so this is for a page that was asked for, not for every
    page. A text of more than `MAX_CHARACTERS` is not given to textstat.

    Args:
        text: The text as one string, for example its sentences joined by spaces.
        language: BCP 47 code; only the language in it matters.

    Returns:
        Empty for a text without words and in languages written without spaces.

    Raises:
        UnknownLanguage: `language` is not a language code.
    """
    base = primary(language)
    counts = count(text, base)
    if writes_without_spaces(base) or not counts.words:
        return ()
    measures = _measures(base)
    ours = {name: measures[name](counts) for name in names_of(base)}
    if len(text) > MAX_CHARACTERS:
        reason = words(
            "Texts of more than {most:,} characters are not given to textstat, which is slow.", most=MAX_CHARACTERS
        )
        return tuple(ReferenceScore(name, None, reason, value or 0.0, "") for name, value in ours.items())
    theirs = ask_textstat(text, base)
    return tuple(
        ReferenceScore(
            id=name,
            value=theirs.scores.get(name),
            reason=theirs.failures.get(name, ""),
            ours=value or 0.0,
            explanation=_explain(name, measures[name], counts, theirs, base),
        )
        for name, value in ours.items()
    )


def _measures(language: str) -> dict[str, _Measure]:
    measures: dict[str, _Measure] = {formula.id: formula.compute for formula in FORMULAS.get(language, ())}
    return measures | {"lix": lambda counts: measure(counts).lix, "rix": lambda counts: measure(counts).rix}


def _explain(name: str, compute: _Measure, ours: Counts, theirs: TextstatValues, language: str) -> str:
    """Return which of textstat's counts moves our formula most towards its value."""
    counts = theirs.counts
    if name not in theirs.scores or not counts.words or not counts.sentences:
        return ""
    if name in {"ari", "gulpease"}:
        letters = round(theirs.characters_per_word * counts.words)
        counts = replace(counts, letters=letters, letters_and_digits=letters)
    start, end = compute(ours) or 0.0, theirs.scores[name]
    if abs(end - start) <= EXPLAINED_FROM:
        return ""
    moves = {
        label: (compute(replace(ours, **{field: getattr(counts, field) for field in fields})) or 0.0) - start
        for label, fields in _INGREDIENTS.items()
    }
    moves[""] = end - (compute(counts) or 0.0)  # what is left when all counts are textstat's: its constants
    label = max(moves, key=lambda each: moves[each] * (end - start))
    if not label:
        return _OTHER_CONSTANTS.get(name, words("textstat puts its counts together in another way."))
    field = _INGREDIENTS[label][-1] if name in {"ari", "coleman_liau"} else _INGREDIENTS[label][0]
    found, expected = getattr(counts, field), getattr(ours, field)
    why = _WHY[label][0 if found > expected else 1]
    if language == "en" and _HYPHENS in why:
        why = _WHY_IN_ENGLISH
    return words(
        "textstat's count of {things} is {found:,}, ours {expected:,}: {why}.",
        things=_NAMES[label],
        found=found,
        expected=expected,
        why=why,
    )
