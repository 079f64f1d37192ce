"""How fast is our readability beside textstat's, on the same text in one run?

    python -m benchmarks.readability [FILE] [--words 20000] [--languages en es de it ru]

Ours is one `analyse`: splitting, counts, every formula. textstat's is each of its metrics for that language, one after
the other, so what they share is computed once. Cold: nothing is remembered. Warm: the words are, the text is not.
`analyse_sentences` is ours without splitting. The text may be in another language than it is scored as: only time is
measured, in processor time, so that other work on the machine counts little. A metric that fails offline or in a
language is named with its error and not timed, while ours computes all. Give a long file for a fair cold figure: the
seed articles have few different words.
"""

from __future__ import annotations

import argparse
import contextlib
import inspect
import io
import random
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.timing import cpu_seconds_of, print_table
from workbench.config import resource_dir
from workbench.readability.counts import split_text
from workbench.readability.report import analyse, analyse_sentences
from workbench.readability.syllable_rules import english
from workbench.readability.word_table import word_table

METRICS = {
    "en": (
        "flesch_reading_ease",
        "flesch_kincaid_grade",
        "gunning_fog",
        "smog_index",
        "automated_readability_index",
        "coleman_liau_index",
        "dale_chall_readability_score",
    ),
    "es": ("szigriszt_pazos", "fernandez_huerta", "gutierrez_polini", "crawford"),
    "it": ("gulpease_index", "flesch_reading_ease"),
}
NEUTRAL = ("lix", "rix")


def sample_text(path: Path | None, minimum_words: int) -> str:
    """Return the file's text, or the seed articles'; then again with each sentence's words in another order, as often
    as it takes: a sentence that is read again would be remembered whole."""
    paths = [path] if path else sorted((resource_dir("seeds") / "articles").glob("*.txt"))
    text = "\n".join(each.read_text(encoding="utf-8") for each in paths)
    sentences = [sentence.split() for sentence in split_text(text, "en")]
    chance = random.Random(1)
    copies = [text]
    for _ in range(-(-minimum_words // max(1, len(text.split()))) - 1):
        copies.append(
            "\n".join(" ".join([*chance.sample(words[:-1], len(words) - 1), words[-1]]) for words in sentences)
        )
    return "\n".join(copies)


def forget() -> None:
    """Empty what we and textstat remember."""
    word_table.cache_clear()
    english.exceptions.cache_clear()
    for name, module in list(sys.modules.items()):
        if name.startswith("textstat"):
            for value in list(vars(module).values()):
                # Statically: a plain getattr would make NLTK's lazy corpora load.
                if inspect.getattr_static(value, "cache_clear", None) is not None:
                    value.cache_clear()


def time_ours(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds of a cold and of a warm run."""
    forget()
    return cpu_seconds_of(work), min(cpu_seconds_of(work) for _ in range(3))


def time_textstat(textstat: Any, language: str, text: str) -> tuple[float, float, int, list[str]]:
    """Return the seconds of a cold and a warm run of what works, how many metrics do, and the others' errors."""
    textstat.set_lang(language)
    working, failed = [], []
    for name in METRICS.get(language, ("flesch_reading_ease",)) + NEUTRAL:
        try:
            with contextlib.redirect_stderr(io.StringIO()):  # its attempts to download
                getattr(textstat, name)(text)
            working.append(getattr(textstat, name))
        except Exception as error:  # any failure is a result here
            failed.append(f"{name} ({type(error).__name__})")
    forget()
    # Another text for the warm run: textstat remembers whole texts.
    cold, warm = (cpu_seconds_of(partial(compute_all, working, each)) for each in (text, text + " End."))
    return cold, warm, len(working), failed


def compute_all(metrics: list[Callable[[str], object]], text: str) -> None:
    """Compute the metrics one after the other."""
    for metric in metrics:
        metric(text)


def main() -> None:
    """Print words a second of both, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", help="UTF-8 text; default: the seed articles")
    parser.add_argument("--languages", nargs="+", default=["en", "es", "de", "it", "ru"])
    parser.add_argument("--words", type=int, default=20_000, help="the text is repeated up to this many words")
    options = parser.parse_args()
    from textstat import textstat

    text = sample_text(options.file, options.words)
    rows, errors = [], []
    for language in options.languages:
        sentences = split_text(text, language)  # ICU and the language's profile are loaded before the clock starts
        words = analyse(text, language).counts.words
        cold, warm = time_ours(partial(analyse, text, language))
        split_cold, split_warm = time_ours(partial(analyse_sentences, sentences, language))
        their_cold, their_warm, working, failed = time_textstat(textstat, language, text)
        speeds = [f"{words / taken:,.0f}" for taken in (split_cold, split_warm, cold, warm, their_cold, their_warm)]
        ratios = [f"{theirs / ours:.1f}" for theirs, ours in ((their_cold, cold), (their_warm, warm))]
        rows.append([language, *speeds, *ratios, f"{working} of {working + len(failed)}"])
        errors += [f"{language}: {', '.join(failed)}"] if failed else []
    print_table(
        f"Readability, words a second ({len(text.split()):,} words)",
        [
            "scored as",
            "split before, cold",
            "warm",
            "analyse, cold",
            "warm",
            "textstat, cold",
            "warm",
            "analyse is faster, cold",
            "warm",
            "metrics of textstat timed",
        ],
        rows,
    )
    if errors:
        print("\ntextstat fails: " + "; ".join(errors))


if __name__ == "__main__":
    main()
