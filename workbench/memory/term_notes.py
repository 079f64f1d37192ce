"""The glossary's terms in a sentence, and whether its translation follows them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.memory.terms import Glossary, broken_uses


@dataclass(frozen=True, slots=True)
class TermNote:
    """A term in a sentence: what must stand in its translation, and whether it does (true while there is none)."""

    source: str
    wanted: str
    is_followed: bool


def note_terms(glossary: Glossary | None, source: str, target: str) -> tuple[TermNote, ...]:
    """Return the terms in a sentence, and whether its translation, "" for none yet, follows them."""
    uses = glossary.find(source) if glossary is not None else ()
    if not uses:
        return ()
    broken = set(broken_uses(uses, target)) if target else set()
    return tuple(TermNote(source[use.start : use.end], use.wanted, use not in broken) for use in uses)


def followed_terms(glossary: Glossary | None, source: str, target: str) -> tuple[tuple[str, str], ...]:
    """Return the terms in a sentence that its translation follows: each as it stands there, and what was wanted."""
    notes = note_terms(glossary, source, target)
    return tuple(dict.fromkeys((note.source, note.wanted) for note in notes if note.is_followed))
