"""A translation as a file: the current, reviewed text in the layout of the article."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.extensions import db
from workbench.formats import format_by_id, write_document
from workbench.formats.document import Block as FormatBlock
from workbench.formats.document import Document
from workbench.services.summaries import count_progress
from workbench.services.translations import find_translation
from workbench.services.views import Export, Progress
from workbench.tables import Article, Block, Segment, TranslatedSegment
from workbench.wording import unpacked

if TYPE_CHECKING:
    from workbench.segments import Segment as Sentence

LONGEST_STEM = 60


def export_translation(article_id: int, language: str, format_id: str | None = None) -> Export:
    """Return a translation as bytes, with a file name.

    A sentence that is not translated yet is given in the source language, and counted.

    Args:
        article_id: Which article.
        language: Which translation of it.
        format_id: Id of a format; None for the one the article came in.

    Raises:
        NotFound: There is no such translation.
        UnknownFormat: There is no such format.
    """
    article, translation = find_translation(article_id, language)
    form = format_by_id(format_id or article.format)
    progress = count_progress([translation.id]).get(translation.id, Progress())
    document = read_source(article).with_texts(_texts(article_id, translation.id, translation.language))
    note = f".{progress.unreviewed}-unreviewed" if progress.unreviewed else ""
    return Export(
        data=write_document(document, form.id),
        filename=f"{_stem(article.title)}.{translation.language}{note}{form.extensions[0]}",
        media_type=form.media_type,
        unreviewed=progress.unreviewed,
        pending=progress.pending,
    )


def read_source(article: Article) -> Document:
    """Return the article as the document it came in as."""
    rows = db.session.scalars(select(Block).where(Block.article_id == article.id).order_by(Block.position))
    return Document(
        format=article.format,
        blocks=tuple(FormatBlock(row.kind, row.text, row.before, row.after) for row in rows),
        published=article.published,
        encoding=article.encoding,
        bom=article.bom,
        warnings=tuple(map(unpacked, article.warnings.splitlines())),
    )


def _texts(article_id: int, translation_id: int, language: str) -> list[str]:
    """Return the translated text of each block, in order; a mark stays what it is.

    The rows are not read as the desk reads them: nothing is checked or measured for a file that shows none of it.
    """
    from workbench.segments import Segment as Sentence

    by_block: dict[int, list[tuple[Sentence, str]]] = defaultdict(list)
    segments = db.session.execute(
        select(
            Segment.block_id,
            Segment.text,
            Segment.before,
            Segment.after,
            TranslatedSegment.text,
            TranslatedSegment.merged_into_id,
        )
        .join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
        .where(TranslatedSegment.translation_id == translation_id)
        .order_by(Segment.position)
    )
    for block_id, text, before, after, target, merged_into_id in segments:
        # What is translated in another sentence's text leaves nothing behind, and no second space.
        shown = target or (text if merged_into_id is None else "")
        by_block[block_id].append((Sentence(text, before, after), shown))
    blocks = db.session.execute(
        select(Block.id, Block.text).where(Block.article_id == article_id).order_by(Block.position)
    )
    return [_joined(by_block[id_], language) if id_ in by_block else text for id_, text in blocks]


def _joined(pairs: list[tuple[Sentence, str]], language: str) -> str:
    from workbench.segments import join_segments

    return join_segments([sentence for sentence, _ in pairs], [target for _, target in pairs], language)


def _stem(title: str) -> str:
    """Return a file name's stem that every system takes: ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return plain[:LONGEST_STEM].rstrip("-") or "article"
