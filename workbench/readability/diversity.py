"""How varied the words of a text are: the moving-average type-token ratio."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Sequence

from workbench.languages import writes_without_spaces
from workbench.readability.words import find_words

WINDOW = 50  # words


def mattr(words: Sequence[Hashable], window: int = WINDOW) -> float | None:
    """Return the moving-average type-token ratio: how many of the words in a window differ, over every window.

    Unlike the plain ratio of different words to words it does not fall with the length of the text.

    Args:
        words: Every word of a text in order, or a number for each; equal ones are one type.
        window: Words in a window; the windows begin at each word that has enough words after it.

    Returns:
        From 1 / window (one word over and over) to 1; None when there are fewer words than a window holds,
        see `why_undefined`.

    Source: Covington and McFall (2010), Cutting the Gordian knot: the moving-average type-token ratio,
    Journal of Quantitative Linguistics 17. They take 500 words for books and smaller windows for shorter texts.
    """
    number = len(words)
    if number < window:
        return None
    # A word is a new type in those windows that hold it but not the same word before it. So no window is
    # looked at: the distance to the same word before, at most a window, is the number of those windows, save at
    # both ends of the text, where fewer windows hold the word.
    seen: dict[Hashable, int] = {}
    last_start = number - window
    different = 0
    for place, word in enumerate(words):
        before = seen.get(word, -1)
        seen[word] = place
        if window <= place <= last_start:
            distance = place - before
            different += distance if distance < window else window
        else:
            first = max(before + 1, place - window + 1)
            different += max(0, min(place, last_start) - first + 1)
    return different / (window * (last_start + 1))


def mattr_of(sentences: Iterable[str], language: str) -> float | None:
    """Return the moving-average type-token ratio of a text in windows of 50 words, see `mattr`.

    Args:
        sentences: One sentence each, in order; a window goes over their ends.
        language: Two- or three-letter code, without a region.

    Returns:
        As `mattr`; None also in languages written without spaces.
    """
    if writes_without_spaces(language):
        return None
    numbers = _NumberedTokens(language)
    words = [number for sentence in sentences for token in sentence.split() for number in numbers[token]]
    return mattr(words)


class _NumberedTokens(dict[str, tuple[int, ...]]):
    """Maps what stands between white space to the numbers of its words, so that each is looked at once.

    Words that differ only in capitals have one number. No word goes over white space.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._types: dict[str, int] = {}

    def __missing__(self, token: str) -> tuple[int, ...]:
        words = [token] if token.isalpha() else find_words(token, self._language)
        forms = (unicodedata.normalize("NFC", word).lower() for word in words)
        numbers = self[token] = tuple(self._types.setdefault(form, len(self._types)) for form in forms)
        return numbers


def why_undefined(words: int) -> str:
    """Return why a text of so many words has no such ratio, a sentence; "" when it has one.

    Args:
        words: Their number; 0 also where words are not counted.
    """
    if not words:
        return "Without words there is no type-token ratio."
    if words < WINDOW:
        return f"Under {WINDOW} words the moving-average type-token ratio is not defined."
    return ""
