"""How hard one sentence is to read and why, on both sides; and what another tool says of both texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.extensions import db
from workbench.languages import primary
from workbench.services.measuring import SENTENCES
from workbench.services.segments import view_row
from workbench.services.translations import find_translation
from workbench.services.views.reading import Reading, References, SideReading
from workbench.tables import Segment, TranslatedSegment

if TYPE_CHECKING:
    from workbench.readability.difficulty import Difficulty


def view_reading(article_id: int, language: str, position: int) -> Reading:
    """Return how hard a sentence and its translation are to read.

    Raises:
        NotFound: There is no such translation or segment.
    """
    row = view_row(article_id, language, position)
    article, translation = find_translation(article_id, language)
    assert row.source_difficulty is not None
    source = _side(row.source, article.source_language, row.source_difficulty)
    target = None
    if row.target_difficulty is not None:
        target = _side(row.target, translation.language, row.target_difficulty)
    return Reading(position, source, target)


def view_references(article_id: int, language: str) -> References:
    """Return what textstat says of the article and of its translation as it stands.

    Raises:
        NotFound: There is no such translation.
    """
    from workbench.readability.reference import textstat_says

    article, translation = find_translation(article_id, language)
    languages = article.source_language, translation.language
    rows = db.session.execute(
        select(Segment.block_id, Segment.text, TranslatedSegment.text)
        .join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
        .where(TranslatedSegment.translation_id == translation.id)
        .order_by(Segment.position)
    ).all()
    db.session.rollback()
    blocks: dict[int, list[tuple[str, str]]] = {}
    for block_id, source, target in rows:
        blocks.setdefault(block_id, []).append((source, target))
    texts = [
        "\n".join(" ".join(pair[side] for pair in pairs if pair[side]) for pairs in blocks.values()) for side in (0, 1)
    ]
    source_scores, target_scores = (
        textstat_says(text, primary(code)) for text, code in zip(texts, languages, strict=True)
    )
    return References(*languages, source_scores, target_scores)


def _side(sentence: str, language: str, difficulty: Difficulty) -> SideReading:
    from workbench.readability.style import find_adverbs, find_passives

    base = primary(language)
    (counts,) = SENTENCES.count([sentence], base)
    passives, adverbs = (
        None if spans is None else tuple(sentence[start:end] for start, end in spans)
        for spans in (find_passives(sentence, base), find_adverbs(sentence, base))
    )
    return SideReading(language, counts.words, counts.characters, difficulty, passives, adverbs)
