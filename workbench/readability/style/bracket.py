"""The passive of German and Dutch: an auxiliary and a participle that may stand far from each other in a clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbench.readability.style.tokens import Span, Token

MAX_BETWEEN = 24  # words


@dataclass(frozen=True, slots=True)
class BracketPassive:
    """How a language makes its passive.

    Attributes:
        auxiliaries: Forms that have their participle after them in the clause, or right before.
        only_after: Forms that have it right before (German "worden").
        is_participle: Says whether a word is one.
        ends_clause: Words that a participle of the clause cannot stand behind: conjunctions.
        needs_end: Whether a participle after the auxiliary must be the last word of its clause.
        barred: Words right before a participle that make it something else: "zu", "te".
    """

    auxiliaries: frozenset[str]
    is_participle: Callable[[str], bool]
    ends_clause: frozenset[str]
    only_after: frozenset[str] = frozenset()
    needs_end: bool = False
    barred: frozenset[str] = frozenset()

    def find(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Yield where the passives stand."""
        place = 0
        while place < len(tokens):
            if tokens[place].word in self.auxiliaries or tokens[place].word in self.only_after:
                other = self._participle(tokens, place)
                if other is not None:
                    first, last = sorted((place, other))
                    yield tokens[first].span[0], tokens[last].span[1]
                    place = last
            place += 1

    def _participle(self, tokens: Sequence[Token], place: int) -> int | None:
        token = tokens[place]
        if place and token.is_joined and self._is_participle(tokens, place - 1):
            return place - 1
        if token.word in self.only_after:
            return None
        for other in range(place + 1, min(place + 1 + MAX_BETWEEN, len(tokens))):
            word = tokens[other].word
            if tokens[other].follows_break or word in self.ends_clause or word in self.auxiliaries:
                return None
            if self._is_participle(tokens, other) and (not self.needs_end or self._is_last(tokens, other)):
                return other
        return None

    def _is_participle(self, tokens: Sequence[Token], place: int) -> bool:
        token = tokens[place]
        if token.is_capital or (place and tokens[place - 1].word in self.barred):
            return False
        return self.is_participle(token.word)

    def _is_last(self, tokens: Sequence[Token], place: int) -> bool:
        if place + 1 == len(tokens):
            return True
        after = tokens[place + 1]
        return after.follows_break or after.word in self.ends_clause
