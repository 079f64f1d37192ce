"""Tell a text that is not in the language it should be in: by its script, or by its small words."""

from __future__ import annotations

import re

from workbench.languages import primary
from workbench.writing.scripts import HAN, KANA, letters_of
from workbench.writing.stop_words import other_language

_WORD = re.compile(r"\w+")
_LEAST_KANA = 12
# Tokens that make half a character.
_NO_CHARACTER = "\N{REPLACEMENT CHARACTER}"


def is_in_wrong_script(sentence: str, text: str, target: str) -> bool:
    """Say whether most letters are of another script than the target's, or one is broken.

    Names, and words that stand in the sentence, do not count.
    """
    if _NO_CHARACTER in text and _NO_CHARACTER not in sentence:
        return True
    own = letters_of(target)
    if own is None or 2 * sum(map(len, own.findall(text))) >= len(text):
        return False  # quick, and so in nearly every text
    if 2 * sum(map(len, own.findall(text))) >= sum(map(str.isalpha, text)):
        return False
    kept = set(_WORD.findall(sentence))
    # Chinese writes a foreign name without a space before it.
    foreign = (word for word in _WORD.findall(own.sub(" ", text)) if word not in kept and not word[0].isupper())
    letters = sum(sum(map(str.isalpha, word)) for word in foreign)
    return letters >= 4 and sum(map(len, own.findall(text))) < letters


def find_wrong_language(text: str, target: str) -> str:
    """Return the code of the language a text plainly is in when that is not the target; "" if it may be the target."""
    code = primary(target)
    if code == "ja":
        is_chinese = len(HAN.findall(text)) >= _LEAST_KANA and not KANA.search(text)
        return "zh" if is_chinese else ""
    if code == "zh":
        return "ja" if len(KANA.findall(text)) * 4 > len(text) else ""
    return other_language(text, code)
