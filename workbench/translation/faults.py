"""What can be wrong with a model's translation of one sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """The kinds of faults, the worst first: of two translations, the one whose worst fault is lighter wins."""

    EMPTY = "empty"
    LOOP = "loop"
    ECHO = "echo"
    WRONG_SCRIPT = "wrong_script"
    WRONG_LANGUAGE = "wrong_language"
    CUT_OFF = "cut_off"
    DROPPED_TEXT = "dropped_text"
    LOST_ITEM = "lost_item"
    CHANGED_ITEM = "changed_item"
    BROKEN_TERM = "broken_term"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        kind: What it is.
        detail: The piece of text that it is about, such as the number that is missing; "" for the whole sentence.
    """

    kind: FaultKind
    detail: str = ""


def write_faults(faults: Iterable[Fault]) -> str:
    """Return faults as a line to store; "" for none."""
    pairs = [[fault.kind.value, fault.detail] for fault in faults]
    return json.dumps(pairs, ensure_ascii=False) if pairs else ""


def read_faults(stored: str) -> tuple[Fault, ...]:
    """Return the faults of such a line."""
    return tuple(Fault(FaultKind(kind), detail) for kind, detail in json.loads(stored)) if stored else ()
