"""Named versions of a whole translation: keeping what stands now, listing, and comparing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import defer

from workbench.errors import InvalidField, NotFound
from workbench.extensions import db
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.typed import is_id
from workbench.services.version_texts import VersionText, pack_texts, pair_texts, read_texts, unpack_texts
from workbench.services.views.named_versions import NamedVersion, SentenceChange, VersionComparison
from workbench.tables import Article, Reviewer, Translation, TranslationVersion, VersionKind
from workbench.tables.types import now
from workbench.wording import words

LONGEST_NAME = 80


def name_version(article_id: int, language: str, name: str, *, reviewer_id: int) -> int:
    """Keep a translation as it stands now, under a name; return the version's id.

    Raises:
        InvalidField: The name is empty, too long, or has a NUL.
        NotFound: There is no such translation.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or "\0" in name:
        raise InvalidField(
            "name",
            words("A name has between 1 and {n} characters.", n=LONGEST_NAME),
            hint=words("Say what this version is: “After legal”."),
        )
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing():
        return keep_version(translation_id, now(), VersionKind.NAMED, name=name, reviewer_id=reviewer_id)


def keep_approved(translation_id: int, moment: datetime, reviewer_id: int) -> int:
    """Inside a transaction: keep a translation as it is approved; return the version's id."""
    return keep_version(translation_id, moment, VersionKind.APPROVED, name="", reviewer_id=reviewer_id)


def keep_version(
    translation_id: int, moment: datetime, kind: VersionKind, *, name: str, reviewer_id: int | None
) -> int:
    """Inside a transaction: keep a translation as it stands; return the version's id.

    What is kept automatically before another version is brought back is kept once: if the newest version is the same,
    that one's id is returned.
    """
    session = db.session
    texts = pack_texts(read_texts(translation_id))
    if kind is VersionKind.REPLACED:
        newest = session.scalars(
            select(TranslationVersion)
            .where(TranslationVersion.translation_id == translation_id)
            .order_by(TranslationVersion.id.desc())
            .limit(1)  # without it the texts of all versions would be read
        ).first()
        if newest is not None and newest.texts == texts:
            return newest.id
    change, article_version = session.execute(
        select(Translation.change, Article.version)
        .join(Article, Article.id == Translation.article_id)
        .where(Translation.id == translation_id)
    ).one()
    version = TranslationVersion(
        translation_id=translation_id,
        name=name,
        kind=kind,
        at=moment,
        reviewer_id=reviewer_id,
        article_version=article_version,
        change=change,
        texts=texts,
    )
    session.add(version)
    session.flush()
    return version.id


def list_named_versions(translation_id: int) -> tuple[NamedVersion, ...]:
    """Return the versions of a translation, newest first, without their texts."""
    rows = db.session.execute(
        select(TranslationVersion, Reviewer)
        .outerjoin(Reviewer, Reviewer.id == TranslationVersion.reviewer_id)
        .where(TranslationVersion.translation_id == translation_id)
        .order_by(TranslationVersion.id.desc())
        .options(defer(TranslationVersion.texts))
    )
    return tuple(_view(version, reviewer) for version, reviewer in rows)


def compare_versions(article_id: int, language: str, version_id: int, with_id: int | None = None) -> VersionComparison:
    """Return what is different between a version and another one, or how the translation stands now.

    Whichever of two versions was kept first is the older one.

    Raises:
        NotFound: There is no such translation, or it has no such version.
    """
    _, translation = find_translation(article_id, language)
    versions = list_named_versions(translation.id)
    older_id, newer_id = (version_id, with_id) if with_id is None else sorted((version_id, with_id))
    old = unpack_texts(find_version(translation.id, older_id).texts)
    new = read_texts(translation.id) if newer_id is None else unpack_texts(find_version(translation.id, newer_id).texts)
    by_id = {version.id: version for version in versions}
    pairs = pair_texts(old, new)
    changes = tuple(
        _change(position if after else None, before, after)
        for position, (before, after) in enumerate(pairs, 1)
        if before is None or after is None or _shown(before) != _shown(after)
    )
    return VersionComparison(
        older=by_id[older_id],
        newer=None if newer_id is None else by_id[newer_id],
        changes=changes,
        same=len(pairs) - len(changes),
        versions=versions,
    )


def find_version(translation_id: int, version_id: int) -> TranslationVersion:
    """Return a version's row.

    Raises:
        NotFound: The translation has no such version.
    """
    version = db.session.get(TranslationVersion, version_id) if is_id(version_id) else None
    if version is None or version.translation_id != translation_id:
        raise NotFound(words("This translation has no such version."))
    return version


def _shown(text: VersionText) -> tuple[str, str, str]:
    return text.source, text.text, text.state


def _change(position: int | None, before: VersionText | None, after: VersionText | None) -> SentenceChange:
    source = (after or before).source  # type: ignore[union-attr]  # one of a pair is always there
    return SentenceChange(
        position=position,
        source=source,
        former_source=before.source if before and before.source != source else None,
        before=before.text if before else None,
        after=after.text if after else None,
        state_before=before.state if before else None,
        state_after=after.state if after else None,
    )


def _view(version: TranslationVersion, reviewer: Reviewer | None) -> NamedVersion:
    return NamedVersion(
        id=version.id,
        name=version.name,
        kind=version.kind,
        at=version.at,
        reviewer=reviewer.shown_name if reviewer else "",
        article_version=version.article_version,
    )
