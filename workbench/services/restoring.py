"""Bringing a named version of a translation back, as one change that can be taken back like any other."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import update

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.segments.versions import plain
from workbench.services.change_counter import count_change
from workbench.services.lines import Line, read_lines
from workbench.services.merged import point_members
from workbench.services.repeats import leaders_of_repeats
from workbench.services.revisions import revision_values, store_revisions
from workbench.services.transactions import writing
from workbench.services.translation_versions import find_version, keep_version
from workbench.services.translations import find_translation
from workbench.services.version_texts import VersionText, pair_texts, read_texts, unpack_texts
from workbench.services.views.named_versions import Restored
from workbench.tables import TranslatedSegment, VersionKind
from workbench.tables.types import now


def restore_version(article_id: int, language: str, version_id: int, *, reviewer_id: int) -> Restored:
    """Put the texts and the states of a version back into a translation.

    What stands there now is kept as a version first. A sentence that the article has no more, that says something else
    now, or that was not translated then, stays as it is. All revisions have the number of one write.

    Args:
        article_id: Whose translation.
        language: Which one.
        version_id: Of the version.
        reviewer_id: Who brings it back; the restored texts are theirs, so that nobody's open editor overwrites them.

    Raises:
        NotFound: There is no such translation, or it has no such version.
    """
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing():
        version = find_version(translation_id, version_id)
        name = version.name
        lines = read_lines(translation_id)
        wanted = _wanted(unpack_texts(version.texts), read_texts(translation_id), lines)
        follows = _leaders(article_id, lines)
        pairs = [
            (line, text)
            for line in lines
            if (text := wanted.get(line.segment_id)) is not None and (text.text, text.state) != (line.text, line.state)
        ]
        if not pairs:
            return Restored(0, None)
        moment = now()
        replaced_id = keep_version(translation_id, moment, VersionKind.REPLACED, name=name, reviewer_id=reviewer_id)
        is_edit = any(line.text != text.text for line, text in pairs)
        change = count_change(translation_id, moment, is_edit=is_edit, reviewer_id=reviewer_id)
        _write(pairs, follows, change, moment, reviewer_id)
        point_members(translation_id, {line.segment_id for line, _ in pairs}, change)
        return Restored(len(pairs), replaced_id)


def _wanted(old: tuple[VersionText, ...], new: tuple[VersionText, ...], lines: list[Line]) -> dict[int, VersionText]:
    """Return what the version has for sentences that say the same now, by the id of the segment.

    Sentences that are translated together, then or now, come back together or not at all.
    """
    pairs = [(before, after) for before, after in pair_texts(old, new) if before and after]
    wanted = {
        after.segment_id: before
        for before, after in pairs
        if before.state is not SegmentState.PENDING and plain(before.source) == plain(after.source)
    }
    now_at = {before.key: after.segment_id for before, after in pairs}
    places = {line.segment_id: (index, line.block_id) for index, line in enumerate(lines)}
    groups = [[now_at.get(text.key) for text in group] for group in _groups(old)]
    torn = [group for group in groups if not _is_together(group, places)]
    groups += [[text.segment_id for text in group] for group in _groups(new)]
    while torn := torn + [group for group in groups if any(id_ not in wanted for id_ in group)]:
        for id_ in {id_ for group in torn for id_ in group if id_ is not None}:
            wanted.pop(id_, None)
        groups, torn = [group for group in groups if group not in torn], []
    return wanted


def _groups(texts: tuple[VersionText, ...]) -> list[list[VersionText]]:
    """Return the sentences that are translated in one text: those after the first have none of their own."""
    groups: list[list[VersionText]] = []
    for text in texts:
        if groups and not text.text and text.state is not SegmentState.PENDING:
            groups[-1].append(text)
        else:
            groups.append([text])
    return [group for group in groups if len(group) > 1]


def _is_together(group: list[int | None], places: dict[int, tuple[int, int]]) -> bool:
    """Whether these sentences stand one after the other in one block of the article as it is now."""
    found = [places[id_] for id_ in group if id_ is not None]
    index, block_id = found[0] if found else (0, 0)
    return len(found) == len(group) and found == [(index + step, block_id) for step in range(len(group))]


def _leaders(article_id: int, lines: list[Line]) -> dict[int, int]:
    """Map each repeat to the sentence that it may follow, by the ids of their rows."""
    ids = {line.segment_id: line.id for line in lines}
    return {ids[repeat]: ids[leader] for repeat, leader in leaders_of_repeats(article_id).items()}


def _write(
    pairs: list[tuple[Line, VersionText]], leaders: dict[int, int], change: int, moment: datetime, reviewer_id: int
) -> None:
    """Inside a transaction: store the texts, each with a revision, as one change."""
    texts: list[dict[str, Any]] = []
    revisions: list[dict[str, Any]] = []
    for line, text in pairs:
        texts.append(
            {
                "id": line.id,
                "text": text.text,
                "state": text.state,
                "origin": text.origin,
                "match": text.match,
                "follows_id": (line.follows_id or leaders.get(line.id)) if text.is_following else None,
                "version": line.version + 1,
                "change": change,
                "reviewer_id": reviewer_id,
                "updated_at": moment,
            }
        )
        revisions.append(
            revision_values(
                line.id,
                moment,
                Origin.VERSION,
                text.state,
                line.version + 1,
                line.text,
                text.text,
                reviewer_id=reviewer_id,
                change=change,
            )
        )
    db.session.execute(update(TranslatedSegment), texts)
    store_revisions(revisions)
    db.session.expire_all()
