"""Checking a stored translation: what the checks find, what the model did wrong, and its readability."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.checks.findings import Finding, Severity, in_reading_order
from workbench.review import SegmentState
from workbench.services.measuring import measure
from workbench.services.rows import measured_targets, read_rows
from workbench.services.tallies import read_standing
from workbench.services.translations import find_translation
from workbench.services.views import Row
from workbench.services.views.checks import CheckedTranslation
from workbench.services.written import Written
from workbench.tables import Article, Translation
from workbench.wording import counted, words

if TYPE_CHECKING:
    from workbench.readability.drift import Drift

PENDING = "pending"


def check_translation(article_id: int, language: str) -> CheckedTranslation:
    """Return a translation with its findings, the current text of each sentence looked at.

    What was dismissed does not count. A model's faults count until a reviewer has edited or accepted the sentence. A
    sentence that is not translated yet is blocking: an export would give it in the source language.

    Args:
        article_id: Which article.
        language: Which translation of it.

    Raises:
        NotFound: There is no such translation.
        UnknownLanguage: `language` is not a language code.
    """
    from workbench.checks.drift import drift_findings
    from workbench.readability.drift import compare

    article, translation = find_translation(article_id, language)
    rows = read_rows(translation.id)
    pending = sum(row.state is SegmentState.PENDING for row in rows)
    source = measure([row.source for row in rows], article.source_language)
    target = None if pending else measure(measured_targets(rows, translation.language), translation.language)
    drift = compare(source, target) if target is not None else _incomparable(pending)
    pair = article.source_language, translation.language
    return CheckedTranslation(
        article_id=article.id,
        title=article.title,
        source_language=article.source_language,
        language=translation.language,
        rows=rows,
        source=source,
        target=target,
        drift=drift,
        findings=in_reading_order(
            [*_row_findings(rows), *_across(article, translation), *drift_findings(drift, *pair)]
        ),
    )


def open_blocking(article_id: int, language: str) -> tuple[Finding, ...]:
    """Return what must be mended before a translation may be published, sentence by sentence.

    Args:
        article_id: Which article.
        language: Which translation of it.

    Raises:
        NotFound: There is no such translation.
        UnknownLanguage: `language` is not a language code.
    """
    _, translation = find_translation(article_id, language)
    found = _row_findings(read_rows(translation.id))
    return in_reading_order(finding for finding in found if finding.severity is Severity.BLOCKING)


def _row_findings(rows: Sequence[Row]) -> Iterator[Finding]:
    for row in rows:
        if row.state is SegmentState.PENDING:
            yield Finding(Severity.BLOCKING, PENDING, words("The sentence is not translated yet."), row.position)
        yield from row.findings


def _across(article: Article, translation: Translation) -> tuple[Finding, ...]:
    """Return what was found of the text as a whole; what is about a sentence of it stands in that row already."""
    languages = article.source_language, translation.language
    written = Written(translation.id, translation.created_at, translation.change, article.version, *languages)
    return read_standing(written).across.get(None, ())


def _incomparable(pending: int) -> Drift:
    from workbench.readability.drift import Drift, Verdict

    reason = counted("One sentence is not translated yet.", "{n:,} sentences are not translated yet.", pending)
    return Drift(Verdict.NOT_COMPARABLE, reason=reason)
