"""Does our readability bear everything: a megabyte of anything, eight threads, ten thousand articles?

    python -m benchmarks.readability_robust [--articles 10000] [FILE OR FOLDER …]

Megabytes: processor time of one `analyse`, nothing remembered, against a megabyte of English prose (the seed articles,
or the files, repeated). Threads: mixed languages on 8 threads against the same one after the other, numbers compared.
Memory: growth of the process over articles of which no two are alike, after the first tenth.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.readability_peers import articles_of
from benchmarks.timing import cpu_seconds_of, print_table
from workbench.readability.report import analyse
from workbench.readability.word_table import word_table

MEGABYTE = 1_000_000
LETTERS = {
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "abcdefghijlmnopqrstuvyzáéíóúñ",
    "fr": "abcdefghijlmnopqrstuvxyzéèàç",
    "it": "abcdefghilmnopqrstuvzàèìòù",
    "ru": "абвгдежзийклмнопрстуфхцчшщыьэюя",
    "zh": "天地人大小上下左右中国年月日时分我你他",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
}
UNITS = {
    "no spaces": ("en", "abcdefghijklmnopqrstuvwxyz"),
    "one letter": ("en", "a"),
    "one letter, spaced": ("en", "a "),
    "emoji": ("en", "😀"),
    "emoji, joined": ("en", "👩‍👩‍👧 "),
    "Chinese": ("zh", "今天天气很好，我们去公园吧。"),
    "Chinese read as English": ("en", "今天天气很好，我们去公园吧。"),
    "Arabic": ("ar", "الكتاب على الطاولة. "),
    "Hebrew read as English": ("en", "הספר על השולחן. "),
    "NUL": ("en", "\0"),
    "A. A. A.": ("en", "A. "),
    "A.A.A.": ("en", "A."),
    "combining marks": ("en", "e\u0301\u0302\u0303"),
    "only marks": ("en", "\u0301"),
    "full stops": ("en", "."),
    "apostrophes": ("en", "a'"),
    "hyphens": ("en", "a-"),
    "digits": ("en", "7"),
    "line ends": ("en", "\n"),
    "a letter a line": ("en", "a\n"),
    "numbered": ("en", "1. "),
    "shouting": ("en", "! A"),
}


def megabyte_of(unit: str) -> str:
    """Return the unit repeated to a million bytes of UTF-8."""
    return unit * (MEGABYTE // len(unit.encode()))


def made_of(make: Callable[[], str]) -> str:
    """Return random pieces, a million characters of them."""
    pieces: list[str] = []
    size = 0
    while size < MEGABYTE:
        pieces.append(make())
        size += len(pieces[-1])
    return "".join(pieces)


def cold_seconds(text: str, language: str) -> float:
    """Return the better of two runs with nothing remembered."""
    analyse("Load it. 1", language)
    times = []
    for _ in range(2):
        word_table.cache_clear()
        times.append(cpu_seconds_of(lambda: analyse(text, language)))
    return min(times)


def print_megabytes(prose: str) -> None:
    """Print how long each takes, and how much longer than prose."""
    chance = random.Random(1)
    texts = {name: (language, megabyte_of(unit)) for name, (language, unit) in UNITS.items()}
    texts["random initials"] = ("en", made_of(lambda: chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") + ". "))
    texts["random words"] = ("en", made_of(lambda: _word(chance, "en") + " "))
    texts["random bytes"] = ("en", bytes(chance.choices(range(256), k=MEGABYTE)).decode("latin-1"))
    base = cold_seconds(megabyte_of(prose), "en")
    rows = [["English prose", "en", f"{1000 * base:.0f}", "1.0"]]
    for name, (language, text) in texts.items():
        seconds = cold_seconds(text, language)
        rows.append([name, language, f"{1000 * seconds:.0f}", f"{seconds / base:.1f}"])
    print_table("A megabyte of anything", ["text", "as", "ms", "times prose"], rows)


def _word(chance: random.Random, language: str) -> str:
    return "".join(chance.choices(LETTERS[language], k=chance.randint(1, 10)))


def random_articles(number: int, seed: int) -> Iterator[tuple[str, str]]:
    """Make articles of 300 words, half of them common and half new, each in one of eight languages."""
    chance = random.Random(seed)
    common = {language: [_word(chance, language) for _ in range(2_000)] for language in LETTERS}
    for _ in range(number):
        language = chance.choice(sorted(LETTERS))
        sentences = [
            " ".join(chance.choices(common[language], k=8) + [_word(chance, language) for _ in range(7)]).capitalize()
            for _ in range(20)
        ]
        yield ". ".join(sentences) + ".", language


def print_threads(number: int) -> None:
    """Print how many of the analyses on 8 threads are not those of one thread."""
    work = list(random_articles(number, seed=2))
    alone = [hash(analyse(text, language)) for text, language in work]
    word_table.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda each: hash(analyse(*each)), work))
    wrong = sum(one != other for one, other in zip(alone, together, strict=True))
    print(f"\nEight threads, {number:,} analyses in {len(LETTERS)} languages: {wrong} wrong.")


def print_memory(number: int) -> None:
    """Print how much the process grew after the first tenth of the articles."""
    before = 0
    for place, (text, language) in enumerate(random_articles(number, seed=3)):
        if place == number // 10:
            before = _memory()
        analyse(text, language)
    print(f"\nMemory: {(_memory() - before) / 1e6:.1f} MB more after {number:,} articles than after {number // 10:,}.")


def _memory() -> int:
    gc.collect()
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def main() -> None:
    """Print all three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="*", help="English prose, UTF-8")
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    print_memory(options.articles)  # first: the others leave their garbage
    sys.stdout.flush()
    print_threads(options.articles)
    print_megabytes("\n".join(articles_of(options.paths)))


if __name__ == "__main__":
    main()
