"""Languages, named in the reader's."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from workbench.languages import Language, language, name_in
from workbench.web.reader import ENGLISH, reader_language


def describe(code: str) -> Language:
    """Return a language, named in the reader's."""
    return _describe(code, reader_language())


@lru_cache(maxsize=1024)
def _describe(code: str, reader: str) -> Language:
    found = language(code)
    return found if reader == ENGLISH else replace(found, name=name_in(found.code, reader))
