"""Sentence splitting side by side: items of the gold data fully right, and characters a second.

    python benchmarks/segments.py [--chars 300000] [--runs 3]

Plain ICU and ours always run; syntok, sentencex, blingfire and pysbd when they are installed. Speed is the
best of the runs, on one thread, on the seed article repeated; its last column is ours divided by theirs.
"""

from __future__ import annotations

import argparse
import importlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from workbench.segments import split_sentences

ROOT = Path(__file__).resolve().parent.parent
Splitter = Callable[[str, str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Item:
    """One text of the gold data and the offsets, before white space, where it must and may be split."""

    language: str
    text: str
    required: frozenset[int]
    allowed: frozenset[int]


def read_items(path: Path) -> list[Item]:
    """Read lines of a language code, a tab, and a text in which `|` is a boundary and `¦` one or none."""
    items = []
    for line in path.read_text(encoding="utf-8").splitlines():
        language, marked = line.split("\t")
        text, required, allowed = "", set(), set()
        for character in marked:
            if character in "|¦":
                allowed.add(len(text))
                required |= {len(text)} if character == "|" else set()
            else:
                text += character
        items.append(Item(language, text, frozenset(required), frozenset(allowed)))
    return items


def is_right(item: Item, split: Splitter) -> bool:
    """Whether the item is split at every required offset and at no offset that is not allowed."""
    found, offset = set(), 0
    for piece in split(item.text, item.language):
        words = piece.strip()
        offset = item.text.index(words, offset) + len(words)
        found.add(offset)
    found.discard(len(item.text.rstrip()))
    return item.required <= found <= item.allowed


def split_by_icu(text: str, language: str) -> Iterable[str]:
    """Split by the rules of ICU with its own lists of abbreviations."""
    from icu4py.breakers import SentenceBreaker

    return list(SentenceBreaker(text, f"{language}@ss=standard"))


def split_by_syntok(text: str, language: str) -> Iterable[str]:
    """Split with syntok's segmenter, which takes no language."""
    segmenter = importlib.import_module("syntok.segmenter")
    sentences = (sentence for paragraph in segmenter.process(text) for sentence in paragraph)
    return [text[tokens[0].offset : tokens[-1].offset + len(tokens[-1].value)] for tokens in sentences]


def split_by_sentencex(text: str, language: str) -> Iterable[str]:
    """Split with Wikimedia's sentencex."""
    return list(importlib.import_module("sentencex").segment(language, text))


def split_by_blingfire(text: str, language: str) -> Iterable[str]:
    """Split with blingfire, which takes no language and gives one sentence a line."""
    return [line for line in importlib.import_module("blingfire").text_to_sentences(text).split("\n") if line.strip()]


def split_by_pysbd(text: str, language: str) -> Iterable[str]:
    """Split with pysbd; English rules for a language that it has none for."""
    pysbd = importlib.import_module("pysbd")
    known = language if language in importlib.import_module("pysbd.languages").LANGUAGE_CODES else "en"
    return list(pysbd.Segmenter(language=known, clean=False).segment(text))


SPLITTERS: tuple[tuple[str, str, Splitter], ...] = (
    ("ours", "workbench", split_sentences),
    ("plain ICU", "icu4py", split_by_icu),
    ("syntok", "syntok", split_by_syntok),
    ("sentencex", "sentencex", split_by_sentencex),
    ("blingfire", "blingfire", split_by_blingfire),
    ("pysbd", "pysbd", split_by_pysbd),
)


def chars_per_second(split: Splitter, text: str, runs: int) -> float:
    """Return the characters a second of the fastest of `runs` calls."""
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        split(text, "en")
        seconds.append(time.perf_counter() - started)
    return len(text) / min(seconds)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chars", type=int, default=300_000, help="length of the text for the speed")
    parser.add_argument("--runs", type=int, default=3, help="calls, the fastest of which counts")
    options = parser.parse_args()
    items = read_items(ROOT / "tests" / "data" / "segmentation_gold.tsv")
    article = next(iter(sorted((ROOT / "seeds" / "articles").glob("*.txt")))).read_text(encoding="utf-8")
    text = article * max(1, options.chars // len(article))
    print(f"{len(items)} items; speed on {len(text):,} characters, best of {options.runs}")
    print(f"{'splitter':<12}{'right':>6}{'Mchar/s':>10}{'ours / it':>11}")
    ours = 0.0
    for name, module, split in SPLITTERS:
        try:
            importlib.import_module(module)
        except ImportError:
            print(f"{name:<12}not installed, skipped")
            continue
        right = sum(is_right(item, split) for item in items)
        speed = chars_per_second(split, text, options.runs)
        ours = ours or speed
        print(f"{name:<12}{right:>6}{speed / 1e6:>10.2f}{ours / speed:>11.2f}")


if __name__ == "__main__":
    main()
