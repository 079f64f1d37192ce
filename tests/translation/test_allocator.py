"""Freed memory goes back to the system, on its own while a long text is translated."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packages_builder import build_package
from workbench.config import Settings
from workbench.translation.allocator import RETURNED_AFTER, _find_trim, return_free_memory
from workbench.translation.engine import Engine

BLOCK_BYTES = 64 * 1024
BLOCKS = 800
HELD_BYTES = BLOCK_BYTES * BLOCKS

only_glibc = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps freed memory this way")


@pytest.fixture
def litter() -> Iterator[None]:
    """50 MB that are free, but for a few bytes behind each block that keep it from going back when it is freed."""
    libc = ctypes.CDLL(None)
    libc.malloc.argtypes, libc.malloc.restype = [ctypes.c_size_t], ctypes.c_void_p
    libc.free.argtypes = [ctypes.c_void_p]
    blocks, between = [], []
    for _ in range(BLOCKS):
        block = libc.malloc(BLOCK_BYTES)
        ctypes.memset(block, 1, BLOCK_BYTES)
        blocks.append(block)
        between.append(libc.malloc(2048))
    for block in blocks:
        libc.free(block)
    yield
    for block in between:
        libc.free(block)


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@only_glibc
def test_free_memory_between_what_is_in_use_goes_back(litter: None) -> None:
    before = resident_bytes()
    assert return_free_memory()
    assert before - resident_bytes() > HELD_BYTES * 0.8


@only_glibc
def test_a_translation_gives_free_memory_back_on_its_way(settings: Settings, litter: None) -> None:
    build_package(settings.packages_dir, "de", "nl")
    engine = Engine(settings)
    sentences = [f"Satz {number}" for number in range(RETURNED_AFTER)]
    assert len(list(engine.translate(["Ein Satz"], "de", "nl"))) == 1  # the model is in memory now
    before = resident_bytes()
    assert len(list(engine.translate(sentences, "de", "nl"))) == RETURNED_AFTER
    assert before - resident_bytes() > HELD_BYTES * 0.6


def test_another_system_goes_without(monkeypatch: pytest.MonkeyPatch) -> None:
    _find_trim.cache_clear()
    monkeypatch.setattr(sys, "platform", "darwin")
    try:
        assert not return_free_memory()
    finally:
        _find_trim.cache_clear()
