"""A block's sentences with the white space around them, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.segments.profiles import primary_subtag
from workbench.segments.splitting import split_sentences

# Languages that put no space between sentences.
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "yue", "wuu", "dz", "bo"})
IDEOGRAPHIC_SPACE = "\u3000"


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of a block.

    Attributes:
        text: The sentence; neither blank nor with white space at its ends.
        before: White space before it; only the first segment of a block has any.
        after: White space up to the next sentence, or to the end of the block.
    """

    text: str
    before: str = ""
    after: str = ""


def segment_block(text: str, language: str) -> tuple[Segment, ...]:
    """Split a block into sentences, the white space around each kept apart.

    Args:
        text: The text of a block; may hold line ends, which end a sentence.
        language: BCP 47 code of the text.

    Returns:
        Segments whose `before + text + after` join to `text`; none for a blank text.
    """
    if not text.strip():
        return ()
    return tuple(_segment(piece) for piece in split_sentences(text, language))


def _segment(piece: str) -> Segment:
    stripped = piece.strip()
    before = piece[: len(piece) - len(piece.lstrip())]
    return Segment(text=stripped, before=before, after=piece[len(before) + len(stripped) :])


def join_segments(segments: Sequence[Segment], texts: Sequence[str], language: str) -> str:
    """Put translated sentences between the white space of their source.

    One space between two sentences is dropped for a language that writes none there; where the source
    had none, a language that writes spaces gets one. Line ends and wider gaps stay. A blank translation
    leaves no double space behind.

    Args:
        segments: What `segment_block` gave for the source.
        texts: One translation for each segment, in order.
        language: BCP 47 code of the translations.

    Raises:
        ValueError: `texts` has another length than `segments`.
    """
    translations = [text.strip() for _, text in zip(segments, texts, strict=True)]
    if not segments:
        return ""
    parts = [segments[0].before]
    gap = ""
    has_text = False
    for segment, text in zip(segments, translations, strict=True):
        gap = _wider(gap, segment.before) if has_text else gap
        if text:
            parts += [_fitted(gap, language), text] if has_text else [text]
            gap, has_text = "", True
        gap = _wider(gap, segment.after)
    return "".join([*parts, segments[-1].after])


def _wider(gap: str, other: str) -> str:
    """Return the gap with more line ends, or else the longer one: what is left around a blank sentence."""
    return max(gap, other, key=lambda spaces: (len(f"{spaces}.".splitlines()), len(spaces)))


def _fitted(gap: str, language: str) -> str:
    """Return the gap between two sentences as the language of the translation writes it."""
    if primary_subtag(language) in _UNSPACED:
        return "" if gap == " " else gap
    return gap if gap not in ("", IDEOGRAPHIC_SPACE) else " "
