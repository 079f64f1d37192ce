"""Many translations as one ZIP file."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile

from sqlalchemy import select

from workbench.errors import BadInput
from workbench.extensions import db
from workbench.languages import language as describe
from workbench.services.export import export_translation
from workbench.tables import Article, Translation
from workbench.wording import words

MOST_ARTICLES = 200
"""How many articles in one file: each is written anew, and a browser waits for the whole."""
MOST_BYTES = 200_000_000
_IN_MEMORY_BYTES = 8_000_000
NOTE = "not-translated.txt"
# Windows opens no file of these names, whatever follows the dot.
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A ZIP file, at its beginning; whoever takes it closes it.

    Attributes:
        file: Kept in memory while it is small.
        files: How many translations are in it.
        notes: What is not translated, a line each, as the text file in it says.
    """

    file: SpooledTemporaryFile[bytes]
    files: int
    notes: tuple[str, ...]


def bundle_exports(ids: Sequence[int], *, language: str = "") -> Bundle:
    """Return the translations of articles as files in the layouts that the articles came in.

    What has no translation, or not all of it, is named in the file `not-translated.txt`.

    Args:
        ids: Of articles; those that are deleted are left out.
        language: Code of the one language to take; "" for all.

    Raises:
        BadInput: Nothing is translated, or it is more than `MOST_ARTICLES` or `MOST_BYTES`.
    """
    if len(ids) > MOST_ARTICLES:
        raise BadInput(
            words("{limit} articles at most fit into one file.", limit=MOST_ARTICLES),
            hint=words("Choose fewer, and export the rest after that."),
        )
    articles = db.session.execute(
        select(Article.id, Article.title)
        .where(Article.id.in_(ids), Article.deleted_at.is_(None))
        .order_by(Article.created_at.desc(), Article.id.desc())
    ).all()
    languages = _languages([row.id for row in articles], language)
    file: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES)  # noqa: SIM115  # handed on
    names: set[str] = set()
    notes: list[str] = []
    size = 0
    try:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for id_, title in articles:
                if not languages[id_]:
                    into = words("into {language}", language=describe(language).name) if language else words("yet")
                    notes.append(words("“{title}” is not translated {into}.", title=_one_line(title), into=into))
                for code in languages[id_]:
                    export = export_translation(id_, code)
                    size += len(export.data)
                    if size > MOST_BYTES:
                        raise BadInput(words("This is too much for one file."), hint=words("Choose fewer articles."))
                    name = _unused(export.filename, names)
                    archive.writestr(name, export.data)
                    if export.pending:
                        notes.append(
                            words("{name}: {n} sentences are in the source language.", name=name, n=export.pending)
                        )
            if not names:
                raise BadInput(words("None of these articles is translated."), hint=words("Translate them first."))
            if notes:
                archive.writestr(NOTE, "\n".join(notes) + "\n")
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return Bundle(file, len(names), tuple(notes))


def _languages(ids: Sequence[int], language: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {id_: [] for id_ in ids}
    rows = db.session.execute(
        select(Translation.article_id, Translation.language)
        .where(Translation.article_id.in_(ids), *([Translation.language == language] if language else []))
        .order_by(Translation.language)
    )
    for article_id, code in rows:
        found[article_id].append(code)
    return found


def _unused(filename: str, names: set[str]) -> str:
    """Return a name that no file has yet, on systems too that know no case, and note it."""
    stem, _, rest = filename.partition(".")
    if stem.lower() in _RESERVED:
        stem += "-article"
    name, number = f"{stem}.{rest}", 1
    while name.casefold() in names or name == NOTE:
        number += 1
        name = f"{stem}-{number}.{rest}"
    names.add(name.casefold())
    return name


def _one_line(text: str) -> str:
    return " ".join(text.split())
