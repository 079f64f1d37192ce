"""Peers that the project does not need are installed once, in a virtual environment of the benchmarks' cache."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.cache import cache_dir

INSTALL_SECONDS = 600


class Unavailable(Exception):
    """A peer cannot be had here; the message says why."""


def peer_python(name: str, *packages: str) -> Path:
    """Return the interpreter that has these packages, installing them at the first call.

    Args:
        name: Of the environment's folder.
        packages: What pip is given: names, and options before them.

    Raises:
        Unavailable: They cannot be installed.
    """
    folder = cache_dir() / name
    found = folder / "bin" / "python"
    if not (folder / "installed").exists():
        shutil.rmtree(folder, ignore_errors=True)
        print(f"Installing the peers of {name} (once) …", file=sys.stderr)
        pip = [str(found), "-m", "pip", "install", "--quiet", *packages]
        try:
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
            subprocess.run(pip, check=True, capture_output=True, text=True, timeout=INSTALL_SECONDS)
        except subprocess.TimeoutExpired:
            raise Unavailable(f"Installing took more than {INSTALL_SECONDS // 60} minutes.") from None
        except subprocess.CalledProcessError as error:
            lines = str(error.stderr or "").strip().splitlines()
            raise Unavailable(f"It cannot be installed: {lines[-1] if lines else error}") from None
        (folder / "installed").touch()
    return found
