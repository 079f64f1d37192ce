"""Runs textdescriptives and py-readability-metrics on articles; started by `benchmarks.readability_peers` with the
interpreter of their own virtual environment, which has nothing of ours.

Standard input: a JSON list of English articles. Standard output: for each peer {scores: a list with one object or error
for each article, seconds: processor time of two passes} as JSON. Nothing is downloaded: sockets are refused.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any


def textdescriptives() -> Callable[[str], dict[str, float]]:
    """Return its readability, on a blank English pipeline with spaCy's rule-based sentences: models are downloads."""
    import spacy
    import textdescriptives  # noqa: F401 - registers its components

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("textdescriptives/readability")
    names = {
        "flesch": "flesch_reading_ease",
        "flesch_kincaid": "flesch_kincaid_grade",
        "gunning_fog": "gunning_fog",
        "ari": "automated_readability_index",
        "coleman_liau": "coleman_liau_index",
        "lix": "lix",
    }

    def score(text: str) -> dict[str, float]:
        found = pipeline(text)._.readability
        return {ours: float(found[theirs]) for ours, theirs in names.items()}

    return score


def py_readability_metrics() -> Callable[[str], dict[str, float]]:
    """Return its scores; it asks for 100 words, and for a download of NLTK's."""
    from readability import Readability

    def score(text: str) -> dict[str, float]:
        found = Readability(text)
        return {
            "flesch": found.flesch().score,
            "flesch_kincaid": found.flesch_kincaid().score,
            "gunning_fog": found.gunning_fog().score,
            "ari": found.ari().score,
            "coleman_liau": found.coleman_liau().score,
            "dale_chall": found.dale_chall().score,
        }

    return score


def run(make: Callable[[], Callable[[str], dict[str, float]]], articles: list[str]) -> dict[str, Any]:
    """Return the scores or the error of each article, and the seconds of two passes over those that work."""
    try:
        score = make()
    except Exception as error:  # any failure is a result here
        return {"scores": [{"error": _named(error)}] * len(articles), "seconds": []}
    scores: list[dict[str, Any]] = []
    working = []
    seconds = 0.0
    for text in articles:
        start = time.process_time()
        try:
            scores.append(dict(score(text)))
        except Exception as error:
            scores.append({"error": _named(error)})
            continue
        seconds += time.process_time() - start
        working.append(text)
    start = time.process_time()
    for text in working:
        score(text)
    return {"scores": scores, "seconds": [seconds, time.process_time() - start] if working else []}


def _named(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip("* \t")]
    return f"{type(error).__name__}: {lines[0] if lines else ''}"


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.getaddrinfo"}:
        raise ConnectionRefusedError("sockets are refused here")


def main() -> None:
    """Answer one request."""
    sys.addaudithook(_refuse)
    articles = json.load(sys.stdin)
    peers = {"textdescriptives": textdescriptives, "py-readability-metrics": py_readability_metrics}
    print(json.dumps({name: run(make, articles) for name, make in peers.items()}))


if __name__ == "__main__":
    main()
