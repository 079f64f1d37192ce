"""Words that stand for numbers, scales and units, in the languages that are known well."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files

import regex

ANY = "any"


def _read_words() -> dict[str, defaultdict[str, dict[str, int]]]:
    kinds: dict[str, defaultdict[str, dict[str, int]]] = {}
    table = files("workbench.items").joinpath("data/words.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        language, kind, number, words = line.split("\t")
        entries = kinds.setdefault(kind, defaultdict(dict))[language]
        entries.update(dict.fromkeys(words.split(), int(number)))
    return kinds


_WORDS = _read_words()
NUMBER_WORDS = dict(_WORDS["number"])
"""By language, what each number word is worth; a half is 2, as in 1/2, and noon is 12."""
MONTHS = dict(_WORDS["month"])
"""By language, the number of each month."""
SCALES = _WORDS["scale"][ANY]
"""Powers of ten of scale words in all languages; those that mean different things are in `SCALES_OF`."""
SCALES_OF = {language: words for language, words in _WORDS["scale"].items() if language != ANY}

HALVES = frozenset(
    "half medio media mitad demi demie moitié halb halbe halben halbes halber hälfte mezzo mezza metà meio meia metade "  # noqa: SIM905
    "halve helft pół połowa połowę половина половину половины".split()
)
"""Words that are 2, as in "1/2", and 0.5: "half a percent"."""

PERCENT_WORDS = regex.compile(
    r"[%٪％‰]|per\s?cent|por\s?cien|pour\s?-?cent|prozent|procent|per\s?cento|por\s?cento|процент|punto|point|punkt|"
    r"ponto|пункт|percentage|porcent|pct",
    regex.IGNORECASE,
)
_CURRENCIES = {
    "$": r"\$|usd|d[oóò]l+ar|доллар|долл|pesos|дол|dolár|bucks",
    "€": r"€|eur|евро|євро",
    "£": r"£|gbp|pound|libra|livre|pfund|sterlin|pond|funt|фунт",
    "¥": r"¥|jpy|cny|yen|yuan|иен|юан|円|元|jen|iene",
    "₹": r"₹|inr|rup|рупи|roup",
    "₽": r"₽|rub|руб|rouble",
}
CURRENCIES = {sign: regex.compile(pattern, regex.IGNORECASE) for sign, pattern in _CURRENCIES.items()}
CURRENCY_OF_CODE = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "¥", "INR": "₹", "RUB": "₽"}
