"""textstat's scores beside ours: one text at a time, nothing remembered, nothing downloaded, differences explained."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.readability.tables import cases
from workbench.errors import UnknownLanguage
from workbench.readability.reference import EXPLAINED_FROM, MAX_CHARACTERS, textstat_says
from workbench.readability.report import analyse
from workbench.readability.textstat_dictionary import read_pronunciations
from workbench.readability.textstat_values import _remembering_functions

CASES = [(language, text) for language, text, *_ in cases()]


@pytest.mark.parametrize(
    ("language", "text", "name", "value", "explanation"),
    [
        (
            "en",
            "Mr. Smith met Dr. Jones at 5 p.m. on Monday.",
            "coleman_liau",
            -4.32,
            "textstat's count of sentences is 2, ours 1: every full stop ends a sentence for it, in an abbreviation or "
            "a number too.",
        ),
        (
            "fr",
            "Le chat.\nUn titre\n« L'école » était là.",
            "lix",
            7.0,
            "textstat's count of sentences is 1, ours 3: it leaves out sentences of one or two words, and a line end "
            "does not end one.",
        ),
        (
            "de",
            "Aber die alte Frau über uns ist oft allein.",
            "amstad",
            99.5,
            "textstat's count of syllables is 11, ours 13: it counts the places where a word may be hyphenated, and so "
            "misses vowels at the beginning and the end.",
        ),
        (
            "it",
            "Una mia amica ama andare al mare, ogni anno, a Roma!",
            "gulpease",
            78.09,
            "textstat's count of letters is 42, ours 39: it counts punctuation or digits as letters.",
        ),
        (
            "pt",
            "O rio não é quente. A rainha saiu ao meio-dia.",
            "flesch_pt",
            83.32,
            "textstat has no formula for Portuguese; it takes the English one (206.835 instead of 248.835).",
        ),
        (
            "en",
            "The state-of-the-art left—she stayed.",
            "ari",
            20.605,
            "textstat's count of words is 4, ours 8: it takes for one word what hyphens, dashes or slashes part.",
        ),
        ("es", "El gato come pescado.", "gutierrez_polini", 52.575, ""),
    ],
)
def test_the_difference_is_explained(language: str, text: str, name: str, value: float, explanation: str) -> None:
    score = next(each for each in textstat_says(text, language) if each.id == name)
    assert score.value == pytest.approx(value, abs=0.01)
    assert (score.reason, score.explanation) == ("", explanation)


@pytest.mark.parametrize(("language", "text"), CASES)
def test_what_is_explained_and_what_has_a_reason(language: str, text: str) -> None:
    report = analyse(text, language)
    ours = {score.id: score.value for score in report.scores}
    for score in textstat_says(text, language):
        assert score.ours == (ours[score.id] if score.id in ours else getattr(report.neutral, score.id))
        assert (score.value is None) == bool(score.reason)
        differs = score.value is not None and abs(score.value - score.ours) > EXPLAINED_FROM
        assert bool(score.explanation) == differs


def test_every_score_of_ours_has_textstats_beside_it() -> None:
    for language, text in CASES:
        expected = [score.id for score in analyse(text, language).scores]
        if language not in {"ja", "th", "zh"}:
            assert [score.id for score in textstat_says(text, language)] == [*expected, "lix", "rix"]


def test_a_region_changes_nothing() -> None:
    """textstat itself scores "de-DE" with the constants of English."""
    text = "Aber die alte Frau über uns ist oft allein."
    assert textstat_says(text, "de") == textstat_says(text, "de-DE") == textstat_says(text, "de_DE")


@pytest.mark.parametrize(("text", "language"), [("", "en"), ("...", "de"), ("我爱你。", "zh"), ("\0", "fr")])
def test_where_there_is_nothing_to_compare(text: str, language: str) -> None:
    assert textstat_says(text, language) == ()


def test_a_long_text_is_refused() -> None:
    scores = textstat_says("Una idea. " * (MAX_CHARACTERS // 10 + 1), "es")
    assert {score.value for score in scores} == {None}
    assert {score.reason for score in scores} == {
        "Texts of more than 100,000 characters are not given to textstat, which is slow."
    }


def test_what_is_no_language() -> None:
    with pytest.raises(UnknownLanguage):
        textstat_says("The cat.", "xx")


@pytest.mark.parametrize(
    "text", ["a" * 50_000, "a. " * 3_000, "😀" * 9_000 + "a", "\0 a", "'" * 20_000 + "a", "क्षि" * 5_000]
)
def test_awful_input(text: str) -> None:
    assert {score.id for score in textstat_says(text, "es")} >= {"crawford", "lix"}


def test_nothing_is_remembered_of_texts_and_words() -> None:
    import pyphen

    textstat_says("Der Hund spielt draußen im Garten.", "de")
    functions = _remembering_functions()
    assert len(functions) > 20
    assert {function.cache_info().currsize for function in functions} == {0}
    assert [dictionary.cache for dictionary in pyphen.hdcache.values() if dictionary.cache] == []


def test_eight_threads_agree_with_one() -> None:
    work = [case for case in CASES if case[0] in {"de", "en", "es", "fr", "it", "ru"}] * 3
    alone = [textstat_says(text, language) for language, text in work]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda case: textstat_says(case[1], case[0]), work))
    assert together == alone


ENGLISH = """
import sys
def refuse(event, arguments):
    if event.startswith("socket.") or event == "urllib.Request":
        raise RuntimeError(event)
sys.addaudithook(refuse)
from workbench.readability.reference import textstat_says
for score in textstat_says("The cat created oranges.", "en"):
    print(score.id, score.reason or round(score.value, 3))
"""


def test_english_needs_no_download() -> None:
    """In a process in which a socket raises, and in which no folder of NLTK's is found."""
    environment = {"NLTK_DATA": "", "HOME": "/nonexistent"}
    done = subprocess.run([sys.executable, "-c", ENGLISH], capture_output=True, text=True, check=False, env=environment)
    assert done.stderr == ""
    scores = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert scores["flesch"] == "33.575"  # 206.835 - 1.015 * 4 - 84.6 * 8 / 4
    assert scores["flesch_kincaid"] == "9.57"  # 0.39 * 4 + 11.8 * 8 / 4 - 15.59
    assert scores["gunning_fog"] == "21.6"  # two are complex: 0.4 * (4 + 50)
    assert scores["coleman_liau"] == "5.8"  # 0.058 * 500 - 0.296 * 25 - 15.8
    assert set(scores) == {
        "flesch",
        "flesch_kincaid",
        "gunning_fog",
        "smog",
        "ari",
        "coleman_liau",
        "dale_chall",
        "lix",
        "rix",
    }
    assert all(value.replace(".", "").removeprefix("-").isdigit() for value in scores.values())


@pytest.mark.parametrize(
    ("word", "syllables"), [("the", 1), ("created", 3), ("fire", 2), ("oranges", 3), ("'em", 1), ("aalborg", 2)]
)
def test_the_first_pronunciation_counts(word: str, syllables: int) -> None:
    """As the file has them: FAY1 ER0, and "aalborg" with a remark behind it."""
    assert read_pronunciations()[word] == ["0" * syllables]


def test_a_word_that_the_dictionary_lacks_is_left_to_textstat() -> None:
    with pytest.raises(KeyError):
        read_pronunciations()["kyslytsya"]
    assert len(read_pronunciations()) > 120_000
