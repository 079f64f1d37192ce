"""Settings that see nothing but the test's own folder and the starter model."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.config import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", argos_packages=False, threads=2)
