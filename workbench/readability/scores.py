"""A formula's score with its band, and whether it can be relied on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from workbench.languages import language as describe
from workbench.readability import bands, formulas
from workbench.readability.bands import Band, Scale
from workbench.readability.counts import Counts
from workbench.readability.dale_chall import familiar_words
from workbench.wording import words

MINIMUM_WORDS = 100  # Flesch (1948) measured samples of 100 words
SMOG_SENTENCES = 30  # McLaughlin (1969)

Unit = Literal["points", "grade"]


@dataclass(frozen=True, slots=True)
class Score:
    """What a formula says of a text.

    Attributes:
        id: Stable name of the formula, as in `flask readability --json`.
        name: The formula as it was published.
        value: The score; computed even where it is not reliable.
        unit: Points on the formula's own scale, or a school grade.
        band: What the value means, where bands were published for the formula.
        higher_is_easier: Which way the scale runs.
        reliable: Whether the value may be shown as a statement on the text.
        reason: Why it is not reliable, a sentence; "" when it is.
    """

    id: str
    name: str
    value: float
    unit: Unit
    band: Band | None
    higher_is_easier: bool
    reliable: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and how to read it.

    Attributes:
        compute: The function of `formulas`; its name is the formula's id.
        name: As published.
        scale: Its published bands, if any.
        higher_is_easier: Which way it runs; grades run the other way than points.
        minimum_sentences: Fewer make the score unreliable.
    """

    compute: Callable[[Counts], float]
    name: str
    scale: Scale | None = None
    higher_is_easier: bool = True
    minimum_sentences: int = 1

    @property
    def id(self) -> str:
        """The formula's stable name."""
        return self.compute.__name__

    @property
    def unit(self) -> Unit:
        """Points, or a school grade."""
        return "points" if self.higher_is_easier or self.scale is not None else "grade"


def _grade(compute: Callable[[Counts], float], name: str, minimum_sentences: int = 1) -> Formula:
    return Formula(compute, name, higher_is_easier=False, minimum_sentences=minimum_sentences)


# The first formula of a language is the one that pages show.
FORMULAS: dict[str, tuple[Formula, ...]] = {
    "de": (
        Formula(formulas.amstad, "Amstad", bands.FLESCH),
        _grade(formulas.wiener_1, "1. Wiener Sachtextformel"),
        _grade(formulas.wiener_2, "2. Wiener Sachtextformel"),
        _grade(formulas.wiener_3, "3. Wiener Sachtextformel"),
        _grade(formulas.wiener_4, "4. Wiener Sachtextformel"),
    ),
    "en": (
        Formula(formulas.flesch, "Flesch Reading Ease", bands.FLESCH),
        _grade(formulas.flesch_kincaid, "Flesch-Kincaid Grade Level"),
        _grade(formulas.gunning_fog, "Gunning Fog"),
        _grade(formulas.smog, "SMOG", SMOG_SENTENCES),
        _grade(formulas.ari, "Automated Readability Index"),
        _grade(formulas.coleman_liau, "Coleman-Liau"),
        Formula(formulas.dale_chall, "Dale-Chall", bands.DALE_CHALL, higher_is_easier=False),
    ),
    "es": (
        Formula(formulas.szigriszt_pazos, "Szigriszt-Pazos", bands.INFLESZ),
        Formula(formulas.fernandez_huerta, "Fernández Huerta", bands.FLESCH),
        Formula(formulas.gutierrez_polini, "Gutiérrez de Polini"),
        _grade(formulas.crawford, "Crawford"),
    ),
    "fr": (Formula(formulas.kandel_moles, "Kandel-Moles", bands.FLESCH),),
    "it": (
        Formula(formulas.gulpease, "Gulpease", bands.GULPEASE),
        Formula(formulas.flesch_vacca, "Flesch-Vacca"),
    ),
    "nl": (Formula(formulas.douma, "Douma", bands.DOUMA),),
    "pt": (Formula(formulas.flesch_pt, "Flesch (Martins)", bands.MARTINS),),
    "ru": (Formula(formulas.oborneva, "Oborneva", bands.FLESCH),),
}


def score_counts(counts: Counts, language: str) -> tuple[Score, ...]:
    """Return the scores of a text, the primary one first; none when it has no words or no formula is validated.

    Dale-Chall is left out when its word list is not at hand (it is textstat's).

    Args:
        counts: Of the whole text.
        language: Two- or three-letter code, without a region.
    """
    if not counts.words:
        return ()
    return tuple(
        _score(formula, counts, language)
        for formula in FORMULAS.get(language, ())
        if formula.compute is not formulas.dale_chall or familiar_words()
    )


def _score(formula: Formula, counts: Counts, language: str) -> Score:
    value = formula.compute(counts)
    reason = _why_unreliable(formula, counts, language)
    return Score(
        id=formula.id,
        name=formula.name,
        value=value,
        unit=formula.unit,
        band=formula.scale.band_of(value) if formula.scale is not None else None,
        higher_is_easier=formula.higher_is_easier,
        reliable=not reason,
        reason=reason,
    )


def _why_unreliable(formula: Formula, counts: Counts, language: str) -> str:
    if 2 * counts.foreign_words > counts.words:
        name = describe(language).name
        return words("Most of these words are not written in the script of {language}.", language=name)
    if counts.words < MINIMUM_WORDS:
        return words("Under {least} words a score is not reliable.", least=MINIMUM_WORDS)
    if counts.sentences < formula.minimum_sentences:
        least = formula.minimum_sentences
        return words("Under {least} sentences {formula} is not reliable.", least=least, formula=formula.name)
    return ""
