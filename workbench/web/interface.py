"""Texts in the reader's language, for templates and for words of the core; and the choice of it in the bar."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

from babel import Locale
from babel.support import Translations
from flask import Blueprint, Flask, Response, has_request_context, request, session, url_for
from flask_babel import Babel, get_translations
from werkzeug.wrappers import Response as AnyResponse

from workbench.languages import language, name_in
from workbench.web.assets import SENDERS
from workbench.web.hypermedia import go_to
from workbench.web.numbers import Count, Measure
from workbench.web.reader import CHOSEN, ENGLISH, LANGUAGES, LOCALES, choose_language, reader_language
from workbench.web.way_back import way_back
from workbench.wording import LanguageName, Text

_CATALOGUE = "workbench.catalogue"
_PLURAL_TABLE = 200  # gettext's rules look at small numbers, and at the last two digits of others

babel = Babel()
bp = Blueprint("interface", __name__, url_prefix="/interface")


def init_app(app: Flask) -> None:
    """Give an application's templates `_()`, `ngettext()`, `{% trans %}` and `interface`."""
    app.config.setdefault("BABEL_DEFAULT_LOCALE", ENGLISH)
    babel.init_app(app, locale_selector=choose_language, default_translation_directories=str(LOCALES))
    app.jinja_env.globals["interface"] = Interface()
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda text: _catalogue().gettext(text),
        ngettext=lambda one, other, number: _catalogue().ngettext(one, other, number),
        newstyle=True,
    )
    app.jinja_env.filters["said"] = said
    app.after_request(_vary)


class Interface:
    """What a template may ask of the reader's language; each answer is about the request that is running."""

    @property
    def code(self) -> str:
        """Its code, as `lang` wants it."""
        return reader_language().replace("_", "-")

    @property
    def direction(self) -> str:
        """Which way its lines run, as `dir` wants it."""
        return _direction(reader_language())

    @property
    def name(self) -> str:
        """Its name in itself."""
        return dict(_own_names())[reader_language()]

    @property
    def here(self) -> str:
        """The address of this page, to come back to; of the articles, after a form that has no page of its own."""
        return request.full_path.rstrip("?") if request.method == "GET" else url_for("articles.index")

    @property
    def languages(self) -> tuple[tuple[str, str], ...]:
        """What can be chosen: codes and the names of the languages in themselves."""
        return _own_names()

    @property
    def script_words(self) -> dict[str, Any] | None:
        """What `static/js/words.js` needs; None in English."""
        return _script_words(reader_language())


@bp.post("")
def choose() -> AnyResponse:
    """Keep the reader's choice in this browser; "" goes back to what the browser asks for."""
    chosen = request.form.get("language", "")
    session.permanent = True
    if chosen in LANGUAGES:
        session[CHOSEN] = chosen
    else:
        session.pop(CHOSEN, None)
    return go_to(way_back(url_for("articles.index")))


def _catalogue() -> Translations:
    """Return the texts of this answer's language.

    Flask-Babel's own look-up takes 20 µs; a desk of 2,000 sentences asks thousands of times.
    """
    if not has_request_context():
        return cast(Translations, get_translations())
    found = request.environ.get(_CATALOGUE)
    if found is None:
        found = request.environ[_CATALOGUE] = get_translations()
    return cast(Translations, found)


@lru_cache(maxsize=64)
def _direction(code: str) -> str:
    return Locale.parse(code).text_direction


@lru_cache(maxsize=1)
def _own_names() -> tuple[tuple[str, str], ...]:
    names = ((code, language(code).own_name) for code in LANGUAGES)
    return tuple((code, name[:1].upper() + name[1:]) for code, name in names)


@lru_cache(maxsize=64)
def _script_words(code: str) -> dict[str, Any] | None:
    if code == ENGLISH:
        return None
    catalogue = Translations.load(str(LOCALES), [code], "scripts")
    entries: dict[Any, str] = getattr(catalogue, "_catalog", {})
    texts = {key: text for key, text in entries.items() if isinstance(key, str) and key}
    forms: dict[str, list[str]] = {}
    for (one, _number), text in sorted(item for item in entries.items() if isinstance(item[0], tuple)):
        forms.setdefault(one, []).append(text)
    plural = catalogue.plural
    return {"texts": texts, "forms": forms, "plurals": "".join(str(plural(n)) for n in range(_PLURAL_TABLE))}


def _vary(response: Response) -> Response:
    if request.endpoint not in SENDERS:
        response.vary.update(("Accept-Language", "Cookie"))
    return response


def said(text: str | BaseException) -> str:
    """Return a text, or what an error says, in the reader's language; what is no `Text` as it is."""
    if isinstance(text, BaseException):
        text = text.args[0] if text.args and isinstance(text.args[0], str) else str(text)
    if not isinstance(text, (Text, LanguageName)) or reader_language() == ENGLISH:
        return text
    if isinstance(text, LanguageName):
        return name_in(text.code, reader_language())
    values = {name: _said_value(value) for name, value in text.values.items()}
    if text.plural:
        return _catalogue().ngettext(text.template, text.plural, text.values["n"]).format_map(values)
    template = _catalogue().gettext(text.template)
    return template.format_map(values) if values else template


def _said_value(value: Any) -> Any:
    """Values are texts too at times: the name of a thing in a sentence. Numbers come as the reader writes them."""
    if isinstance(value, (str, BaseException)):
        return said(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return Count(value)
    return Measure(value) if isinstance(value, float) else value
