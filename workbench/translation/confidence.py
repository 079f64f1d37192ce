"""How far a machine's translation of one sentence can be trusted, in three words an editor understands.

What the numbers come from, and what they cannot say, is in docs/confidence.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from workbench.errors import BadInput
from workbench.translation.faults import Fault
from workbench.wording import words

FILE = "confidence.json"


class Confidence(StrEnum):
    """The three bands, the best first; the values are what the desk, scripts and --json call them."""

    SURE = "sure"
    CHECK = "check"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the bands of one model, or of a chain of models, begin.

    Attributes:
        sure: The lowest score (mean log-probability of a token) at which the model is fairly sure.
        check: The lowest score that is worth a look; below it a sentence is doubtful.
        is_measured: Whether it was measured for this model; else it is the starter model's.
    """

    sure: float
    check: float
    is_measured: bool = True

    def __post_init__(self) -> None:
        if not self.check <= self.sure <= 0:
            raise BadInput(
                words("The scale {sure}, {check} does not go down from 0.", sure=self.sure, check=self.check)
            )


# `python -m benchmarks.confidence`, lines 1 to 500 of NTREX-128, English to Spanish.
STARTER = Scale(sure=-0.45, check=-0.62)
BUILT_IN = MappingProxyType({"en-es 0.1 (starter)": STARTER})


def confidence_of(score: float | None, faults: Sequence[Fault], scale: Scale) -> Confidence | None:
    """Return the band of a machine's translation; None for a text that no model scored.

    Args:
        score: `Hypothesis.score`; None for a text of the memory or of a reviewer.
        faults: What is wrong with it. A fault is doubtful, whatever the score: a model that loops is sure of itself.
        scale: Of the packages that made it.
    """
    if faults:
        return Confidence.DOUBTFUL
    if score is None:
        return None
    if score >= scale.sure:
        return Confidence.SURE
    return Confidence.CHECK if score >= scale.check else Confidence.DOUBTFUL


def scale_of(packages: Sequence[str], measured: Mapping[str, Scale] = BUILT_IN) -> Scale:
    """Return the scale of a translation by these packages.

    The score of a chain is the sum of its parts' scores, so its scale is the sum of theirs.

    Args:
        packages: Ids, in order, such as "en-es 0.1 (starter)"; none if it is not known what translated.
        measured: Scales by package; a package that is not among them gets the starter's.
    """
    scales = [measured.get(package) for package in packages] or [None]
    return Scale(
        sure=sum((scale or STARTER).sure for scale in scales),
        check=sum((scale or STARTER).check for scale in scales),
        is_measured=len(scales) == 1 and scales[0] is not None,
    )


def read_scales(folder: Path) -> Mapping[str, Scale]:
    """Return the built-in scales and those of `confidence.json` in the data folder, which come first.

    Raises:
        BadInput: The file is there and is not what `benchmarks.confidence --write` writes.
    """
    path = folder / FILE
    try:
        changed = path.stat().st_mtime_ns
    except FileNotFoundError:
        return BUILT_IN
    return _read(path, changed)


@lru_cache(maxsize=8)
def _read(path: Path, _changed_ns: int) -> Mapping[str, Scale]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        scales = {str(id_): Scale(float(entry["sure"]), float(entry["check"])) for id_, entry in found.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, BadInput) as error:
        raise BadInput(
            words("{path} has no scales of confidence: {error}.", path=path, error=error),
            hint=words("Delete it, or write it again: python -m benchmarks.confidence --write."),
        ) from error
    return MappingProxyType({**BUILT_IN, **scales})
