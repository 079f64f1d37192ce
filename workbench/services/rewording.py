"""Replacing words in a whole translation: what it would do, and doing it as one write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from workbench.errors import BadInput
from workbench.extensions import db
from workbench.review import Origin, state_after_save
from workbench.search import Matcher, Query, Replacement
from workbench.services.rows import read_rows
from workbench.services.summaries import count_progress
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.typed import clean_text
from workbench.services.views import Progress, Row
from workbench.services.views.filters import EVERYTHING, RowChoice
from workbench.services.views.find import Left, Preview, Replaced, Reworded, Seen
from workbench.services.writes import Write, write_texts
from workbench.tables import Segment, TranslatedSegment
from workbench.wording import words

MOST_SENTENCES = 1_000
"""How many sentences are replaced in at once: a preview is read by people, and a write makes all others wait."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """What to find, and what to put in its place.

    Attributes:
        query: What to find.
        replacement: As it was typed; `search.Replacement.read` says what it may hold.
        keeps_case: Whether each takes the capitals of what it replaces.
    """

    query: Query
    replacement: str
    keeps_case: bool = False


def preview_rewording(
    article_id: int, language: str, rewording: Rewording, *, choice: RowChoice = EVERYTHING
) -> Preview:
    """Return what replacing would do to a translation, at most `MOST_SENTENCES` of it.

    Sentences that follow another one are told with it. One that would be empty or too long is told, with the reason.

    Raises:
        NotFound: There is no such translation.
        BadPattern: The query cannot be looked for, or takes too long.
        BadReplacement: The replacement cannot be used.
    """
    _, translation = find_translation(article_id, language)
    rows = read_rows(translation.id)
    found = {each.row.position: each for each in _reword([row for row in rows if choice.shows(row)], rewording)}
    following: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.follows in found:
            following[row.follows].append(row.position)
    leaders = [each for each in found.values() if each.row.follows not in found]
    told = tuple(
        Reworded(each.row, each.text, each.hits, tuple(following[each.row.position]), each.problem)
        for each in leaders[:MOST_SENTENCES]
    )
    return Preview(told, left_over=len(leaders) - len(told))


def replace_found(
    article_id: int, language: str, rewording: Rewording, chosen: Sequence[Seen], *, reviewer_id: int
) -> Replaced:
    """Replace in the chosen sentences of a translation, and in the repeats that follow them, as one write.

    A sentence that is not any more what the preview showed is left alone and named.

    Args:
        article_id: Which article.
        language: Which translation of it.
        rewording: What to put in the place of what.
        chosen: The sentences as the preview showed them.
        reviewer_id: Who does it.

    Raises:
        NotFound: There is no such translation.
        BadPattern: The query cannot be looked for, or takes too long.
        BadReplacement: The replacement cannot be used.
        BadInput: More than `MOST_SENTENCES` are chosen.
    """
    if len(chosen) > MOST_SENTENCES:
        raise BadInput(words("Replace in {limit} sentences at most at once.", limit=MOST_SENTENCES))
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    rows = {row.key: row for row in read_rows(translation_id)}
    wanted = {seen.key: seen for seen in chosen}
    same = [row for row in rows.values() if row.key in wanted and row.version == wanted[row.key].version]
    # The pattern runs here and not inside the transaction, where everybody else would wait for it.
    found = {each.row.key: each for each in _reword(same, rewording)}
    possible = {_segment_id(key): each for key, each in found.items() if not each.problem}
    written: set[str] = set()
    change = None
    hits = 0
    with writing() as session:
        current = session.scalars(
            select(TranslatedSegment)
            .where(TranslatedSegment.translation_id == translation_id, TranslatedSegment.segment_id.in_(possible))
            .order_by(TranslatedSegment.segment_id)
            .with_for_update()
        ).all()
        leaders = {
            segment.id: possible[segment.segment_id]
            for segment in current
            if (segment.version, segment.text) == _as_read(possible[segment.segment_id].row)
        }
        by_leader: dict[int, list[TranslatedSegment]] = defaultdict(list)
        for follower in session.scalars(select(TranslatedSegment).where(TranslatedSegment.follows_id.in_(leaders))):
            by_leader[follower.follows_id or 0].append(follower)
        writes: list[Write] = []
        for segment in current:
            if segment.id not in leaders:
                continue
            done = leaders[segment.id]
            written.add(done.row.key)
            if segment.follows_id in leaders:
                continue  # it comes with the one it follows
            segment.follows_id = None
            state = state_after_save(segment.state, is_changed=True, accept=False)
            writes.append(Write(segment, done.text, state, Origin.REPLACE))
            writes += [Write(each, done.text, state, Origin.REPEAT) for each in by_leader[segment.id]]
            hits += done.hits * (1 + len(by_leader[segment.id]))
        if writes:
            change = write_texts(writes, reviewer_id)
        changed = [write.segment.segment_id for write in writes]
    positions = db.session.scalars(select(Segment.position).where(Segment.id.in_(changed))).all()
    return Replaced(
        hits=hits,
        rows=read_rows(translation_id, positions=positions) if positions else (),
        change=change,
        left=tuple(_left(seen, rows, found) for seen in chosen if seen.key not in written),
        progress=count_progress([translation_id]).get(translation_id, Progress()),
    )


def _reword(rows: Sequence[Row], rewording: Rewording) -> list[Reworded]:
    """Return what replacing makes of the rows that it changes."""
    matcher = Matcher(rewording.query)
    replacement = Replacement.read(rewording.replacement, matcher, rewording.query, keeps_case=rewording.keeps_case)
    found = []
    for row in rows:
        matches = matcher.find(row.target) if row.target else ()
        text = replacement.put(row.target, matches)
        problem = ""
        try:
            text = clean_text(text)
        except BadInput as error:
            problem = str(error)
        if matches and text != row.target:
            found.append(Reworded(row, text, len(matches), problem=problem))
    return found


def _left(seen: Seen, rows: dict[str, Row], found: dict[str, Reworded]) -> Left:
    row = rows.get(seen.key)
    if row is None:
        return Left(seen.position, words("a newer version of the article changed or dropped it"))
    if seen.key not in found and row.version == seen.version:
        return Left(row.position, words("there is nothing to replace"))
    return Left(row.position, (seen.key in found and found[seen.key].problem) or words("somebody changed it meanwhile"))


def _as_read(row: Row) -> tuple[int, str]:
    return row.version, row.target


def _segment_id(key: str) -> int:
    return int(key.partition("-")[0])
