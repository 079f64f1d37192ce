"""The translation engine beside its peers: sentences a second, first result, memory, and chrF.

    python -m benchmarks.engine [--quick] [--rounds 3] [--beam 4] [--source eng.txt --reference spa.txt]

Everyone gets the same package, the same sentences, already split, and the same beam. Each engine is a process of
its own, warm; they take turns, and what is compared is the median of the ratios of turns that follow each other.
With --source and --reference, files of one sentence a line, the chrF of 300 sentences is measured too.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.libretranslate import start_libretranslate
from benchmarks.packages import base_folder, starter_folder
from benchmarks.peer_python import Unavailable
from benchmarks.peers import start_argos, start_bare, start_ours
from benchmarks.sentences import article_sentences, made_up
from benchmarks.timing import print_table, seconds_of
from benchmarks.turns import Process, Turn

ARTICLE_SENTENCES = 40
FOLDER_SENTENCES = 800
DEV_SENTENCES = 300
BARE, OURS = "bare CTranslate2, one call", "this engine"


@dataclass(slots=True)
class Peer:
    """An engine at work and the turns it has taken."""

    name: str
    process: Process
    rounds: int
    turns: list[Turn] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="about two minutes instead of ten")
    parser.add_argument("--rounds", type=int, help="turns of each engine; default 5, or 3 when quick")
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--source", type=Path, help="sentences, one a line")
    parser.add_argument("--reference", type=Path, help="their translations by people, one a line")
    options = parser.parse_args()
    rounds = options.rounds or (3 if options.quick else 5)
    article = article_sentences(12 if options.quick else ARTICLE_SENTENCES)
    many = list(itertools.islice(made_up(), 200 if options.quick else FOLDER_SENTENCES))
    for title, folder in (("the starter package", starter_folder()), ("a random base-size package", base_folder())):
        one_article(f"One article, {len(article)} sentences, {title}", folder, article, options.beam, rounds)
        if folder == starter_folder() or not options.quick:
            a_folder(f"A folder, {len(many)} sentences, {title}", folder, many, options.beam, min(rounds, 3))
    if options.source and options.reference:
        quality(options.source, options.reference, options.beam)


def one_article(title: str, folder: Path, sentences: Sequence[str], beam: int, rounds: int) -> None:
    """Compare all engines. The slow ones take fewer turns: their ratios are far from one."""
    slow = min(rounds, 3)
    wanted: list[tuple[str, Callable[[], Process], int]] = [
        (BARE, lambda: start_bare(folder, beam), rounds),
        (OURS, lambda: start_ours(folder, beam), rounds),
        ("argostranslate, ARGOS_INTRA_THREADS=1", lambda: start_argos(folder, beam, tuned=True), slow),
        ("argostranslate as it comes", lambda: start_argos(folder, beam, tuned=False), slow),
        ("LibreTranslate over HTTP", lambda: start_libretranslate(folder, beam), slow),
    ]
    peers = [peer for name, start, turns in wanted if (peer := started(name, start, turns)) is not None]
    take_turns(peers, sentences)
    report(title, peers, len(sentences))


def a_folder(title: str, folder: Path, sentences: Sequence[str], beam: int, rounds: int) -> None:
    """Compare the two fastest on many sentences."""
    peers = [
        Peer(BARE, start_bare(folder, beam), rounds),
        Peer(OURS, start_ours(folder, beam), rounds),
    ]
    take_turns(peers, sentences)
    report(title, peers, len(sentences))


def started(name: str, start: Callable[[], Process], rounds: int) -> Peer | None:
    """Start an engine; one that cannot be had is named with the reason."""
    try:
        return Peer(name, start(), rounds)
    except Unavailable as error:
        print(f"\nSkipped: {name}. {error}")
        return None


def take_turns(peers: Sequence[Peer], sentences: Sequence[str]) -> None:
    """Warm each engine with a few sentences it is not timed with, then let them take turns; end them."""
    for peer in peers:
        # Bare CTranslate2 chooses its batches in this turn, for which it needs them all.
        peer.process.take([f"{s} " for s in sentences] if peer.name == BARE else ["This is a warm-up.", "It is short."])
    for number in range(max(peer.rounds for peer in peers)):
        for peer in peers:
            if number < peer.rounds:
                peer.turns.append(peer.process.take(sentences))
    for peer in peers:
        peer.process.close()


def report(title: str, peers: Sequence[Peer], count: int) -> None:
    """Print the table; `ours / it` is how many times the sentences per second ours has."""
    ours = next(peer for peer in peers if peer.name == OURS)
    rows = []
    for peer in peers:
        seconds = statistics.median(turn.seconds for turn in peer.turns)
        pairs = zip(peer.turns, ours.turns, strict=False)
        ratio = statistics.median(its.seconds / our.seconds for its, our in pairs)
        rows.append(
            [
                peer.name,
                len(peer.turns),
                f"{count / seconds:.1f}",
                f"{ratio:.2f}",
                f"{statistics.median(turn.first_seconds for turn in peer.turns):.2f}",
                f"{max(turn.peak_mb for turn in peer.turns):.0f}",
            ]
        )
    print_table(title, ["", "turns", "sentences/s", "ours / it", "first result s", "peak MB"], rows)


def quality(source: Path, reference: Path, beam: int) -> None:
    """Compare the chrF of our whole pipeline with argostranslate's and bare CTranslate2's on the starter."""
    import sacrebleu

    sentences = source.read_text(encoding="utf-8").splitlines()[:DEV_SENTENCES]
    references = reference.read_text(encoding="utf-8").splitlines()[:DEV_SENTENCES]
    if len(sentences) != len(references):
        raise SystemExit(f"{source} has {len(sentences)} lines, {reference} has {len(references)}.")
    folder = starter_folder()
    rows = []
    for name, start in (
        (BARE, lambda: start_bare(folder, beam)),
        (OURS, lambda: start_ours(folder, beam)),
        ("argostranslate", lambda: start_argos(folder, beam, tuned=True)),
    ):
        process = start()
        turn = process.take(sentences)
        process.close()
        rows.append([name, f"{sacrebleu.corpus_chrf(list(turn.texts), [references]).score:.2f}"])
    print_table(f"chrF on {len(sentences)} sentences, the starter package", ["", "chrF"], rows)


if __name__ == "__main__":
    print(f"\n{seconds_of(main):.0f} s")
