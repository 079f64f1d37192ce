"""How states, moves and the log of a translation are told."""

from __future__ import annotations

from flask import Flask
from flask_babel import gettext, lazy_gettext

from workbench.languages import writes_without_spaces
from workbench.review import SegmentState, Step, TranslationState
from workbench.services.views.named_versions import NamedVersion
from workbench.services.views.workflow import LogEntry

_ = lazy_gettext

STATES = {
    TranslationState.DRAFT: (_("Draft"), "plain"),
    TranslationState.IN_REVIEW: (_("In review"), "info"),
    TranslationState.APPROVED: (_("Approved"), "ok"),
}
"""The word for each state, and the tone of its chip."""
SEGMENT_STATES = {
    SegmentState.PENDING: _("waiting"),
    SegmentState.MACHINE: _("machine"),
    SegmentState.EDITED: _("edited"),
    SegmentState.ACCEPTED: _("accepted"),
    SegmentState.FLAGGED: _("flagged"),
}
MOVES = {
    Step.SUBMIT: _("Send to review"),
    Step.WITHDRAW: _("Back to draft"),
    Step.APPROVE: _("Approve"),
    Step.REOPEN: _("Reopen"),
}


def init_app(app: Flask) -> None:
    """Give an application's templates these words."""
    app.jinja_env.filters.update(
        workflow_state=STATES.__getitem__,
        segment_state=SEGMENT_STATES.__getitem__,
        move_words=MOVES.__getitem__,
        log_words=log_words,
        version_name=version_name,
        has_words=has_words,
    )


def log_words(entry: LogEntry) -> str:
    """Return a line of the log as a sentence: "Ana approved it"."""
    who = entry.reviewer or gettext("Somebody")
    if entry.step is Step.UPDATE:
        return str(gettext("A newer version of the article came in after the approval"))
    if entry.step is Step.ASSIGN:
        if not entry.assignee:
            return str(gettext("%(who)s assigned it to nobody", who=who))
        return str(gettext("%(who)s assigned it to %(assignee)s", who=who, assignee=entry.assignee))
    sentences = {
        Step.SUBMIT: gettext("%(who)s sent it to review", who=who),
        Step.WITHDRAW: gettext("%(who)s took it back to draft", who=who),
        Step.APPROVE: gettext("%(who)s approved it", who=who),
        Step.REOPEN: gettext("%(who)s reopened it", who=who),
        Step.EDIT: gettext("%(who)s changed a text after the approval", who=who),
    }
    return str(sentences[entry.step])


def has_words(language: str) -> bool:
    """Say whether texts of a language are counted in words; else in characters."""
    return not writes_without_spaces(language)


def version_name(version: NamedVersion) -> str:
    """Return what a version is called; one that was kept by itself says why."""
    if version.kind == "approved":
        return str(gettext("As approved"))
    if version.kind == "replaced":
        if version.name:
            return str(gettext("Before “%(name)s” came back", name=version.name))
        return str(gettext("Before an approved version came back"))
    return version.name
