"""Checks of how a translation is written, one concern a file."""

from __future__ import annotations

from workbench.checks.base import Check

FORM_CHECKS: tuple[Check, ...] = ()
