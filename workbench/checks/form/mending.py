"""A finding whose fix is known: all places of its kind mended at once, the first one marked."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.checks.base import Check, Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.writing.edits import Edit, apply_edits
from workbench.writing.hiding import Hidden, hide_items


def visible(text: str) -> Hidden:
    """Return a text with its addresses, tags and placeholders hidden from the rules of punctuation."""
    hidden = hide_items(text)
    return Hidden(text) if hidden is None else hidden


def mended(
    check: Check,
    pair: Pair,
    edits: Sequence[Edit],
    message: str,
    *,
    severity: Severity | None = None,
) -> Finding:
    """Return a finding that marks the first edit and whose fix makes them all; none where nothing would be left.

    Args:
        check: Whose.
        pair: Where.
        edits: What to change in the target as `visible` shows it, in order, at least one.
        message: For an editor.
        severity: Another one than the check's usual.
    """
    hidden = visible(pair.target)
    start, end, _ = edits[0]
    if not hidden.text[start:end].strip():  # a blank is seen by what stands around it
        start, end = max(0, start - 1), min(len(hidden.text), end + 1)
    span = (hidden.offset(start), hidden.offset(end))
    fix = hidden.show(apply_edits(hidden.text, edits))
    return finding_in(check, pair, Side.TARGET, span, message, fix=fix if fix.strip() else None, severity=severity)


def difference(old: str, new: str) -> Edit:
    """Return the one edit that makes `new` of `old`: what is left when both are cut to where they differ."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return start, len(old) - end, new[start : len(new) - end]


def _common(one: str, other: str) -> int:
    """Return how many characters are the same at the start."""
    if one == other[: len(one)]:
        return len(one)
    return next((at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), len(other))
