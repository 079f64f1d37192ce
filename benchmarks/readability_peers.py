"""The same English articles in our readability, textstat, textdescriptives and py-readability-metrics.

    python -m benchmarks.readability_peers [FILE OR FOLDER …]

How fast each is (words a second of processor time, first and second pass), how many articles each scores, and how far
its scores lie from ours. The peers run offline, in a virtual environment of their own in the benchmarks' cache. What a
peer cannot compute without a download is named with its error and not timed. Default: the seed articles.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.peer_python import Unavailable, peer_python
from benchmarks.timing import cpu_seconds_of, print_table
from workbench.config import resource_dir
from workbench.readability.counts import split_text
from workbench.readability.report import Report, analyse
from workbench.readability.syllable_rules import english
from workbench.readability.textstat_values import ask_textstat
from workbench.readability.word_table import word_table

COMPARED = ("flesch", "flesch_kincaid", "gunning_fog", "ari", "coleman_liau", "dale_chall", "lix")


def articles_of(paths: list[Path]) -> list[str]:
    """Return the texts of files, and of the .txt files in folders."""
    found = paths or [resource_dir("seeds") / "articles"]
    files = [file for path in found for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]
    return [file.read_text(encoding="utf-8") for file in files]


def ask_peers(articles: list[str]) -> dict[str, Any]:
    """Return what `readability_worker` answers.

    Raises:
        Unavailable: The peers cannot be installed.
    """
    python = peer_python("readability", "textdescriptives", "py-readability-metrics")
    worker = Path(__file__).with_name("readability_worker.py")
    command = [str(python), "-P", "-W", "ignore", str(worker)]  # -P: our readability.py is not theirs
    done = subprocess.run(command, input=json.dumps(articles), capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def ask_textstat_for_all(articles: list[str]) -> dict[str, Any]:
    """Return the same of textstat, as `reference` asks it: nothing is remembered from text to text."""
    seconds = [cpu_seconds_of(lambda: [ask_textstat(text, "en") for text in articles]) for _ in range(2)]
    values = [ask_textstat(text, "en") for text in articles]
    scores = [each.scores | {"failed": ", ".join(each.failures)} for each in values]
    return {"scores": scores, "seconds": seconds}


def row_of(name: str, answer: dict[str, Any], ours: list[Report], words: int) -> list[str]:
    """Return a line of the table: speed, articles scored, and mean and worst difference from ours."""
    scored = [each for each in answer["scores"] if "error" not in each]
    speeds = [f"{words / seconds:,.0f}" for seconds in answer["seconds"]] or ["-", "-"]
    cells = []
    for formula in COMPARED:
        differences = [
            abs(theirs[formula] - _value(report, formula))
            for theirs, report in zip(answer["scores"], ours, strict=True)
            if formula in theirs
        ]
        cells.append(f"{statistics.mean(differences):.1f} ({max(differences):.1f})" if differences else "-")
    return [name, *speeds, f"{len(scored)} of {len(answer['scores'])}", *cells]


def _value(report: Report, formula: str) -> float:
    values = {score.id: score.value for score in report.scores} | {"lix": report.neutral.lix or 0.0}
    return values[formula]


def main() -> None:
    """Print the table and what failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="*", help="English articles, UTF-8")
    articles = articles_of(parser.parse_args().paths)
    words = sum(len(text.split()) for text in articles)
    split_text("Load ICU first.", "en")
    word_table.cache_clear()
    english.exceptions.cache_clear()
    cold = cpu_seconds_of(lambda: [analyse(text, "en") for text in articles])
    warm = cpu_seconds_of(lambda: [analyse(text, "en") for text in articles])
    ours = [analyse(text, "en") for text in articles]
    ask_textstat("Load it first.", "en")
    answers = {"textstat": ask_textstat_for_all(articles)}
    try:
        answers |= ask_peers(articles)
    except Unavailable as error:
        print(error, file=sys.stderr)
    rows = [
        ["ours", f"{words / cold:,.0f}", f"{words / warm:,.0f}", f"{len(ours)} of {len(ours)}", *["0"] * len(COMPARED)]
    ]
    rows += [row_of(name, answer, ours, words) for name, answer in answers.items()]
    print_table(
        f"Readability of {len(articles)} English articles, {words:,} words; differences from ours: mean (worst)",
        ["", "words/s of processor time, first pass", "second", "articles scored", *COMPARED],
        rows,
    )
    for name, answer in answers.items():
        found = {each.get("error") or each.get("failed") for each in answer["scores"]} - {None, ""}
        for error in sorted(found):
            print(f"\n{name} fails: {error}")


if __name__ == "__main__":
    main()
