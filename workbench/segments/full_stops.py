"""Whether a full stop ends a sentence: by the word before it and the word after it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from workbench.segments.profiles.base import Profile

OPENERS = "\"'‘’“„‚«»‹›([{¿¡「『（【《〈"
_DASHES = frozenset("—–-")
_DOTTED = regex.compile(r"\p{L}{1,2}(?:\.-?\p{L}{1,2})+|(\p{Lu})\1")
_LETTER = regex.compile(r"\p{L}\p{M}*+")
_ROMAN = regex.compile(r"[IVXLC]+")
_DAY = regex.compile(r"\d{1,2}(?:(?:\.[/–-]|/)\d{1,2})?")
_THAI_STOP = regex.compile(r"\p{Thai}\.")
# Openings that also begin a surname: "J. Le Goff", "K. So".
_NAME_PARTS = frozenset(
    ["A", "An", "As", "I", "On", "Or", "So", "My", "No", "Is", "Do", "To", "Al", "E", "O", "Y", "Lo", "Li", "Ha"]
    + ["Le", "La", "Les", "El", "Los", "Las", "De", "Del", "Da", "Di", "Du", "Des"]
)


@dataclass(frozen=True, slots=True)
class Following:
    """The first word after a break.

    Attributes:
        lead: White space, quotation marks, brackets, dashes and signs before it.
        word: Its letters and digits; "" when something else stands there.
        has_stop: Whether a full stop follows it at once.
    """

    lead: str
    word: str
    has_stop: bool

    @property
    def is_number(self) -> bool:
        return self.word[:1].isdigit()

    @property
    def is_roman(self) -> bool:
        return _ROMAN.fullmatch(self.word) is not None

    def opens(self, profile: Profile) -> bool:
        """Whether the word is one that opens a sentence: neither an initial nor the start of a dateline."""
        if self.word not in profile.starters or not _DASHES.isdisjoint(self.lead):
            return False
        return not (self.has_stop and len(self.word) <= 2)


def stop_ends(core: str, is_whole: bool, following: Following, profile: Profile) -> bool:
    """Return whether the full stop at the end of `core` ends a sentence.

    Args:
        core: The end of the sentence so far, without closing quotation marks and brackets.
        is_whole: Whether `core` begins where the sentence does.
        following: What comes after the white space.
        profile: The language's abbreviations.
    """
    before = core.split()
    token = before[-1].lstrip(OPENERS).rstrip(".")
    previous = before[-2] if len(before) > 1 else ""
    if is_whole and _is_list_mark(core, token, len(before)):
        return False
    if _THAI_STOP.match(core, len(core) - 2):
        return False
    if following.has_stop and profile.knows(f"{token}.{following.word}"):
        return False  # the first half of "a. C."
    opens = following.opens(profile)
    after_number = previous[-1:].isdigit() or _ROMAN.fullmatch(previous) is not None
    names = [token]
    if previous.endswith("."):
        names.insert(0, f"{previous.lstrip(OPENERS).rstrip('.')}.{token}")
    if "'" in token or "’" in token:
        names.append(token.replace("’", "'").rpartition("'")[2])  # l'on.
    for name in names:
        known = _known_abbreviation(name, before, after_number, opens, following, profile)
        if known is not None:
            return known
    if _DOTTED.fullmatch(token):
        return opens
    if _LETTER.fullmatch(token):
        if after_number or (token.islower() and token.upper() in profile.starters):
            return True  # a unit ("1,85 m."), or a word of one letter ("Это я.")
        return opens and following.word not in _NAME_PARTS
    if profile.has_ordinal_stops and (_DAY.fullmatch(token) or (_ROMAN.fullmatch(token) and len(token) > 1)):
        return opens
    if token.endswith(profile.suffixes) and len(token) > 3:
        return opens
    if following.is_number or "#" in following.lead or "@" in following.lead:
        return _ends_before_number(token, len(before), is_whole, profile)
    return True


def _is_list_mark(core: str, token: str, word_count: int) -> bool:
    """Whether a piece is nothing but the mark of a list item: "1.", "(a).", "IV."."""
    if not any(character.isalpha() for character in core):
        return True
    return word_count == 1 and (len(token) == 1 or _ROMAN.fullmatch(token) is not None)


def _known_abbreviation(
    name: str, before: list[str], after_number: bool, opens: bool, following: Following, profile: Profile
) -> bool | None:
    """Return whether the sentence ends after the abbreviation `name`; None if it is not a known one."""
    forms = {name, name.lower()} if len(name) > 1 else {name}  # "F." is no "f." (and following)
    if not forms.isdisjoint(profile.years):
        if not after_number:
            return False if len(name) == 1 else None
        opening = before[0].lstrip(OPENERS).lower()
        return len(before) > 5 or not (opening in profile.opening or opening[:1].isdigit())
    if not forms.isdisjoint(profile.times):
        return not (
            following.word in profile.calendar
            or (2 <= len(following.word) <= 4 and following.word.isascii() and following.word.isupper())
        )
    if len(name) == 1 and name.islower() and after_number:
        return True
    if not forms.isdisjoint(profile.final):
        return True
    if not forms.isdisjoint(profile.leading):
        return False
    if not forms.isdisjoint(profile.ambiguous):
        return opens
    if not forms.isdisjoint(profile.counting) and (following.is_number or following.is_roman):
        return False
    return None


def _ends_before_number(token: str, word_count: int, is_whole: bool, profile: Profile) -> bool:
    """Whether a sentence ends before "70 people": an unknown short word may be an abbreviation of "number"."""
    if is_whole and word_count < 3:
        return False
    if token.isdigit():
        return len(token) > 2
    if not token.isalpha() or len(token) >= 4 or token.lower() == token.upper():
        return True
    return token.capitalize() in profile.starters
