"""What the drift benchmark makes of a translation before it is judged."""

from __future__ import annotations

import pytest

from benchmarks.drift_corpus import cut, merge


@pytest.mark.parametrize(
    ("first", "second", "language", "merged"),
    [
        ("El gato duerme.", "Ella lee.", "es", "El gato duerme, ella lee."),
        ("Wer kommt? ", "Niemand kommt.", "de", "Wer kommt, niemand kommt."),
        ("他来了。", "她走了。", "zh", "他来了，她走了。"),
        ("彼は来た。", "彼女は行った。", "ja", "彼は来た、彼女は行った。"),
        ("هل جاء؟", "نعم.", "ar", "هل جاء، نعم."),
        ("वह आया।", "वह गया।", "hi", "वह आया, वह गया।"),
        ("Überschrift", "", "de", "Überschrift, "),
    ],
)
def test_merge(first: str, second: str, language: str, merged: str) -> None:
    assert merge(first, second, language) == merged


@pytest.mark.parametrize(
    ("sentence", "language", "halves"),
    [
        ("El gato duerme mucho.", "es", ("El gato", " duerme mucho.")),
        ("Hola.", "es", ("Hola.", "")),
        ("他来了。", "zh", ("他来", "了。")),
        ("", "es", ("", "")),
    ],
)
def test_cut(sentence: str, language: str, halves: tuple[str, str]) -> None:
    assert cut(sentence, language) == halves
