"""Sentences that were translated together, when an update of the article brings them side by side again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import delete

from workbench.extensions import db
from workbench.review import REVIEWED, Origin, SegmentState
from workbench.segments.versions import plain
from workbench.services.lines import Line
from workbench.services.merged import join_sentences
from workbench.services.retired_comments import bring_comments_back
from workbench.services.returnable import Retired, RetiredGroup, find_groups, find_retired, known_reviewers
from workbench.services.update_rows import Renewal, past_revision_values, store_texts, text_values, updated
from workbench.tables import RetiredText, Translation

_MACHINE = ("machine_text", "pivot_text", "score", "faults", "match")


@dataclass(frozen=True, slots=True)
class _Match:
    """Lines that stand side by side, and what an earlier version had for all of them."""

    lines: tuple[Line, ...]
    group: RetiredGroup


def bring_groups_back(translation: Translation, lines: Sequence[Line], renewal: Renewal) -> tuple[set[int], int]:
    """Inside a transaction: let sentences be translated together again that were so in an earlier version.

    They must stand side by side in one paragraph because of this update: what stood so before it, and is not one text,
    is as somebody left it. What a person has corrected stays, too. Where two groups want the same sentence, the newer
    one has it, then the longer one; a group gives way to a text of one of its sentences that was reviewed after it.

    Args:
        translation: Whose sentences.
        lines: Those that follow no other, in reading order.
        renewal: What the update did to them.

    Returns:
        The ids of the rows that were written, and how many groups came back.
    """
    groups = find_groups(translation.article_id, translation.language)
    if not groups:
        return set(), 0
    found = _find_matches(lines, groups, renewal)
    singles = find_retired(
        translation.article_id,
        translation.language,
        {plain(line.sentence) for match in found for line in match.lines},
    )
    taken: set[int] = set()
    chosen: list[_Match] = []
    for match in sorted(found, key=lambda match: (-match.group.number, -len(match.lines))):
        is_older = any(_is_newer(singles.get(plain(line.sentence)), match.group) for line in match.lines)
        if not is_older and taken.isdisjoint(line.id for line in match.lines):
            taken.update(line.id for line in match.lines)
            chosen.append(match)
    if chosen:
        _store(chosen, singles, renewal)
        # They are on the desk: whatever becomes of them there, this is not how they stood last.
        used = [id_ for match in chosen for id_ in match.group.ids]
        db.session.execute(delete(RetiredText).where(RetiredText.id.in_(used)))
    return taken, len(chosen)


def _find_matches(
    lines: Sequence[Line], groups: Mapping[tuple[str, int], RetiredGroup], renewal: Renewal
) -> list[_Match]:
    lengths = sorted({length for _, length in groups})
    heads = {line.merged_into_id for line in lines}
    found = []
    for _, block in groupby(lines, key=lambda line: line.block_id):
        paragraph = list(block)
        for start in range(len(paragraph)):
            for length in lengths:
                run = tuple(paragraph[start : start + length])
                if len(run) < length or not all(_is_open(line, heads) for line in run):
                    break
                key = plain(join_sentences([line.sentence for line in run], renewal.source_language))
                group = groups.get((key, length))
                if group is not None and _is_together_anew(run, renewal):
                    found.append(_Match(run, group))
    return found


def _is_open(line: Line, heads: set[int | None]) -> bool:
    """Whether a line waits, or has a text that nobody has looked at since an update parted it from others."""
    is_free = line.state not in REVIEWED or line.origin is Origin.UPDATE
    return is_free and line.merged_into_id is None and line.id not in heads


def _is_together_anew(run: Sequence[Line], renewal: Renewal) -> bool:
    if any(line.segment_id in renewal.fresh for line in run):
        return True
    places = [renewal.places[line.segment_id] for line in run]
    index, block_id = places[0]
    return places != [(index + step, block_id) for step in range(len(run))]


def _is_newer(single: Retired | None, group: RetiredGroup) -> bool:
    if single is None or not single.is_reviewed or single.row.origin is Origin.UPDATE:
        return False
    return single.number > group.number


def _store(matches: Sequence[_Match], singles: Mapping[str, Retired], renewal: Renewal) -> None:
    reviewers = known_reviewers()
    updates: list[dict[str, Any]] = []
    revisions: list[dict[str, Any]] = []
    comments = []
    for match in matches:
        row, head = match.group.row, match.lines[0]
        reviewer_id = row.reviewer_id if row.reviewer_id in reviewers else None
        for line in match.lines:
            version = line.version
            texts: dict[str, Any] = {
                "text": row.text if line is head else "",
                "state": row.state,
                "origin": row.origin if line is head else Origin.MERGE,
                "merged_into_id": None if line is head else head.id,
                "reviewer_id": reviewer_id,
            }
            single = singles.get(plain(line.sentence))
            if line.segment_id in renewal.new and single is not None:
                texts |= {name: getattr(single.latest, name) for name in _MACHINE}
                past = past_revision_values(line.id, single.latest.revisions, reviewers)
                version = max([version, *(values["version"] for values in past)])
                revisions += past
                comments.append((line.id, single.comments))
            if line.state is not SegmentState.PENDING:  # so that undoing ends here: half of a group is none
                version += 1
                revisions.append(updated(line.id, renewal.moment, SegmentState.PENDING, version, line.text, ""))
            version += 1
            revisions.append(
                updated(line.id, renewal.moment, row.state, version, "", texts["text"], reviewer_id=reviewer_id)
            )
            updates.append(text_values(line, version, renewal.moment, texts))
    store_texts(updates, revisions)
    bring_comments_back(comments, reviewers)
