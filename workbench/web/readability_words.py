"""What templates say of readability: levels, reasons, bands in the reader's language, times."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from flask import Flask, Response, request

from workbench.languages import primary
from workbench.services.views import Row

if TYPE_CHECKING:
    from workbench.readability.bands import Band
    from workbench.readability.difficulty import Difficulty
    from workbench.readability.drift import Drift

_ENGLISH = "en"
_LEVELS = {"plain": "not hard to read", "hard": "hard to read", "very_hard": "very hard to read"}
_REASONS = {
    "length": "a long sentence",
    "long_words": "many long words",
    "nesting": "clauses inside clauses",
    "rare_words": "rare words",
}
_VERDICTS = {
    "harder": ("Harder", "warn"),
    "easier": ("Easier", "info"),
    "similar": ("Similar", "ok"),
    "not_comparable": ("Not compared", "plain"),
}
_MEASURES = {
    "words_per_sentence": "Words a sentence",
    "characters_per_sentence": "Characters a sentence",
    "letters_per_word": "Letters a word",
    "long_word_share": "Long words, %",
    "lix": "LIX",
    "rix": "RIX",
}


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

    code = request.accept_languages.best_match([_ENGLISH, *LANGUAGES], default=_ENGLISH)
    return (band.name.lower() if code == _ENGLISH else band.name_in(code)), code


def level_words(difficulty: Difficulty) -> str:
    """Return how hard a sentence is and why: "hard to read: a long sentence, rare words"."""
    return _level_words(difficulty.level, difficulty.reasons)


@lru_cache(maxsize=128)
def _level_words(level: str, reasons: tuple[str, ...]) -> str:
    return ": ".join(filter(None, (_LEVELS[level], _listed(_REASONS[reason] for reason in reasons))))


def reading_note(row: Row) -> str:
    """Return what is hard to read in a row, a sentence for each such side; "" for nothing."""
    return _reading_note(_hard(row.source_difficulty), _hard(row.target_difficulty))


def _hard(difficulty: Difficulty | None) -> tuple[str, tuple[str, ...]] | None:
    if difficulty is None or difficulty.level == "plain":
        return None
    return difficulty.level, difficulty.reasons


@lru_cache(maxsize=512)
def _reading_note(source: tuple[str, tuple[str, ...]] | None, target: tuple[str, tuple[str, ...]] | None) -> str:
    sides = (("Source", source), ("Translation", target))
    return " ".join(f"{name} {_level_words(*side)}." for name, side in sides if side is not None)


def reading_time(seconds: float, language: str) -> str:
    """Return "40 s to read", or "4 min to read aloud" where only that was measured for a language."""
    from workbench.readability.reading_time import is_measured_aloud

    time = f"{max(5, 5 * round(seconds / 5))} s" if seconds < 55 else f"{max(1, round(seconds / 60)):,} min"
    return f"{time} to read{' aloud' if is_measured_aloud(primary(language)) else ''}"


def verdict_words(verdict: str) -> tuple[str, str]:
    """Return a verdict in a word or two, and the tone of its chip."""
    return _VERDICTS[verdict]


def measure_name(id_: str) -> str:
    """Return what a measure that was compared is called."""
    return _MEASURES.get(id_, id_.replace("_", " ").capitalize())


def measure_value(value: float | None, id_: str) -> str:
    """Return a measure's value as its column shows it; a dash where the text has none."""
    if value is None:
        return "–"
    return f"{100 * value:,.0f}" if id_ == "long_word_share" else f"{value:,.1f}"


def summarise_drift(drift: Drift, source_language: str, target_language: str) -> str:
    """Return the verdict on a translation in one sentence."""
    from workbench.readability.drift_words import summarise

    return summarise(drift, primary(source_language), primary(target_language))


def formula_name(language: str) -> str:
    """Return the formula whose score is shown for a language; "" where none is validated."""
    from workbench.readability.scores import FORMULAS

    formulas = FORMULAS.get(primary(language))
    return formulas[0].name if formulas else ""


def score_name(id_: str, language: str) -> str:
    """Return the name of a score by its id, as it was published."""
    from workbench.readability.scores import FORMULAS

    formulas = FORMULAS.get(primary(language), ())
    return next((formula.name for formula in formulas if formula.id == id_), _MEASURES.get(id_, id_))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
