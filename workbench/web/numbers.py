"""Numbers as the reader's language writes them: 12,408 and 0.5 in English, 12.408 and 0,5 in Spanish."""

from __future__ import annotations

from functools import lru_cache

from workbench.web.reader import ENGLISH, reader_language


def format_number(value: float, digits: int = 0) -> str:
    """Return a number with its thousands set apart: "12,408"."""
    return _written(f"{value:,.{digits}f}")


class Count(int):
    """A whole number that `format` writes in the reader's language."""

    def __format__(self, spec: str) -> str:
        return _written(super().__format__(spec))


class Measure(float):
    """A number that `format` writes in the reader's language."""

    def __format__(self, spec: str) -> str:
        return _written(super().__format__(spec))


def _written(english: str) -> str:
    """Return a number that was written the English way in the reader's language."""
    code = reader_language()
    return english if code == ENGLISH else english.translate(_marks(code))


@lru_cache(maxsize=64)
def _marks(code: str) -> dict[int, str]:
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return {ord("."): get_decimal_symbol(code), ord(","): get_group_symbol(code)}
