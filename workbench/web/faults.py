"""How sure the model was of a translation, in an editor's words, and which of its faults the desk shows where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from flask_babel import gettext, lazy_gettext

from workbench.services.views import Row
from workbench.translation.confidence import Confidence
from workbench.translation.fault_words import fault_sentence
from workbench.translation.faults import Fault, FaultKind
from workbench.web.diffs import Piece
from workbench.web.interface import said

_ = lazy_gettext
_CONFIDENCE = {
    Confidence.SURE: _("fairly sure"),
    Confidence.CHECK: _("check it"),
    Confidence.DOUBTFUL: _("doubtful"),
}
_MEANINGS = {
    Confidence.SURE: _("The model is fairly sure of this translation. It can still be wrong."),
    Confidence.CHECK: _("The model is not very sure of this translation: check it."),
    Confidence.DOUBTFUL: _("The model is unsure of this translation: it is probably wrong somewhere."),
}


def marked_source(source: str, faults: Iterable[Fault]) -> tuple[Piece, ...]:
    """Return the source with the pieces that its faults are about as "marked", the rest as "same".

    A piece that stands there twice is marked twice: which of them got lost is not known. A missing term names
    words of the translation, which are not looked for here.
    """
    found = {fault.detail for fault in faults if fault.detail and fault.kind is not FaultKind.BROKEN_TERM}
    details = sorted(found, key=len, reverse=True)
    if not details:
        return (Piece("same", source),)
    parts = re.split("(" + "|".join(map(_whole_words, details)) + ")", source)
    return tuple(Piece("marked" if place % 2 else "same", part) for place, part in enumerate(parts) if part)


def confidence_word(confidence: Confidence) -> str:
    """Return "fairly sure", "check it" or "doubtful"."""
    return str(_CONFIDENCE[confidence])


def confidence_meaning(confidence: Confidence, faults: Sequence[Fault] = (), *, is_measured: bool = True) -> str:
    """Return what the word means, for whoever points at its mark."""
    if faults:
        told = " ".join(said(fault_sentence(fault)) for fault in faults)
        return str(gettext("Doubtful: %(faults)s", faults=told))
    meaning = str(_MEANINGS[confidence])
    if is_measured:
        return meaning
    return f"{meaning} {gettext('How far its sureness can be trusted was not measured for this model.')}"


def row_faults(row: Row) -> tuple[Fault, ...]:
    """Return the faults of the text that stands in a row: a reviewed text has none of the model's.

    A missing term that the row's line of terms tells of, with the words of the source, is not told twice.
    """
    if row.state != "flagged":
        return ()
    told = {Fault(FaultKind.BROKEN_TERM, term.wanted) for term in row.broken_terms}
    return tuple(fault for fault in row.faults if fault not in told)


def _whole_words(text: str) -> str:
    """Return a pattern that finds a text, but not inside a word or a number."""
    start = r"(?<!\w)(?<!\d[.,])" if re.match(r"\w", text) else ""
    end = r"(?!\w)(?![.,]\d)" if re.search(r"\w\Z", text) else ""
    return f"{start}{re.escape(text)}{end}"
