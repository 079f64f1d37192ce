"""A stored translation and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.checks.findings import Finding
from workbench.services.views.rows import Row

if TYPE_CHECKING:
    from workbench.readability.drift import Drift
    from workbench.readability.report import Report


@dataclass(frozen=True, slots=True)
class CheckedTranslation:
    """A translation as it stands on the desk, measured and checked.

    Attributes:
        article_id: Of the article.
        title: Of the article.
        source_language: Code of the article's language.
        language: Code of the translation's.
        rows: Its sentences.
        source: Readability of the article.
        target: Readability of the translation; None while sentences are missing.
        drift: Between them; not comparable while sentences are missing.
        findings: In reading order.
    """

    article_id: int
    title: str
    source_language: str
    language: str
    rows: tuple[Row, ...]
    source: Report
    target: Report | None
    drift: Drift
    findings: tuple[Finding, ...]
