"""Any text, any language, any thread; offline, light to import, and bounded in memory."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readability.tables import WITHOUT_FORMULA
from workbench.readability import word_table as table_module
from workbench.readability.counts import Counts, count, count_sentences, total
from workbench.readability.report import analyse, analyse_sentences
from workbench.readability.scores import FORMULAS
from workbench.readability.syllables import has_syllable_rule
from workbench.readability.word_table import FIELDS, pack, unpack, word_features, word_table
from workbench.readability.words import find_words

LANGUAGES = sorted([*FORMULAS, *WITHOUT_FORMULA])
PIECES = ["El", "3.5", "left—she", "don’t", "Ж", "я.", "我", "é'", "U.S.", "-", "\n", "\0", "B2B", "ÖBB", "e\u0301"]
texts = st.text(max_size=200) | st.lists(st.sampled_from(PIECES)).map(" ".join)


@given(text=texts, language=st.sampled_from(LANGUAGES))
def test_any_text_in_any_language(text: str, language: str) -> None:
    report = analyse(text, language)
    counts = report.counts
    assert counts == total(report.sentences) == count(text, language)
    assert counts.monosyllables + counts.polysyllables <= counts.words
    assert max(counts.long_words, counts.complex_words, counts.difficult_words, counts.foreign_words) <= counts.words
    assert max(counts.rare_words, counts.subordinators) <= counts.words
    assert (counts.syllables >= counts.words) if has_syllable_rule(language) else counts.syllables == 0
    assert counts.letters <= counts.letters_and_digits
    assert bool(counts.sentences) == bool(counts.words or (counts.letters_and_digits and not counts.words))
    report.to_json()


@given(first=st.lists(texts), second=st.lists(texts), language=st.sampled_from(LANGUAGES))
def test_counts_add_up(first: list[str], second: list[str], language: str) -> None:
    parts = [total(count_sentences(part, language)) for part in (first, second)]
    assert sum(parts, Counts()) == total(count_sentences(first + second, language))


@given(text=texts, language=st.sampled_from(LANGUAGES))
def test_what_was_counted_before_changes_nothing(text: str, language: str) -> None:
    before = analyse_sentences([text], language)
    word_table.cache_clear()
    assert analyse_sentences([text], language) == before


@given(text=texts, language=st.sampled_from(["en", "fr", "ru", "fa"]))
def test_a_token_has_the_words_of_its_text(text: str, language: str) -> None:
    """The table keeps tokens: no word may go over white space, and a word alone must be that word again."""
    words = find_words(text, language)
    assert words == [word for token in text.split() for word in find_words(token, language)]
    assert all(find_words(word, language) == [word] for word in words)


@given(st.lists(st.tuples(*[st.integers(0, 2**20)] * len(FIELDS)), max_size=50))
def test_packed_numbers_keep_their_fields_apart(features: list[tuple[int, ...]]) -> None:
    packed = sum(map(pack, features))
    assert unpack(packed) == tuple(sum(row[place] for row in features) for place in range(len(FIELDS)))


@pytest.mark.parametrize("piece", ["a", "a'", "1.", "a.", "😀", "漢", "о", "\0", "e\u0301", "be", "ك", "-", "z"])
@pytest.mark.parametrize("language", ["en", "fr", "it", "fi", "ru", "zh"])
def test_a_long_run_of_anything(piece: str, language: str) -> None:
    counts = total(count_sentences([piece * 100_000], language))
    assert counts.characters == 100_000 * len(piece)


@pytest.mark.parametrize("token", ["a" * 1_000, "e\u0301" * 1_000, "A" + "b" * 1_000])
def test_a_token_too_long_to_remember_is_looked_at_once(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    looked_at: list[str] = []

    def look(word: str, language: str) -> tuple[int, ...]:
        looked_at.append(word)
        return word_features(word, language)

    monkeypatch.setattr(table_module, "word_features", look)
    count_sentences([token], "en")
    capitals = ["ab" + token[2:], token] if token[0] == "A" else []  # the first word's capital may be the sentence's
    assert looked_at == [token, *capitals]


def test_ten_thousand_analyses_on_eight_threads_agree_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables are made so small that threads empty them under each other's hands."""
    samples = {
        "en": "The Australian platypus is a hybrid. 3.5 percent",
        "es": "Una idea única había ayudado a Ana.",
        "de": "Der Hund spielt draußen im Garten.",
        "fr": "L'école était à côté de l'église aujourd'hui.",
        "ru": "Она очень любит его яблоки.",
        "zh": "我爱你。",
    }
    monkeypatch.setattr(table_module, "_MAX_TOKENS", 96)
    monkeypatch.setattr(table_module, "_MAX_OPENINGS", 1)
    word_table.cache_clear()
    work = [(f"{text} n{number % 90}", language) for number in range(1667) for language, text in samples.items()]
    alone = {each: analyse(*each) for each in work}
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda each: analyse(*each), work))
    word_table.cache_clear()
    assert len(together) > 10_000
    assert all(found == alone[each] for found, each in zip(together, work, strict=True))


MEMORY = """
import gc, resource
from pathlib import Path
from workbench.readability.report import analyse
def memory():
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
def article(number):
    words = [number * 300 + place for place in range(300)]
    return " ".join("".join(letters[word // 25**digit % 25] for digit in range(4)) + "ي" for word in words) + "."
for language in ("en", "es", "de", "fr", "it", "nl", "pt", "ru", "ar"):
    analyse(article(0), language)
before = memory()
for number in range(1_100):
    analyse(article(number), "ar")
print((memory() - before) // 1_000_000)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_memory_stays_bounded() -> None:
    """330,000 words of which no two are alike: remembering them all would take over 30 MB."""
    done = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert int(done.stdout) < 20


def test_the_word_table_is_bounded() -> None:
    word_table.cache_clear()
    count_sentences((" ".join(f"w{number}x{part}" for part in range(1000)) for number in range(50)), "en")
    assert 0 < len(word_table("en")) <= 16_384
    count_sentences(["w" * 1_000], "en")
    assert "w" * 1_000 not in word_table("en")


OFFLINE = """
import sys
def refuse(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(event)
sys.addaudithook(refuse)
from workbench.readability.report import analyse
heavy = {"textstat", "nltk", "numpy", "flask", "sqlalchemy", "ctranslate2", "pyphen"} & set(sys.modules)
assert not heavy, heavy
report = analyse("The cat sat on the mat. It slept.", "en")
assert "dale_chall" in {score.id for score in report.scores}
for language in ("es", "de", "fr", "it", "nl", "pt", "ru", "pl", "zh", "ar"):
    analyse("Una idea. Die Katze. Она. 我爱你。", language)
import socket
try:
    socket.socket()
except RuntimeError:
    print("refused")
"""


def test_offline_and_light() -> None:
    """A socket raises in this process, the dictionaries are read, and nothing heavy is imported."""
    done = subprocess.run([sys.executable, "-c", OFFLINE], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("refused\n", "")
