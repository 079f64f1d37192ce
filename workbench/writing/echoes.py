"""Tell a translation that is its own source from one that shares names, numbers and cognates with it."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.items import NUMERIC, find_items
from workbench.items.small_words import words_in_small
from workbench.languages import writes_without_spaces

_WORD = re.compile(r"[^\W\d_]+")
# Between these a plain sentence may be the same word for word.
_CLOSE = (
    {"es", "pt", "gl", "ca", "ast", "oc", "it"},
    {"nb", "da", "nn", "sv"},
    {"cs", "sk"},
    {"id", "ms"},
    {"sr", "hr", "bs", "sl", "mk", "bg"},
    {"ru", "uk", "be", "bg"},
    {"nl", "af"},
    {"tr", "az"},
    {"zh", "yue"},
    {"hi", "mr", "ne"},
    {"fa", "ur", "ar"},
)
_LEAST_WORDS = 4
_LEAST_CLOSE = 8
_LEAST_CHARACTERS = 8
_SHARE = 0.6


def is_echo(sentence: str, text: str, source: str, target: str, *, is_suspect: bool = False) -> bool:
    """Say whether `text` leaves the sentence, or most of it, untranslated.

    Only words in small letters count, since names stay; of those there must be four at least, and in close
    languages eight and all the same.

    Args:
        sentence: What was to be translated.
        text: Its translation.
        source: Primary code of its language.
        target: Primary code of the language to translate into.
        is_suspect: Whether another translation echoed the sentence: then a third of its words is enough.
    """
    if source == target:
        return False
    if writes_without_spaces(source):
        mine, theirs = _characters(sentence), _characters(text)
        # Titles and names in Chinese characters are the same in Japanese.
        return len(mine) >= _LEAST_CHARACTERS and mine == theirs
    plain = _plain_words(sentence)
    is_close = are_close(source, target)
    if len(plain) < (_LEAST_CLOSE if is_close else _LEAST_WORDS):
        return False
    written = _plain_words(text)
    if is_close or plain == written:
        return plain == written
    known = set(plain)
    if is_suspect:
        return bool(written) and sum(word in known for word in written) * 3 >= len(written)
    kept = sum(word in known for word in written)
    # A short word may be one in both languages ("a", "in", "no"), so long ones must be among them.
    long = {word for word in written if len(word) > 3 and word in known}
    return kept >= max(_LEAST_WORDS, _SHARE * max(len(written), _SHARE * len(plain))) and len(long) >= 2


def may_echo(sentence: str, text: str, source: str) -> bool:
    """Say whether enough words are the same for an echo, names and all: quick, and most translations have too few.

    Args:
        sentence: What was to be translated.
        text: Its translation.
        source: Primary code of its language.
    """
    if writes_without_spaces(source):
        return True
    return sum(map(set(words_in_small(sentence)).__contains__, words_in_small(text))) >= _LEAST_WORDS


@lru_cache(maxsize=256)
def are_close(source: str, target: str) -> bool:
    """Say whether a plain sentence may be the same word for word in both languages; takes primary codes."""
    return any({source, target} <= family for family in _CLOSE)


def words_alone(sentence: str, text: str) -> tuple[str, str]:
    """Return both without addresses, tags and the like, which are the same in a good translation too."""
    return (_without_items(sentence), _without_items(text)) if find_items(sentence) else (sentence, text)


def _without_items(text: str) -> str:
    pieces, position = [], 0
    for item in find_items(text):
        if item.kind not in NUMERIC:
            pieces.append(text[position : item.start])
            position = item.end
    return " ".join([*pieces, text[position:]])


def _plain_words(text: str) -> list[str]:
    """Return the words that are not names: in small letters, or in a script or headline without."""
    words = _WORD.findall(text)
    small = [word for word in words if not word[0].isupper()]
    # A headline in capitals has no small letters at all; nor has a list of a few abbreviations.
    is_headline = not small and text.isupper() and len(words) > _LEAST_WORDS
    return [word.lower() for word in words] if is_headline else small


def _characters(text: str) -> str:
    return "".join(character for character in text if character.isalpha())
