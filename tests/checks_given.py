"""Small checks that say exactly what they find, for tests of everything around the checks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.services import findings
from workbench.services.findings import FindingCache, Registry
from workbench.wording import words


class LostDigits:
    """Digits of the source that the translation does not have; a lone other number there is to be replaced."""

    id = "digits"
    name = "Digits"
    description = "Digits of the source that are missing."
    severity = Severity.BLOCKING
    example = ("Then 7 came.", "Vinieron.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        there = re.findall(r"\d+", pair.target)
        for match in re.finditer(r"\d+", pair.source):
            if match[0] not in there:
                fix = re.sub(r"\d+", match[0], pair.target) if len(there) == 1 else None
                message = words("{number} is missing.", number=match[0])
                yield finding_in(self, pair, Side.SOURCE, match.span(), message, fix=fix)


class DoubleSpaces:
    """Two spaces between words of the translation."""

    id = "spaces"
    name = "Spaces"
    description = "Double spaces."
    severity = Severity.WARNING
    example = ("A cat.", "Un  gato.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        for match in re.finditer(r"\S+  +\S+", pair.target):
            fix = re.sub("  +", " ", pair.target)
            yield finding_in(self, pair, Side.TARGET, match.span(), words("Two spaces."), fix=fix)


class Shouting:
    """A translation in capitals: no piece, no fix."""

    id = "shouting"
    name = "Shouting"
    description = "All in capitals."
    severity = Severity.HINT
    example = ("A cat.", "UN GATO.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        if pair.target.isupper():
            yield finding_in(self, pair, Side.TARGET, None, words("It shouts."))


class Failing:
    """Raises on a word."""

    id = "failing"
    name = "Failing"
    description = "Fails."
    severity = Severity.BLOCKING
    example = ("A cat.", "boom", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        if "boom" in pair.target:
            raise RuntimeError("boom")
        yield from ()


def differing(sentences: Sequence[tuple[int, str, str]]) -> tuple[Finding, ...]:
    """Tell the same sentence translated in another way than at its first place."""
    by_source: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for position, source, target in sentences:
        by_source[source].append((position, target))
    return tuple(
        Finding(Severity.WARNING, "inconsistent", words("Sentence {other} says it differently.", other=first), position)
        for (first, said), *others in by_source.values()
        for position, target in others
        if target != said
    )


GIVEN = Registry((LostDigits(), DoubleSpaces(), Shouting(), Failing()), (differing,))


def give(monkeypatch, registry: Registry = GIVEN) -> FindingCache:  # type: ignore[no-untyped-def]
    """Let this process run these checks, whatever others there are; return what remembers their findings."""
    cache = FindingCache(registry)
    monkeypatch.setattr(findings, "CHECKED", cache)
    return cache
