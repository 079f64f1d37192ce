"""Freed memory goes back to the system, on its own while a long text is translated."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from tests.packages_builder import build_package
from tests.translation.litter import HELD_BYTES
from workbench.config import Settings
from workbench.translation.allocator import _find_trim, return_free_memory


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps freed memory this way")
def test_free_memory_goes_back_when_it_is_asked_for_and_while_a_text_is_translated(settings: Settings) -> None:
    build_package(settings.packages_dir, "de", "nl")
    command = [sys.executable, "-m", "tests.translation.litter", str(settings.data_dir)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    asked, translated = map(int, done.stdout.split())
    assert asked > HELD_BYTES * 0.8
    assert translated > HELD_BYTES * 0.6


def test_another_system_goes_without(monkeypatch: pytest.MonkeyPatch) -> None:
    _find_trim.cache_clear()
    monkeypatch.setattr(sys, "platform", "darwin")
    try:
        assert not return_free_memory()
    finally:
        _find_trim.cache_clear()
