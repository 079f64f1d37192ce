"""The same sentence translated in different ways within one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from workbench.checks.findings import Finding, Severity
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
        if (key := _without_spaces(source)) and (plain := _without_spaces(target)):
            likes.setdefault(key, []).append((position, plain, target))
    found = [finding for same in likes.values() for finding in _others(same)]
    return tuple(sorted(found, key=lambda finding: finding.position or 0))


class ConsistencyIndex:
    """What `inconsistent` finds in an article, kept while one sentence after the other is written anew.

    Replacing a sentence costs as much as its likes are many; all others are not looked at. Not for several threads at
    once.

    Args:
        sentences: As for `inconsistent`, in any order; no position twice.
    """

    def __init__(self, sentences: Iterable[Sentence] = ()) -> None:
        self._key_of: dict[int, str] = {}
        self._likes: dict[str, dict[int, _Like]] = {}
        self._found: dict[str, Mapping[int, Finding]] = {}
        for sentence in sentences:
            self._put(*sentence)

    def replace(self, position: int, source: str, target: str) -> tuple[int, ...]:
        """Put a sentence in the place of the one that stands there, or where none stands yet.

        Args:
            position: Of the sentence.
            source: Its text, which may be another one now.
            target: Its translation; "" takes the sentence out.

        Returns:
            The positions, in order, of the sentences of which something else is found now than before: often others
            than the one that was written, and not always that one.
        """
        touched = {key for key in (self._key_of.get(position), _without_spaces(source)) if key}
        before = self._found_of_all(touched)
        self._take_out(position)
        self._put(position, source, target)
        after = self._found_of_all(touched)
        return tuple(sorted(place for place in before | after if before.get(place) != after.get(place)))

    def findings_of(self, position: int) -> tuple[Finding, ...]:
        """Return what is found of the sentence at a position: one finding or none."""
        key = self._key_of.get(position)
        finding = self._found_of(key).get(position) if key else None
        return () if finding is None else (finding,)

    def findings(self) -> tuple[Finding, ...]:
        """Return all findings in reading order, as `inconsistent` does."""
        return tuple(finding for _, finding in sorted(self._found_of_all(self._likes).items(), key=itemgetter(0)))

    def _put(self, position: int, source: str, target: str) -> None:
        if (key := _without_spaces(source)) and (plain := _without_spaces(target)):
            self._key_of[position] = key
            self._likes.setdefault(key, {})[position] = position, plain, target
            self._found.pop(key, None)

    def _take_out(self, position: int) -> None:
        key = self._key_of.pop(position, None)
        if key is not None:
            self._found.pop(key, None)
            del self._likes[key][position]
            if not self._likes[key]:
                del self._likes[key]

    def _found_of_all(self, keys: Iterable[str]) -> dict[int, Finding]:
        return {position: finding for key in keys for position, finding in self._found_of(key).items()}

    def _found_of(self, key: str) -> Mapping[int, Finding]:
        """Return what is found of sentences that are the same, by position; remembered until one of them changes."""
        found = self._found.get(key)
        if found is None:
            others = _others(sorted(self._likes.get(key, {}).values()))
            found = {finding.position: finding for finding in others if finding.position is not None}
            if key in self._likes:
                self._found[key] = found
        return found


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


def _without_spaces(text: str) -> str:
    return " ".join(text.split())
