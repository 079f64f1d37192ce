"""Numbers in addresses: none that a database cannot hold."""

from __future__ import annotations

from typing import Any

from werkzeug.routing import IntegerConverter, Map

_LARGEST = 2**63 - 1


class RowNumber(IntegerConverter):
    """A whole number as `<int:…>` takes it; a larger one than any row has leads nowhere (404)."""

    def __init__(self, url_map: Map, **options: Any) -> None:
        super().__init__(url_map, **{"max": _LARGEST, **options})
