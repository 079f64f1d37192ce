"""Why a sentence changed, as its history says it."""

import pytest

from workbench.review import Origin, SegmentState
from workbench.services.views import RevisionView
from workbench.tables.types import now
from workbench.web.history_words import reason_of

CAT, ARABIC = ("cat", "gato"), ("bread", "خبز")


def revision(origin, before="", after="x", state=SegmentState.MACHINE, terms=()):
    return RevisionView(1, now(), "", "", origin, before, after, state, terms)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (revision(Origin.MACHINE), "translated by the model"),
        (
            revision(Origin.MACHINE, terms=(CAT,)),
            "translated by the model, with the glossary: \u2068cat\u2069 → \u2068gato\u2069",
        ),
        (
            revision(Origin.PIVOT, "y", terms=(CAT, ARABIC)),
            "translated again from the corrected text in between, with the glossary: "
            "\u2068cat\u2069 → \u2068gato\u2069, \u2068bread\u2069 → \u2068خبز\u2069",
        ),
        (revision(Origin.UPDATE), "brought back by a newer version"),
        (revision(Origin.UPDATE, "x", "", SegmentState.PENDING), "set back by a newer version"),
        (
            revision(Origin.UPDATE, "", "", SegmentState.EDITED),
            "brought back by a newer version, merged with the sentence before it",
        ),
        (revision(Origin.MERGE, "x", "xy"), "merged with the next sentence"),
        (revision(Origin.MERGE, "x", ""), "merged with the sentence before it"),
        (revision(Origin.REVIEWER, "x", "y", SegmentState.ACCEPTED), "corrected and accepted"),
        (revision(Origin.REVIEWER, "x", "x", SegmentState.ACCEPTED), "accepted"),
    ],
)
def test_the_reason_in_words(app, made, words):
    with app.test_request_context():
        assert str(reason_of(made)) == words
