"""Sentences that were translated together, when the database goes back to before there were any."""

from alembic import command

from tests.factories import make_paired
from workbench.extensions import db
from workbench.review import SegmentState
from workbench.services.merging import merge_with_next
from workbench.services.reviewers import rename_reviewer
from workbench.services.rows import read_rows
from workbench.services.segments import view_row
from workbench.services.summaries import count_progress
from workbench.services.translations import find_translation
from workbench.services.undo import undo_segment
from workbench.tables.setup import init_migrations

SPANISH = {"The cat sleeps.": "El gato duerme.", "The dog runs.": "El perro corre.", "It is late.": "Es tarde."}


def test_a_sentence_that_lost_its_head_waits_and_undo_still_finds_its_text(app, context):
    article_id = make_paired("The cat sleeps. The dog runs. It is late.", SPANISH.__getitem__)
    ana = rename_reviewer(None, "Ana").id
    merge_with_next(article_id, "es", 1, seen_version=1, reviewer_id=ana)
    translation_id = find_translation(article_id, "es")[1].id
    db.session.remove()
    init_migrations(app)
    config = app.extensions["migrate"].migrate.get_config()

    command.downgrade(config, "0010")
    command.upgrade(config, "head")
    rows = read_rows(translation_id)
    assert [(row.target, row.state, row.merged_into) for row in rows] == [
        ("El gato duerme. El perro corre.", SegmentState.EDITED, None),
        ("", SegmentState.PENDING, None),
        ("Es tarde.", SegmentState.MACHINE, None),
    ]
    assert count_progress([translation_id])[translation_id].pending == 1
    version = view_row(article_id, "es", 1).version
    undo_segment(article_id, "es", 1, seen_version=version, reviewer_id=ana)
    assert [row.target for row in read_rows(translation_id)] == list(SPANISH.values())
