"""The form for a new article: what was typed, what it means, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from flask_babel import lazy_gettext
from werkzeug.datastructures import FileStorage, MultiDict

from workbench.errors import BadInput, InvalidField, UnknownLanguage
from workbench.extensions import workbench
from workbench.formats import format_by_id, read_document, read_pasted
from workbench.formats.document import Document
from workbench.languages import detect, language
from workbench.services.models import source_languages, target_languages
from workbench.translation.decoding import DRAFT_BEAM
from workbench.wording import words

AUTO = "auto"
QUALITIES = {"standard": lazy_gettext("Standard"), "draft": lazy_gettext("Draft (quick)")}


@dataclass(frozen=True, slots=True)
class ArticleForm:
    """What was typed. `routes` maps each target language to the languages it can be reached from.

    `choice` is the answer to "update the article from this address, or add a new one": "update", "force" (even
    if it looks like another article), "new", or "" as long as nobody was asked.
    """

    text: str = ""
    source: str = AUTO
    target: str = ""
    url: str = ""
    choice: str = ""
    file: FileStorage | None = None
    quality: str = "standard"
    routes: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def sources(self) -> tuple[str, ...]:
        """The languages that can be translated from, by code."""
        return tuple(sorted({code for reached in self.routes.values() for code in reached}))


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that can be stored and translated."""

    document: Document
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A newer version of an article. `source` is None where its language does not show."""

    document: Document
    source: str | None


def read_form(values: MultiDict[str, str], file: FileStorage | None) -> ArticleForm:
    """Return what was sent, with the routes that the installed models offer."""
    return ArticleForm(
        text=values.get("text", ""),
        source=values.get("source", AUTO),
        target=values.get("target", ""),
        url=values.get("url", "").strip(),
        choice=values.get("choice", ""),
        quality=values.get("quality", "standard"),
        file=file if file is not None and file.filename else None,
        routes=_routes(),
    )


def accept_form(form: ArticleForm, *, max_chars: int) -> NewArticle:
    """Return the article that a form describes.

    Args:
        form: What was sent.
        max_chars: Longest article, in characters.

    Raises:
        InvalidField: A field has to be corrected.
    """
    document = read_text(form, max_chars=max_chars)
    source = form.source if form.source != AUTO else _recognised(document)
    if source not in form.sources:
        raise InvalidField(
            "source",
            words("No installed model translates from {source}.", source=_name(source)),
            hint=words("Install one on the Models page."),
        )
    if source not in form.routes.get(form.target, ()):
        raise InvalidField(
            "target",
            words(
                "No installed model translates from {source} to {target}.",
                source=_name(source),
                target=_name(form.target),
            ),
            hint=words("Choose another language, or install a model on the Models page."),
        )
    return NewArticle(document, source, form.target)


def accept_version(form: ArticleForm, *, max_chars: int) -> NewVersion:
    """Return the newer version of an article that a form describes.

    Args:
        form: What was sent.
        max_chars: Longest article, in characters.

    Raises:
        InvalidField: A field has to be corrected.
    """
    document = read_text(form, max_chars=max_chars)
    if form.source != AUTO:
        return NewVersion(document, form.source)
    try:
        return NewVersion(document, _recognised(document))
    except InvalidField:
        return NewVersion(document, None)


def with_text(form: ArticleForm, document: Document) -> ArticleForm:
    """Return the form with a file's text in the box: a browser cannot be given a chosen file back."""
    if form.file is None:
        return form
    return replace(form, text=format_by_id(document.format).write(document), file=None)


def beam_of(quality: str) -> int | None:
    """Return the beam of one of `QUALITIES`; None, which leaves it to the service, for anything else."""
    return {"draft": DRAFT_BEAM, "standard": workbench().settings.beam_size}.get(quality)


def read_text(form: ArticleForm, *, max_chars: int) -> Document:
    """Return the text or file of a form as a document. Raises InvalidField."""
    place = "file" if form.file else "text"
    try:
        if form.file:
            return read_document(form.file.stream.read(), name=form.file.filename or "", max_chars=max_chars)
        return read_pasted(form.text, max_chars=max_chars)
    except BadInput as error:
        raise InvalidField(place, error.args[0], hint=error.hint) from error


def _recognised(document: Document) -> str:
    try:
        return detect(" ".join(block.text for block in document.blocks if block.is_translatable)).language
    except UnknownLanguage as error:
        raise InvalidField("source", error.args[0], hint=words("Choose it.")) from error


def _name(code: str) -> str:
    try:
        return language(code).name
    except BadInput:
        return f'"{code}"' if code else words("no language")


def _routes() -> dict[str, tuple[str, ...]]:
    routes: dict[str, list[str]] = {}
    for source in source_languages():
        for target in target_languages(source):
            routes.setdefault(target, []).append(source)
    return {target: tuple(sources) for target, sources in sorted(routes.items())}
