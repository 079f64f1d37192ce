"""Build workbench/readability/data/drift_pairs.json from NTREX-128: how people's translations relate to their sources.

    git clone --depth 1 https://github.com/MicrosoftTranslator/NTREX
    .venv/bin/python tools/build_drift.py NTREX

Build again whenever counting changes (a test says so). The corpus (CC BY-SA 4.0) is not part of this project, but for
the two documents that tests look at.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.drift_regression import fit  # noqa: E402
from tools.ntrex import FILES, count_documents, read_corpus, split_documents, totals_of  # noqa: E402
from workbench.readability.calibration import TABLE  # noqa: E402
from workbench.readability.counts import count_sentences, total  # noqa: E402
from workbench.readability.residuals import Sums  # noqa: E402

ABOUT = (
    "Made by tools/build_drift.py from NTREX-128 (Federmann, Kocmi and Xin 2022, NTREX-128 - News Test References for "
    "MT Evaluation of 128 Languages), https://github.com/MicrosoftTranslator/NTREX. Licence: CC BY-SA 4.0."
)
SAMPLE = ROOT / "tests" / "data" / "ntrex_sample.tsv"
SAMPLE_DOCUMENTS = ("euronews-en.153800", "reuters.218911")  # short ones; two, because an excerpt suffices


def write(table: Mapping[str, Any]) -> str:
    """Return the table's text: JSON with a line for each language and pair, so that a change can be read."""
    parts = [f'"about": {json.dumps(ABOUT)}']
    for name, entries in table.items():
        rows = ",\n".join(f"{json.dumps(key)}: {json.dumps(entries[key])}" for key in sorted(entries))
        parts.append(f"{json.dumps(name)}: {{\n{rows}\n}}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def sample_of(documents: Sequence[str], lines: Mapping[str, Sequence[str]]) -> list[tuple[str, str, str]]:
    """Return document, language and text of each line of the documents that tests look at."""
    return [
        (document, language, line)
        for language, texts in lines.items()
        for document, line in zip(documents, texts, strict=True)
        if document in SAMPLE_DOCUMENTS
    ]


def write_sample(sample: Sequence[tuple[str, str, str]]) -> str:
    """Return the text of the table of those lines."""
    head = "# Two documents of NTREX-128: document, language, sentence. Written by tools/build_drift.py.\n"
    credit = "# " + ABOUT.partition("from ")[2] + "\n"
    return head + credit + "".join("\t".join(row) + "\n" for row in sample)


def count_sample(sample: Sequence[tuple[str, str, str]]) -> dict[str, list[int]]:
    """Return what is counted in the sample in each language, of what drift is measured on.

    It stands in the table, so that a test notices when counting has changed since the table was built.
    """
    sentences: dict[str, list[str]] = {}
    for _, language, sentence in sample:
        sentences.setdefault(language, []).append(sentence)
    return {
        language: [int(number) for number in Sums.of(total(count_sentences(texts, language)))]
        for language, texts in sentences.items()
    }


def main() -> None:
    """Write the table and the sample, and say how large the table is."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    documents, lines = read_corpus(Path(sys.argv[1]))
    sample = sample_of(documents, lines)
    SAMPLE.write_text(write_sample(sample), encoding="utf-8")
    aligned = totals_of(count_documents(documents, lines))
    table = fit(aligned, totals_of(split_documents(documents, lines)), permutations(FILES, 2))
    text = write({"counted": count_sample(sample), **table})
    TABLE.write_text(text, encoding="ascii")
    print(f"{TABLE.relative_to(ROOT)}: {len(text):,} bytes")


if __name__ == "__main__":
    main()
