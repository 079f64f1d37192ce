"""At which width the lines of a text were broken, if a machine broke them and not the writer.

A program fills each line as far as it goes: the first word of the next line would not have fitted any more. A
poet, a list, an address or a table breaks where it means to. So one width must explain nearly all the breaks, and
many of the next lines must go on in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NARROWEST, WIDEST = 45, 90
# Letters of a printed page differ in width, so its lines differ in characters.
_PRINT_SLACK = 8
_NARROW_PRINT_SLACK = 4
_NARROW_PRINT = 60
_SURE_ALONE = 60


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line that another line follows.

    Attributes:
        width: Columns of the line.
        reach: Columns it would have had with the first word of the next line.
        goes_on: Whether the next line seems to be in the middle of a sentence.
        ends: Whether the line ends a sentence and the next may begin one.
        has_mark: Whether the line ends with any mark.
    """

    width: int
    reach: int
    goes_on: bool
    ends: bool
    has_mark: bool


@dataclass(frozen=True, slots=True)
class Width:
    """The width found.

    Attributes:
        columns: Of the longest line.
        slack: How much shorter a full line may be than it would need to be.
    """

    columns: int
    slack: int = 0

    def fills(self, end: Break) -> bool:
        """Say whether the line was broken because it was full."""
        slack = 0 if end.ends else self.slack
        return end.width <= self.columns < end.reach + slack


def find_width(breaks: Sequence[Break]) -> Width | None:
    """Return the width at which these lines were broken, None when they do not seem to be.

    Args:
        breaks: All ends of lines that may have been made by a machine.
    """
    wide = [end for end in breaks if NARROWEST <= end.width <= WIDEST]
    exact = _best(wide, 0)
    if exact is None:
        return None
    if _explains(exact, wide, inside=2, share=0.75, inside_share=0.4, marks_share=0.6):
        return exact
    if len(wide) == 1 and wide[0].width >= _SURE_ALONE and wide[0].goes_on and not wide[0].has_mark:
        return exact
    for slack in (_NARROW_PRINT_SLACK, _PRINT_SLACK):
        loose = _best(wide, slack)
        if loose is None or (slack == _PRINT_SLACK and loose.columns < _NARROW_PRINT):
            continue
        if _explains(loose, wide, inside=3, share=0.85, inside_share=0.5, marks_share=0.4):
            return loose
    return None


def _best(wide: Sequence[Break], slack: int) -> Width | None:
    """Return the smallest width that explains the most breaks."""
    changes = [0] * (WIDEST + 2)
    for end in wide:
        last = min(WIDEST, end.reach + slack - 1)
        if end.width <= last:
            changes[end.width] += 1
            changes[last + 1] -= 1
    best, most, now = 0, 0, 0
    for columns, change in enumerate(changes):
        now += change
        if now > most:
            best, most = columns, now
    return Width(best, slack) if most else None


def _explains(
    width: Width, wide: Sequence[Break], *, inside: int, share: float, inside_share: float, marks_share: float
) -> bool:
    fitting = [end for end in wide if end.width <= width.columns < end.reach + width.slack]
    going_on = sum(end.goes_on for end in fitting)
    return (
        going_on >= inside
        and len(fitting) >= share * len(wide)
        and going_on >= inside_share * len(fitting)
        and sum(end.has_mark for end in fitting) <= marks_share * len(fitting)
    )
