"""Counts are remembered: what a sentence has is counted once, and never answered wrongly."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.factories import long_text, make_paired
from workbench.errors import UnknownLanguage
from workbench.readability.counts import count_sentences
from workbench.readability.profile import profile
from workbench.services.measuring import SENTENCES, CountCache, profile_paragraphs
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment
from workbench.services.verdicts import refresh_desk

ODD = ("", "Hello there.", "你好世界。", "مرحبا بالعالم", "🙂", "a\0b", "W" * 2000, "e\u0301cole", "Hello there.")


@pytest.mark.parametrize("language", ["en", "es-MX", "zh", "ar", "pl"])
def test_remembered_counts_are_those_of_the_core(language):
    cache = CountCache()
    expected = count_sentences(ODD, language)
    assert cache.count(ODD, language) == expected
    assert cache.count(ODD, language) == expected
    assert cache.counted == len(set(ODD))


def test_a_language_has_counts_of_its_own():
    cache = CountCache()
    (english,), (spanish,) = cache.count(["Idea"], "en"), cache.count(["Idea"], "es")
    assert (english.syllables, spanish.syllables) == (3, 3)
    assert cache.counted == 2
    cache.count(["Idea"], "es-AR")
    assert cache.counted == 2


def test_the_cache_stays_within_both_bounds_and_forgets_the_oldest():
    cache = CountCache(max_sentences=3, max_characters=20)
    cache.count(["one", "two", "three"], "en")
    cache.count(["one"], "en")
    cache.count(["four"], "en")
    assert (len(cache), cache.characters) == (3, 12)
    before = cache.counted
    cache.count(["one", "three", "four"], "en")
    assert cache.counted == before
    cache.count(["two"], "en")
    assert cache.counted == before + 1
    cache.count(["seventeen letters"], "en")
    assert (len(cache), cache.characters) == (2, 20)
    cache.count(["x" * 21], "en")
    assert (len(cache), cache.characters) == (2, 20)


def test_more_sentences_than_are_remembered_are_all_answered():
    cache = CountCache(max_sentences=2)
    sentences = [f"Number {number} is here." for number in range(50)]
    assert cache.count(sentences, "en") == count_sentences(sentences, "en")
    assert len(cache) == 2


def test_many_threads_get_the_same_numbers():
    cache = CountCache(max_sentences=40)
    sentences = [f"Number {number} is here, {'very ' * (number % 7)}late." for number in range(60)]
    expected = {language: count_sentences(sentences, language) for language in ("en", "es", "de", "zh")}
    jobs = [language for language in expected for _ in range(25)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda language: cache.count(sentences, language), jobs))
    assert all(counts == expected[language] for language, counts in zip(jobs, found, strict=True))
    assert len(cache) == 40


def test_a_language_that_is_none_is_refused():
    with pytest.raises(UnknownLanguage):
        CountCache().count(["Hello"], "no language")


def test_one_changed_sentence_of_300_is_counted_alone(context):
    article_id = make_paired(long_text(300), lambda sentence: sentence.replace("Number", "El número"))
    refresh_desk(article_id, "es")
    reviewer = ensure_reviewer(None).id
    before = SENTENCES.counted
    text = "Una frase que nadie ha contado antes, y ninguna otra."
    save_segment(article_id, "es", 17, text=text, seen_version=1, reviewer_id=reviewer)
    desk = refresh_desk(article_id, "es")
    assert desk.target_report.sentences[16].words == 10
    assert SENTENCES.counted == before + 1


@pytest.mark.parametrize("language", ["en", "zh", "ar", "pl", "vi"])
def test_the_points_of_paragraphs_are_those_of_the_core(language):
    paragraphs = [
        ["Hello there, you.", "你好世界。"],
        ["!!!"],
        [f"Number {n} is here." for n in range(60)],
        [],
        ["🙂 late"],
    ]
    expected = profile([count_sentences(sentences, language) for sentences in paragraphs], language)
    for _ in range(2):
        found = profile_paragraphs(paragraphs, language)
        assert tuple(found.values()) == expected
        assert list(found) == [point.index for point in expected]
