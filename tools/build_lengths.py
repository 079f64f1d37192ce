"""Build workbench/checks/data/lengths.tsv from NTREX-128: how long people's translations are beside their sources.

    git clone --depth 1 https://github.com/MicrosoftTranslator/NTREX
    .venv/bin/python tools/build_lengths.py NTREX

The corpus (CC BY-SA 4.0) is not part of this project.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise, permutations
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.ntrex import is_damaged, read_corpus  # noqa: E402
from workbench.checks.lengths import TABLE, signs  # noqa: E402

Values = npt.NDArray[np.float64]
LONG_SIGNS = 40  # from here on the spread of a pair is measured: short sentences are translated more freely
STEPS = (1, 8, 15, 25, 40, 60, 90, 130, 200)
SHARE = 0.0025  # of people's translations that are left out on each side
ABOUT = (
    "# Made by tools/build_lengths.py from NTREX-128 (Federmann, Kocmi and Xin 2022, NTREX-128 - News Test References "
    "for MT Evaluation of 128 Languages), https://github.com/MicrosoftTranslator/NTREX. Licence: CC BY-SA 4.0.\n"
)


def main(folder: Path) -> None:
    documents, lines = read_corpus(folder)
    lengths = {language: np.array([signs(text) for text in texts], float) for language, texts in lines.items()}
    whole = {language: np.array([not is_damaged(document, language) for document in documents]) for language in lengths}
    rows: list[str] = []
    deviations: list[Values] = []
    sources: list[Values] = []
    for source, target in permutations(sorted(lengths), 2):
        use = whole[source] & whole[target] & (lengths[source] > 0) & (lengths[target] > 0)
        said = lengths[source][use]
        ratios = np.log(lengths[target][use] / said)
        usual = float(np.median(ratios[said >= LONG_SIGNS]))
        spread = 1.4826 * float(np.median(np.abs(ratios[said >= LONG_SIGNS] - usual)))
        rows.append(f"pair\t{source}\t{target}\t{usual:.3f}\t{spread:.3f}\n")
        deviations.append((ratios - usual) / spread)
        sources.append(said)
    limits = _limits(np.concatenate(sources), np.concatenate(deviations))
    TABLE.write_text(ABOUT + "".join(limits) + "".join(rows), encoding="utf-8")


def _limits(said: Values, deviations: Values) -> Iterator[str]:
    for least, most in pairwise((*STEPS, np.inf)):
        here = deviations[(said >= least) & (said < most)]
        short, long = np.quantile(here, (SHARE, 1 - SHARE))
        yield f"limit\t{least}\t{short:.2f}\t{long:.2f}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
