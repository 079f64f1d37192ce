"""Memory that was freed and that the C library keeps for itself, given back to the system.

Each thread that decodes has a heap of its own. What the model needs for a batch lies in it between answers that are
still waited for, so that little of it is free in one piece; glibc goes on to fresh pages and keeps those behind it,
and a long run holds more and more of them. docs/decisions/0022-free-memory.md has the figures.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

RETURNED_AFTER = 32
"""How many sentences come out of the decoder before their translation gives free memory back."""


def return_free_memory() -> bool:
    """Give the system back every page on which nothing is in use, in one or two milliseconds.

    Safe in several threads; others may decode meanwhile.

    Returns:
        Whether the C library can do that. Only glibc can: on other systems nothing happens.

    Source: malloc_trim(3).
    """
    trim = _find_trim()
    if trim is None:
        return False
    trim(0)
    return True


@cache
def _find_trim() -> Callable[[int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    trim: Any = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    if trim is not None:
        trim.argtypes, trim.restype = [ctypes.c_size_t], ctypes.c_int
    found: Callable[[int], int] | None = trim
    return found
