"""What a score means in words: the bands that were published with a formula."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.readability.band_names import BAND_NAMES


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of a scale.

    Attributes:
        id: Stable name, for styles and translations of the interface.
        name: What people read, in English.
    """

    id: str
    name: str

    def name_in(self, language: str) -> str:
        """Return the band's name for readers of a language.

        Args:
            language: BCP 47 code, of which only the language matters; one without names of its own gives English.
        """
        base = language.replace("_", "-").partition("-")[0].lower()
        return BAND_NAMES[self.id].get(base, self.name)


@dataclass(frozen=True, slots=True)
class Scale:
    """The bands of a formula, lowest score first.

    Attributes:
        bands: The lower edge of each band, which belongs to it, and the band; the first has no lower edge.
        source: Where the bands were published.
    """

    bands: tuple[tuple[float, Band], ...]
    source: str

    def band_of(self, value: float) -> Band:
        """Return the band that a score lies in."""
        found = self.bands[0][1]
        for edge, band in self.bands[1:]:
            if value >= edge:
                found = band
        return found


VERY_DIFFICULT = Band("very_difficult", "Very difficult")
DIFFICULT = Band("difficult", "Difficult")
FAIRLY_DIFFICULT = Band("fairly_difficult", "Fairly difficult")
STANDARD = Band("standard", "Standard")
FAIRLY_EASY = Band("fairly_easy", "Fairly easy")
EASY = Band("easy", "Easy")
VERY_EASY = Band("very_easy", "Very easy")
_LOWEST = float("-inf")

FLESCH = Scale(
    (
        (_LOWEST, VERY_DIFFICULT),
        (30, DIFFICULT),
        (50, FAIRLY_DIFFICULT),
        (60, STANDARD),
        (70, FAIRLY_EASY),
        (80, EASY),
        (90, VERY_EASY),
    ),
    "Flesch (1949), The Art of Readable Writing; the adaptations to other languages kept its seven steps.",
)

DOUMA = Scale(
    (
        (_LOWEST, VERY_DIFFICULT),
        (30, DIFFICULT),
        (45, FAIRLY_DIFFICULT),
        (60, STANDARD),
        (70, FAIRLY_EASY),
        (80, EASY),
        (90, VERY_EASY),
    ),
    "Douma (1960), De leesbaarheid van landbouwbladen; his steps differ from Flesch's at 45.",
)

INFLESZ = Scale(
    (
        (_LOWEST, VERY_DIFFICULT),
        (40, Band("somewhat_difficult", "Somewhat difficult")),
        (55, Band("normal", "Normal")),
        (65, Band("quite_easy", "Quite easy")),
        (80, VERY_EASY),
    ),
    "Barrio-Cantalejo and others (2008), Validación de la Escala INFLESZ, Anales Sis San Navarra 31.",
)

GULPEASE = Scale(
    (
        (_LOWEST, Band("hard_upper_secondary", "Difficult even with upper secondary school")),
        (40, Band("easy_upper_secondary", "Easy with upper secondary school")),
        (60, Band("easy_lower_secondary", "Easy with lower secondary school")),
        (80, Band("easy_primary", "Easy with primary school")),
    ),
    "Lucisano and Piemontese (1988), GULPEASE, Scuola e città 39.",
)

MARTINS = Scale(
    ((_LOWEST, VERY_DIFFICULT), (25, DIFFICULT), (50, EASY), (75, VERY_EASY)),
    "Martins, Ghiraldelo, Nunes and Oliveira (1996).",
)

DALE_CHALL = Scale(
    (
        (_LOWEST, Band("grade_4", "Grade 4 and below")),
        (5, Band("grades_5_6", "Grades 5 and 6")),
        (6, Band("grades_7_8", "Grades 7 and 8")),
        (7, Band("grades_9_10", "Grades 9 and 10")),
        (8, Band("grades_11_12", "Grades 11 and 12")),
        (9, Band("college", "College")),
        (10, Band("college_graduate", "College graduate")),
    ),
    "Dale and Chall (1948), A formula for predicting readability.",
)
