"""A document split into sentences, and its blocks as rows: what adding and updating an article share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.extensions import db
from workbench.formats.document import Document, repeated_blocks
from workbench.services.measuring import count_words, measure, score_of
from workbench.tables import Block

if TYPE_CHECKING:
    from workbench.segments import Segment as Sentence


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence, the index of its block, and its words (characters in a language written without spaces)."""

    block: int
    sentence: Sentence
    words: int


@dataclass(frozen=True, slots=True)
class Contents:
    """A document's sentences, in reading order, and what is counted of them.

    `score` is the primary readability score, None where there is no reliable one.
    """

    document: Document
    title: str
    sentences: tuple[Placed, ...]
    words: int
    score: float | None


def split_document(document: Document, language: str) -> Contents:
    """Split a document into sentences and count its words."""
    from workbench.segments import segment_block

    found = [
        (index, sentence)
        for index, block in enumerate(document.blocks)
        if block.is_translatable
        for sentence in segment_block(block.text, language)
    ]
    texts = [sentence.text for _, sentence in found]
    sentences = tuple(
        Placed(index, sentence, words)
        for (index, sentence), words in zip(found, count_words(texts, language), strict=True)
    )
    report = measure(texts, language)
    return Contents(
        document=document,
        title=document.title or _first_words(texts),
        sentences=sentences,
        words=report.counts.words,
        score=score_of(report),
    )


def insert_blocks(article_id: int, document: Document) -> list[int]:
    """Inside a transaction: store the blocks of an article that has none there; return their ids in order."""
    session = db.session
    rows = [
        Block(
            article_id=article_id,
            position=index,
            kind=block.kind,
            text=block.text,
            before=block.before,
            after=block.after,
        )
        for index, block in enumerate(document.blocks)
    ]
    session.add_all(rows)
    session.flush()
    for index, leader in repeated_blocks(document.blocks).items():
        rows[index].repeats_id = rows[leader].id
    session.flush()
    return [row.id for row in rows]


def _first_words(sentences: list[str]) -> str:
    first = sentences[0] if sentences else "Untitled"
    return first if len(first) <= 80 else first[:80].rsplit(" ", 1)[0] + "…"
