"""What of a source its translation lacks, for buttons that insert it."""

from __future__ import annotations

from workbench.items.forms import missing_items
from workbench.services.views import Row
from workbench.web.places import Place


def missing_in(row: Row, place: Place, text: str | None = None) -> tuple[str, ...]:
    """Return the items of a row's source that a text (default: the row's) lacks, in the form of its language."""
    target = row.target if text is None else text
    return missing_items(row.whole_source, target, place.source.code, place.target.code)
