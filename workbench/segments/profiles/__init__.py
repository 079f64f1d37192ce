"""Which profile a language has; a language without one is split by the rules of ICU alone."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.segments.profiles.base import Profile, words
from workbench.segments.profiles.germanic import DUTCH, ENGLISH, GERMAN
from workbench.segments.profiles.romance import FRENCH, ITALIAN, PORTUGUESE, SPANISH
from workbench.segments.profiles.slavic import POLISH, RUSSIAN, UKRAINIAN

_SUBTAG = re.compile(r"[a-z]{2,3}")

# Abbreviations met in the news of any country, next to whatever the language has of its own.
INTERNATIONAL = Profile(
    leading=words("mr mrs ms dr prof vs cf ca"),
    counting=words("no nr p pp art fig vol tel kl jan feb apr jun jul aug sept sep okt oct nov dec"),
    ambiguous=words("St Mt Inc Corp Ltd Co Jr Sr al"),
    times=words("a.m p.m"),
)
# Scripts without capitals: nothing tells a name from a sentence, so an abbreviation never ends one.
_HINDI = Profile(leading=words("डॉ श्री श्रीमती प्रो पं कु सुश्री रु नं मि इंजी एड मो स्व ले मेजर"))
_ARABIC = Profile(leading=words("أ.د د م أ ص ج ت هـ ق.م ب.م"))


def _with_international(profile: Profile) -> Profile:
    return replace(
        profile,
        leading=profile.leading | INTERNATIONAL.leading,
        ambiguous=profile.ambiguous | INTERNATIONAL.ambiguous,
    )


PROFILES: dict[str, Profile] = {
    "en": ENGLISH,
    "de": _with_international(GERMAN),
    "nl": _with_international(DUTCH),
    "es": _with_international(SPANISH),
    "fr": _with_international(FRENCH),
    "it": _with_international(ITALIAN),
    "pt": _with_international(PORTUGUESE),
    "ru": _with_international(RUSSIAN),
    "uk": _with_international(UKRAINIAN),
    "pl": _with_international(POLISH),
    "hi": _HINDI,
    "ar": _ARABIC,
    **dict.fromkeys(("zh", "ja", "th"), INTERNATIONAL),
    **dict.fromkeys(("ca", "el", "eo", "eu", "ga", "gl", "id", "ms", "ro", "sq", "sv", "vi"), INTERNATIONAL),
    **dict.fromkeys(("be", "bg", "mk", "sr", "he", "fa", "ur", "ko", "az", "tr", "bs", "hr", "sl"), INTERNATIONAL),
    **dict.fromkeys(("cs", "sk", "hu", "da", "nb", "nn", "no", "et", "fi", "lt", "lv"), INTERNATIONAL),
}


def primary_subtag(language: str) -> str:
    """Return the language of a BCP 47 code ("pt" of "pt_BR"), or "und" when there is none to see."""
    code = language.strip().lower().replace("_", "-").split("-", 1)[0]
    return code if _SUBTAG.fullmatch(code) else "und"
