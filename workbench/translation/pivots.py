"""The way from one language to another: one package, or two through a third language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.errors import BadInput, NoModel, UnknownLanguage
from workbench.languages import from_argos, language, to_argos
from workbench.translation.packages import Package
from workbench.wording import words

# Most packages translate from or into English, and theirs are trained on the most text.
PREFERRED_PIVOT = "en"


@dataclass(frozen=True, slots=True)
class Route:
    """One or two packages that translate one after the other.

    Attributes:
        packages: In the order of translating.
    """

    packages: tuple[Package, ...]

    @property
    def id(self) -> str:
        """The ids of its packages: "es-en 1.0 (installed) + en-fr 1.0 (installed)"."""
        return " + ".join(package.id for package in self.packages)

    @property
    def source(self) -> str:
        """Code of the language the first package reads."""
        return self.packages[0].source

    @property
    def target(self) -> str:
        """Code of the language the last package writes."""
        return self.packages[-1].target

    @property
    def pivot(self) -> str | None:
        """Code of the language in between, None for a direct translation."""
        return self.packages[0].target if len(self.packages) > 1 else None


def find_route(packages: Sequence[Package], source: str, target: str) -> Route:
    """Return the best way from `source` to `target`.

    A direct package comes before a pivot, English before another pivot, and then the order of `packages`
    decides. A code with a region ("en-GB") is served by a package for the language at large ("en") when there is
    none for the region.

    Args:
        packages: Preferred ones first, as `find_packages` orders them.
        source: Canonical language code.
        target: Canonical language code.

    Raises:
        BadInput: Source and target are the same language.
        NoModel: No package and no two packages do it.
    """
    return find_routes(packages, source, target)[0]


def find_routes(packages: Sequence[Package], source: str, target: str) -> tuple[Route, ...]:
    """Return every way from `source` to `target`, the best first: one at least.

    Args:
        packages: As for `find_route`, and the errors are the same.
        source: Canonical language code.
        target: Canonical language code.
    """
    if source == target:
        raise BadInput(
            words("Source and target are both {source}.", source=source), hint=words("Choose another target language.")
        )
    readable, writable = _acceptable(source), _acceptable(target)
    pairs = [(reads, writes) for reads in readable for writes in writable]
    routes = [Route((package,)) for pair in pairs for package in packages if (package.source, package.target) == pair]
    for reads, writes in pairs if set(readable).isdisjoint(writable) else ():
        chains = [
            (first, second)
            for first in packages
            if first.source == reads
            for second in packages
            if second.target == writes and first.target == second.source
        ]
        routes += map(Route, sorted(chains, key=lambda chain: chain[0].target != PREFERRED_PIVOT))
    if not routes:
        raise NoModel(source, target)
    return tuple(routes)


def reachable(packages: Sequence[Package], source: str) -> tuple[str, ...]:
    """Return the codes of the languages that `source` can be translated to, sorted."""
    reads = _acceptable(source)
    direct = {package.target for package in packages if package.source in reads}
    chained = {package.target for package in packages if package.source in direct}
    return tuple(sorted((direct | chained).difference(reads)))


def pivot_language(package_ids: Sequence[str]) -> str | None:
    """Return the code of the language between two packages, told by their ids; None for one package.

    Args:
        package_ids: Such as "es-en 1.0 (installed)", "en-zh-Hant 1.0 (installed)", in the order of translating.
    """
    if len(package_ids) < 2:
        return None
    pair, onward = (id_.partition(" ")[0] for id_ in package_ids[:2])
    parts = pair.split("-")
    codes = ("-".join(parts[place:]) for place in range(1, len(parts)))
    return next((code for code in codes if onward.startswith(f"{code}-")), None)


def _acceptable(code: str) -> tuple[str, ...]:
    """Return the code, and for one with a region the general one that packages have, if its script is the same."""
    if "-" not in code:
        return (code,)
    try:
        general = from_argos(to_argos(code))
        # A model for Simplified Chinese does not read Traditional.
        is_same_script = language(general).script == language(code).script
    except UnknownLanguage:
        return (code,)
    return (code, general) if is_same_script and general != code else (code,)
