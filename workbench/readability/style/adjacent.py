"""The passive of English and the Romance languages: an auxiliary, perhaps some adverbs, a participle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.readability.style.tokens import Span, Token

MAX_BETWEEN = 3  # adverbs between auxiliary and participle
AGENT_REACH = 3  # words after the participle in which "by whom" is looked for


class Form(NamedTuple):
    """An auxiliary.

    Attributes:
        number: "s" or "p" when its participle must agree with a singular or a plural; "" when it may be either.
        needs_agent: Whether it is a passive only with the one who acts (French "est vu par").
    """

    number: str = ""
    needs_agent: bool = False


def forms_by_number(singular: str, plural: str, either: str) -> dict[str, Form]:
    """Return auxiliaries with the number that their participle must have.

    Args:
        singular: Auxiliaries of a singular, parted by white space.
        plural: Those of a plural.
        either: Those of both, such as an infinitive.
    """
    return {
        **dict.fromkeys(singular.split(), Form("s")),
        **dict.fromkeys(plural.split(), Form("p")),
        **dict.fromkeys(either.split(), Form()),
    }


@dataclass(frozen=True, slots=True)
class AdjacentPassive:
    """How a language makes its passive.

    Attributes:
        forms: The auxiliaries.
        is_participle: Says whether a word is a participle that agrees with a number ("s", "p", "").
        is_between: Says whether a word may stand between the two.
        barred: Words before the auxiliary that rule the passive out: reflexive pronouns, "there".
        agents: Words that begin "by whom".
        idioms: Participles with the next word that are no passive together ("is set to rise").
    """

    forms: dict[str, Form]
    is_participle: Callable[[str, str], bool]
    is_between: Callable[[str], bool]
    barred: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    idioms: frozenset[tuple[str, str]] = frozenset()

    def find(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Yield where the passives stand."""
        place = 0
        while place < len(tokens):
            end = self._end(tokens, place)
            if end is not None:
                yield tokens[place].span[0], tokens[end].span[1]
                place = end
            place += 1

    def _end(self, tokens: Sequence[Token], start: int) -> int | None:
        auxiliary = tokens[start]
        form = self.forms.get(auxiliary.word)
        if form is None or (start and tokens[start - 1].word in self.barred):
            return None
        if auxiliary.follows_hyphen or (start and auxiliary.is_capital):  # peut-être; 9 AM
            return None
        for place in range(start + 1, min(start + 2 + MAX_BETWEEN, len(tokens))):
            token = tokens[place]
            if not token.is_joined:
                return None
            if self.is_participle(token.word, form.number) and not token.is_capital:
                return place if self._is_passive(tokens, place, form) else None
            if not self.is_between(token.word):
                return None
            # In "è stato visto" it is "stato" that makes the passive.
            form = self.forms.get(token.word, form)
        return None

    def _is_passive(self, tokens: Sequence[Token], participle: int, form: Form) -> bool:
        following = tokens[participle + 1].word if participle + 1 < len(tokens) else ""
        if (tokens[participle].word, following) in self.idioms:
            return False
        return not form.needs_agent or self._has_agent(tokens, participle)

    def _has_agent(self, tokens: Sequence[Token], participle: int) -> bool:
        for token in tokens[participle + 1 : participle + 1 + AGENT_REACH]:
            if token.follows_break:
                return False
            if token.word in self.agents:
                return True
        return False
