"""The folder, outside the checkout, that keeps what a benchmark made and would need minutes to make again."""

from __future__ import annotations

from pathlib import Path


def cache_dir() -> Path:
    """Return the folder; it may be deleted at any time."""
    folder = Path("~/.cache/workbench-benchmarks").expanduser()
    folder.mkdir(parents=True, exist_ok=True)
    return folder
