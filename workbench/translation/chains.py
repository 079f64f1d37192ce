"""Translate through a third language: two models one after the other, both at work at the same time."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator

from workbench.memory.terms import Glossary, broken_uses
from workbench.translation.decoding import Decoding, Hypothesis
from workbench.translation.faults import Fault, FaultKind
from workbench.translation.finished import Finished
from workbench.translation.models import Model
from workbench.translation.windows import decode


def through(
    first: Model,
    second: Model,
    sentences: Iterable[str],
    decoding: Decoding,
    source: str,
    target: str,
    glossary: Glossary | None,
    finished: Finished,
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
    """
    halfway: deque[Hypothesis] = deque()
    given: deque[str] = deque()
    kept = Glossary(term for term in glossary.terms if term.keep) if glossary else None

    def noted() -> Iterator[str]:
        for sentence in sentences:
            given.append(sentence)
            yield sentence

    def texts() -> Iterator[str]:
        for hypothesis in outbound:
            halfway.append(hypothesis)
            yield hypothesis.text

    between = first.package.target
    outbound = decode(first, noted(), decoding, source=source, target=between, glossary=kept, finished=finished)
    onward = decode(second, texts(), decoding, source=between, target=target, glossary=kept, finished=finished)
    try:
        for hypothesis in onward:
            middle, sentence = halfway.popleft(), given.popleft()
            broken = broken_uses(glossary.find(sentence), hypothesis.text) if glossary and decoding.repair else ()
            terms = tuple(Fault(FaultKind.BROKEN_TERM, use.wanted) for use in broken)
            faults = tuple(dict.fromkeys((*middle.faults, *hypothesis.faults, *terms)))
            yield Hypothesis(hypothesis.text, middle.score + hypothesis.score, pivot=middle.text, faults=faults)
    finally:
        onward.close()
        outbound.close()
