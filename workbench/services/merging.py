"""Merging a sentence's translation with that of the next one, and parting it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from workbench.errors import BadInput
from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.services.merged import join_sentences
from workbench.services.seen import lock_segment
from workbench.services.stepping import write_steps
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.typed import clean_text
from workbench.services.undo import require_version, view_written
from workbench.services.views.undo import Undone
from workbench.steps import Step
from workbench.tables import Segment, TranslatedSegment
from workbench.wording import words


class CannotMerge(BadInput):
    """There is no sentence to merge with, or none to part from."""

    title = words("This cannot be done here")


@dataclass(frozen=True, slots=True)
class _Shape:
    """A row, the rows that stand in its text, and the next row of its paragraph that has a text of its own."""

    head: TranslatedSegment
    members: tuple[TranslatedSegment, ...]
    following: TranslatedSegment | None


def merge_with_next(
    article_id: int, language: str, position: int, *, seen_version: int, reviewer_id: int, seen_key: str = ""
) -> Undone:
    """Let the text of a sentence take in that of the next one in its paragraph; both are edited then.

    Repeats that follow both sentences are merged too. What follows only one of them goes its own way.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        seen_version: The version that the page showed.
        reviewer_id: Who merges.
        seen_key: The sentence that the page showed there, as `Row.key` names it; "" for any.

    Raises:
        ChangedSince: Another version stands there now; nothing was changed.
        CannotMerge: It is the last one of its paragraph, or one of both is not translated yet.
        BadInput: The text would be too long for a sentence.
        SourceChanged: A newer version of the article changed or dropped the sentence.
        NotFound: There is no such translation or segment.
    """

    def merge(shape: _Shape) -> tuple[str, str]:
        following = _following(shape)
        return clean_text(join_sentences([shape.head.text, following.text], language)), ""

    return _reshape(article_id, language, position, merge, Origin.MERGE, seen_version, reviewer_id, seen_key)


def split_at(
    article_id: int,
    language: str,
    position: int,
    *,
    before: str | None,
    seen_version: int,
    reviewer_id: int,
    seen_key: str = "",
) -> Undone:
    """Part a text: what comes after goes to the next sentence, in front of what that has.

    Where the next sentence stood in this text, it has a text of its own again.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        before: What stays, the beginning of the text; None for its first sentence.
        seen_version: The version that the page showed.
        reviewer_id: Who parts them.
        seen_key: The sentence that the page showed there, as `Row.key` names it; "" for any.

    Raises:
        ChangedSince: Another version stands there now; nothing was changed.
        CannotMerge: Nothing would stay, or go, or there is no next sentence in the paragraph that has a text.
        BadInput: The next text would be too long for a sentence.
        SourceChanged: A newer version of the article changed or dropped the sentence.
        NotFound: There is no such translation or segment.
    """

    def split(shape: _Shape) -> tuple[str, str]:
        left, right = _parted(shape.head.text, before, language)
        if shape.members:
            return left, right
        return left, clean_text(join_sentences([right, _following(shape).text], language))

    return _reshape(article_id, language, position, split, Origin.SPLIT, seen_version, reviewer_id, seen_key)


def _reshape(
    article_id: int,
    language: str,
    position: int,
    change_texts: Callable[[_Shape], tuple[str, str]],
    origin: Origin,
    seen_version: int,
    reviewer_id: int,
    seen_key: str,
) -> Undone:
    translation_id = find_translation(article_id, language)[1].id
    with writing():
        row, position = lock_segment(translation_id, position, seen_key)
        require_version(row, seen_version)
        if row.merged_into_id is not None:
            raise CannotMerge(words("This sentence is translated together with the one before it."))
        shape = _shape(row)
        texts = change_texts(shape)
        second = _second_of(shape, origin) or _following(shape)
        targets = {}
        following, freed = _following_pairs(row, second, origin)
        for pair in [(row, second), *following]:
            for each, text in zip(pair, texts, strict=True):
                targets[each.id] = Step(text, SegmentState.EDITED, origin, 0, reviewer_id, None)
        change = write_steps(translation_id, targets, origin, reviewer_id)
        for repeat in freed:
            repeat.follows_id, repeat.change = None, change  # its text stays, but it counts as a repeat no more
    return view_written(translation_id, change, position)


def _shape(row: TranslatedSegment) -> _Shape:
    members: list[TranslatedSegment] = []
    for line in _lines_after(row):
        if line.merged_into_id != row.id:
            return _Shape(row, tuple(members), line)
        members.append(line)
    return _Shape(row, tuple(members), None)


def _lines_after(row: TranslatedSegment) -> Sequence[TranslatedSegment]:
    """Return the rows of the paragraph that come after a row."""
    here = db.session.get_one(Segment, row.segment_id)
    return db.session.scalars(
        select(TranslatedSegment)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(
            TranslatedSegment.translation_id == row.translation_id,
            Segment.block_id == here.block_id,
            Segment.position > here.position,
        )
        .order_by(Segment.position)
    ).all()


def _following(shape: _Shape) -> TranslatedSegment:
    if shape.following is None:
        raise CannotMerge(words("This is the last sentence of its paragraph."))
    if not (shape.head.text and shape.following.text):
        raise CannotMerge(words("Both sentences need a translation first."))
    return shape.following


def _following_pairs(
    row: TranslatedSegment, second: TranslatedSegment, origin: Origin
) -> tuple[list[tuple[TranslatedSegment, TranslatedSegment]], set[TranslatedSegment]]:
    """Return the repeats of two sentences that follow both, and those to let go: they follow only one of them."""
    is_repeat = TranslatedSegment.follows_id.in_([row.id, second.id])
    repeats = db.session.scalars(select(TranslatedSegment).where(is_repeat)).all()
    pairs = [(repeat, _second_of(_shape(repeat), origin)) for repeat in repeats if repeat.follows_id == row.id]
    both = [(repeat, other) for repeat, other in pairs if other is not None and other.follows_id == second.id]
    return both, {*repeats}.difference(*both)


def _second_of(shape: _Shape, origin: Origin) -> TranslatedSegment | None:
    return shape.members[0] if origin is Origin.SPLIT and shape.members else shape.following


def _parted(text: str, before: str | None, language: str) -> tuple[str, str]:
    if before is None:
        from workbench.segments.splitting import split_sentences

        before = split_sentences(text, language)[0] if text.strip() else ""
    left, plain = " ".join(before.split()), " ".join(text.split())
    right = plain[len(left) :].strip() if plain.startswith(left) else ""
    if not left or not right:
        raise CannotMerge(
            words("There must be some text before and after the place where it is parted."),
            hint=words("Put the caret where the next sentence begins."),
        )
    return left, right
