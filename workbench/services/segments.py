"""Reading and saving single sentences of a translation."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from workbench.errors import BadInput, NotFound, SourceChanged, StaleEdit
from workbench.extensions import db
from workbench.review import Origin, SegmentState, state_after_save
from workbench.services.memory import Wording, remember
from workbench.services.merged import read_whole_source
from workbench.services.revisions import unpack_terms
from workbench.services.rows import read_rows, rows_of
from workbench.services.seen import key_of, lock_segment, text_seen
from workbench.services.tallies import read_standing
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.typed import clean_text
from workbench.services.views import RevisionView, Row, Saved
from workbench.services.writes import Write, write_texts
from workbench.services.written import read_basis
from workbench.tables import Reviewer, Revision, Segment, TranslatedSegment
from workbench.wording import words

# Built once: putting a statement together takes longer than running it.
_FOLLOWERS = select(TranslatedSegment).where(TranslatedSegment.follows_id == bindparam("leader"))
_HISTORY = (
    select(Revision, Reviewer)
    .join(TranslatedSegment, TranslatedSegment.id == Revision.translated_segment_id)
    .join(Segment, Segment.id == TranslatedSegment.segment_id)
    .outerjoin(Reviewer, Reviewer.id == Revision.reviewer_id)
    .where(
        TranslatedSegment.translation_id == bindparam("translation"),
        Segment.article_id == bindparam("article"),
        Segment.position == bindparam("position"),
    )
    .order_by(Revision.id.desc())
)


class MergedAway(BadInput):
    """A sentence has no text of its own any more: somebody merged it with the one before it."""

    title = words("This sentence is translated together with the one before it")
    hint = words("Copy your text and put it there, or split them again.")


def view_row(article_id: int, language: str, position: int, *, seen_key: str = "") -> Row:
    """Return one segment.

    Args:
        article_id: Whose segment.
        language: Of the translation.
        position: In the article, from 1.
        seen_key: The sentence that the page showed there, as `Row.key` names it; "" for any.

    Raises:
        SourceChanged: Another sentence stands there now.
        NotFound: There is no such translation or segment.
    """
    _, translation = find_translation(article_id, language)
    row = _row(translation.id, position)
    if seen_key and row.key != seen_key:
        raise SourceChanged(words("A newer version of the article has another sentence at this place."))
    return row


def save_segment(
    article_id: int,
    language: str,
    position: int,
    *,
    text: str,
    seen_version: int,
    reviewer_id: int,
    accept: bool = False,
    seen_key: str = "",
) -> Saved:
    """Store a reviewer's text for one segment, and for the repeats that follow it.

    Saving the text that stands there already changes nothing, whatever version was seen: a save that is
    sent twice is one save.

    Args:
        text: The whole sentence. White space at its ends is dropped: the layout keeps its own.
        seen_version: The version that the reviewer's page showed.
        reviewer_id: Who saves.
        accept: Whether the sentence is accepted with this.
        seen_key: The sentence that the page showed at this position, as `Row.key` names it: an update may have
            moved it meanwhile. "" for the one that stands there now.

    Raises:
        SourceChanged: A newer version of the article changed or dropped the sentence; nothing was changed.
        MergedAway: It is translated in the text of the sentence before it now.
        StaleEdit: Somebody else saved another text since; nothing was changed.
        BadInput: The text is empty, has a NUL, or is far too long for a sentence.
        NotFound: There is no such translation or segment.
    """
    text = clean_text(text)
    article, translation = find_translation(article_id, language)
    translation_id, change = translation.id, translation.change
    with writing() as session:
        segment, position = lock_segment(translation_id, position, seen_key)
        if segment.merged_into_id is not None:
            raise MergedAway
        state = state_after_save(segment.state, is_changed=text != segment.text, accept=accept)
        # Only another person's text makes an edit stale: the model's may arrive while a sentence is open.
        if text != segment.text and segment.version != seen_version and segment.reviewer_id is not None:
            raise StaleEdit(
                theirs=segment.text,
                mine=text,
                version=segment.version,
                author=_author(segment.reviewer_id),
                base=text_seen(segment, seen_version),
            )
        followers: Sequence[TranslatedSegment] = ()
        if text != segment.text or state != segment.state:
            followers = session.scalars(_FOLLOWERS, {"leader": segment.id}).all()
            if text != segment.text:
                segment.follows_id = None
            repeats = [Write(follower, text, state, Origin.REPEAT) for follower in followers]
            change = write_texts([Write(segment, text, state, Origin.REVIEWER), *repeats], reviewer_id)
        if accept and state is SegmentState.ACCEPTED:  # one that was accepted before there was a memory, too
            sentence = read_whole_source(segment, article.source_language)
            wording = Wording(article.source_language, translation.language, sentence, text)
            remember(wording, article_id=article_id, reviewer_id=reviewer_id)
        written = [segment.id, *(follower.id for follower in followers)]
        key = key_of(segment, seen_key)
    return _view_saved(translation_id, written, key, change)


def view_history(article_id: int, language: str, position: int) -> tuple[RevisionView, ...]:
    """Return the changes of one segment, newest first.

    Raises:
        NotFound: There is no such translation or segment.
    """
    _, translation = find_translation(article_id, language)
    rows = db.session.execute(
        _HISTORY, {"translation": translation.id, "article": article_id, "position": position}
    ).all()
    if not rows:
        _require(article_id, position)
    return tuple(
        RevisionView(
            id=revision.id,
            at=revision.at,
            reviewer=reviewer.shown_name if reviewer else "",
            colour=reviewer.colour if reviewer else "",
            origin=revision.origin,
            before=revision.before,
            after=revision.after,
            state=revision.state,
            terms=unpack_terms(revision.terms),
        )
        for revision, reviewer in rows
    )


def _view_saved(translation_id: int, written: Sequence[int], key: str, change: int) -> Saved:
    """Return rows that were written as they stand now; somebody may have written to them again already.

    Args:
        translation_id: Whose.
        written: Their ids; the first is the one that was saved.
        key: Names the sentence that was saved.
        change: The number of the write.

    Raises:
        SourceChanged: An update of the article has changed or dropped the saved one since.
    """
    if (basis := read_basis(translation_id)) is not None:
        standing = read_standing(basis.written, written)
        rows = {row.key: row for row in rows_of(basis, standing, standing.places)}
        if key in rows:
            return Saved(rows.pop(key), tuple(rows.values()), standing.progress, change)
    raise SourceChanged(words("A newer version of the article changed or dropped this sentence while it was open."))


def _row(translation_id: int, position: int) -> Row:
    rows = read_rows(translation_id, positions=[position])
    if not rows:
        raise NotFound(words("There is no sentence {position} in this article.", position=position))
    return rows[0]


def _require(article_id: int, position: int) -> None:
    if db.session.scalar(select(Segment.id).where(Segment.article_id == article_id, Segment.position == position)):
        return
    raise NotFound(words("There is no sentence {position} in this article.", position=position))


def _author(reviewer_id: int | None) -> str:
    reviewer = db.session.get(Reviewer, reviewer_id) if reviewer_id else None
    return reviewer.shown_name if reviewer else ""
