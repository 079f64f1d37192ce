"""A translation as it stands at one count of its writes: what everything that is kept of it is kept by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from workbench.extensions import db
from workbench.memory.terms import Glossary
from workbench.services.glossary_lists import glossary_at
from workbench.tables import Article, GlossaryPair, Translation


@dataclass(frozen=True, slots=True)
class Written:
    """A translation as it stands: what was found across it holds until somebody writes to it.

    Attributes:
        translation_id: Which.
        created_at: When it was made: a number that is free again is given to another translation.
        change: Where its counter of writes stands.
        version: Of the article.
        source: Canonical code of the article's language.
        target: Canonical code of the translation's.
    """

    translation_id: int
    created_at: datetime
    change: int
    version: int
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What all rows of a translation are read with: how it stands, who made it, and the terms of its languages."""

    written: Written
    packages: tuple[str, ...]
    glossary: Glossary | None


# Built once: putting a statement together takes longer than running it.
_BASIS = (
    select(
        Translation.packages,
        GlossaryPair.change,
        Translation.id,
        Translation.created_at,
        Translation.change,
        Article.version,
        Article.source_language,
        Translation.language,
    )
    .join(Article, Article.id == Translation.article_id)
    .outerjoin(
        GlossaryPair,
        (GlossaryPair.source_language == Article.source_language)
        & (GlossaryPair.target_language == Translation.language),
    )
    .where(Translation.id == bindparam("translation"))
)


def read_basis(translation_id: int) -> Basis | None:
    """Return what the rows of a translation are read with, in one query; None if it was removed for good."""
    found = db.session.execute(_BASIS, {"translation": translation_id}).one_or_none()
    if found is None:
        return None
    packages, terms_change, id_, created_at, change, version, source, target = found
    written = Written(id_, created_at, change, version, source, target)
    return Basis(written, tuple(packages.split("|")), glossary_at(written.source, written.target, terms_change))
