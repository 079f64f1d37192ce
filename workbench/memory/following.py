"""Whether a translation follows the glossary, as far as a program can say.

A wanted text counts as present when each of its words occurs, close together and in any order, by itself or by
its stem. Two words share a stem when, without accents and, unless capitals matter, without case,

- they begin alike: three letters at least, and all of the wanted word but its last two (three of a word of
  seven letters or more); a word of up to three letters all of it;
- no more than three other letters follow in the word found (two, for a word of up to three letters).

So "primer ministro" is followed by "primeros ministros", and "Haus" by "Häuser". The rule would rather let a
wrong form pass than call a right one wrong. A term that is not translated has to stand as it was written.
Where words are not parted by spaces, and for marks, the wanted characters have to stand just so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeAlias

from workbench.memory.term_words import Token, is_alone, is_word, tokens, without_accents
from workbench.memory.terms import CaseRule, TermUse

_WORDS_BETWEEN = 2
_SHORT_WORD, _SHORT_ENDING = 3, 2
_MIDDLE_WORD = 6
_LONGEST_ENDING = 3

_Search: TypeAlias = tuple[int, Sequence[int] | None]
"""How far a search went, and the place it found."""


def unfollowed(uses: tuple[TermUse, ...], target: str) -> tuple[TermUse, ...]:
    """Return the uses whose wanted text has no place of its own in the target."""
    if not uses:
        return ()
    text = _Target(target)
    broken: set[int] = set()
    wanted = [tokens(use.wanted) for use in uses]
    # Long ones first, and of equal ones those that must stand just so: what they take no other one may.
    for index in sorted(range(len(uses)), key=lambda each: (-len(wanted[each]), not _is_literal(uses[each]), each)):
        use = uses[index]
        place = text.place(use, wanted[index])
        if place is None and use.term.keep:
            place = text.place(use, tokens(use.term.source))
        if place is None:
            broken.add(index)
        else:
            text.taken.update(place)
    return tuple(use for index, use in enumerate(uses) if index in broken)


class _Target:
    """The words of a translation, those that follow a term already among them."""

    def __init__(self, text: str) -> None:
        self.taken: set[int] = set()
        self._tokens = tokens(text)
        self._words = [at for at, token in enumerate(self._tokens) if is_word(token)]
        self._number = {at: number for number, at in enumerate(self._words)}
        self._alike: dict[tuple[str, bool], list[int]] = {}
        self._searched: dict[tuple[tuple[str, ...], bool, bool], int] = {}

    def place(self, use: TermUse, wanted: list[Token]) -> Sequence[int] | None:
        """Return the indices of the tokens that follow a use, none of them taken; None if there are none."""
        is_exact = _is_literal(use)
        plain = [token for token in wanted if is_word(token)]
        is_row = use.term.keep or not plain or any(is_alone(token) for token in plain)
        forms = tuple(_form(token, is_exact) for token in (wanted if is_row else plain))
        # Where a search for the same words ended the next one goes on: what was no place is none later.
        key = forms, is_exact, is_row
        search = self._in_a_row if is_row else self._close_together
        self._searched[key], place = search(forms, is_exact, self._searched.get(key, 0))
        return place

    def _in_a_row(self, forms: tuple[str, ...], is_exact: bool, start: int) -> _Search:
        if not forms:
            return 0, ()
        for at in range(start, len(self._tokens) - len(forms) + 1):
            if _form(self._tokens[at], is_exact) == forms[0]:
                place = range(at, at + len(forms))
                if self.taken.isdisjoint(place) and all(
                    _form(self._tokens[each], is_exact) == form for each, form in zip(place, forms, strict=True)
                ):
                    return at, place
        return len(self._tokens), None

    def _close_together(self, forms: tuple[str, ...], is_exact: bool, start: int) -> _Search:
        places = [self._like(form, is_exact) for form in forms]
        reach = len(places) + _WORDS_BETWEEN * (len(places) - 1)
        for number in range(start, len(places[0])):
            anchor = places[0][number]
            if anchor in self.taken:
                continue
            chosen = [anchor]
            for options in places[1:]:
                near = [at for at in self._near(options, anchor, reach) if at not in chosen and at not in self.taken]
                if not near:
                    break
                chosen.append(min(near, key=lambda at: abs(at - anchor)))
            else:
                if self._number[max(chosen)] - self._number[min(chosen)] < reach:
                    return number, chosen
        return len(places[0]), None

    def _near(self, options: list[int], anchor: int, reach: int) -> list[int]:
        number = self._number[anchor]
        first = self._words[max(0, number - reach + 1)]
        last = self._words[min(len(self._words) - 1, number + reach - 1)]
        return options[bisect_left(options, first) : bisect_right(options, last)]

    def _like(self, form: str, is_exact: bool) -> list[int]:
        """Return the indices of the words with the stem of this one, in order."""
        key = form, is_exact
        if key not in self._alike:
            bare = without_accents(form)
            self._alike[key] = [
                at for at in self._words if _is_same(bare, without_accents(_form(self._tokens[at], is_exact)))
            ]
        return self._alike[key]


def _is_literal(use: TermUse) -> bool:
    return use.term.keep or use.term.case is CaseRule.EXACT


def _form(token: Token, is_exact: bool) -> str:
    return token.written if is_exact else token.folded


def _is_same(wanted: str, found: str) -> bool:
    """Say whether two words share a stem."""
    if wanted == found:
        return True
    alike = 0
    for one, other in zip(wanted, found, strict=False):
        if one != other:
            break
        alike += 1
    length = len(wanted)
    if length <= _SHORT_WORD:
        return length > 1 and alike == length and len(found) - alike <= _SHORT_ENDING
    stem = max(_SHORT_WORD, length - (2 if length <= _MIDDLE_WORD else 3))
    return alike >= stem and len(found) - alike <= _LONGEST_ENDING
