"""Does the cost of a sentence stay the same from 10 articles to 10,000, and the memory from 100 sentences to 10,000?

    python -m benchmarks.scaling [--largest 1000] [--save 100]

Each row is `flask translate FOLDER --out …` in a process of its own, on articles of four sentences, no two alike.
What starting costs (a run on one sentence) is taken off. 10,000 articles take some minutes: `--largest 10000`.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.packages import base_folder
from benchmarks.sentences import made_up, write_articles
from benchmarks.timing import print_table, seconds_of

SIZES = (10, 100, 1_000, 10_000)
BASE_SIZES = (10, 100)
EACH = 4

# Runs the command and says what it cost in processor time, which a busy machine changes less, and in memory.
RUNNER = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
seconds = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(done.stderr)
print(json.dumps({"seconds": seconds, "cpu_seconds": used.ru_utime + used.ru_stime, "peak_mb": used.ru_maxrss / 1024}))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of the command cost.

    Attributes:
        seconds: From its start to its end.
        cpu_seconds: Of all cores together.
        peak_mb: Most memory it held, in MB.
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--largest", type=int, default=1_000, help="articles of the largest folder")
    parser.add_argument("--save", type=int, default=100, help="articles to put on the desk")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "starter").mkdir()
        (folder / "base").mkdir()
        (folder / "base" / "packages").symlink_to(base_folder())
        sizes = [size for size in SIZES if size <= options.largest]
        growth("The starter, beam 1", folder / "starter", sizes)
        growth("The random base-size package, beam 1", folder / "base", BASE_SIZES)
        repeats(folder / "starter")
        choices(folder / "starter")
        growth("With --save, the starter, beam 1", folder / "starter", [options.save // 10, options.save], ["--save"])


def growth(title: str, data: Path, sizes: Sequence[int], more: Sequence[str] = ()) -> None:
    """Translate folders that grow; report a sentence's cost and the memory against the smallest's."""
    one = write(data, 1, each=1)
    run(data, one, "--beam", "1", *more)  # makes the database, where there is to be one
    nothing = run(data, one, "--beam", "1", *more)
    rows, first = [], None
    for size in sizes:
        cost = run(data, write(data, size), "--beam", "1", *more)
        count = size * EACH
        each_ms = 1000 * (cost.cpu_seconds - nothing.cpu_seconds) / count
        first = first or (each_ms, cost.peak_mb)
        rows.append(
            [
                size,
                f"{cost.seconds:.1f}",
                f"{count / cost.seconds:.0f}",
                f"{each_ms:.2f}",
                f"{each_ms / first[0]:.2f}",
                f"{cost.peak_mb:.0f}",
                f"{cost.peak_mb / first[1]:.2f}",
            ]
        )
    head = ["articles", "seconds", "sentences/s", "CPU ms a sentence", "to the first", "peak MB", "to the first"]
    print_table(title, head, rows)


def repeats(data: Path) -> None:
    """Translate articles that share all their sentences, beside the same number that share none."""
    articles = 100
    different = run(data, write(data, articles), "--beam", "1")
    sentences = list(itertools.islice(made_up(), EACH))
    alike = run(data, write(data, articles, sentences=sentences), "--beam", "1")
    rows = [
        ["no sentence twice", f"{different.seconds:.1f}", f"{different.cpu_seconds:.1f}"],
        [f"the same {EACH} in each", f"{alike.seconds:.1f}", f"{alike.cpu_seconds:.1f}"],
    ]
    print_table(f"{articles} articles: repeats are decoded once", ["", "seconds", "CPU s"], rows)


def choices(data: Path) -> None:
    """Report what --beam and --jobs cost, on 50 articles."""
    folder = write(data, 50)
    rows = []
    for arguments in (
        ["--beam", "1"],
        ["--beam", "2"],
        ["--beam", "4"],
        ["--beam", "8"],
        ["--jobs", "1"],
        ["--jobs", "2"],
    ):
        cost = run(data, folder, *arguments)
        rows.append([" ".join(arguments), f"{cost.seconds:.1f}", f"{cost.cpu_seconds:.1f}", f"{cost.peak_mb:.0f}"])
    print_table("What the choices cost: 200 sentences, the starter", ["", "seconds", "CPU s", "peak MB"], rows)


def write(data: Path, articles: int, *, each: int = EACH, sentences: Sequence[str] | None = None) -> Path:
    """Write a folder of articles and return it; the one before is gone."""
    folder = data / "articles"
    shutil.rmtree(folder, ignore_errors=True)
    write_articles(folder, itertools.cycle(sentences) if sentences else made_up(), articles, each)
    return folder


def run(data: Path, folder: Path, *arguments: str) -> Cost:
    """Run `flask translate` on a folder and return what it cost.

    Raises:
        SystemExit: It failed; the message is its own.
    """
    out = data / "out"
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "flask", "translate", str(folder), "--from", "en", "--to", "es"]
    environment = os.environ | {"WORKBENCH_DATA_DIR": str(data), "WORKBENCH_ARGOS_PACKAGES": "false"}
    done = subprocess.run(
        [sys.executable, "-c", RUNNER, *command, "--out", str(out), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return Cost(**json.loads(done.stdout))


if __name__ == "__main__":
    print(f"\n{seconds_of(main):.0f} s")
