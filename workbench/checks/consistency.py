"""The same sentence translated in different ways within one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workbench.checks.findings import Finding, Severity
from workbench.segments.versions import plain
from workbench.wording import words

CONSISTENCY = "consistency"
"""The id of these findings: no check of one sentence, so not in the registry."""
CONSISTENCY_NAME = "Consistency"
CONSISTENCY_DESCRIPTION = (
    "The same sentence stands elsewhere in the article and is translated there in another way. Spaces do not count."
)


Sentence = tuple[int, str, str]
"""Position in the article, source and translation."""
_Like = tuple[int, str, str]  # position, translation without its spaces, and as it is written


def inconsistent(pairs: Sequence[Sentence]) -> tuple[Finding, ...]:
    """Return a warning for each sentence that is translated in another way than most of its likes.

    Among the translations of one source the commonest is taken for the right one, of several the first in the
    article. Every sentence with another is told, and its fix is that one; spaces do not count, and a sentence
    without a translation is left out. Linear in the length of the texts.

    Args:
        pairs: Position in the article, source and target of each sentence, in reading order.
    """
    likes: dict[str, list[_Like]] = {}
    for position, source, target in pairs:
        if (key := plain(source)) and (said := plain(target)):
            likes.setdefault(key, []).append((position, said, target))
    found = [finding for same in likes.values() for finding in _others(same)]
    return tuple(sorted(found, key=lambda finding: finding.position or 0))


def _others(same: list[_Like]) -> list[Finding]:
    """Return a finding on each of the same sentences, in reading order, that is translated in another way than most."""
    if len(same) < 2:
        return []
    counts = Counter(target for _, target, _ in same)
    if len(counts) == 1:
        return []
    usual = max(counts, key=lambda target: counts[target])  # of equals the first: a counter keeps the order
    first, fix = next((position, written) for position, target, written in same if target == usual)
    return [
        Finding(
            Severity.WARNING,
            CONSISTENCY,
            words("Sentence {number} is the same and is translated in another way.", number=first),
            position,
            fix=fix,
        )
        for position, target, _ in same
        if target != usual
    ]
