"""Sentences to translate: real ones of the project, lists of the reader's own, and any number of made-up ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.main_job import distinct_sentences

PARITY = Path(__file__).parents[1] / "tests/data/parity_en.txt"
_PLACES = ("London", "Madrid", "Lima", "Oslo", "Cairo", "Delhi", "Lagos", "Quito", "Tokyo", "Rome", "Paris", "Kyiv")
_WHO = ("the minister", "a spokesman", "the mayor", "the union", "the court", "the company", "a witness", "the club")
_SAID = ("said", "announced", "admitted", "denied", "confirmed", "feared", "promised", "reported")
_WHAT = (
    "that the new hospital would open later than planned",
    "that nobody was hurt in the fire near the old station",
    "that prices had risen for the third month",
    "that the talks would go on until the weekend",
    "that the bridge must be closed to heavy traffic",
    "that more teachers were needed in small schools",
    "that the match would be played again in the autumn",
    "that the storm had damaged hundreds of houses",
)
_END = ("after a long night", "in front of reporters", "for the first time", "without giving a reason", "last week")


def article_sentences(count: int) -> list[str]:
    """Return that many different sentences of news, the seed article's first."""
    found = list(dict.fromkeys([*distinct_sentences(), *PARITY.read_text(encoding="utf-8").splitlines()]))
    return found[:count]


def made_up(seed: int = 3) -> Iterator[str]:
    """Yield sentences of a small grammar without end, no two alike."""
    rng = random.Random(seed)
    number = 0
    while True:
        number += 1
        place, who, said, what, end = map(rng.choice, (_PLACES, _WHO, _SAID, _WHAT, _END))
        yield f"In {place}, {who} {said} {what}, {end}, according to report {number}."


def write_articles(folder: Path, sentences: Iterator[str], articles: int, each: int = 4) -> list[str]:
    """Write text files of `each` sentences; return the sentences in the order of the files' names."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number in range(articles):
        own = [next(sentences) for _ in range(each)]
        (folder / f"article-{number:05}.txt").write_text("\n\n".join(own) + "\n", encoding="utf-8")
        written += own
    return written
