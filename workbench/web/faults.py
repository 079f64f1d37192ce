"""How sure the model was of a translation, in an editor's words."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.translation.confidence import Confidence
from workbench.translation.fault_words import fault_sentence
from workbench.translation.faults import Fault

_CONFIDENCE = {
    Confidence.SURE: "fairly sure",
    Confidence.CHECK: "check it",
    Confidence.DOUBTFUL: "doubtful",
}
_MEANINGS = {
    Confidence.SURE: "The model is fairly sure of this translation. It can still be wrong.",
    Confidence.CHECK: "The model is not very sure of this translation: check it.",
    Confidence.DOUBTFUL: "The model is unsure of this translation: it is probably wrong somewhere.",
}


def confidence_word(confidence: Confidence) -> str:
    """Return "fairly sure", "check it" or "doubtful"."""
    return _CONFIDENCE[confidence]


def confidence_meaning(confidence: Confidence, faults: Sequence[Fault] = (), *, is_measured: bool = True) -> str:
    """Return what the word means, for whoever points at its mark."""
    if faults:
        return f"Doubtful: {' '.join(map(fault_sentence, faults))}"
    note = "" if is_measured else " How far its sureness can be trusted was not measured for this model."
    return _MEANINGS[confidence] + note
