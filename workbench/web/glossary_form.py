"""The form of a term: what was typed, and the entry that it means."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from workbench.memory.entries import Entry, make_entry
from workbench.memory.terms import CaseRule
from workbench.services.models import source_languages, target_languages
from workbench.services.views import GlossaryPage, TermView


@dataclass(frozen=True, slots=True)
class TermForm:
    """What stands in the fields. `version` is that of the term that is corrected, 0 for a new one."""

    source: str = ""
    target: str = ""
    source_language: str = ""
    target_language: str = ""
    is_exact: bool = False
    keep: bool = False
    note: str = ""
    version: int = 0

    def entry(self) -> Entry:
        """Return the entry that the form means.

        Raises:
            InvalidEntry: A field has to be corrected.
        """
        return make_entry(
            source=self.source,
            target=self.target,
            source_language=self.source_language,
            target_language=self.target_language,
            case=CaseRule.EXACT if self.is_exact else CaseRule.ANY,
            keep=self.keep,
            note=self.note,
        )


def sent_form() -> TermForm:
    """Return what was sent with this request."""
    form = request.form
    return TermForm(
        source=form.get("source", ""),
        target=form.get("target", ""),
        source_language=form.get("source_language", ""),
        target_language=form.get("target_language", ""),
        is_exact="exact" in form,
        keep="keep" in form,
        note=form.get("note", ""),
        version=form.get("version", default=0, type=int),
    )


def form_of(term: TermView) -> TermForm:
    """Return the form of a term that is there."""
    entry = term.entry
    return TermForm(
        source=entry.term.source,
        target="" if entry.term.keep else entry.term.target,
        source_language=entry.source_language,
        target_language=entry.target_language,
        is_exact=entry.term.case is CaseRule.EXACT,
        keep=entry.term.keep,
        note=entry.note,
        version=term.version,
    )


def new_form(found: GlossaryPage) -> TermForm:
    """Return the form for a new term: of the pair that is shown, else the one with most terms, else the only model."""
    pairs = [pair for pair in found.pairs if pair.code == found.pair] or sorted(found.pairs, key=lambda p: -p.terms)
    if pairs:
        return TermForm(source_language=pairs[0].source_language, target_language=pairs[0].target_language)
    sources = source_languages()
    targets = target_languages(sources[0]) if len(sources) == 1 else []
    return TermForm(
        source_language=sources[0] if len(sources) == 1 else "",
        target_language=targets[0] if len(targets) == 1 else "",
    )
