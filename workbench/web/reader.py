"""Which language an answer is written in: what the reader chose, else what the browser asks for.

A language is there when `workbench/locales/` has its catalogues (docs/interface.md).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from babel import Locale
from flask import request, session
from flask_babel import get_locale

import workbench
from workbench.languages import Language, language, name_in

ENGLISH = "en"
LOCALES = Path(workbench.__file__).parent / "locales"
LANGUAGES = (ENGLISH, *sorted(path.parts[-3] for path in LOCALES.glob("*/LC_MESSAGES/messages.mo")))
"""What the interface can be read in; the first one for everybody else."""
CHOSEN = "interface_language"


def choose_language() -> str:
    """Return the language that the reader chose, or the best of those that the browser asks for."""
    return chosen_language() or _asked_for() or ENGLISH


def _asked_for() -> str | None:
    """Return the best language that the browser asks for; "es-MX" is Spanish even where English is asked for, too."""
    for tag, quality in request.accept_languages:
        names = (tag.replace("-", "_"), tag.partition("-")[0].lower())
        if quality > 0 and (found := next((code for code in LANGUAGES if code in names), None)):
            return found
    return None


def chosen_language() -> str | None:
    """Return the language that the reader chose in the bar; None where nobody chose."""
    chosen = session.get(CHOSEN)
    return chosen if chosen in LANGUAGES else None


def reader_language() -> str:
    """Return the code of the language that this answer is written in; English outside a request."""
    locale = get_locale()
    return ENGLISH if locale is None else _code(locale)


@lru_cache(maxsize=64)
def _code(locale: Locale) -> str:
    return str(locale)


def describe(code: str) -> Language:
    """Return a language, named in the reader's."""
    return _describe(code, reader_language())


@lru_cache(maxsize=1024)
def _describe(code: str, reader: str) -> Language:
    found = language(code)
    return found if reader == ENGLISH else replace(found, name=name_in(found.code, reader))
