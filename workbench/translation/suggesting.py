"""Other translations of one sentence, protected and checked as the first one was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.memory.terms import Glossary
from workbench.translation.alternatives import MOST, Leg, find_alternatives
from workbench.translation.decoding import Decoding, Hypothesis
from workbench.translation.detection import find_faults
from workbench.translation.models import Model
from workbench.translation.protect import prepare

__all__ = ["MOST", "suggest"]


def suggest(
    models: Sequence[Model],
    sentence: str,
    source: str,
    target: str,
    *,
    count: int = MOST,
    decoding: Decoding,
    avoid: Iterable[str] = (),
    glossary: Glossary | None = None,
) -> tuple[Hypothesis, ...]:
    """Return up to `count` different translations, the best first, each with its faults.

    A sentence that needs no model, such as an emoji, has none.

    Args:
        models: One, or two that translate one after the other.
        sentence: One sentence.
        source: Language code of the sentence.
        target: Language code to translate into.
        count: How many at most.
        decoding: Parameters; the beam is widened as needed.
        avoid: Texts that are known already.
        glossary: Terms that the translations should keep to.

    Raises:
        ModelBusy: The decoder was busy with other work for too long.
        BrokenPackage: The decoder failed.
    """
    between = [model.package.target for model in models[:-1]]
    ends = [*zip([source, *between], [*between, target], strict=True)]
    legs = [Leg(model, *pair) for model, pair in zip(models, ends, strict=True)]
    found = find_alternatives(legs, sentence, count=count, decoding=decoding, avoid=avoid)
    prepared = prepare(sentence, source, target)
    uses = glossary.find(sentence) if glossary else ()
    return tuple(replace(each, faults=find_faults(prepared, each.text, source, target, uses=uses)) for each in found)
