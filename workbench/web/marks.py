"""The pieces that findings are about, marked where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from workbench.checks.findings import Finding, Severity, Side
from workbench.search import Match
from workbench.web.diffs import Piece

_SAME = "same"
_CHARACTERS_AROUND = 40
_RANKS = {severity: rank for rank, severity in enumerate(reversed(Severity), 1)}
_KINDS = (_SAME, *(severity.value for severity in _RANKS))
_SPACES = str.maketrans({" ": "·", "\u00a0": "⍽", "\u202f": "⍽", "\t": "→"})


def mark_pieces(text: str, findings: Sequence[Finding], side: str, hits: Sequence[Match] = ()) -> Markup:
    """Return a text as HTML, with what findings are about in `<mark data-severity="…">`.

    Where two overlap the worse one is shown. A piece without a place is marked wherever it stands as whole words:
    which of them got lost is not known. What a search found is in `<mark class="hit">`, inside the other marks: the
    page's scripts, which mark hits in another way, take it out and leave the rest as it is.

    Args:
        text: One side of a row.
        findings: On the sentence; those on the other side are left out.
        side: Of the text, "source" or "target".
        hits: Of a search in this text, none into another; a hit without width is not to be seen.
    """
    found = bytearray(len(text))
    for hit in hits:
        found[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    painted = bytearray(len(text))  # for each character the rank of the worst finding on it
    for finding in sorted(findings, key=lambda each: _RANKS[each.severity]):
        for start, end in _spans(finding, text, Side(side)):
            painted[start:end] = bytes([_RANKS[finding.severity]]) * (end - start)
    place = 0
    html = []
    for rank, run in groupby(painted):
        length = len(list(run))
        html.append(_marked(_KINDS[rank], _with_hits(text[place : place + length], found[place : place + length])))
        place += length
    return Markup("").join(html)


def mark_in_context(finding: Finding, target: str) -> Markup:
    """Return the words of a translation around a finding's piece as HTML, the piece marked; "" for one without."""
    start, end = next(iter(_spans(finding, target, Side.TARGET)), (0, 0))
    if start == end:
        return Markup("")
    before, after = target[:start], target[end:]
    if len(before) > _CHARACTERS_AROUND:
        before = "…" + _from_a_word(before[-_CHARACTERS_AROUND:])
    if len(after) > _CHARACTERS_AROUND:
        after = _to_a_word(after[:_CHARACTERS_AROUND]) + "…"
    return Markup("{}{}{}").format(before, _marked(finding.severity.value, target[start:end]), after)


def show_spaces(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces of a diff in which white space that changed, and nothing else with it, can be seen.

    Their kinds are "gone spaces" and "new spaces": a line through a dot would hide it.
    """
    return tuple(
        Piece(f"{piece.kind} spaces", piece.text.translate(_SPACES))
        if piece.kind != _SAME and piece.text.isspace()
        else piece
        for piece in pieces
    )


def _spans(finding: Finding, text: str, side: Side) -> list[tuple[int, int]]:
    if not finding.piece or finding.side is not side:
        return []
    if finding.start is None:
        return [match.span() for match in re.finditer(_whole_words(finding.piece), text)]
    start, end = finding.start, finding.start + len(finding.piece)
    return [(start, end)] if text[start:end] == finding.piece else []


def _with_hits(text: str, found: bytearray) -> Markup:
    """Return a stretch of a text as HTML; `found` says of each of its characters whether it is part of a hit."""
    html, place = [], 0
    for is_hit, run in groupby(found):
        end = place + len(list(run))
        html.append(
            Markup('<mark class="hit">{}</mark>').format(text[place:end]) if is_hit else escape(text[place:end])
        )
        place = end
    return Markup("").join(html)


def _marked(kind: str, text: str) -> Markup:
    return escape(text) if kind == _SAME else Markup('<mark data-severity="{}">{}</mark>').format(kind, text)


def _from_a_word(text: str) -> str:
    """Cut a text to begin with a word, where it has a space to tell words by."""
    return text.split(" ", 1)[1] if " " in text else text


def _to_a_word(text: str) -> str:
    return text.rsplit(" ", 1)[0] if " " in text else text


def _whole_words(text: str) -> str:
    """Return a pattern that finds a text, but not inside a word or a number."""
    start = r"(?<!\w)(?<!\d[.,])" if re.match(r"\w", text) else ""
    end = r"(?!\w)(?![.,]\d)" if re.search(r"\w\Z", text) else ""
    return f"{start}{re.escape(text)}{end}"
