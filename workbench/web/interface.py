"""The language of the interface: which one a reader gets, and how texts come in it."""

from __future__ import annotations

from typing import Any

from flask import Flask, request, session
from flask_babel import Babel, get_locale, gettext, ngettext

from workbench.wording import Text

LANGUAGES = ("en", "es")
"""What the interface can be read in; the first one for everybody else."""
CHOSEN = "interface_language"

babel = Babel()


def init_app(app: Flask) -> None:
    """Give an application's templates `_()`, `ngettext()` and `{% trans %}`, and the filter `said`."""
    app.config.setdefault("BABEL_DEFAULT_LOCALE", LANGUAGES[0])
    babel.init_app(app, locale_selector=choose_language)
    app.jinja_env.filters["said"] = said


def choose_language() -> str:
    """Return the language that the reader chose, or the best of those that the browser asks for."""
    chosen = session.get(CHOSEN)
    if chosen in LANGUAGES:
        return str(chosen)
    return request.accept_languages.best_match(LANGUAGES, LANGUAGES[0])


def said(text: str) -> str:
    """Return a text of the core or of an error in the reader's language; one that is no `Text` as it is."""
    if not isinstance(text, Text) or str(get_locale()) == LANGUAGES[0]:
        return text
    # Values are texts too at times: the name of a thing in a sentence.
    values: dict[str, Any] = {
        name: said(value) if isinstance(value, str) else value for name, value in text.values.items()
    }
    if text.plural:
        return str(ngettext(text.template, text.plural, text.values["n"])).format_map(values)
    return str(gettext(text.template)).format_map(values)
