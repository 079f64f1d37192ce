"""The versions of an article: what each update did, and the way back."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import defer

from workbench.errors import NotFound
from workbench.extensions import db
from workbench.formats.addresses import normalise_address
from workbench.services.articles import get_article
from workbench.services.records import read_report, read_stored_document
from workbench.services.typed import is_id
from workbench.services.updates import update_article
from workbench.services.views.versions import KnownArticle, Update, VersionView
from workbench.tables import Article, ArticleVersion, Reviewer
from workbench.wording import words


def find_by_address(address: str) -> KnownArticle | None:
    """Return the newest article that came from an address, or None.

    Raises:
        BadAddress: It is not a web address.
    """
    normal = normalise_address(address)
    if not normal:
        return None
    article = db.session.scalars(
        select(Article)
        .where(Article.source_url == normal, Article.deleted_at.is_(None))
        .order_by(Article.created_at.desc(), Article.id.desc())
    ).first()
    return know_article(article.id) if article else None


def know_article(article_id: int) -> KnownArticle:
    """Return what a form says of an article that is to be updated.

    Raises:
        NotFound: There is no such article.
    """
    article = get_article(article_id)
    return KnownArticle(
        id=article.id,
        title=article.title,
        language=article.source_language,
        version=article.version,
        created_at=article.created_at,
    )


def list_versions(article_id: int) -> tuple[VersionView, ...]:
    """Return the updates of an article, newest first.

    Raises:
        NotFound: There is no such article.
    """
    article = get_article(article_id)
    rows = db.session.execute(
        select(ArticleVersion, Reviewer)
        .outerjoin(Reviewer, Reviewer.id == ArticleVersion.reviewer_id)
        .where(ArticleVersion.article_id == article_id)
        .order_by(ArticleVersion.number.desc())
        .options(defer(ArticleVersion.source))  # the whole text of each: only to undo one
    )
    return tuple(_view(article, version, reviewer) for version, reviewer in rows)


def view_version(article_id: int, number: int) -> VersionView:
    """Return what the update to this version did.

    Raises:
        NotFound: There is no such article, or no update made this version of it.
    """
    return _view(get_article(article_id), *_find(article_id, number))


def undo_update(article_id: int, number: int, *, reviewer_id: int | None = None) -> Update:
    """Bring back the text that the update to this version replaced.

    This is an update too, with a version of its own: what was done to the sentences meanwhile is kept like
    the texts of any sentence that goes, and the texts of those that return come back with them.

    Raises:
        NotFound: There is no such article, or no update made this version of it.
        StorageProblem: Nothing was changed.
    """
    version, _ = _find(article_id, number)
    document = read_stored_document(version.source)
    return update_article(article_id, document, reviewer_id=reviewer_id, force=True)


def _find(article_id: int, number: int) -> tuple[ArticleVersion, Reviewer | None]:
    row = (
        is_id(number)
        and db.session.execute(
            select(ArticleVersion, Reviewer)
            .outerjoin(Reviewer, Reviewer.id == ArticleVersion.reviewer_id)
            .where(ArticleVersion.article_id == article_id, ArticleVersion.number == number)
        ).first()
    )
    if not row:
        raise NotFound(
            words(
                "Article {article_id} has no version {number} that an update made.",
                article_id=article_id,
                number=number,
            )
        )
    return row[0], row[1]


def _view(article: Article, version: ArticleVersion, reviewer: Reviewer | None) -> VersionView:
    return VersionView(
        article_id=article.id,
        title=article.title,
        number=version.number,
        newest=article.version,
        at=version.at,
        reviewer=reviewer.shown_name if reviewer else "",
        report=read_report(version.report),
    )
