"""Translate through a third language: two models one after the other, both at work at the same time."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import partial

from workbench.memory.terms import Glossary
from workbench.translation.decoding import Decoding, Hypothesis
from workbench.translation.detection import broken_terms
from workbench.translation.finished import Finished
from workbench.translation.models import Model
from workbench.translation.windows import decode


def decode_along(
    models: Sequence[Model],
    sentences: Iterable[str],
    decoding: Decoding,
    source: str,
    target: str,
    glossary: Glossary | None,
    finished: Finished,
    *,
    insists: bool = False,
) -> Generator[Hypothesis]:
    """Translate with one model, or with two `through` a third language; the arguments are those of `through`."""
    model, *others = models
    if others:
        return through(model, others[0], sentences, decoding, source, target, glossary, finished, insists=insists)
    return decode(
        model,
        sentences,
        decoding,
        source=source,
        target=target,
        glossary=glossary,
        finished=finished,
        insists=insists,
    )


def through(
    first: Model,
    second: Model,
    sentences: Iterable[str],
    decoding: Decoding,
    source: str,
    target: str,
    glossary: Glossary | None,
    finished: Finished,
    *,
    insists: bool = False,
) -> Generator[Hypothesis]:
    """Translate with one model after the other; each leg is checked and mended on its own.

    The terms of the glossary that are kept as they are go through both legs. What the others become in between
    cannot be known, so those that do not come out right are faults.

    Args:
        first: Reads `source`.
        second: Reads what the first writes, and writes `target`.
        sentences: As of `decode`.
        decoding: Parameters of both.
        source: Language code of the sentences.
        target: Language code to translate into.
        glossary: Terms from `source` to `target`.
        finished: Where translations are looked for and put.
        insists: As of `decode`.
    """
    halfway: deque[Hypothesis] = deque()
    given: deque[str] = deque()
    kept = terms_kept(glossary)

    def noted() -> Iterator[str]:
        for sentence in sentences:
            given.append(sentence)
            yield sentence

    def texts() -> Iterator[str]:
        for hypothesis in outbound:
            halfway.append(hypothesis)
            yield hypothesis.text

    between = first.package.target
    leg = partial(decode, decoding=decoding, glossary=kept, finished=finished, insists=insists)
    outbound = leg(first, noted(), source=source, target=between, most_windows=2)
    onward = leg(second, texts(), source=between, target=target, most_windows=1)
    try:
        for hypothesis in onward:
            middle, sentence = halfway.popleft(), given.popleft()
            uses = glossary.find(sentence) if glossary and decoding.repair else ()
            terms = broken_terms(uses, sentence, hypothesis.text)
            faults = tuple(dict.fromkeys((*middle.faults, *hypothesis.faults, *terms)))
            yield Hypothesis(hypothesis.text, middle.score + hypothesis.score, pivot=middle.text, faults=faults)
    finally:
        onward.close()
        outbound.close()


def terms_kept(glossary: Glossary | None) -> Glossary | None:
    """Return the terms of a glossary that stay as they are in any language; None for none."""
    kept = [term for term in glossary.terms if term.keep] if glossary else []
    return Glossary(kept) if kept else None
