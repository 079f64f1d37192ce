"""The words of a sentence in small letters, found once for all who ask whether it has one of theirs."""

from __future__ import annotations

import re
from functools import lru_cache

# By ranges, which are twice as fast as "all that Python calls a letter": no digits, no marks of the scripts that have
# lists or names of months here; and the mark of a note belongs to no word.
_WORD = re.compile(
    "[a-zªµºß-öø-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u0669\u066e-\u06d3\u06d5-\u0963\u0966-\u1fff"
    "\u2c00-\u2dff\u2e80-\u2fff\u3005-\u3007\u3021-\u302f\u3031-\ufeff\uff21-\U0010ffff]+"
)
_REMEMBERED = 64  # the checks of one sentence ask one after the other
_LONGEST = 2_000


def words_in_small(text: str) -> tuple[str, ...]:
    """Return the runs of letters of a text in small letters, in order. Letters with combining marks are cut there."""
    return _remembered(text) if len(text) <= _LONGEST else _find(text)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(text: str) -> tuple[str, ...]:
    return _find(text)


def _find(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))
