"""Packages that were tried out and found wanting: kept apart, with the evidence, until somebody says otherwise.

The evidence is a small file in the package's own folder, so that it goes wherever the package goes.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import BrokenPackage
from workbench.wording import words

QUARANTINE = "quarantine.json"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a package is in quarantine.

    Attributes:
        source: A sentence it was given.
        translation: What it made of it.
        reason: What is wrong with that, one sentence.
        date: When it was tried out, ISO 8601 in UTC.
        is_enabled: Whether somebody uses the package all the same.
    """

    source: str
    translation: str
    reason: str
    date: str
    is_enabled: bool = False


def new_evidence(source: str, translation: str, reason: str) -> Evidence:
    """Return evidence of this moment."""
    return Evidence(source, translation, reason, datetime.now(UTC).isoformat(timespec="seconds"))


def parse_evidence(content: bytes) -> Evidence:
    """Return what a quarantine file says.

    Raises:
        BrokenPackage: It is not one.
    """
    try:
        fields = json.loads(content)
        evidence = Evidence(**fields)
    except (ValueError, TypeError) as error:
        raise BrokenPackage(
            words("Its {quarantine} cannot be read.", quarantine=QUARANTINE), hint=words("Install the package again.")
        ) from error
    if not all(isinstance(value, str) for name, value in fields.items() if name != "is_enabled"):
        raise BrokenPackage(
            words("Its {quarantine} cannot be read.", quarantine=QUARANTINE), hint=words("Install the package again.")
        )
    return evidence


def write_evidence(folder: Path, evidence: Evidence) -> None:
    """Put evidence into a package's folder, whole or not at all.

    Raises:
        OSError: It cannot be written.
    """
    scratch = folder / f".{QUARANTINE}.{os.getpid()}"
    try:
        scratch.write_text(json.dumps(asdict(evidence), ensure_ascii=False, indent=1), encoding="utf-8")
        scratch.replace(folder / QUARANTINE)
    finally:
        scratch.unlink(missing_ok=True)
