"""A glossary's entry as people give it: checked and cleaned once, for the form and for files alike."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.errors import InvalidField, UnknownLanguage
from workbench.languages import canonical
from workbench.memory.term_words import tokens
from workbench.memory.terms import CaseRule, Term
from workbench.wording import words

LONGEST_TERM = 200
LONGEST_NOTE = 500


class InvalidEntry(InvalidField):
    """A field of a term has to be corrected."""

    title = words("This term cannot be used")


@dataclass(frozen=True, slots=True)
class Entry:
    """A term, the pair it is for, and a note for people.

    Attributes:
        source_language: Canonical code.
        target_language: Canonical code, another one.
        term: The term; the target of one that is not translated is its source.
        note: One line, or "".
    """

    source_language: str
    target_language: str
    term: Term
    note: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What there can be only one of: the pair and the source."""
        return self.source_language, self.target_language, self.term.source


def make_entry(
    *,
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    case: str = "",
    keep: bool = False,
    note: str = "",
) -> Entry:
    """Return what somebody typed as an entry; white space is a single space, and none at the ends.

    Raises:
        InvalidEntry: A field is missing, too long, or not known.
    """
    source, target, note = _one_line(source), _one_line(target), _one_line(note)
    if not tokens(source):
        raise InvalidEntry("source", words("The term is missing."), hint=words("Type the words as articles have them."))
    if not keep and not tokens(target):
        raise InvalidEntry(
            "target",
            words("The translation is missing."),
            hint=words("Give it, or mark the term as one that is not translated."),
        )
    for name, text, limit in (("source", source, LONGEST_TERM), ("target", target, LONGEST_TERM)):
        if len(text) > limit:
            raise InvalidEntry(
                name, words("It has {n:,} characters; a term has up to {limit}.", n=len(text), limit=limit)
            )
    if len(note) > LONGEST_NOTE:
        raise InvalidEntry(
            "note",
            words("It has {n:,} characters; a note has up to {longest_note}.", n=len(note), longest_note=LONGEST_NOTE),
        )
    spoken = _language("source_language", source_language)
    wanted = _language("target_language", target_language)
    if spoken == wanted:
        raise InvalidEntry("target_language", words("Both languages are the same."), hint=words("Choose another one."))
    rule = case.strip().lower() or CaseRule.ANY
    if rule not in set(CaseRule):
        raise InvalidEntry(
            "case",
            words('"{piece}" is no rule for capitals.', piece=case.strip()[:40]),
            hint=words("Write any or exact."),
        )
    return Entry(spoken, wanted, Term(source, source if keep else target, CaseRule(rule), keep), note)


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", "").split())


def _language(field: str, code: str) -> str:
    if not code.strip():
        raise InvalidEntry(field, words("The language is missing."), hint=words("Use a code such as en or pt-BR."))
    try:
        return canonical(code.strip())
    except UnknownLanguage as error:
        raise InvalidEntry(field, error.args[0], hint=error.hint) from error
