"""How varied the words of a text are: the moving-average type-token ratio."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

WINDOW = 50  # words


def mattr(words: Sequence[str], window: int = WINDOW) -> float | None:
    """Return the moving-average type-token ratio: how many of the words in a window differ, over every window.

    Unlike the plain ratio of different words to words it does not fall with the length of the text. Forms are
    compared without regard to capitals; inflected forms differ.

    Args:
        words: Every word of a text in order.
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
    numbers = _number_types(words)
    # A word is a new type in those windows that hold it but not the same word before it. So no window is
    # looked at: the distance to the same word before, at most a window, is the number of those windows, save at
    # both ends of the text, where fewer windows hold the word.
    seen = [-1] * number
    last_start = number - window
    different = 0
    for place, word in enumerate(numbers):
        before = seen[word]
        seen[word] = place
        if window <= place <= last_start:
            distance = place - before
            different += distance if distance < window else window
        else:
            first = max(before + 1, place - window + 1)
            different += max(0, min(place, last_start) - first + 1)
    return different / (window * (last_start + 1))


def _number_types(words: Sequence[str]) -> list[int]:
    """Return a number for each word, the same for equal words; each form is looked at once, because most repeat."""
    numbers = dict.fromkeys(words, 0)
    types: dict[str, int] = {}
    for form in numbers:
        numbers[form] = types.setdefault(unicodedata.normalize("NFC", form).lower(), len(types))
    return list(map(numbers.__getitem__, words))


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
