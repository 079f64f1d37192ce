"""Fit the typography of a translation to its language: quotation marks, spaces, the marks at its end.

The words are never touched, nor what the caller keeps. What cannot be told for sure is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.languages import primary
from workbench.writing.edits import apply_edits
from workbench.writing.endings import fit_ending
from workbench.writing.hiding import hide
from workbench.writing.quote_marks import marks_of
from workbench.writing.quotes import fit_quotes, has_quotes
from workbench.writing.spacing import (
    BEFORE_COMMA,
    BEFORE_MARK,
    FRENCH_MARK,
    REPEATED_SPACES,
    SPACED_MARKS,
    foreign_marks,
    french_space,
)
from workbench.writing.spanish import fit_inverted_marks


def fit_typography(source: str, target: str, target_language: str, keep: Sequence[tuple[int, int]] = ()) -> str:
    """Return the target with the typography of its language; a second time changes nothing more.

    Args:
        source: The sentence that was translated: quotation marks, wide gaps and the mark at its end come from it.
        target: Its translation.
        target_language: BCP 47 code.
        keep: Spans of `target`, start and end in characters, that stay as they are: URLs, placeholders, tags.

    Raises:
        UnknownLanguage: `target_language` is not a language code.
    """
    if not target.strip():
        return target
    hidden = hide(target, keep)
    return target if hidden is None else hidden.show(_fitted(source, hidden.text, target_language))


def _fitted(source: str, target: str, language: str) -> str:
    code = primary(language)
    text = REPEATED_SPACES.sub(" ", target) if REPEATED_SPACES.search(source) is None else target
    text = BEFORE_COMMA.sub("", text)
    if code not in SPACED_MARKS and BEFORE_MARK.search(source) is None:
        text = BEFORE_MARK.sub("", text)
    marks = marks_of(language)
    if marks is not None and has_quotes(source):
        text = fit_quotes(text, marks)
    text = fit_ending(source, text, language)
    if code == "es":
        text = fit_inverted_marks(source, text)
    elif code in ("zh", "ja"):
        text = apply_edits(text, foreign_marks(text, language))
    elif code == "fr":
        text = FRENCH_MARK.sub(lambda match: french_space(match, language), text)
    return text
