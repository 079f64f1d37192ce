"""Build workbench/readability/data/sentence_norms.tsv from NTREX-128.

    .venv/bin/python tools/build_sentence_norms.py ntrex128.tar.xz

The archive holds ntrex128/LANGUAGE.txt, one sentence a line, from https://github.com/MicrosoftTranslator/NTREX.
Build again after every change of what a word, a long word, a rare word or a sentence is; a test says so.
"""

from __future__ import annotations

import sys
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace
from pathlib import Path
from statistics import fmean, quantiles, stdev

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workbench.languages import primary  # noqa: E402
from workbench.readability.counts import Counts, count_sentences, split_text, total  # noqa: E402
from workbench.readability.norms import TABLE, Parts, parts_of, standardised, sum_of  # noqa: E402

# Fewer long words than this say nothing: Hindi has 0.7 %, because its vowel signs are no letters.
LEAST_SHARE = 0.02

HEAD = """\
# What news sentences are like in each language. Made by tools/build_sentence_norms.py from NTREX-128
# (Federmann, Kocmi and Xin 2022), CC BY-SA 4.0, which is also the licence of this table.
# Columns: language; sentences; share of long, of rare words; means and standard deviations of log length, long words,
# rare words, nesting; mean and standard deviation of how hard; where the hardest 16 % and 5 % begin.
"""
SAMPLE = ROOT / "tests" / "data" / "ntrex_sample.tsv"


def count_sample() -> str:
    """Return what is counted in the sample that tests have, of what the table is made of.

    It stands in the table, so that a test notices when counting has changed since the table was built.
    """
    texts: dict[str, list[str]] = {}
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _, language, sentence = line.split("\t")
            texts.setdefault(language, []).append(sentence)
    wholes = [(language, total(count_sentences(texts[language], language))) for language in sorted(texts)]
    figures = (
        f"{language} {each.characters}/{each.words}/{each.long_words}/{each.rare_words}/{each.subordinators}"
        for language, each in wholes
    )
    return "# Counted in the sample of tests: " + ", ".join(figures) + "\n"


def read_corpus(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each language of the archive and its lines."""
    with tarfile.open(path) as archive:
        for member in archive:
            name = Path(member.name)
            file = archive.extractfile(member)
            if name.suffix == ".txt" and not name.name.startswith(".") and file is not None:
                yield primary(name.stem), file.read().decode("utf-8").splitlines()


def row(language: str, sentences: Sequence[Counts]) -> str:
    """Return a line of the table."""
    whole = total(sentences)
    long_share, rare_share = (part / max(1, whole.words) for part in (whole.long_words, whole.rare_words))
    parts = [parts_of(counts, long_share, rare_share) for counts in sentences]
    columns = list(zip(*map(astuple, parts), strict=True))
    mean, deviation = Parts(*map(fmean, columns)), Parts(*map(stdev, columns))
    if long_share < LEAST_SHARE:
        deviation = replace(deviation, long_words=0)
    sums = [sum_of(standardised(each, mean, deviation)) for each in parts]
    sum_mean, sum_deviation = fmean(sums), stdev(sums)
    cuts = quantiles([(each - sum_mean) / sum_deviation for each in sums], n=100)
    fields = (long_share, rare_share, *astuple(mean), *astuple(deviation), sum_mean, sum_deviation, cuts[83], cuts[94])
    return "\t".join([language, str(len(sentences)), *(f"{field:.5g}" for field in fields)])


def main() -> None:
    """Write the table, and print the lengths that 84 and 95 % of sentences stay within."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    rows, lengths = [], []
    for language, lines in sorted(read_corpus(Path(sys.argv[1]))):
        counted = count_sentences([part for line in lines for part in split_text(line, language)], language)
        sentences = [counts for counts in counted if counts.sentences]
        rows.append(row(language, sentences))
        if sentences[0].words:
            cuts = quantiles([counts.words for counts in sentences], n=100)
            lengths.append((cuts[83], cuts[94]))
    TABLE.write_text(HEAD + count_sample() + "\n".join(rows) + "\n", encoding="utf-8")
    hard, very_hard = map(fmean, zip(*lengths, strict=True))
    print(f"{len(rows)} languages; words of 84 and 95 % of sentences, on average: {hard:.1f} and {very_hard:.1f}")


if __name__ == "__main__":
    main()
