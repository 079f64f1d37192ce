"""What the sentence rules know about one language."""

from __future__ import annotations

from dataclasses import dataclass

NONE: frozenset[str] = frozenset()


def words(*lines: str) -> frozenset[str]:
    """Return the white-space-separated words of `lines` as a set."""
    return frozenset(word for line in lines for word in line.split())


@dataclass(frozen=True, slots=True)
class Profile:
    """The abbreviations and sentence openings of one language.

    Abbreviations stand without their last full stop and without inner spaces ("z. B." is `z.b`). One in
    lower case is known in any case; one with a capital only as written ("Sat." but not "sat.").

    Attributes:
        leading: Never end a sentence: titles, "e.g.", "ул.".
        counting: Do not end a sentence before a number or a Roman numeral: "No. 5", "art. 3".
        ambiguous: End a sentence only before one of `starters`: "Inc.", "Jr.", "Jan.".
        final: Written with full stops, yet no reason to go on before a capital: "т. д.".
        times: Like `final`, unless a day, a month or a time zone follows: "p.m.".
        years: Mean "year" after a number (like `final`), something else before a name: "г.".
        starters: Words that open a sentence, with their capital, and are not part of names.
        calendar: Names of days, months and time zones, with their capital.
        speech: Verbs that follow a quotation and its speaker.
        opening: Prepositions that open a sentence with a date.
        suffixes: Ends of compound words that are abbreviated: "Goethestr.".
        has_ordinal_stops: Whether "3." means "third".
    """

    leading: frozenset[str] = NONE
    counting: frozenset[str] = NONE
    ambiguous: frozenset[str] = NONE
    final: frozenset[str] = NONE
    times: frozenset[str] = NONE
    years: frozenset[str] = NONE
    starters: frozenset[str] = NONE
    calendar: frozenset[str] = NONE
    speech: frozenset[str] = NONE
    opening: frozenset[str] = NONE
    suffixes: tuple[str, ...] = ()
    has_ordinal_stops: bool = False

    def knows(self, abbreviation: str) -> bool:
        """Whether the abbreviation, as written, is in one of the lists."""
        return any(
            abbreviation in known for known in (self.leading, self.ambiguous, self.final, self.times, self.counting)
        )
