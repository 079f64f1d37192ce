"""Put right what a model changed, where its attention shows where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.translation.alignment import Alignment

if TYPE_CHECKING:
    from workbench.translation.protect import Prepared


def mend(prepared: Prepared, target: str, alignment: Alignment) -> str:
    """Return the translation of a core with lost and changed items put right, where it is known how."""
    return target
