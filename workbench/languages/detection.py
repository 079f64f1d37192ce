"""Which language a text is in, by py3langid."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from workbench.errors import UnknownLanguage
from workbench.languages.codes import canonical
from workbench.wording import words

SURE = 0.5
"""Least confidence of an answer of `detect`: at 0.5, 0.1 % of news sentences in 18 languages get a wrong answer
and 0.6 % none; of their first 40 characters 0.3 % and 7 %."""
_SAMPLE_CHARS = 20_000
_loading = threading.Lock()
NO_LANGUAGE = "zxx"
"""What py3langid says of code, noise and lists of numbers."""


@dataclass(frozen=True, slots=True)
class Detection:
    """The language a text is in, as far as one can tell.

    Attributes:
        language: Canonical code.
        confidence: 0 to 1; `detect` answers from `SURE` on.
    """

    language: str
    confidence: float


def detect(text: str) -> Detection:
    """Say which language a text is in, from its first 20,000 characters.

    Raises:
        UnknownLanguage: There are no letters, or too few to be sure.
    """
    sample = text[:_SAMPLE_CHARS]
    hint = "Say which language it is: --from en"
    if not any(character.isalpha() for character in sample):
        raise UnknownLanguage(words("The text has no letters, so its language cannot be recognised."), hint=hint)
    label, confidence = _identifier().classify(sample)
    if label == NO_LANGUAGE or confidence < SURE:
        raise UnknownLanguage(words("The language of the text could not be recognised."), hint=hint)
    code = canonical(label)
    return Detection("zh-Hant" if code == "zh" and _is_traditional(sample) else code, min(1.0, confidence))


def prepare_detection() -> None:
    """Start to load the detector in a thread, for callers that will need it and have other things to do first."""
    threading.Thread(target=_identifier, name="detection", daemon=True).start()


def _identifier() -> Any:
    with _loading:  # lru_cache alone would let two threads load it at once
        return _load_identifier()


@lru_cache(maxsize=1)
def _load_identifier() -> Any:
    """Return a detector of our own: py3langid's shared one can be changed by anybody. Asking it changes nothing."""
    from babel import localedata
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Languages without data in CLDR are mostly dialects that take short texts away from their big neighbours.
    # Cantonese ("yue") takes news in traditional Chinese characters, which the model has seen little of.
    known = (label for label in identifier.labels if localedata.exists(label) and label != "yue")
    identifier.set_languages([NO_LANGUAGE, *known])
    return identifier


def _is_traditional(text: str) -> bool:
    """Say whether Chinese is in traditional characters: Big5 holds those, GB 2312 the simplified ones."""
    characters = [character for character in text[:2000] if "\u4e00" <= character <= "\u9fff"]
    return sum(_fits(c, "big5") for c in characters) > sum(_fits(c, "gb2312") for c in characters)


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
