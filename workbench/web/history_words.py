"""Why a sentence changed, in words."""

from __future__ import annotations

from flask_babel import LazyString, lazy_gettext

from workbench.review import SegmentState
from workbench.services.views import RevisionView

_ = lazy_gettext

_REASONS = {
    "machine": _("translated by the model"),
    "memory": _("taken from the memory"),
    "repeat": _("as in the sentence that it repeats"),
    "pivot": _("translated again from the corrected text in between"),
    "undo": _("undone"),
    "redo": _("done again"),
    "restore": _("an older version restored"),
    "version": _("a named version of the whole translation brought back"),
    "replace": _("replaced in the whole article"),
    "merge": _("merged with the next sentence"),
    "split": _("parted from the sentence beside it"),
}
_STATES = {
    SegmentState.ACCEPTED: _("accepted"),
    SegmentState.FLAGGED: _("flagged"),
    SegmentState.EDITED: _("marked as edited"),
}


def reason_of(revision: RevisionView) -> LazyString | str:
    """Return why a sentence changed: "corrected", "translated by the model, with the glossary: cat → gato"."""
    if not revision.terms:
        return _plain_reason(revision)
    # Each side by itself: an Arabic term must not turn the arrow, nor what stands beside it.
    terms = ", ".join(f"\u2068{source}\u2069 → \u2068{wanted}\u2069" for source, wanted in revision.terms)
    return _("%(reason)s, with the glossary: %(terms)s", reason=_plain_reason(revision), terms=terms)


def _plain_reason(revision: RevisionView) -> LazyString | str:
    if revision.origin == "update":
        if revision.after:
            return _("brought back by a newer version")
        if revision.state is SegmentState.PENDING:
            return _("set back by a newer version")
        return _("brought back by a newer version, merged with the sentence before it")
    if revision.origin == "merge" and not revision.after:
        return _("merged with the sentence before it")
    if revision.origin != "reviewer":
        return _REASONS.get(revision.origin, str(revision.origin))
    if revision.before != revision.after:
        return _("corrected and accepted") if revision.state is SegmentState.ACCEPTED else _("corrected")
    return _STATES.get(revision.state, _("saved"))


def who_of(revision: RevisionView) -> LazyString | str:
    """Return who changed a sentence, a person or not."""
    if revision.reviewer:
        return revision.reviewer
    return {"memory": _("The memory"), "update": _("An update")}.get(revision.origin, _("The model"))
