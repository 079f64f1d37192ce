"""Which characters of a translation belong to which of its source, from the decoder's attention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_MARKS = ("▁", "@@")


@dataclass(frozen=True, slots=True)
class Link:
    """A token of the translation and the token of the source that it looked at most; offsets of characters."""

    source_start: int
    source_end: int
    target_start: int
    target_end: int

    def moved(self, by: int) -> Link:
        """Return the link after its token moved in the translation."""
        return replace(self, target_start=self.target_start + by, target_end=self.target_end + by)


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links of a sentence, in the order of the translation."""

    links: tuple[Link, ...]

    def target_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of the translation that belongs to a span of the source; None if nothing does.

        Of several pieces the longest run counts: attention wanders.
        """
        runs: list[list[Link]] = []
        last = -2
        for place, link in enumerate(self.links):
            if link.source_start < end and link.source_end > start:
                if place > last + 2 or not runs:  # one token in between may look elsewhere
                    runs.append([])
                runs[-1].append(link)
                last = place
        if not runs:
            return None
        run = max(runs, key=len)
        return run[0].target_start, run[-1].target_end

    def source_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of the source that a span of the translation looked at; None if it looked nowhere."""
        found = [link for link in self.links if link.target_start < end and link.target_end > start]
        return (min(link.source_start for link in found), max(link.source_end for link in found)) if found else None


def align(
    source: str,
    source_tokens: Sequence[str],
    target: str,
    target_tokens: Sequence[str],
    attention: Sequence[Sequence[float]],
) -> Alignment:
    """Return the links between a sentence and its translation.

    Args:
        source: The text that was decoded.
        source_tokens: What the tokenizer made of it.
        target: The text of the translation's tokens.
        target_tokens: The tokens.
        attention: For each token of the translation the weight of each of the source's; the source's end may
            have one too.
    """
    sources, targets = _spans(source, source_tokens), _spans(target, target_tokens)
    links = []
    for span, weights in zip(targets, attention, strict=False):
        usable = weights[: len(sources)]
        if span is None or not usable:
            continue
        best = max(range(len(usable)), key=usable.__getitem__)
        if (found := sources[best]) is not None:
            links.append(Link(*found, *span))
    return Alignment(tuple(links))


def _spans(text: str, tokens: Sequence[str]) -> list[tuple[int, int] | None]:
    """Return where each token stands in the text; None for one that has no letters or is not found."""
    spans: list[tuple[int, int] | None] = []
    offset = 0
    for token in tokens:
        piece = token
        for mark in _MARKS:
            piece = piece.replace(mark, "")
        start = text.find(piece, offset) if piece else -1
        # A tokenizer may have normalised what it read: then the place is lost for this token only.
        if start < 0 or start > offset + 40:
            spans.append(None)
            continue
        offset = start + len(piece)
        spans.append((start, offset))
    return spans
