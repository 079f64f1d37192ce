"""How long a text takes to read."""

from __future__ import annotations

import pytest

from workbench.readability.counts import Counts, count
from workbench.readability.reading_time import is_measured_aloud, reading_seconds


@pytest.mark.parametrize(("language", "counts", "seconds"), [
    ("en", Counts(words=238), 60),
    ("en", Counts(words=1190), 300),
    ("es", Counts(words=109), 30),
    ("fi", Counts(words=161), 60),
    ("pt", Counts(words=181), 60),
    ("zh", Counts(letters_and_digits=255), 60),
    ("ja", Counts(letters_and_digits=714), 120),
    ("en", Counts(characters=5), 0),
])  # fmt: skip
def test_reading_seconds(language: str, counts: Counts, seconds: float) -> None:
    assert reading_seconds(counts, language) == pytest.approx(seconds)


@pytest.mark.parametrize("language", ["da", "hi", "ko", "th", "uk", "hu"])
def test_not_measured(language: str) -> None:
    assert reading_seconds(Counts(words=100, characters=500, letters_and_digits=500), language) is None
    assert not is_measured_aloud(language)


def test_english_was_measured_silently() -> None:
    assert not is_measured_aloud("en")
    assert is_measured_aloud("es")
    assert is_measured_aloud("zh")


def test_of_a_text() -> None:
    assert reading_seconds(count("El gato come pescado.", "es"), "es") == pytest.approx(60 * 4 / 218)
