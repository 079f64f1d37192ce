"""Adding, finding, deleting and bringing back articles."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, func, insert, select, update

from workbench.errors import NotFound
from workbench.extensions import db, workbench
from workbench.formats.addresses import normalise_address
from workbench.formats.document import Document
from workbench.languages import canonical
from workbench.services.article_filters import matching
from workbench.services.contents import insert_blocks, split_document
from workbench.services.measuring import measure
from workbench.services.sorting import SORTS, order_by
from workbench.services.summaries import summarise
from workbench.services.transactions import rows_changed, writing
from workbench.services.views import ArticlePage, ArticleView, SourceBlock
from workbench.services.views.article_lists import ArticleQuery
from workbench.tables import Article, Block, Seed, Segment
from workbench.tables.types import now
from workbench.wording import packed, unpacked, words

PAGE_SIZE = 50


def add_article(document: Document, *, source: str, source_url: str = "", seed: str = "") -> int:
    """Store a document as an article, split into sentences.

    Args:
        document: As a format read it.
        source: Code of its language.
        source_url: Address it came from; "" for none.
        seed: Name of the seed file it comes from, noted in the same transaction; "" for any other.

    Returns:
        The article's id.

    Raises:
        UnknownLanguage: `source` is not a language code.
        BadAddress: `source_url` is not a web address.
        StorageProblem: Nothing was stored.
    """
    language = canonical(source)
    contents = split_document(document, language)
    with writing() as session:
        article = Article(
            title=contents.title,
            source_language=language,
            published=document.published,
            format=document.format,
            encoding=document.encoding,
            bom=document.bom,
            warnings="\n".join(map(packed, document.warnings)),
            source_url=normalise_address(source_url),
            segment_count=len(contents.sentences),
            word_count=contents.words,
            readability_score=contents.score,
            measured_version=1,
        )
        session.add(article)
        if seed:
            session.add(Seed(name=seed))
        session.flush()
        block_ids = insert_blocks(article.id, document)
        values = [
            {
                "article_id": article.id,
                "block_id": block_ids[placed.block],
                "position": position,
                "text": placed.sentence.text,
                "words": placed.words,
                "before": placed.sentence.before,
                "after": placed.sentence.after,
            }
            for position, placed in enumerate(contents.sentences, 1)
        ]
        if values:
            session.execute(insert(Segment), values)
        return article.id


def list_articles(query: str = "", page: int = 1, sort: str = "", *, asked: ArticleQuery | None = None) -> ArticlePage:
    """Return a page of the articles, newest first.

    Args:
        query: Words that must stand in the title or the text, in any case; "" for all.
        page: From 1; a page past the end is the last one.
        sort: One of `SORTS`; by readability it goes by what was measured last, and articles that do not compare stand
            at the end. Anything else is the newest first.
        asked: More than words and an order; in their place.
    """
    asked = asked or ArticleQuery(q=query, sort=sort)
    found = matching(asked)
    total = db.session.scalar(select(func.count()).select_from(found.subquery())) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(1, page), pages)
    newest = (Article.created_at.desc(), Article.id.desc())
    ordered = found.order_by(*order_by(asked.sort), *newest)
    articles = db.session.scalars(ordered.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)).all()
    return ArticlePage(
        items=summarise(articles),
        total=total,
        page=page,
        pages=pages,
        query=asked.q,
        sort=asked.sort if asked.sort in SORTS else "",
        asked=asked,
    )


def get_article(article_id: int, *, deleted: bool = False) -> Article:
    """Return an article's row.

    Raises:
        NotFound: It does not exist, or it is deleted (unless `deleted`).
    """
    article = db.session.get(Article, article_id)
    if article is None or (article.deleted_at is not None and not deleted):
        raise NotFound(words("There is no article {article_id}.", article_id=article_id))
    return article


def view_article(article_id: int) -> ArticleView:
    """Return an article with its source text and its readability.

    Raises:
        NotFound: It does not exist or is deleted.
    """
    article = get_article(article_id)
    rows = db.session.execute(
        select(Block.id, Block.position, Block.kind, Block.text, Block.repeats_id)
        .where(Block.article_id == article_id)
        .order_by(Block.position)
    ).all()
    positions = {row.id: row.position for row in rows}
    sentences = db.session.scalars(
        select(Segment.text).where(Segment.article_id == article_id).order_by(Segment.position)
    ).all()
    return ArticleView(
        summary=summarise([article])[0],
        source_url=article.source_url,
        version=article.version,
        blocks=tuple(SourceBlock(row.position, row.kind, row.text, positions.get(row.repeats_id)) for row in rows),
        warnings=tuple(map(unpacked, article.warnings.splitlines())),
        report=measure(sentences, article.source_language),
    )


def delete_article(article_id: int) -> None:
    """Hide an article; it can be brought back until the undo time is over.

    Raises:
        NotFound: It does not exist or is deleted already.
    """
    with writing() as session:
        changed = session.execute(
            update(Article).where(Article.id == article_id, Article.deleted_at.is_(None)).values(deleted_at=now())
        )
        if not rows_changed(changed):
            raise NotFound(words("There is no article {article_id}.", article_id=article_id))


def restore_article(article_id: int) -> None:
    """Bring a deleted article back, as it was.

    Raises:
        NotFound: It is gone for good.
    """
    with writing() as session:
        changed = session.execute(update(Article).where(Article.id == article_id).values(deleted_at=None))
        if not rows_changed(changed):
            raise NotFound(
                words(
                    "Article {article_id} is gone: it was deleted longer ago than it can be brought back.",
                    article_id=article_id,
                )
            )


def purge_deleted() -> int:
    """Remove for good what was deleted longer ago than the undo time; return how many articles."""
    limit = now() - timedelta(hours=workbench().settings.undo_hours)
    if not db.session.scalar(select(func.count()).where(Article.deleted_at < limit)):
        db.session.rollback()
        return 0
    with writing() as session:
        return rows_changed(session.execute(delete(Article).where(Article.deleted_at < limit)))
