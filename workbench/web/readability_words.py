"""What templates say of readability: levels, reasons, bands in the reader's language, times."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from flask import Flask, Response, request
from flask_babel import gettext, lazy_gettext

from workbench.languages import primary
from workbench.services.views import Row
from workbench.web.interface import said
from workbench.web.numbers import format_number
from workbench.web.reader import ENGLISH, chosen_language, reader_language

if TYPE_CHECKING:
    from workbench.readability.bands import Band
    from workbench.readability.difficulty import Difficulty
    from workbench.readability.drift import Drift

_ = lazy_gettext
_LEVELS = {"plain": _("not hard to read"), "hard": _("hard to read"), "very_hard": _("very hard to read")}
_REASONS = {
    "length": _("a long sentence"),
    "long_words": _("many long words"),
    "nesting": _("clauses inside clauses"),
    "rare_words": _("rare words"),
}
_VERDICTS = {
    "harder": (_("Harder"), "warn"),
    "easier": (_("Easier"), "info"),
    "similar": (_("Similar"), "ok"),
    "not_comparable": (_("Not compared"), "plain"),
}
_MEASURES = {
    "words_per_sentence": _("Words a sentence"),
    "characters_per_sentence": _("Characters a sentence"),
    "letters_per_word": _("Letters a word"),
    "long_word_share": _("Long words, %"),
    "lix": "LIX",
    "rix": "RIX",
}

_Side = tuple[str, tuple[str, ...]] | None  # how hard one side is, and why; None where it is not


def init_app(app: Flask) -> None:
    """Give an application's templates these words."""
    app.jinja_env.filters.update(
        band_words=band_words,
        level_words=level_words,
        reading_note=reading_note,
        reading_time=reading_time,
        verdict_words=verdict_words,
        measure_name=measure_name,
        measure_value=measure_value,
        sentence=summarise_drift,
        formula_name=formula_name,
        score_name=score_name,
    )


def vary_by_reader(response: Response) -> Response:
    """Tell caches that the names of bands differ from reader to reader."""
    response.vary.add("Accept-Language")
    return response


def band_words(band: Band) -> tuple[str, str]:
    """Return a band's name in the language the reader prefers among those it is named in, and that language."""
    from workbench.readability.band_names import LANGUAGES

    named = [ENGLISH, *LANGUAGES]
    chosen = chosen_language()
    code = chosen if chosen in named else request.accept_languages.best_match(named, ENGLISH)
    return (band.name.lower() if code == ENGLISH else band.name_in(code)), code


def level_words(difficulty: Difficulty) -> str:
    """Return how hard a sentence is and why: "hard to read: a long sentence, rare words"."""
    return _level_words(reader_language(), difficulty.level, difficulty.reasons)


@lru_cache(maxsize=128)
def _level_words(_reader_code: str, level: str, reasons: tuple[str, ...]) -> str:
    return ": ".join(filter(None, (str(_LEVELS[level]), ", ".join(str(_REASONS[reason]) for reason in reasons))))


def reading_note(row: Row) -> str:
    """Return what is hard to read in a row, a sentence for each such side; "" for nothing."""
    return _reading_note(reader_language(), _hard(row.source_difficulty), _hard(row.target_difficulty))


def _hard(difficulty: Difficulty | None) -> _Side:
    if difficulty is None or difficulty.level == "plain":
        return None
    return difficulty.level, difficulty.reasons


@lru_cache(maxsize=512)
def _reading_note(reader: str, source: _Side, target: _Side) -> str:
    sides = []
    if source is not None:
        sides.append(gettext("Source %(level)s.", level=_level_words(reader, *source)))
    if target is not None:
        sides.append(gettext("Translation %(level)s.", level=_level_words(reader, *target)))
    return " ".join(sides)


def reading_time(seconds: float, language: str) -> str:
    """Return "40 s to read", or "4 min to read aloud" where only that was measured for a language."""
    from workbench.readability.reading_time import is_measured_aloud

    if seconds < 55:
        time = f"{max(5, 5 * round(seconds / 5))} s"
    else:
        time = f"{format_number(max(1, round(seconds / 60)))} min"
    if is_measured_aloud(primary(language)):
        return str(gettext("%(time)s to read aloud", time=time))
    return str(gettext("%(time)s to read", time=time))


def verdict_words(verdict: str) -> tuple[str, str]:
    """Return a verdict in a word or two, and the tone of its chip."""
    words, tone = _VERDICTS[verdict]
    return str(words), tone


def measure_name(id_: str) -> str:
    """Return what a measure that was compared is called."""
    return str(_MEASURES.get(id_, id_.replace("_", " ").capitalize()))


def measure_value(value: float | None, id_: str) -> str:
    """Return a measure's value as its column shows it; a dash where the text has none."""
    if value is None:
        return "–"
    return format_number(100 * value) if id_ == "long_word_share" else format_number(value, 1)


def summarise_drift(drift: Drift, source_language: str, target_language: str) -> str:
    """Return the verdict on a translation in one sentence."""
    from workbench.readability.drift_words import summarise

    return said(summarise(drift, primary(source_language), primary(target_language)))


def formula_name(language: str) -> str:
    """Return the formula whose score is shown for a language; "" where none is validated."""
    from workbench.readability.scores import FORMULAS

    formulas = FORMULAS.get(primary(language))
    return formulas[0].name if formulas else ""


def score_name(id_: str, language: str) -> str:
    """Return the name of a score by its id, as it was published."""
    from workbench.readability.scores import FORMULAS

    formulas = FORMULAS.get(primary(language), ())
    return next((formula.name for formula in formulas if formula.id == id_), str(_MEASURES.get(id_, id_)))
