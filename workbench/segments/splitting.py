"""From a text to its sentences."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from workbench.segments.breaks import candidate_breaks
from workbench.segments.profiles import PROFILES, primary_subtag
from workbench.segments.profiles.base import Profile
from workbench.segments.rules import WINDOW, ends_sentence, looks_further

# White space as `str.isspace` has it: \s of Unicode, and four control characters.
_SPACES = regex.compile(r"[\s\x1c-\x1f]*+")
_LINE_END = regex.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MAX_KNOWN = 1_024


def split_sentences(text: str, language: str) -> list[str]:
    """Split a text into sentences without losing a character.

    Breaks are those of ICU (Unicode Annex 29), taken back after abbreviations, initials, ordinals and list
    numbers, before a small letter and inside a sentence's quotations; a line end always breaks. Time is
    linear in the length of the text. Safe to call from many threads.

    Args:
        text: Any text.
        language: BCP 47 code ("en", "en-GB", "pt_BR"). A language without a profile, or a code that is
            none, gets the plain breaks of ICU.

    Returns:
        Pieces that join to `text`. White space stays at the end of the piece before it; each piece has
        something else than white space, unless the whole text has not. An empty text has no pieces.
    """
    code = primary_subtag(language)
    pieces = []
    start = 0
    for end in _sentence_ends(text, code):
        pieces.append(text[start:end])
        start = end
    return pieces


class _Decisions:
    """Whether a sentence ends, remembered: text made only of breaks ("A. A. A.") asks the same again and again."""

    def __init__(self, text: str, profile: Profile) -> None:
        self._text = text
        self._profile = profile
        self._known: dict[tuple[str, int, int, bool], bool] = {}

    def ends_sentence(self, start: int, content_end: int, next_start: int) -> bool:
        """Answer as `rules.ends_sentence` does."""
        left = max(start, content_end - WINDOW)
        around = self._text[left : next_start + WINDOW]
        if looks_further(around, next_start - left):
            return ends_sentence(self._text, start, content_end, next_start, self._profile)
        key = (around, content_end - left, next_start - left, left == start)
        answer = self._known.get(key)
        if answer is None:
            answer = ends_sentence(self._text, start, content_end, next_start, self._profile)
            if len(self._known) < _MAX_KNOWN:
                self._known[key] = answer
        return answer


def _sentence_ends(text: str, code: str) -> Iterator[int]:
    if not text:
        return
    profile = PROFILES.get(code)
    decide = None if profile is None else _Decisions(text, profile)
    start = reached = _end_of_spaces(text, 0)
    for candidate in candidate_breaks(text, code, extra=profile is not None):
        if candidate <= reached:
            continue
        content_end = reached + len(text[reached:candidate].rstrip())
        next_start = _end_of_spaces(text, candidate)
        if next_start == len(text):
            break
        gap = text[content_end:next_start]
        is_end = (
            decide is None
            or (gap != " " and _LINE_END.search(gap) is not None)
            or decide.ends_sentence(start, content_end, next_start)
        )
        reached = next_start
        if is_end:
            start = next_start
            yield next_start
    yield len(text)


def _end_of_spaces(text: str, offset: int) -> int:
    if not text[offset : offset + 1].isspace():
        return offset
    match = _SPACES.match(text, offset)
    return match.end() if match else offset
