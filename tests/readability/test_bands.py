"""Every band of every scale has a name in every language with a formula."""

from __future__ import annotations

import pytest

from workbench.readability import bands
from workbench.readability.band_names import BAND_NAMES, LANGUAGES
from workbench.readability.bands import Scale
from workbench.readability.scores import FORMULAS

SCALES = {name: value for name, value in vars(bands).items() if isinstance(value, Scale)}
BANDS = {band.id: band for scale in SCALES.values() for _, band in scale.bands}


def test_every_language_with_a_formula_has_names() -> None:
    assert {*LANGUAGES, "en"} == set(FORMULAS)


def test_every_band_has_a_name_in_every_language_and_no_name_is_left_over() -> None:
    assert set(BAND_NAMES) == set(BANDS)
    assert all(BAND_NAMES[band][language].strip() for band in BANDS for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", SCALES)
def test_the_bands_of_a_scale_have_different_names(scale: str, language: str) -> None:
    names = [band.name_in(language) for _, band in SCALES[scale].bands]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("es", ["Muy difícil", "Algo difícil", "Normal", "Bastante fácil", "Muy fácil"]),
        ("es-MX", ["Muy difícil", "Algo difícil", "Normal", "Bastante fácil", "Muy fácil"]),
        ("en_GB", ["Very difficult", "Somewhat difficult", "Normal", "Quite easy", "Very easy"]),
        ("sv", ["Very difficult", "Somewhat difficult", "Normal", "Quite easy", "Very easy"]),
        ("", ["Very difficult", "Somewhat difficult", "Normal", "Quite easy", "Very easy"]),
    ],
)
def test_the_names_of_inflesz(language: str, names: list[str]) -> None:
    assert [band.name_in(language) for _, band in bands.INFLESZ.bands] == names


def test_the_steps_of_gulpease_in_italian() -> None:
    assert [band.name_in("it") for _, band in bands.GULPEASE.bands] == [
        "Difficile anche con il diploma superiore",
        "Facile con il diploma superiore",
        "Facile con la licenza media",
        "Facile con la licenza elementare",
    ]
