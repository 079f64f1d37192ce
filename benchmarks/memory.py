"""The translation memory: similar sentences among 200,000, against comparing with every one.

    python benchmarks/memory.py [--entries 200000] [--queries 200] [--tsv FILE | --tmx FILE]

Sentences come from a TSV (the last two columns are source and target; .xz too), a TMX, or are made up. Half of the
questions are entries with a tenth to a quarter of their words changed, half are sentences that are not in the memory.
Recall is measured against RapidFuzz's process.extract over all entries. Wall time and processor time are given, for a
machine that does other work as well.
"""

from __future__ import annotations

import argparse
import lzma
import random
import resource
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.timing import print_table
from workbench.formats.tmx import read_tmx
from workbench.memory.fuzzy import LEAST_PERCENT, FuzzyIndex, fold

LIMIT = 5


def read_sentences(options: argparse.Namespace, chosen: random.Random) -> list[str]:
    """Return distinct source sentences in random order."""
    if options.tmx:
        with options.tmx.open("rb") as stream:
            found = {unit.source for unit in read_tmx(stream)}
    elif options.tsv:
        opened = lzma.open if options.tsv.suffix == ".xz" else open
        with opened(options.tsv, "rt", encoding="utf-8") as lines:
            found = {line.rstrip("\n").split("\t")[-2] for line in lines if "\t" in line}
    else:
        found = set(make_up(options.entries + options.queries, chosen))
    sentences = sorted(found)
    chosen.shuffle(sentences)
    return sentences


def make_up(count: int, chosen: random.Random) -> Iterator[str]:
    """Yield sentences of made-up words that are as unevenly frequent as those of a language."""
    words = ["".join(chosen.choices("aeiourtnslmpdbcgk", k=chosen.randint(2, 10))) for _ in range(30_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    for _ in range(count):
        yield " ".join(chosen.choices(words, weights, k=chosen.randint(4, 30))).capitalize() + "."


def altered(sentence: str, others: list[str], chosen: random.Random) -> str:
    """Return a sentence with some of its words replaced, left out or added."""
    words = sentence.split()
    for _ in range(max(1, round(len(words) * chosen.uniform(0.1, 0.25)))):
        at, kind = chosen.randrange(len(words)), chosen.random()
        other = chosen.choice(chosen.choice(others).split())
        if kind < 0.4:
            words[at] = other
        elif kind < 0.7 and len(words) > 1:
            del words[at]
        else:
            words.insert(at, other)
    return " ".join(words)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=200_000, help="how many entries the memory has")
    parser.add_argument("--queries", type=int, default=200, help="how many sentences are asked for")
    parser.add_argument("--tsv", type=Path, help="sentences: source and target in the last two columns")
    parser.add_argument("--tmx", type=Path, help="sentences: a translation memory")
    options = parser.parse_args()
    chosen = random.Random(7)
    sentences = [each for each in read_sentences(options, chosen) if each.strip()]
    entries = sentences[: options.entries]
    fresh = sentences[options.entries :][: options.queries // 2]
    questions = [altered(chosen.choice(entries), entries, chosen) for _ in range(options.queries - len(fresh))] + fresh
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, cpu = time.perf_counter(), time.process_time()
    index = FuzzyIndex(enumerate(entries))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print_table(
        f"An index of {len(index):,} entries",
        ["made in", "processor", "memory added"],
        [[f"{wall:.1f} s", f"{cpu:.1f} s", f"{(after - before) / 1024:.0f} MB"]],
    )
    folded = [fold(entry) for entry in entries]
    walls: list[list[float]] = [[], []]
    cpus: list[list[float]] = [[], []]
    wanted = hits = best_wanted = best_hits = 0
    for question in questions:
        wall, cpu = time.perf_counter(), time.process_time()
        found = index.find(question, limit=LIMIT)
        walls[0].append(time.perf_counter() - wall)
        cpus[0].append(time.process_time() - cpu)
        wall, cpu = time.perf_counter(), time.process_time()
        every = process.extract(fold(question), folded, scorer=fuzz.ratio, score_cutoff=LEAST_PERCENT, limit=LIMIT)
        walls[1].append(time.perf_counter() - wall)
        cpus[1].append(time.process_time() - cpu)
        # By percentage: of entries that are equally similar, either may be among the five.
        ours, theirs = [match.percent for match in found], [min(99, int(score)) for _, score, _ in every]
        wanted += len(theirs)
        hits += sum(min(99, one) >= other for one, other in zip(ours, theirs, strict=False))
        best_wanted += bool(theirs)
        best_hits += bool(theirs) and bool(ours) and min(99, ours[0]) >= theirs[0]
    rows = []
    for name, wall_times, cpu_times in zip(["this index", "process.extract"], walls, cpus, strict=True):
        ordered = sorted(wall_times)
        figures = [statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1]]
        figures += [statistics.median(cpu_times), max(cpu_times)]
        rows.append([name, *(f"{1000 * figure:.1f} ms" for figure in figures)])
    print_table(
        f"{len(questions)} questions, up to {LIMIT} matches from {LEAST_PERCENT} %",
        ["", "median", "95 %", "slowest", "processor, median", "processor, most"],
        rows,
    )
    print_table(
        "Recall", ["matches found", "best match found"], [[f"{hits} of {wanted}", f"{best_hits} of {best_wanted}"]]
    )


if __name__ == "__main__":
    main()
