"""Which made-up tokens a model carries through a translation unchanged: found out by trying, once a loaded model."""

from __future__ import annotations

import re
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from workbench.translation.decoding import Decoding
from workbench.translation.samples import sample_sentences

if TYPE_CHECKING:
    from workbench.translation.models import Model

Carrier = Callable[[int], str]
"""Gives the token of each number, from 1."""

# Looked at first is what comes first. Each ends in a figure or letter of its own, so that several stand apart.
CARRIERS: tuple[Carrier, ...] = (
    lambda number: f"X{number}",
    lambda number: f"Q{number}Z",
    lambda number: f"{900 + number}",
    lambda number: f"[{number}]",
    lambda number: f"__{number}__",
)
_LEAST_CARRIED = 0.9


class Carriers:
    """What one model can be trusted with. Safe in several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_known = False
        self._trusted: Carrier | None = None

    def trusted(self, model: Model) -> Carrier | None:
        """Return the carrier that came through most often, None when none comes through nine times of ten.

        The first call translates some ten sentences for each carrier.

        Raises:
            BrokenPackage: The decoder failed.
        """
        with self._lock:
            if not self._is_known:
                self._trusted = _find_trusted(model)
                self._is_known = True
            return self._trusted


def _find_trusted(model: Model) -> Carrier | None:
    probes = [(carrier, probe) for carrier in CARRIERS for probe in _probes(model.package.source, carrier)]
    encoded = [model.tokenizer.encode(probe) for _, probe in probes]
    pending = model.submit(encoded, Decoding(beam_size=2, repair=False))
    carried: dict[Carrier, list[bool]] = {}
    for (carrier, probe), result in zip(probes, pending, strict=True):
        try:
            text = model.decode(result.result().hypotheses[0])
        except (RuntimeError, ValueError, MemoryError) as error:
            raise model.failure(error) from error
        carried.setdefault(carrier, []).append(_tokens(carrier, text) == _tokens(carrier, probe))
    best = max(CARRIERS, key=lambda carrier: sum(carried[carrier]))
    return best if sum(carried[best]) >= _LEAST_CARRIED * len(carried[best]) else None


def _probes(language: str, carrier: Carrier) -> list[str]:
    """Return sentences with one and with two tokens in them, at different places."""
    probes = []
    for sentence in sample_sentences(language):
        gaps = [match.end() for match in re.finditer(r"\s", sentence)] or [len(sentence) // 3, 2 * len(sentence) // 3]
        early, late = gaps[len(gaps) // 3], gaps[2 * len(gaps) // 3]
        for places in ((early,), (late,), (early, late)):
            probe, start = "", 0
            for number, place in enumerate(places, 1):
                probe += f"{sentence[start:place]}{carrier(number)} "
                start = place
            probes.append(probe + sentence[start:])
    return probes


def _tokens(carrier: Carrier, text: str) -> list[str]:
    tokens = "|".join(re.escape(carrier(number)) for number in (1, 2))
    return sorted(re.findall(rf"(?<!\w)(?:{tokens})(?!\w)", text))
