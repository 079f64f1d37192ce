"""Whatever changes between versions: every sentence has its own translation, and repeats follow their twins."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.factories import LONGEST
from workbench.extensions import db
from workbench.formats import read_pasted
from workbench.review import SegmentState
from workbench.services.articles import add_article, get_article
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.leases import claim_job, finish_job
from workbench.services.merging import CannotMerge, merge_with_next
from workbench.services.owners import new_owner
from workbench.services.reviewers import ensure_reviewer
from workbench.services.rows import read_rows
from workbench.services.segments import save_segment
from workbench.services.translations import find_translation, start_translation
from workbench.services.updates import update_article
from workbench.tables import Segment

SENTENCES = (
    "The cat sleeps in the house.",
    "The cat sleeps in the old house.",
    "The dog runs in the garden.",
    "It is late.",
    "Nobody knows why prices rose on Monday.",
)
paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
articles = st.lists(paragraphs, min_size=1, max_size=5).map("\n\n".join)


def translate_what_waits() -> list[str]:
    """Play the worker, with a translation that tells its source; return what was translated."""
    given_out: list[str] = []
    owner = new_owner()
    while (job_id := claim_job(owner)) is not None:
        assignment = read_assignment(job_id)
        given_out += assignment.sentences
        texts = [MachineText(sentence, f"es: {sentence}", -1.0, None) for sentence in assignment.sentences]
        store_batch(job_id, owner, assignment.translation_id, texts)
        finish_job(job_id, owner)
    return given_out


def merge_some(article_id: int, translation_id: int, places: list[int]) -> None:
    """Merge sentences with the next ones, where that can be done."""
    for place in places:
        row = next((row for row in read_rows(translation_id) if row.position == place), None)
        if row is not None:
            with suppress(CannotMerge):
                merge_with_next(article_id, "es", place, seen_version=row.version, reviewer_id=ensure_reviewer(1).id)
            db.session.rollback()


def told_by(text: str) -> str:
    """Return what a translation says of its source: what was reviewed says so."""
    return text.replace(" (Ana)", "")


HOUSE, LATE = SENTENCES[0], SENTENCES[3]


# A group that came back was merged with one more sentence, and that group was torn.
@example(
    versions=[f"{LATE} {HOUSE}", f"{HOUSE}\n\n{HOUSE}", f"{HOUSE} {LATE} {HOUSE}"],
    reviewed=1,
    merges=[[1], [], [1, 1], []],
)
@example(
    versions=[
        f"{LATE} {HOUSE}",
        f"{HOUSE}\n\n{HOUSE}\n\n{LATE} {HOUSE} {HOUSE}",
        f"{HOUSE} {HOUSE} {HOUSE}",
        HOUSE,
    ],
    reviewed=1,
    merges=[[1, 1, 1], [1, 5], [], []],
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    versions=st.lists(articles, min_size=2, max_size=4),
    reviewed=st.integers(1, 3),
    merges=st.lists(st.lists(st.integers(1, 9), max_size=3), min_size=4, max_size=4),
)
def test_no_sentence_gets_the_translation_of_another_or_is_translated_twice(context, versions, reviewed, merges):
    article_id = add_article(read_pasted(versions[0], max_chars=LONGEST), source="en")
    start_translation(article_id, "es")
    seen = set(translate_what_waits())
    translation_id = find_translation(article_id, "es")[1].id
    first = read_rows(translation_id)
    accepted = first[min(reviewed, len(first)) - 1]
    marked = f"es: {accepted.source} (Ana)"
    save_segment(
        article_id,
        "es",
        accepted.position,
        text=marked,
        seen_version=accepted.version,
        reviewer_id=ensure_reviewer(1).id,
        accept=True,
    )
    for text, places in zip([*versions[1:], versions[0]], merges, strict=False):
        merge_some(article_id, translation_id, places)
        update_article(article_id, read_pasted(text, max_chars=LONGEST), force=True)
        decoded = translate_what_waits()
        assert seen.isdisjoint(decoded)
        assert len(set(decoded)) == len(decoded)
        seen.update(decoded)
        rows = read_rows(translation_id)
        positions = db.session.scalars(select(Segment.position).where(Segment.article_id == article_id)).all()
        assert sorted(positions) == [row.position for row in rows] == list(range(1, len(rows) + 1))
        assert get_article(article_id).segment_count == len(rows)
        by_position = {row.position: row for row in rows}
        blocks = dict(
            db.session.execute(select(Segment.position, Segment.block_id).where(Segment.article_id == article_id)).all()
        )
        for row in rows:
            assert row.state is not SegmentState.PENDING
            group = [row, *(by_position[place] for place in row.members)]
            if row.merged_into:
                assert row.target == ""
                assert row.position in by_position[row.merged_into].members
            else:
                assert told_by(row.target) == " ".join(f"es: {each.source}" for each in group)
                assert [each.position for each in group] == list(range(row.position, row.position + len(group)))
                assert len({blocks[each.position] for each in group}) == 1
            if row.follows:
                leader = by_position[row.follows]
                assert (leader.source, leader.follows, leader.target) == (row.source, None, row.target)
                assert len(leader.members) == len(row.members)
    # The first text is back, and with it what was reviewed.
    assert any(marked in row.target for row in read_rows(translation_id))
