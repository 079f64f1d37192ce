"""How hard one sentence is, and why; the profile of a text's paragraphs."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readability.tables import WITHOUT_FORMULA, rows
from tools.build_sentence_norms import count_sample
from workbench.readability.counts import Counts, count, count_sentences
from workbench.readability.difficulty import Difficulty, Level, Reason, assess
from workbench.readability.norms import TABLE, norms
from workbench.readability.profile import profile
from workbench.readability.scores import FORMULAS

CASES = rows("sentence_difficulty.tsv")
LANGUAGES = sorted([*FORMULAS, *WITHOUT_FORMULA])


@pytest.mark.parametrize(("language", "level", "reasons", "sentence"), CASES)
def test_a_sentence(language: str, level: str, reasons: str, sentence: str) -> None:
    (counts,) = count_sentences([sentence], language)
    found = assess(counts, language)
    assert (found.level, " ".join(found.reasons)) == (level, reasons)


def test_the_norms_were_built_with_what_is_counted_now() -> None:
    """Fails when counting or a word list changes: tools/build_sentence_norms.py builds the table anew."""
    assert count_sample() in TABLE.read_text(encoding="utf-8")


def test_every_language_with_norms_has_plain_and_hard_cases() -> None:
    for level in (Level.PLAIN, Level.VERY_HARD):
        assert set(norms()) <= {case[0] for case in CASES if case[1] == level}


@pytest.mark.parametrize("language", ["en", "zh", "th", "da"])
def test_a_sentence_without_words_is_plain(language: str) -> None:
    assert assess(Counts(characters=3), language) == Difficulty(Level.PLAIN, None)


@pytest.mark.parametrize(("words", "level"), [(30, "plain"), (31, "hard"), (39, "hard"), (40, "very_hard")])
def test_elsewhere_the_length_decides(words: int, level: str) -> None:
    reasons = () if level == "plain" else (Reason.LENGTH,)
    counts = Counts(words=words, characters=9 * words, sentences=1, long_words=words)
    assert assess(counts, "da") == Difficulty(Level(level), None, reasons)


def test_nothing_is_known_of_other_languages_without_spaces() -> None:
    assert assess(count("ฉัน" * 1000, "th"), "th") == Difficulty(Level.PLAIN, None)


lengths = st.integers(1, 10_000)


@given(language=st.sampled_from(LANGUAGES), words=lengths, part=st.tuples(*[st.floats(0, 1)] * 3))
def test_any_counts(language: str, words: int, part: tuple[float, float, float]) -> None:
    long, rare, clauses = (int(share * words) for share in part)
    counts = Counts(characters=words, words=words, sentences=1, long_words=long, rare_words=rare, subordinators=clauses)
    found = assess(counts, language)
    assert (found.value is None) == (language not in norms())
    assert bool(found.reasons) == (found.level is not Level.PLAIN)
    assert len(set(found.reasons)) == len(found.reasons)
    assert json.loads(json.dumps(found.to_json()))["level"] == found.level.value


@given(language=st.sampled_from(sorted(norms())), words=st.integers(1, 300), more=st.integers(1, 300))
def test_more_of_anything_is_never_easier(language: str, words: int, more: int) -> None:
    values = [
        assess(Counts(characters=number, words=number, sentences=1), language).value for number in (words, words + more)
    ]
    assert values[0] is not None
    assert values[1] is not None
    assert values[0] < values[1]
    with_clause = assess(Counts(characters=words, words=words, sentences=1, subordinators=more), language).value
    assert with_clause is not None
    assert with_clause >= values[0]


@given(language=st.sampled_from(sorted(norms())), words=st.integers(1, 3))
def test_fragments_are_plain(language: str, words: int) -> None:
    counts = Counts(characters=words * 30, words=words, sentences=1, long_words=words, rare_words=words)
    if language not in {"ja", "zh"}:
        assert assess(counts, language).level is Level.PLAIN


@pytest.mark.parametrize("language", sorted(norms()))
def test_the_usual_sentence_lies_at_zero_and_hard_begins_one_deviation_above(language: str) -> None:
    known = norms()[language]
    assert known.sentences > 1_900
    assert 0.9 <= known.hard < known.very_hard < 1.7
    assert known.deviation.length > 0


def test_the_table_names_its_source_and_licence() -> None:
    assert "NTREX-128" in TABLE.read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in TABLE.read_text(encoding="utf-8")


def test_a_profile() -> None:
    hard = next(case[3] for case in CASES if case[:2] == ["en", "very_hard"])
    paragraphs = [["A headline."], ["***"], [], ["The cat sat.", "It slept well.", "***", hard]]
    points = profile([count_sentences(each, "en") for each in paragraphs], "en")
    assert [(point.index, point.words, point.sentences) for point in points] == [(1, 2, 1), (4, 71, 3)]
    assert points[1].words_per_sentence == pytest.approx(71 / 3)
    assert [point.hard_share for point in points] == [0, pytest.approx(1 / 3)]
    values = [assess(counts, "en").value for counts in count_sentences(paragraphs[3], "en") if counts.words]
    assert points[1].difficulty == pytest.approx(sum(value or 0 for value in values) / 3)
    assert json.loads(json.dumps(points[1].to_json()))["index"] == 4


def test_a_profile_where_little_is_known() -> None:
    (thai,) = profile([count_sentences(["ฉันรักคุณ"], "th")], "th")
    assert (thai.words, thai.words_per_sentence, thai.difficulty, thai.hard_share) == (0, None, None, 0)
    assert thai.characters_per_sentence == 9
    assert profile([], "en") == ()
