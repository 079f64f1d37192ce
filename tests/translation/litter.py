"""A process of its own with memory that is free and not given back: `python -m tests.translation.litter FOLDER`.

In the process of the tests, what other tests left behind moves by more than is measured here.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from workbench.config import Settings
from workbench.translation.allocator import RETURNED_AFTER, return_free_memory
from workbench.translation.engine import Engine

BLOCK_BYTES = 64 * 1024
BLOCKS = 800
HELD_BYTES = BLOCK_BYTES * BLOCKS


def litter() -> None:
    """Leave 50 MB free, but for a few bytes behind each block that keep it from going back when it is freed."""
    libc = ctypes.CDLL(None)
    libc.malloc.argtypes, libc.malloc.restype = [ctypes.c_size_t], ctypes.c_void_p
    libc.free.argtypes = [ctypes.c_void_p]
    blocks = []
    for _ in range(BLOCKS):
        block = libc.malloc(BLOCK_BYTES)
        ctypes.memset(block, 1, BLOCK_BYTES)
        blocks.append(block)
        libc.malloc(2048)
    for block in blocks:
        libc.free(block)


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main(folder: Path) -> None:
    """Print how many bytes a call gives back, and then a translation from "de" to "nl" with a package in a folder."""
    litter()
    before = resident_bytes()
    assert return_free_memory()
    print(before - resident_bytes())
    engine = Engine(Settings(data_dir=folder, argos_packages=False))
    assert len(list(engine.translate(["Ein Satz"], "de", "nl"))) == 1  # the model is in memory now
    litter()
    before = resident_bytes()
    assert len(list(engine.translate([f"Satz {number}" for number in range(RETURNED_AFTER)], "de", "nl"))) > 1
    print(before - resident_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
