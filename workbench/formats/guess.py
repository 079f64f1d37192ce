"""Which encoding a text is in that is not UTF-8 and has no byte order mark.

For scripts of their own (Cyrillic, Greek, Arabic, Chinese …) charset-normalizer is asked, and where it has no
answer, the encoding that gives the surest text in one of its languages. For Latin script charset-normalizer
reads Spanish as Polish (ñ as ń), so there the language decides, which the unaccented letters give away.
"""

from __future__ import annotations

import re

from workbench.errors import UnknownLanguage
from workbench.languages import detect, primary

ENCODING_NAMES = {
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp1250": "Windows-1250",
    "iso8859_2": "ISO 8859-2",
    "cp1254": "Windows-1254",
    "cp1257": "Windows-1257",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "cp1253": "Windows-1253",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp874": "Windows-874",
    "gb18030": "GB 18030",
    "big5": "Big5",
    "cp932": "Shift JIS",
    "euc_jp": "EUC-JP",
    "cp949": "Korean (UHC)",
}
"""Encodings that are guessed, and what people call them."""

_WESTERN = ("cp1252", "mac_roman")
_CENTRAL = ("cp1250", "iso8859_2")
_BY_LANGUAGE = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq", "sr"), _CENTRAL),
    **dict.fromkeys(("tr", "az"), ("cp1254",)),
    **dict.fromkeys(("lt", "lv"), ("cp1257",)),
}
_LANGUAGES = {
    "cp1251": ("ru", "uk", "be", "bg", "sr", "mk"),
    "koi8_r": ("ru",),
    "koi8_u": ("uk",),
    "cp1253": ("el",),
    "cp1255": ("he", "yi"),
    "cp1256": ("ar", "fa", "ur"),
    "cp874": ("th",),
    "gb18030": ("zh",),
    "big5": ("zh",),
    "cp932": ("ja",),
    "euc_jp": ("ja",),
    "cp949": ("ko",),
}
_SAMPLE_BYTES = 100_000
# In news in Latin script at most a sixth of the letters are outside ASCII; in other scripts more than half.
_LATIN_SHARE = 0.4
_PLAIN_LETTERS = bytes(b for b in range(128) if chr(b).isalpha())
_ASCII = bytes(range(128))
# What a wrong encoding does inside words: a capital after a small letter, a symbol between letters, a control.
_ODD = re.compile(r"(?<=[a-zß-öø-ÿ])[A-ZÀ-ÖØ-ÞŠŒŽŸ]|(?<=[^\W\d_])[^\w\s'’‘.,:;/&@–—-](?=[^\W\d_])|[\x80-\x9f]")


def guess_encoding(data: bytes) -> str | None:
    """Return the Python codec that most likely wrote `data`, or None when none of the candidates fits.

    Args:
        data: Bytes that are not UTF-8 and hold no NUL.
    """
    outside = len(data.translate(None, _ASCII))
    plain = len(data) - len(data.translate(None, _PLAIN_LETTERS))
    candidates = _latin_candidates(data) if outside < _LATIN_SHARE * (plain + outside) else ()
    fitting = [encoding for encoding in candidates if _decodes(data, encoding)]
    if fitting:
        return min(fitting, key=lambda encoding: _oddities(data, encoding))
    return _ask_charset_normalizer(data) or _surest(data) or ("cp1252" if _decodes(data, "cp1252") else None)


def _latin_candidates(data: bytes) -> tuple[str, ...]:
    try:
        language = primary(detect(data[:_SAMPLE_BYTES].decode("ascii", "ignore")).language)
    except UnknownLanguage:
        return _WESTERN
    return _BY_LANGUAGE.get(language, _WESTERN)


def _ask_charset_normalizer(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(ENCODING_NAMES), enable_fallback=False).best()
    if best is None or not _decodes(data, best.encoding):
        return None
    # Shift JIS and its like have two codes for some characters: then only for a text that is clearly in it.
    gives_back = data.decode(best.encoding).encode(best.encoding) == data
    return best.encoding if gives_back or _confidence(data, best.encoding) else None


def _surest(data: bytes) -> str | None:
    sure = {encoding: _confidence(data, encoding) for encoding in _LANGUAGES if _decodes(data, encoding)}
    best = max(sure, key=lambda encoding: sure[encoding], default=None)
    return best if best and sure[best] else None


def _confidence(data: bytes, encoding: str) -> float:
    """Return how sure it is, 0 to 1, that the decoded text is in one of the encoding's languages."""
    try:
        found = detect(data[:_SAMPLE_BYTES].decode(encoding, "ignore"))
    except UnknownLanguage:
        return 0.0
    return found.confidence if primary(found.language) in _LANGUAGES.get(encoding, ()) else 0.0


def _oddities(data: bytes, encoding: str) -> int:
    return len(_ODD.findall(data[:_SAMPLE_BYTES].decode(encoding)))


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
