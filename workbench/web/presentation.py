"""What templates may call: dates, numbers, names of languages and states, addresses of static files."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from flask import Flask, session

from workbench.extensions import workbench
from workbench.languages import language
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
from workbench.web.merging import missing_in

_LOCALE = "en_GB"
_STATES = {
    "pending": "waiting for its translation",
    "machine": "machine translation",
    "edited": "edited",
    "accepted": "accepted",
    "flagged": "flagged",
}
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
        language=language,
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
    environment.globals.update(asset=asset_url, cdn=CDN, qualities=QUALITIES, htmx_config=HTMX_CONFIG)
    environment.globals.update(count_problems=count_problems)
    environment.globals.update(
        translation_state=translation_state, digest_of=digest_of, desk_keys=KEYS, grouped_keys=grouped_keys
    )
    app.context_processor(_request_values)


def format_day(value: date | None) -> str:
    """Return "1 March 2022"."""
    if value is None:
        return ""
    from babel.dates import format_date

    return format_date(value, "d MMMM y", locale=_LOCALE)


def format_moment(value: datetime | None) -> str:
    """Return "1 Mar 2022, 14:02" in the server's time zone, which is the reader's on a desk's own machine."""
    if value is None:
        return ""
    from babel.dates import format_datetime

    return format_datetime(value.astimezone(), "d MMM y, HH:mm", locale=_LOCALE)


def format_number(value: float, digits: int = 0) -> str:
    """Return a number with its thousands set apart: "12,408"."""
    return f"{value:,.{digits}f}"


def format_file_size(size_bytes: int) -> str:
    """Return "7.1 MB"."""
    if size_bytes < 1_000_000:
        return f"{max(1, round(size_bytes / 1000)):,} kB"
    return f"{size_bytes / 1e6:,.1f} MB"


@lru_cache(maxsize=64)
def _state_words(
    state: str, follows: int | None, reviewer: str, is_updated: bool, match: int | None, merged_into: int | None
) -> str:
    words = _STATES[state]
    if match is not None:
        words = f"from the memory, {match} %"
    if is_updated:
        words += ", changed by a newer version"
    if reviewer and state in ("edited", "accepted"):
        words += f" by {reviewer}"
    words += f", repeats sentence {follows}" if follows else ""
    return words + (f", translated together with sentence {merged_into}" if merged_into else "")


def row_state(row: Row) -> str:
    """Return a row's state in words: "accepted by Ana, repeats sentence 1"."""
    return _state_words(row.state, row.follows, row.reviewer, row.is_updated, row.shown_match, row.merged_into)


def translation_state(progress: Progress, job: JobView | None) -> tuple[str, str]:
    """Return where a translation stands, in a word or two, and the tone of its chip."""
    if job is not None and job.is_active:
        return ("Translating", "info") if job.state is JobState.RUNNING else ("Waiting", "info")
    if progress.pending:
        return "Incomplete", "warn"
    if not progress.unreviewed:
        return "Reviewed", "ok"
    return ("Not reviewed", "plain") if progress.unreviewed == progress.total else ("Partly reviewed", "info")


def _request_values() -> dict[str, Any]:
    return {"settings": workbench().settings, "reviewer": session.get("reviewer")}
