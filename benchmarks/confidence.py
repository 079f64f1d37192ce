"""Does a sentence's score say how good its translation is? The score against chrF, and where the bands begin.

    python -m benchmarks.confidence --source eng.txt --target spa.txt [--from en --to es] [--write]

Two files of the same sentences, a line each, such as NTREX-128's. Thresholds are chosen on the first `--lines`
and judged on as many lines after them. `--write` puts them into confidence.json of the data folder, where the
workbench finds them. docs/confidence.md says what the figures mean.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import print_table
from workbench.config import load_settings
from workbench.translation.confidence import FILE, Confidence, Scale, confidence_of, scale_of
from workbench.translation.engine import Decoding, Engine

SMALLEST_BAND = 0.2
STEPS = 40


@dataclass(frozen=True, slots=True)
class Scored:
    """One sentence: how sure the model was, and how near it came to the reference."""

    score: float
    chrf: float
    is_faulty: bool


def score_lines(
    engine: Engine, sources: Sequence[str], references: Sequence[str], args: argparse.Namespace
) -> list[Scored]:
    """Translate sentences and compare each with its reference."""
    from sacrebleu import sentence_chrf

    hypotheses = engine.translate(sources, args.source_language, args.target_language, decoding=Decoding(args.beam))
    return [
        Scored(hypothesis.score, sentence_chrf(hypothesis.text, [reference]).score, bool(hypothesis.faults))
        for hypothesis, reference in zip(hypotheses, references, strict=True)
    ]


def split(entries: Sequence[Scored], scale: Scale) -> dict[Confidence, list[float]]:
    """Return the chrF of each band's sentences that have no fault: those are doubtful anyway."""
    bands: dict[Confidence, list[float]] = {band: [] for band in Confidence}
    for entry in entries:
        band = confidence_of(entry.score, (), scale)
        if band is not None and not entry.is_faulty:
            bands[band].append(entry.chrf)
    return bands


def propose(entries: Sequence[Scored]) -> Scale:
    """Return the two thresholds between which the means of the bands are farthest apart.

    Each band keeps at least a fifth of the sentences, and the means must fall from band to band. What is looked
    for is the largest sum of squares between the bands: few sentences far away count less than many nearby.
    """
    ordered = sorted((entry.score for entry in entries), reverse=True)
    steps = [ordered[len(ordered) * step // STEPS] for step in range(1, STEPS)]
    best, found = -1.0, None
    for place, likely in enumerate(steps):
        for check in steps[place + 1 :]:
            scale = Scale(min(likely, 0.0), min(check, 0.0))
            bands = list(split(entries, scale).values())
            if min(len(band) for band in bands) < SMALLEST_BAND * len(entries):
                continue
            means = [statistics.fmean(band) for band in bands]
            if not means[0] > means[1] > means[2]:
                continue
            overall = statistics.fmean(entry.chrf for entry in entries)
            between = sum(len(band) * (mean - overall) ** 2 for band, mean in zip(bands, means, strict=True))
            if between > best:
                best, found = between, scale
    if found is None:
        raise SystemExit("The score says nothing about quality here: no thresholds give falling bands.")
    return Scale(round(found.sure, 2), round(found.check, 2))


def correlations(entries: Sequence[Scored]) -> tuple[float, float]:
    """Return Pearson's and Spearman's correlation of score and chrF."""
    scores, chrfs = [entry.score for entry in entries], [entry.chrf for entry in entries]
    return statistics.correlation(scores, chrfs), statistics.correlation(_ranks(scores), _ranks(chrfs))


def _ranks(values: Sequence[float]) -> list[float]:
    """Return each value's rank; equal values share the mean of theirs."""
    ordered = sorted(values)
    first = {value: place for place, value in reversed(list(enumerate(ordered)))}
    last = {value: place for place, value in enumerate(ordered)}
    return [(first[value] + last[value]) / 2 for value in values]


def table_row(name: str, entries: Sequence[Scored], scale: Scale) -> list[str]:
    """Return one line of the table: correlations, then each band's mean chrF and share."""
    pearson, spearman = correlations(entries)
    bands = split(entries, scale)
    cells = [
        f"{statistics.fmean(band):.1f} ({len(band) / len(entries):.0%})" if band else "(none)"
        for band in bands.values()
    ]
    return [name, f"{scale.sure:.2f}, {scale.check:.2f}", f"{pearson:.2f}", f"{spearman:.2f}", *cells]


def main() -> None:
    """Measure, propose, and check on lines that the proposal has not seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, help="sentences, one a line")
    parser.add_argument("--target", type=Path, required=True, help="their translations by people")
    parser.add_argument("--from", dest="source_language", default="en")
    parser.add_argument("--to", dest="target_language", default="es")
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--lines", type=int, default=500, help="to choose thresholds on; as many again to check")
    parser.add_argument("--write", action="store_true", help="put the thresholds into the data folder")
    args = parser.parse_args()
    settings = load_settings()
    engine = Engine(settings)
    packages = [package.id for package in engine.route(args.source_language, args.target_language).packages]
    pairs = list(
        zip(
            args.source.read_text(encoding="utf-8").splitlines(),
            args.target.read_text(encoding="utf-8").splitlines(),
            strict=True,
        )
    )[: 2 * args.lines]
    entries = score_lines(engine, [pair[0] for pair in pairs], [pair[1] for pair in pairs], args)
    chosen, fresh = entries[: args.lines], entries[args.lines :]
    scale, used = propose(chosen), scale_of(packages)
    rows = [table_row(f"1 to {args.lines}, proposed", chosen, scale)]
    if fresh:
        rows.append(table_row(f"{args.lines + 1} to {len(entries)}, proposed", fresh, scale))
        rows.append(table_row(f"{args.lines + 1} to {len(entries)}, in use", fresh, used))
    head = ["lines", "thresholds", "Pearson", "Spearman", *(f"{band}: chrF (share)" for band in Confidence)]
    print_table(f"Confidence of {' + '.join(packages)}, beam {args.beam}", head, rows)
    if args.write:
        if len(packages) != 1:
            raise SystemExit("A chain's scale is made of its packages' scales: measure each package.")
        path = settings.data_dir / FILE
        known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        known[packages[0]] = {"sure": scale.sure, "check": scale.check}
        path.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")
        print(f"\nWritten to {path}.")


if __name__ == "__main__":
    main()
