"""How sure the model was of a translation, in an editor's words."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext, lazy_gettext

from workbench.translation.confidence import Confidence
from workbench.translation.fault_words import fault_sentence
from workbench.translation.faults import Fault
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
