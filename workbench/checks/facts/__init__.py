"""Checks of what must not change in a translation, one concern a file."""

from __future__ import annotations

from workbench.checks.base import Check

FACT_CHECKS: tuple[Check, ...] = ()
