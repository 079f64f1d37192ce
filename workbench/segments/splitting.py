"""From a text to its sentences."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from workbench.segments.breaks import candidate_breaks
from workbench.segments.profiles import PROFILES, primary_subtag
from workbench.segments.rules import ends_sentence

# White space as `str.isspace` has it: \s of Unicode, and four control characters.
_SPACES = regex.compile(r"[\s\x1c-\x1f]*+")
_LINE_END = regex.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


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


def _sentence_ends(text: str, code: str) -> Iterator[int]:
    if not text:
        return
    profile = PROFILES.get(code)
    start = reached = _end_of_spaces(text, 0)
    for candidate in candidate_breaks(text, code, extra=profile is not None):
        if candidate <= reached:
            continue
        content_end = reached + len(text[reached:candidate].rstrip())
        next_start = _end_of_spaces(text, candidate)
        if next_start == len(text):
            break
        is_end = (
            profile is None
            or _LINE_END.search(text, content_end, next_start) is not None
            or ends_sentence(text, start, content_end, next_start, profile)
        )
        reached = next_start
        if is_end:
            start = next_start
            yield next_start
    yield len(text)


def _end_of_spaces(text: str, offset: int) -> int:
    match = _SPACES.match(text, offset)
    return match.end() if match else offset
