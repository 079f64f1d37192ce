"""Scripts and lengths: how much text of a script says as much as how much of another."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.languages import language

_RANGES = {
    "Latn": r"A-Za-z\u00aa\u00ba\u00c0-\u02af\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a",
    "Cyrl": r"\u0400-\u052f",
    "Grek": r"\u0370-\u03ff\u1f00-\u1fff",
    "Arab": r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": r"\u0590-\u05ff\ufb1d-\ufb4f",
    "Armn": r"\u0530-\u058f",
    "Geor": r"\u10a0-\u10ff\u1c90-\u1cbf",
    "Ethi": r"\u1200-\u139f",
    "Deva": r"\u0900-\u097f",
    "Beng": r"\u0980-\u09ff",
    "Guru": r"\u0a00-\u0a7f",
    "Gujr": r"\u0a80-\u0aff",
    "Taml": r"\u0b80-\u0bff",
    "Telu": r"\u0c00-\u0c7f",
    "Knda": r"\u0c80-\u0cff",
    "Mlym": r"\u0d00-\u0d7f",
    "Sinh": r"\u0d80-\u0dff",
    "Thai": r"\u0e00-\u0e7f",
    "Laoo": r"\u0e80-\u0eff",
    "Mymr": r"\u1000-\u109f",
    "Khmr": r"\u1780-\u17ff",
    "Hang": r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "Hani": r"\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "Kana": r"\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f",
}
_PARTS = {"Jpan": ("Hani", "Kana"), "Kore": ("Hang", "Hani"), "Hans": ("Hani",), "Hant": ("Hani",)}
# How many Latin letters say what one character does: medians of NTREX-128's translations from English,
# set so that a translation is about 1.15 times as long as its English source in every script.
_WEIGHTS = {"Hani": 3.0, "Kana": 1.8, "Hang": 2.5, "Arab": 1.25, "Hebr": 1.3} | dict.fromkeys(
    ("Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Knda", "Mlym", "Sinh"), 1.8
)
_HEAVY = {weight: re.compile("[" + "".join(_RANGES[s] for s, w in _WEIGHTS.items() if w == weight) + "]")
          for weight in sorted(set(_WEIGHTS.values()))}  # fmt: skip
KANA = re.compile(f"[{_RANGES['Kana']}]")
HAN = re.compile(f"[{_RANGES['Hani']}]")


def amount(text: str) -> float:
    """Return how much a text says: its letters and digits, each counted as the Latin letters it stands for."""
    total = float(sum(map(str.isalnum, text)))
    if not text.isascii():
        for weight, pattern in _HEAVY.items():
            total += (weight - 1) * sum(map(str.isalnum, pattern.findall(text)))
    return total


@lru_cache(maxsize=256)
def letters_of(code: str) -> re.Pattern[str] | None:
    """Return a pattern for a run of letters of the script that a language is written in; None if it is not known.

    Args:
        code: Canonical language code.
    """
    script = language(code).script
    parts = _PARTS.get(script, (script,))
    if any(part not in _RANGES for part in parts):
        return None
    return re.compile("[" + "".join(_RANGES[part] for part in parts) + "]+")
