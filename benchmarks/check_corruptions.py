"""Faults put into correct translations, drawn by a seed, for `benchmarks.checks` and the tests.

What a number, a unit or a name is, is told by patterns of its own, not by the code that is measured.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.checks.base import Pair

NUMERIC = "numeric"
NAME = "name"
NEGATION = "negation"
SPEECH = "speech"
EXACT = "exact"
_NUMBER = re.compile(r"(?<![\w@#./,:-])\d+(?:[.,\u00a0\u202f]\d+)*(?![\w@])")
_TIME = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])([:.h])([0-5]\d)(?!\d)")
_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}[.,]\d{3}(?![\d.,]\d)")
_DECIMAL = re.compile(r"(?<![\w.,])\d+[.,]\d{1,2}(?![\d.,]?\d)")
_CAPITALS = re.compile(r"(?<=[\w,;’] )[A-ZÀ-Þ][\w’'-]{2,}(?: [A-ZÀ-Þ][\w’'-]{2,})*")
_MONTHS = {
    "en": "January February April June July September October November December",
    "es": "enero febrero abril junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février avril juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar April Juni Juli August September Oktober November Dezember",
    "it": "gennaio febbraio aprile giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro abril junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari april juni juli augustus september oktober november december",
}
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
# What is put for a word behind a number, in turn and back.
_UNITS = {
    "en": "years/months days/weeks minutes/hours miles/kilometers million/billion percent/dollars year-old/month-old",
    "es": "años/meses días/semanas minutos/horas kilómetros/millas millones/billones libras/dólares euros/dólares",
    "fr": "ans/mois jours/semaines minutes/heures kilomètres/miles millions/milliards euros/dollars livres/dollars",
    "de": "Jahre/Monate Jahren/Monaten Tage/Wochen Minuten/Stunden Kilometer/Meilen Millionen/Milliarden Euro/Dollar",
    "it": "anni/mesi giorni/settimane minuti/ore chilometri/miglia milioni/miliardi euro/dollari",
    "pt": "anos/meses dias/semanas minutos/horas quilômetros/milhas milhões/bilhões euros/dólares",
    "nl": "jaar/maanden dagen/weken minuten/uur kilometer/mijl miljoen/miljard euro/dollar",
}
_SIGNS = {"$": "€", "€": "£", "£": "$"}
_NEGATIONS = {
    "en": r"\b(?:not|never)\b |(?<=\w)n['’]t\b",
    "es": r"\b(?:no|nunca) ",
    "fr": r"\b(?:pas|jamais) ",
    "de": r"\b(?:nicht|nie) ",
    "it": r"\bnon ",
    "pt": r"\bnão ",
    "nl": r"\b(?:niet|nooit) ",
    "pl": r"\bnie ",
    "ru": r"\bне ",
}


@dataclass(frozen=True, slots=True)
class Corruption:
    """A pair with one fault.

    Attributes:
        good: The pair before.
        bad: The pair with the fault.
        group: NUMERIC, NAME, NEGATION, SPEECH or EXACT.
        kind: What was done.
    """

    good: Pair
    bad: Pair
    group: str
    kind: str


Change = Callable[[Pair, random.Random, Sequence[str]], Iterator[str]]


def _put(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _change_digit(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
    for match in _NUMBER.finditer(pair.target):
        digits = [place for place, sign in enumerate(match[0]) if sign.isdigit()]
        place = draw.choice(digits)
        other = draw.choice([sign for sign in "123456789" if sign != match[0][place]])
        yield _put(pair.target, match, match[0][:place] + other + match[0][place + 1 :])


def _lose_digit(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
    for match in _NUMBER.finditer(pair.target):
        if match[0].isdigit() and len(match[0]) > 1:
            place = draw.randrange(len(match[0]))
            yield _put(pair.target, match, match[0][:place] + match[0][place + 1 :])


def _lose_number(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
    for match in _NUMBER.finditer(pair.target):
        yield re.sub("  +", " ", _put(pair.target, match, ""))


def _confuse_marks(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
    for match in _DECIMAL.finditer(pair.target):
        yield _put(pair.target, match, re.sub("[.,]", "", match[0]))
    if not pair.target_language.startswith("es"):  # in Spanish both ways to write a thousand are at home
        for match in _GROUPED.finditer(pair.target):
            yield _put(pair.target, match, match[0].translate({ord(","): ".", ord("."): ","}))


def _change_time(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
    for match in _TIME.finditer(pair.target):
        yield _put(pair.target, match, f"{(int(match[1]) + draw.choice((1, 2, 3))) % 12 + 1}{match[2]}{match[3]}")


def _change_word(words: dict[str, str]) -> Change:
    def change(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
        known = words.get(pair.target_language, "").split()
        for match in re.finditer(rf"\b(?:{'|'.join(known)})\b", pair.target) if known else ():
            yield _put(pair.target, match, draw.choice([word for word in known if word != match[0]]))

    return change


def _change_unit(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
    pairs = [tuple(each.split("/")) for each in _UNITS.get(pair.target_language, "").split()]
    other = {two: one for one, two in reversed(pairs)} | dict(pairs)
    if other:
        words = "|".join(sorted(other, key=len, reverse=True))
        for match in re.finditer(rf"(?<=\d[ \u00a0\u202f-])(?:{words})\b", pair.target):
            yield _put(pair.target, match, other[match[0]])


def _change_sign(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
    for match in re.finditer(r"[$€£](?=\s?\d)|(?<=\d)\s?[$€£]", pair.target):
        yield _put(pair.target, match, match[0].translate(str.maketrans(_SIGNS)))
    for match in re.finditer(r"(?<=\d)\s?%", pair.target):
        yield _put(pair.target, match, "")


def _drop_name(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
    for match in _names_in_both(pair):
        yield re.sub("  +", " ", _put(pair.target, match, ""))


def _replace_name(pair: Pair, draw: random.Random, others: Sequence[str]) -> Iterator[str]:
    for match in _names_in_both(pair):
        yield _put(pair.target, match, draw.choice([other for other in others if other not in pair.source]))


def _names_in_both(pair: Pair) -> Iterator[re.Match[str]]:
    """Yield the runs of capitalised words inside the translation that the source has letter by letter."""
    for match in _CAPITALS.finditer(pair.target):
        if re.search(rf"\b{re.escape(match[0])}\b", pair.source) and pair.target.count(match[0]) == 1:
            yield match


def _drop_negation(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
    pattern = _NEGATIONS.get(pair.target_language)
    for match in re.finditer(pattern, pair.target) if pattern else ():
        changed = _put(pair.target, match, "")
        if pair.target_language == "fr":
            changed = re.sub(r"\bne |\bn['’]", "", changed, count=1)
        yield changed


def _drop_quotation_marks(pair: Pair, draw: random.Random, _: Sequence[str]) -> Iterator[str]:
    if re.search(r"[“„«»”\"](?:[^“„«»”\" ]+ ){5,}", pair.target):
        yield re.sub(r"[“„”\"]|«\s?|\s?»", "", pair.target)


# What is put at the end of both texts, and what becomes of it in the translation.
_EXACT = {
    "address changed": ("https://example.org/news/17", "https://example.org/news/71"),
    "e-mail changed": ("desk@example.org", "desk@example.com"),
    "hashtag translated": ("#ElectionNight", "#Election"),
    "@name changed": ("@newsdesk", "@newsdesks"),
    "placeholder lost": ("{count}", ""),
    "emoji lost": ("👍🏽", ""),
}


def _with_exact(pairs: Sequence[Pair], kind: str, draw: random.Random) -> list[Corruption]:
    """Return the pairs with an item at the end of both texts, changed in one."""
    item, changed = _EXACT[kind]
    good = [replace(pair, source=f"{pair.source} {item}", target=f"{pair.target} {item}") for pair in pairs]
    bad = [replace(pair, target=pair.target.removesuffix(item) + changed) for pair in good]
    return [Corruption(one, other, EXACT, kind) for one, other in draw.sample(list(zip(good, bad, strict=True)), 10)]


KINDS: dict[str, tuple[str, Change]] = {
    "digit changed": (NUMERIC, _change_digit),
    "digit lost": (NUMERIC, _lose_digit),
    "number lost": (NUMERIC, _lose_number),
    "thousands and decimals": (NUMERIC, _confuse_marks),
    "time changed": (NUMERIC, _change_time),
    "month changed": (NUMERIC, _change_word(_MONTHS)),
    "day changed": (NUMERIC, _change_word(_DAYS)),
    "unit or scale changed": (NUMERIC, _change_unit),
    "sign changed or lost": (NUMERIC, _change_sign),
    "name dropped": (NAME, _drop_name),
    "name replaced": (NAME, _replace_name),
    "negation dropped": (NEGATION, _drop_negation),
    "quotation marks lost": (SPEECH, _drop_quotation_marks),
}


def corrupt(pairs: Sequence[Pair], wanted: dict[str, int], seed: int) -> list[Corruption]:
    """Return faults in some of the pairs, as many of each group as wanted or possible, the kinds in turn.

    Args:
        pairs: Correct ones.
        wanted: How many of each group.
        seed: Of the draw: the same seed gives the same faults.
    """
    draw = random.Random(seed)
    names = sorted({match[0] for pair in pairs for match in _names_in_both(pair)})
    waiting: dict[str, list[Corruption]] = {}
    for kind, (group, change) in KINDS.items():
        all_of_kind = [
            Corruption(pair, replace(pair, target=changed), group, kind)
            for pair in pairs
            for changed in change(pair, draw, names)
            if changed.strip() != pair.target.strip()
        ]
        draw.shuffle(all_of_kind)
        waiting[kind] = all_of_kind
    for kind in _EXACT:
        waiting[kind] = _with_exact(pairs, kind, draw)
    groups = {kind: group for kind, (group, _) in KINDS.items()} | dict.fromkeys(_EXACT, EXACT)
    drawn: list[Corruption] = []
    for group, number in wanted.items():
        lists = [waiting[kind] for kind, own in groups.items() if own == group]
        taken = [
            each for turn in range(max(map(len, lists), default=0)) for some in lists for each in some[turn : turn + 1]
        ]
        drawn += taken[:number]
    return drawn
