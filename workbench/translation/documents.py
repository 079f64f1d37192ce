"""Whole documents through the engine: split, translated, put together again.

Documents flow: the sentences of many are decoded as one stream, so the model never waits for a file, and
each document comes out as soon as its last sentence does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from workbench.formats.document import Document, repeated_blocks
from workbench.memory.terms import Glossary
from workbench.review import Origin
from workbench.segments import Segment, join_segments, segment_block
from workbench.translation.engine import Decoding, Hypothesis
from workbench.translation.faults import Fault
from workbench.translation.remembering import Reused

K = TypeVar("K")


class Translator(Protocol):
    """What is needed of an engine."""

    def translate(
        self,
        sentences: Iterable[str],
        source: str,
        target: str,
        *,
        decoding: Decoding | None = None,
        glossary: Glossary | None = None,
    ) -> Iterator[Hypothesis | Reused]:
        """Yield one hypothesis, or what the memory has, per sentence, in order."""


@dataclass(frozen=True, slots=True)
class TranslatedSentence:
    """A sentence and what the model made of it.

    Attributes:
        source: The sentence, without the white space around it.
        target: Its translation.
        score: Length-normalised log-probability; None for a text from the memory.
        origin: `machine`, `memory`, or `repeat` in a block that stands earlier in the document already.
        pivot: The text in between, when a third language was needed.
        faults: What is wrong with the translation and could not be mended.
        match: How well the memory's entry matched, in per cent; None for a machine's text.
    """

    source: str
    target: str
    score: float | None
    origin: Origin
    pivot: str | None
    faults: tuple[Fault, ...] = ()
    match: int | None = None


@dataclass(frozen=True, slots=True)
class TranslatedDocument(Generic[K]):
    """A document in the target language, its sentences, and the key it was handed in with."""

    key: K
    document: Document
    sentences: tuple[TranslatedSentence, ...]


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[K]):
    key: K
    document: Document
    blocks: tuple[tuple[Segment, ...], ...]
    repeats: dict[int, int]


def translate_documents(
    items: Iterable[tuple[K, Document]],
    engine: Translator,
    source: str,
    target: str,
    *,
    decoding: Decoding | None = None,
    glossary: Glossary | None = None,
) -> Iterator[TranslatedDocument[K]]:
    """Translate documents of one language, in order, while the next ones are still being read.

    Args:
        items: Pairs of a key, handed back with the result, and a document. May be endless.
        engine: What decodes.
        source: Language code of all the documents.
        target: Language code to translate into.
        decoding: How; None for the engine's own way.
        glossary: Terms of this pair.

    Yields:
        One result for each item, in the same order.

    Raises:
        NoModel: No package, nor a chain of two, translates this pair.
    """
    waiting: deque[_Waiting[K]] = deque()

    def sentences() -> Iterator[str]:
        for key, document in items:
            entry = _segmented(key, document, source)
            waiting.append(entry)
            for index, segments in enumerate(entry.blocks):
                if index not in entry.repeats:
                    yield from (segment.text for segment in segments)

    hypotheses = engine.translate(sentences(), source, target, decoding=decoding, glossary=glossary)
    for hypothesis in hypotheses:
        while waiting and not _needed(waiting[0]):  # documents without a sentence have nothing to wait for
            yield _translated(waiting.popleft(), [], target)
        entry = waiting.popleft()
        found = [hypothesis, *(next(hypotheses) for _ in range(_needed(entry) - 1))]
        yield _translated(entry, found, target)
    while waiting:
        yield _translated(waiting.popleft(), [], target)


def _segmented(key: K, document: Document, language: str) -> _Waiting[K]:
    blocks = tuple(segment_block(block.text, language) if block.is_translatable else () for block in document.blocks)
    return _Waiting(key, document, blocks, repeated_blocks(document.blocks))


def _needed(entry: _Waiting[K]) -> int:
    return sum(len(segments) for index, segments in enumerate(entry.blocks) if index not in entry.repeats)


def _translated(entry: _Waiting[K], hypotheses: list[Hypothesis | Reused], target: str) -> TranslatedDocument[K]:
    rest = iter(hypotheses)
    by_block: list[list[Hypothesis | Reused]] = []
    texts: list[str] = []
    sentences: list[TranslatedSentence] = []
    for index, (block, segments) in enumerate(zip(entry.document.blocks, entry.blocks, strict=True)):
        leader = entry.repeats.get(index)
        found = by_block[leader] if leader is not None else [next(rest) for _ in segments]
        by_block.append(found)
        texts.append(join_segments(segments, [each.text for each in found], target) if segments else block.text)
        sentences.extend(
            _sentence(segment.text, each, is_repeat=leader is not None)
            for segment, each in zip(segments, found, strict=True)
        )
    return TranslatedDocument(entry.key, entry.document.with_texts(texts), tuple(sentences))


def _sentence(source: str, result: Hypothesis | Reused, *, is_repeat: bool) -> TranslatedSentence:
    if isinstance(result, Reused):
        origin = Origin.REPEAT if is_repeat else Origin.MEMORY
        return TranslatedSentence(source, result.text, None, origin, None, match=result.match)
    origin = Origin.REPEAT if is_repeat else Origin.MACHINE
    return TranslatedSentence(source, result.text, result.score, origin, result.pivot, result.faults)
