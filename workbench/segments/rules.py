"""Whether a sentence ends at a break that ICU, or `breaks.py`, proposes: by what surrounds the break."""

from __future__ import annotations

import regex

from workbench.segments.breaks import BULLETS, CLOSERS
from workbench.segments.full_stops import OPENERS, Following, stop_ends
from workbench.segments.profiles.base import Profile

# Characters looked at on each side of a break, so that every break costs the same.
WINDOW = 64
_PARENTHESIS_CHARS = 300
_SHORT_PARENTHESIS_CHARS = 25
_QUOTES = frozenset("\"'’‘”“»«›‹")
_DASHES = frozenset("—–-")
_STRIPPED = CLOSERS + " \t\xa0\u2009\u202f"
_FAMOUS = frozenset({"Yahoo", "Jeopardy", "Wham", "Yum", "Kahoot", "Joomla"})  # names that end in "!"
_HESITANT = frozenset({"I", "I'm", "I’m", "I've", "I’ve"})  # "Mom... I'm afraid": the capital says nothing

_NEXT = regex.compile(r"([\s\"'‘’“„”‚«»‹›()\[\]{}¿¡—–\-$€£¥₴₽#@]{0,8}+)([\p{L}\p{M}\p{N}'’]*+)(\.?)")
_INNER_CAPITAL = regex.compile(r"\p{Ll}{1,2}\p{Lu}|['’]\p{Ll}\s\p{Lu}")
_NO_SPACE_SCRIPT = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_SPACED_CLOSER = regex.compile(r"[»›”’\"')\]」』）](?=[\s,.;:!?)]|$)")
_AFTER_QUOTE = regex.compile(
    r"\p{Hiragana}|(?![没沒无無不])\p{Han}{1,5}?(?:说|說|道|问|問|喊|称|稱|表示|指出|答)[，。：；,]"
)
_SPEAKER = regex.compile(r"(?:\p{L}{1,5}\.\s)?(?:(?:\p{Lu}[\p{L}'’-]*+|\p{Lu}\.)\s){1,3}+(\p{Ll}++)")


def ends_sentence(text: str, start: int, content_end: int, next_start: int, profile: Profile) -> bool:
    """Return whether the piece that begins at `start` ends between `content_end` and `next_start`.

    Args:
        text: The whole text.
        start: Where the piece begins.
        content_end: After the last character that is not white space.
        next_start: The first character after the white space; equal to `content_end` without any.
        profile: The language's abbreviations.
    """
    if text[next_start] in BULLETS:
        return True
    left = text[max(start, content_end - WINDOW) : content_end]
    core = left.rstrip(_STRIPPED)
    if not core:
        return False
    last = core[-1]
    closers = left[len(core) :]
    if last not in ".!?…":
        return _ends_outside_latin(text, last, closers, next_start)
    if content_end == next_start and not _ends_without_space(core, text[next_start]):
        return False
    if _closes_after_space(text, start, content_end, next_start):
        return False
    following = _following(text, next_start)
    if following.word[:1].islower() and not _INNER_CAPITAL.match(text, next_start):
        return False
    if closers and _goes_on_after_closer(text, start, content_end, core, closers, following):
        return False
    if last in "!?":
        return not _is_exclaimed_name_or_asked(text, core, closers, next_start, following, profile)
    if last == "…" or core.endswith(".."):
        return not (following.is_number or following.word in _HESITANT)
    return stop_ends(core, len(left) == content_end - start, following, profile)


def looks_further(around: str, following: int) -> bool:
    """Return whether `ends_sentence` may look further than `WINDOW` to each side, for what a mark closes.

    Args:
        around: The piece, of it at most `WINDOW` characters before the break, and as many after it.
        following: Where in it the first character after the break stands.
    """
    return around[following] in "\"'" or ")" in around or "]" in around


def _ends_without_space(core: str, following: str) -> bool:
    """Whether a stop with no white space after it ends a sentence: not in "?id=7", nor in "Dr.王"."""
    if not _NO_SPACE_SCRIPT.match(following):
        return False
    return core[-1] != "." or not core[-2:-1].isascii()


def _closes_after_space(text: str, start: int, content_end: int, next_start: int) -> bool:
    """Whether the white space only parts a sentence from the end of its quotation: « Pourquoi ? »"""
    if not _SPACED_CLOSER.match(text, next_start, next_start + 2):
        return False
    mark = text[next_start]
    if mark not in "\"'":
        return True
    return text.count(mark, max(start, content_end - _PARENTHESIS_CHARS), content_end) % 2 == 1


def _following(text: str, next_start: int) -> Following:
    match = _NEXT.match(text, next_start, next_start + WINDOW)
    lead, word, stop = match.groups() if match else ("", "", "")
    return Following(lead, word, bool(stop))


def _ends_outside_latin(text: str, last: str, closers: str, next_start: int) -> bool:
    """Decide after 。 । ؟ and the like, and after a footnote mark or an emoji."""
    if last in OPENERS:
        return False
    return not (closers and _AFTER_QUOTE.match(text, next_start))


def _goes_on_after_closer(
    text: str, start: int, content_end: int, core: str, closers: str, following: Following
) -> bool:
    """Whether a closed quotation or parenthesis is only a part of its sentence."""
    if not _DASHES.isdisjoint(following.lead) and not _QUOTES.isdisjoint(closers):
        return True  # «Почему?» — Путин ответил не сразу.
    if core.endswith(("[...", "(...", "[…", "(…")):
        return True
    if ")" not in closers and "]" not in closers:
        return False
    bracket = "(" if ")" in closers else "["
    opened = text.rfind(bracket, max(start, content_end - _PARENTHESIS_CHARS), content_end)
    if opened < 0 or not text[max(start, opened - WINDOW) : opened].strip():
        return False
    inside = text[opened + 1 : content_end]
    return inside[:1].islower() or len(inside) <= _SHORT_PARENTHESIS_CHARS


def _is_exclaimed_name_or_asked(
    text: str, core: str, closers: str, next_start: int, following: Following, profile: Profile
) -> bool:
    """Whether "!" or "?" belongs to a name ("Yahoo! Inc.") or a quotation that its speaker follows."""
    if core.endswith("!") and not closers and core.rsplit(None, 1)[-1].strip('!"“‘(') in _FAMOUS:
        return following.word not in profile.starters
    if not profile.speech or _QUOTES.isdisjoint(closers) or following.word in profile.starters:
        return False
    speaker = _SPEAKER.match(text, next_start, next_start + WINDOW)
    return bool(speaker and speaker.group(1) in profile.speech)
