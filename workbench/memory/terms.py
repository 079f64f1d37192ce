"""Glossary terms: where they stand in a sentence, and whether a translation follows them.

A term is found by whole words, the longest first, with a trie over words: one pass over the sentence, however
many terms there are. "Prime Minister" is found in "Prime Minister's", and in "Prime Ministers" as long as case
does not matter, the term is one to translate, and its last word has three letters or more, or is an acronym ("MP"
in "MPs"); a few words with an s of their own, such as "news", are no plurals. Words joined by a hyphen are separate
words; addresses, @names and #tags are words of their own and hide no terms. In scripts without spaces, and in
Korean, a term is found anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.memory.term_words import Token, tokens

__all__ = ["CaseRule", "Glossary", "Term", "TermUse", "broken_uses"]

_SHORTEST_PLURAL = 3
_NO_PLURALS = frozenset({"customs", "goods", "means", "news"})


class CaseRule(StrEnum):
    """Whether capitals tell a term from other words: "us" from "US"."""

    ANY = "any"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Term:
    """How a newsroom wants a term translated.

    Attributes:
        source: The term.
        target: Its translation.
        case: Whether source and target must be written in just these capitals.
        keep: Do not translate: the term stays as the sentence writes it, whatever `target` is.
    """

    source: str
    target: str
    case: CaseRule = CaseRule.ANY
    keep: bool = False


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term in a sentence.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last; a plural's s belongs to it, a possessive's does not.
        term: Which.
        wanted: What must stand in the target.
    """

    start: int
    end: int
    term: Term
    wanted: str


@dataclass(slots=True)
class _Node:
    """What may follow some words, and the terms that end with them."""

    following: dict[str, _Node] = field(default_factory=dict)
    terms: list[tuple[Term, list[str]]] = field(default_factory=list)


class Glossary:
    """The terms of a language pair.

    Args:
        terms: In any order. Of two with the same source and case rule the first counts.
    """

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.terms = tuple(terms)
        self._root = _Node()
        for term in self.terms:
            self._add(term)

    def __len__(self) -> int:
        return len(self.terms)

    def find(self, sentence: str) -> tuple[TermUse, ...]:
        """Return the terms in a sentence, in its order, none over another: of two, the one with more words wins."""
        if not self._root.following:
            return ()
        words = tokens(sentence)
        found = [use for start in range(len(words)) for use in self._at(words, start)]
        found.sort(key=lambda use: (use[0] - use[1], use[0]))
        taken = bytearray(len(words))
        chosen = []
        for start, end, term in found:
            if 1 not in taken[start:end]:
                taken[start:end] = b"\1" * (end - start)
                chosen.append(_use(sentence, words[start].start, words[end - 1].end, term))
        return tuple(sorted(chosen, key=lambda use: use.start))

    def _add(self, term: Term) -> None:
        node = self._root
        words = tokens(term.source)
        for word in words:
            node = node.following.setdefault(word.folded, _Node())
        if words:
            node.terms.append((term, [word.written for word in words]))

    def _at(self, words: list[Token], start: int) -> Iterable[tuple[int, int, Term]]:
        """Return each term whose first word stands at `start`: indices of its first word and after its last."""
        node = self._root
        for index in range(start, len(words)):
            folded = words[index].folded
            if _is_plural(words[index]) and (singular := node.following.get(folded[:-1])):
                for term, _ in singular.terms:
                    if term.case is CaseRule.ANY and not term.keep and not _goes_on(words, index):
                        yield start, index + 1, term
                        break
            after = node.following.get(folded)
            if after is None:
                return
            node = after
            if node.terms and not _goes_on(words, index):
                written = [word.written for word in words[start : index + 1]]
                if (best := _fitting(node, written)) is not None:
                    yield start, index + 1, best


def broken_uses(uses: Iterable[TermUse], target: str) -> tuple[TermUse, ...]:
    """Return the uses that a translation does not follow, in the order given.

    Counted: a term that stands twice in the source is wanted twice. Inflection is left to the reviewer, see
    `workbench.memory.following`.

    Args:
        uses: What `Glossary.find` found in the source.
        target: The translation.
    """
    from workbench.memory.following import unfollowed

    return unfollowed(tuple(uses), target)


def _use(sentence: str, start: int, end: int, term: Term) -> TermUse:
    return TermUse(start, end, term, sentence[start:end] if term.keep else term.target)


def _fitting(node: _Node, written: list[str]) -> Term | None:
    """Return the term that these words are; one written in just these capitals rather than another."""
    same = [term for term, as_written in node.terms if as_written == written]
    if same:
        return same[0]
    return next((term for term, _ in node.terms if term.case is CaseRule.ANY), None)


def _is_plural(word: Token) -> bool:
    """Say whether a word may be a plural with s: "cats", "MPs", but not "US" or "news"."""
    if not word.folded.endswith("s") or word.folded in _NO_PLURALS:
        return False
    is_acronym = word.written[-1] == "s" and word.written[:-1].isupper()
    return is_acronym or len(word.folded) > _SHORTEST_PLURAL


def _goes_on(words: list[Token], index: int) -> bool:
    """Say whether a contraction goes on after a word: "don" in "don't" is none."""
    if index + 2 >= len(words):
        return False
    word, mark, rest = words[index : index + 3]
    return mark.written == "'" and rest.folded == "t" and word.end == mark.start and mark.end == rest.start
