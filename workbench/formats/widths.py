"""At which width the lines of a text were broken, if a machine broke them and not the writer.

A program fills each line as far as it goes: the first word of the next line would not have fitted any more. A
poet, a list, an address or a table breaks where it means to. So one width must explain nearly all the breaks, and
many of the next lines must go on in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

NARROWEST, WIDEST = 45, 95
# Letters of a printed page differ in width, so its lines differ in characters.
_PRINT_SLACK = 6
_NARROW_PRINT_SLACK = 3
_NARROW_PRINT = 60
_SURE_ALONE = 60
_ENOUGH = 3
_SHORTEST, _SHORTEST_BEFORE_CAPITAL, _LONGEST = 0.7, 0.8, 1.15


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line that another line follows.

    Attributes:
        width: Columns of the line.
        reach: Columns it would have had with the first word of the next line.
        goes_on: Whether the next line seems to be in the middle of a sentence.
        is_small: Whether it surely is, as it begins with a small letter.
        ends: Whether the line ends a sentence and the next may begin one.
        has_mark: Whether the line ends with any mark.
    """

    width: int
    reach: int
    goes_on: bool
    is_small: bool
    ends: bool
    has_mark: bool


@dataclass(frozen=True, slots=True)
class Width:
    """The width found.

    Attributes:
        columns: Of the longest line.
        slack: How much longer or shorter a full line may be.
    """

    columns: int
    slack: int = 0

    def explains(self, end: Break) -> bool:
        """Say whether the line was broken because it was full."""
        return end.width - self.slack <= self.columns < end.reach + self.slack

    def fills(self, end: Break, *, blank_between: bool) -> bool:
        """Say whether the next line belongs to this one, now that the width is known.

        A line that stops in the middle of a sentence may be shorter, for a long word or an editor's hand. After
        the end of a sentence a new paragraph may begin, unless blank lines stand between those: so there the line
        must be quite full.

        Args:
            end: The end of a line.
            blank_between: Whether blank lines stand between the paragraphs of this text.
        """
        longest = _LONGEST * self.columns
        if end.is_small:
            return self.explains(end) or _SHORTEST * self.columns <= end.width <= longest
        if self.slack and blank_between:
            return _SHORTEST_BEFORE_CAPITAL * self.columns <= end.width <= longest
        return self.explains(end) and (not end.ends or self.columns < end.reach)


def find_width(breaks: Sequence[Break]) -> Width | None:
    """Return the width at which these lines were broken, None when they do not seem to be.

    Args:
        breaks: All ends of lines that may have been made by a machine.
    """
    wide = [end for end in breaks if NARROWEST <= end.width <= WIDEST]
    exact = _best(wide, 0)
    # A short line that goes on with a small letter: verse.
    if exact is None or 3 * sum(end.is_small and end.width < NARROWEST for end in breaks) > len(wide):
        return None
    if _explains(exact, wide, inside=2, share=0.75, inside_share=0.4, marks_share=0.6):
        return exact
    if len(wide) >= _ENOUGH and _explains(exact, wide, inside=1, share=1, inside_share=0.3, marks_share=0.4):
        return exact
    if len(wide) == 1 and wide[0].width >= _SURE_ALONE and wide[0].is_small and not wide[0].has_mark:
        return exact
    for slack in (_NARROW_PRINT_SLACK, _PRINT_SLACK):
        loose = _best(wide, slack)
        if loose is None or (slack == _PRINT_SLACK and loose.columns < _NARROW_PRINT):
            continue
        if _explains(loose, wide, inside=3, share=0.85, inside_share=0.4, marks_share=0.4):
            return loose
    return None


def _best(wide: Sequence[Break], slack: int) -> Width | None:
    """Return the width that explains the most breaks: the smallest, or with slack the one in the middle."""
    changes = [0] * (WIDEST + 2)
    for end in wide:
        first, last = max(0, end.width - slack), min(WIDEST, end.reach + slack - 1)
        if first <= last:
            changes[first] += 1
            changes[last + 1] -= 1
    explained = list(accumulate(changes))
    most = max(explained)
    best = [columns for columns, count in enumerate(explained) if count == most]
    return Width(best[len(best) // 2 if slack else 0], slack) if most else None


def _explains(
    width: Width, wide: Sequence[Break], *, inside: int, share: float, inside_share: float, marks_share: float
) -> bool:
    fitting = [end for end in wide if width.explains(end)]
    going_on = sum(end.goes_on for end in fitting)
    return (
        going_on >= inside
        and len(fitting) >= share * len(wide)
        and going_on >= inside_share * len(fitting)
        and sum(end.has_mark for end in fitting) <= marks_share * len(fitting)
    )
