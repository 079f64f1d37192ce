"""What templates may call: dates, numbers, names of languages and states, addresses of static files."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from flask import Flask, session
from flask_babel import gettext, lazy_gettext

from workbench.extensions import workbench
from workbench.review import JobState
from workbench.services.dismissed import digest_of, finding_key
from workbench.services.views import JobView, Progress, Row
from workbench.web.article_form import QUALITIES
from workbench.web.assets import CDN, asset_url
from workbench.web.check_words import count_problems, row_notes, severity_word
from workbench.web.diffs import diff_words, excerpt
from workbench.web.faults import (
    confidence_meaning,
    confidence_word,
)
from workbench.web.history_words import reason_of, who_of
from workbench.web.keys import KEYS, grouped_keys
from workbench.web.markdown import render_markdown
from workbench.web.marks import mark_in_context, mark_pieces, show_spaces
from workbench.web.missing import missing_in
from workbench.web.numbers import format_number
from workbench.web.reader import ENGLISH, describe, reader_language

_ = lazy_gettext
_STATES = {
    "pending": _("waiting for its translation"),
    "machine": _("machine translation"),
    "edited": _("edited"),
    "accepted": _("accepted"),
    "flagged": _("flagged"),
}
_ORIGINS = {"accepted": _("accepted"), "imported": _("imported"), "added": _("added")}
HTMX_CONFIG = {
    "includeIndicatorStyles": False,
    "allowEval": False,
    "allowScriptTags": False,
    "historyEnabled": False,
    "defaultSettleDelay": 0,
    "responseHandling": [
        {"code": "204", "swap": False},
        {"code": "[23]..", "swap": True},
        # A stale edit and an invalid form are answers to show; of other errors only the message is taken.
        {"code": "409", "swap": True, "error": False},
        {"code": "422", "swap": True, "error": False},
        {"code": "[45]..", "swap": True, "error": True},
    ],
}


def init_app(app: Flask) -> None:
    """Give an application's templates their filters and globals."""
    environment = app.jinja_env
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters.update(
        day=format_day,
        moment=format_moment,
        number=format_number,
        file_size=format_file_size,
        language=describe,
        label=label,
        row_state=row_state,
        diff=diff_words,
        excerpt=excerpt,
        split=str.split,
        reason=reason_of,
        who=who_of,
        missing=missing_in,
        markdown=render_markdown,
        marked=mark_pieces,
        in_context=mark_in_context,
        show_spaces=show_spaces,
        severity_word=severity_word,
        row_notes=row_notes,
        finding_key=finding_key,
        confidence_word=confidence_word,
        confidence_meaning=confidence_meaning,
    )
    environment.filters["origin_word"] = origin_word
    environment.globals.update(asset=asset_url, cdn=CDN, qualities=QUALITIES, htmx_config=HTMX_CONFIG)
    environment.globals.update(count_problems=count_problems)
    environment.globals.update(
        translation_state=translation_state, digest_of=digest_of, desk_keys=KEYS, grouped_keys=grouped_keys
    )
    app.context_processor(_request_values)


def format_day(value: date | None) -> str:
    """Return "1 March 2022", "1 de marzo de 2022"."""
    if value is None:
        return ""
    from babel.dates import format_date

    return format_date(value, "long", locale=_dates())


def format_moment(value: datetime | None) -> str:
    """Return "1 Mar 2022, 14:02" in the server's time zone, which is the reader's on a desk's own machine."""
    if value is None:
        return ""
    from babel.dates import format_date

    here = value.astimezone()
    return f"{format_date(here, 'medium', locale=_dates())}, {here:%H:%M}"


def _dates() -> str:
    code = reader_language()
    return "en_GB" if code == ENGLISH else code


def format_file_size(size_bytes: int) -> str:
    """Return "7.1 MB"."""
    if size_bytes < 1_000_000:
        return f"{format_number(max(1, round(size_bytes / 1000)))} kB"
    return f"{format_number(size_bytes / 1e6, 1)} MB"


def label(words: str) -> str:
    """Return words with a capital first, for a label or the head of a list: "Español"."""
    return words[:1].upper() + words[1:]


@lru_cache(maxsize=256)
def _state_words(
    _reader_code: str,
    state: str,
    follows: int | None,
    reviewer: str,
    is_updated: bool,
    match: int | None,
    merged_into: int | None,
) -> str:
    words = str(_STATES[state])
    if match is not None:
        words = gettext("from the memory, %(percent)s %%", percent=match)
    if reviewer and state == "edited":
        words = gettext("edited by %(name)s", name=reviewer)
    elif reviewer and state == "accepted":
        words = gettext("accepted by %(name)s", name=reviewer)
    if is_updated:
        words = gettext("%(state)s, changed by a newer version", state=words)
    if follows:
        words = gettext("%(state)s, repeats sentence %(number)s", state=words, number=follows)
    if merged_into:
        words = gettext("%(state)s, translated together with sentence %(number)s", state=words, number=merged_into)
    return words


def row_state(row: Row) -> str:
    """Return a row's state in words: "accepted by Ana, repeats sentence 1"."""
    return _state_words(
        reader_language(), row.state, row.follows, row.reviewer, row.is_updated, row.shown_match, row.merged_into
    )


def origin_word(origin: str) -> str:
    """Return where an entry of the memory comes from, in a word."""
    return str(_ORIGINS.get(origin, origin))


def translation_state(progress: Progress, job: JobView | None) -> tuple[str, str]:
    """Return where a translation stands, in a word or two, and the tone of its chip."""
    if job is not None and job.is_active:
        return (gettext("Translating"), "info") if job.state is JobState.RUNNING else (gettext("Waiting"), "info")
    if progress.pending:
        return gettext("Incomplete"), "warn"
    if not progress.unreviewed:
        return gettext("Reviewed"), "ok"
    if progress.unreviewed == progress.total:
        return gettext("Not reviewed"), "plain"
    return gettext("Partly reviewed"), "info"


def _request_values() -> dict[str, Any]:
    return {"settings": workbench().settings, "reviewer": session.get("reviewer")}
