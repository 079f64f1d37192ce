"""Sentences that were translated together, dropped or torn apart by an update, and brought back by another."""

import pytest

from tests.factories import LONGEST, make_paired, run_jobs
from workbench.extensions import db
from workbench.formats import read_pasted
from workbench.review import Origin, SegmentState
from workbench.services.comment_views import view_comments
from workbench.services.comments import add_comment
from workbench.services.following import view_changes
from workbench.services.memory import Wording, remember
from workbench.services.merging import merge_with_next, split_at
from workbench.services.reviewers import rename_reviewer
from workbench.services.rows import read_rows
from workbench.services.segments import save_segment, view_history, view_row
from workbench.services.taking import NothingToUndo
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.undo import undo_segment
from workbench.services.updates import update_article
from workbench.services.versions import undo_update, view_version

SPANISH = {
    "The cat sleeps.": "El gato duerme.",
    "The dog runs.": "El perro corre.",
    "It is late.": "Es tarde.",
    "Nobody knows.": "Nadie lo sabe.",
    "Prices rose.": "Subieron los precios.",
}
CAT, DOG, LATE, NOBODY, PRICES = SPANISH
TOGETHER = "El gato duerme y el perro corre."
REST = f"{NOBODY}\n\n{PRICES}"


@pytest.fixture
def ana(context):
    return rename_reviewer(None, "Ana").id


def seen(article, position):
    return view_row(article, "es", position).version


def merge(article, position, ana, text=TOGETHER, *, accept=False):
    merge_with_next(article, "es", position, seen_version=seen(article, position), reviewer_id=ana)
    save(article, position, text, ana, accept=accept)


def save(article, position, text, ana, *, accept=False):
    version = seen(article, position)
    save_segment(article, "es", position, text=text, seen_version=version, reviewer_id=ana, accept=accept)


def update(article, text, **options):
    done = update_article(article, read_pasted(text, max_chars=LONGEST), force=True, **options)
    db.session.rollback()
    return done


def rows_of(article):
    return read_rows(find_translation(article, "es")[1].id)


def texts(article):
    return [row.target for row in rows_of(article)]


def heads(article):
    return [row.merged_into for row in rows_of(article)]


def waiting(article):
    return [row.source for row in rows_of(article) if row.state is SegmentState.PENDING]


@pytest.mark.parametrize(
    ("without", "is_translated"),
    [
        pytest.param(REST, False, id="both dropped"),
        pytest.param(f"{CAT} {LATE}\n\n{REST}", True, id="the second dropped"),
        pytest.param(f"{DOG} {LATE}\n\n{REST}", False, id="the first dropped"),
        pytest.param(f"{CAT}\n\n{DOG} {LATE}\n\n{REST}", True, id="in two paragraphs"),
        pytest.param(f"{DOG} {CAT} {LATE}\n\n{REST}", False, id="in another order"),
        pytest.param(f"{CAT} {LATE} {DOG}\n\n{REST}", True, id="with another between them"),
        pytest.param(f"{CAT} The dogs run. {LATE}\n\n{REST}", False, id="the second changed"),
        pytest.param(f"The cats sleep. {DOG} {LATE}\n\n{REST}", True, id="the first changed"),
    ],
)
def test_they_come_back_as_they_were(context, ana, without, is_translated):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge(article, 1, ana, accept=True)
    update(article, without)
    assert not any(heads(article))
    assert TOGETHER not in texts(article)
    if is_translated:
        run_jobs(context)
    report = update(article, f"{CAT} {DOG} {LATE}\n\n{REST}").report
    rows = rows_of(article)
    assert [(row.target, row.merged_into, row.state) for row in rows[:3]] == [
        (TOGETHER, None, SegmentState.ACCEPTED),
        ("", 1, SegmentState.ACCEPTED),
        (SPANISH[LATE], None, SegmentState.MACHINE),
    ]
    assert rows[0].reviewer == "Ana"
    assert not any(row.former_text for row in rows)
    assert waiting(article) == []
    assert report.restored >= 1
    for position, after in ((1, TOGETHER), (2, "")):
        history = view_history(article, "es", position)
        assert (history[0].origin, history[0].after) == (Origin.UPDATE, after)
        assert Origin.MERGE in [entry.origin for entry in history]
        with pytest.raises(NothingToUndo):  # half of it would have a text twice
            step = {"seen_version": seen(article, position), "reviewer_id": ana}
            undo_segment(article, "es", position, **step)
    split_at(article, "es", 1, before="El gato duerme", seen_version=seen(article, 1), reviewer_id=ana)
    assert texts(article)[:2] == ["El gato duerme", "y el perro corre."]
    undo_segment(article, "es", 2, seen_version=seen(article, 2), reviewer_id=ana)
    assert (texts(article)[:2], heads(article)[:2]) == ([TOGETHER, ""], [None, 1])


def test_every_desk_hears_of_it(context, ana):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge(article, 1, ana)
    update(article, f"{CAT}\n\n{DOG} {LATE}\n\n{REST}")
    change = find_translation(article, "es")[1].change
    update(article, f"{CAT} {DOG} {LATE}\n\n{REST}")
    changes = view_changes(article, "es", change)
    assert {1, 2} <= {row.position for row in changes.rows}


def test_a_changed_sentence_is_not_the_same_group(context, ana):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge(article, 1, ana)
    update(article, REST)
    update(article, f"{CAT} The dog runs away. {LATE}\n\n{REST}")
    assert not any(heads(article))
    assert TOGETHER not in texts(article)
    assert waiting(article) == ["The dog runs away."]  # of the other the model's text is known
    assert texts(article)[0] == SPANISH[CAT]


def test_one_of_them_alone_has_what_the_model_made_of_it_and_what_was_said(context, ana):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge(article, 1, ana)
    add_comment(article, "es", 1, text="of the cat", reviewer_id=ana)
    add_comment(article, "es", 2, text="of the dog", reviewer_id=ana)
    update(article, REST)
    update(article, f"{DOG}\n\n{REST}")
    assert (texts(article)[0], waiting(article)) == (SPANISH[DOG], [])
    assert said(article, 1, ana) == ["of the dog"]
    add_comment(article, "es", 1, text="and more", reviewer_id=ana)
    update(article, f"{CAT} {DOG}\n\n{REST}")
    assert texts(article)[:2] == [TOGETHER, ""]
    assert said(article, 1, ana) == ["of the cat"]
    assert said(article, 2, ana) == ["of the dog", "and more"]
    update(article, REST)
    update(article, f"{CAT} {DOG}\n\n{REST}")
    assert said(article, 2, ana) == ["of the dog", "and more"]


def said(article, position, ana):
    return [thread.remark.text for thread in view_comments(article, "es", position, reviewer_id=ana).threads]


def test_what_a_person_wrote_since_stays(context, ana):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge(article, 1, ana)
    update(article, f"{CAT} {LATE}\n\n{REST}")
    save(article, 1, "Duerme el gato.", ana)
    update(article, f"{CAT} {DOG} {LATE}\n\n{REST}")
    assert texts(article)[:2] == ["Duerme el gato.", SPANISH[DOG]]
    update(article, REST)
    update(article, f"{CAT} {DOG} {LATE}\n\n{REST}")  # the newer text of a person counts
    assert texts(article)[:2] == ["Duerme el gato.", SPANISH[DOG]]


def test_sentences_that_were_split_on_purpose_are_not_put_together_again(context, ana):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge(article, 1, ana)
    update(article, REST)
    update(article, f"{CAT} {DOG} {LATE}\n\n{REST}")
    assert heads(article)[:2] == [None, 1]
    split_at(article, "es", 1, before="El gato duerme", seen_version=seen(article, 1), reviewer_id=ana)
    update(article, f"Something new. {CAT} {DOG} {LATE}\n\n{REST}")
    assert not any(heads(article))
    update(article, REST)
    update(article, f"{CAT} {DOG} {LATE}\n\n{REST}")
    assert texts(article)[:2] == ["El gato duerme", "y el perro corre."]


def test_a_merge_that_was_undone_stays_undone(context, ana):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge_with_next(article, "es", 1, seen_version=1, reviewer_id=ana)
    update(article, f"{CAT}\n\n{DOG} {LATE}\n\n{REST}")
    update(article, f"{CAT} {DOG} {LATE}\n\n{REST}")
    assert heads(article)[:2] == [None, 1]
    split_at(article, "es", 1, before=None, seen_version=seen(article, 1), reviewer_id=ana)
    update(article, f"{NOBODY}\n\n{CAT} {DOG} {LATE}\n\n{PRICES}")
    assert not any(heads(article))


@pytest.mark.parametrize(
    ("groups", "back", "expected"),
    [
        pytest.param([(1, 3)], f"{CAT} {DOG} {LATE}", [None, 1, 1], id="three"),
        pytest.param([(1, 3)], f"{CAT} {DOG}\n\n{LATE}", [None, None, None], id="three, in two paragraphs"),
        pytest.param([(2, 2)], f"{CAT} {DOG} {LATE}", [None, None, 2], id="at the end of a paragraph"),
        pytest.param([(2, 2)], f"{DOG} {LATE} {CAT}", [None, 1, None], id="elsewhere in it"),
        pytest.param([(1, 2)], f"{CAT} {DOG} {LATE} {CAT} {DOG}", [None, 1, None, None, 4], id="twice in a paragraph"),
        pytest.param([(1, 2)], f"{CAT} {DOG}\n\n{CAT} {DOG}", [None, 1, None, 3], id="in a repeated paragraph"),
        pytest.param([(1, 2)], f"{CAT} {DOG}\n\n{LATE} {CAT} {DOG}", [None, 1, None, None, 4], id="in two paragraphs"),
    ],
)
def test_which_sentences_are_taken_together(context, ana, groups, back, expected):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    for position, length in groups:
        for _ in range(length - 1):
            merge_with_next(article, "es", position, seen_version=seen(article, position), reviewer_id=ana)
    joined = {row.whole_source: row.target for row in rows_of(article) if row.members}
    update(article, REST)
    update(article, f"{back}\n\n{REST}")
    rows = rows_of(article)
    assert [row.merged_into for row in rows][: len(expected)] == expected
    assert waiting(article) == []
    for row in rows:
        wanted = "" if row.merged_into else joined.get(row.whole_source) or SPANISH[row.source]
        assert row.target == wanted


def test_the_newer_shape_wins_over_the_longer_one(context, ana):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge_with_next(article, "es", 1, seen_version=seen(article, 1), reviewer_id=ana)
    merge_with_next(article, "es", 1, seen_version=seen(article, 1), reviewer_id=ana)
    update(article, f"{CAT} {DOG}\n\n{LATE}\n\n{REST}")
    merge(article, 1, ana)
    update(article, REST)
    update(article, f"{CAT} {DOG} {LATE}\n\n{REST}")
    assert (texts(article)[:3], heads(article)[:3]) == ([TOGETHER, "", SPANISH[LATE]], [None, 1, None])


def test_of_overlapping_groups_the_newer_one_comes_back(context, ana):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge(article, 1, ana)
    update(article, f"{CAT}\n\n{DOG} {LATE}\n\n{REST}")
    merge(article, 2, ana, "El perro corre ya tarde.")
    update(article, REST)
    update(article, f"{CAT} {DOG} {LATE}\n\n{REST}")
    assert heads(article)[:3] == [None, None, 2]
    assert texts(article)[:3] == [SPANISH[CAT], "El perro corre ya tarde.", ""]


def test_repeated_paragraphs_come_back_together_and_follow(context, ana):
    both = f"{CAT} {DOG}\n\n{REST}\n\n{CAT} {DOG}"
    article = make_paired(both, SPANISH.__getitem__)
    merge(article, 1, ana)
    update(article, f"{CAT}\n\n{REST}\n\n{CAT}")
    assert texts(article) == [SPANISH[CAT], SPANISH[NOBODY], SPANISH[PRICES], SPANISH[CAT]]
    update(article, both)
    assert heads(article) == [None, 1, None, None, None, 5]
    assert [row.follows for row in rows_of(article)] == [None, None, None, None, 1, 2]
    assert [row.target for row in rows_of(article) if row.target] == [
        TOGETHER,
        SPANISH[NOBODY],
        SPANISH[PRICES],
        TOGETHER,
    ]
    save(article, 1, "Otra cosa.", ana)
    assert texts(article)[4:] == ["Otra cosa.", ""]


def test_a_repeat_of_which_one_sentence_goes_its_own_way_is_let_go(context, ana):
    both = f"{CAT} {DOG}\n\n{REST}\n\n{CAT} {DOG}"
    article = make_paired(both, SPANISH.__getitem__)
    merge(article, 1, ana)
    update(article, f"{CAT}\n\n{REST}\n\n{CAT}")
    save(article, 4, "Otro gato.", ana)
    update(article, both)
    assert heads(article) == [None, 1, None, None, None, None]
    assert texts(article)[4:] == ["Otro gato.", SPANISH[DOG]]
    assert [row.follows for row in rows_of(article)][4:] == [None, None]


def test_the_memory_does_not_part_them(context, ana):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge(article, 1, ana)
    update(article, REST)
    with writing():
        remember(Wording("en", "es", DOG, "El can corre."), article_id=article, reviewer_id=ana)
    update(article, f"{CAT} {DOG} {LATE}\n\n{REST}")
    run_jobs(context)
    assert texts(article)[:2] == [TOGETHER, ""]


def test_undoing_the_update_brings_them_back_and_the_report_has_their_text(context, ana):
    article = make_paired(f"{CAT} {DOG} {LATE}\n\n{REST}", SPANISH.__getitem__)
    merge(article, 1, ana)
    number = update(article, REST).version
    report = view_version(article, number).report
    assert [text.text for dropped in report.dropped for text in dropped.texts] == [TOGETHER, SPANISH[LATE]]
    undo_update(article, number)
    db.session.rollback()
    assert texts(article)[:3] == [TOGETHER, "", SPANISH[LATE]]


def test_japanese_sentences_are_joined_without_a_space(context, ana):
    japanese = {"猫が寝ている。": "El gato duerme.", "犬が走る。": "El perro corre.", "もう遅い。": "Es tarde."}
    first, second, third = japanese
    article = make_paired(f"{first}{second}{third}\n\n{third}", japanese.__getitem__, source="ja")
    merge(article, 1, ana)
    update(article, third)
    update(article, f"{first}{second}{third}\n\n{third}")
    assert (texts(article)[:2], heads(article)[:2]) == ([TOGETHER, ""], [None, 1])
