"""Try packages out: each translates one sentence in its own language, and the result is looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from time import perf_counter

from workbench.config import Settings
from workbench.errors import BrokenPackage
from workbench.translation.decoding import Decoding
from workbench.translation.models import Model, default_threads
from workbench.translation.packages import Package, find_packages
from workbench.translation.samples import sample_sentence
from workbench.translation.windows import decode


class CheckStatus(StrEnum):
    """What trying a package out showed."""

    WORKS = "works"
    BROKEN = "broken"
    EMPTY = "empty"
    ECHOES = "echoes"
    LOOPS = "loops"


@dataclass(frozen=True, slots=True)
class PackageCheck:
    """The result for one package.

    Attributes:
        package: The package.
        status: What was found.
        source: The sentence it was given.
        translation: What it made of it; "" when it is broken.
        reason: What is wrong, one sentence; "" when it works.
        seconds: To load and to translate.
    """

    package: Package
    status: CheckStatus
    source: str
    translation: str
    reason: str
    seconds: float

    @property
    def is_working(self) -> bool:
        """Whether nothing is wrong."""
        return self.status is CheckStatus.WORKS

    @property
    def message(self) -> str:
        """The result in words."""
        return self.reason or f"works ({self.seconds:.1f} s)"


def check_packages(settings: Settings) -> tuple[PackageCheck, ...]:
    """Try out every package that `find_packages` finds; one model is in memory at a time."""
    threads = default_threads(settings.threads)
    return tuple(check_package(package, threads) for package in find_packages(settings).packages)


def check_package(package: Package, threads: int = 1) -> PackageCheck:
    """Load one package and translate one sentence with it."""
    source, start = sample_sentence(package.source), perf_counter()
    try:
        translation = try_out(package, threads)
    except BrokenPackage as error:
        return PackageCheck(package, CheckStatus.BROKEN, source, "", str(error), perf_counter() - start)
    status = judge(source, translation)
    return PackageCheck(package, status, source, translation, _REASONS[status], perf_counter() - start)


def try_out(package: Package, threads: int = 1) -> str:
    """Return the translation of the sample sentence in the package's source language.

    Raises:
        BrokenPackage: It does not load or does not translate.
    """
    return next(decode(Model(package, threads), [sample_sentence(package.source)], Decoding())).text


def require_translation(package: Package) -> None:
    """Make sure that a package can be used: it loads, and makes something of the sample sentence.

    Raises:
        BrokenPackage: It does not load, does not translate, or translates to nothing.
    """
    status = judge(sample_sentence(package.source), try_out(package))
    # One that echoes may be right, between languages that are close; one that loops may do so here only.
    if status is CheckStatus.EMPTY:
        raise BrokenPackage(_REASONS[status], hint="Use another version of the package.")


def judge(source: str, translation: str) -> CheckStatus:
    """Say what is wrong with the translation of a plain sentence, without knowing either language."""
    if not translation.strip():
        return CheckStatus.EMPTY
    if _words(source) == _words(translation):
        return CheckStatus.ECHOES
    if _LOOP.search(translation):
        return CheckStatus.LOOPS
    return CheckStatus.WORKS


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


# The same 2 to 40 characters five times in a row; marks such as "....." alone do not count.
_LOOP = re.compile(r"(?=.{0,39}\w)(.{2,40}?)\1{4}", re.DOTALL)
_REASONS = {
    CheckStatus.WORKS: "",
    CheckStatus.EMPTY: "It translates a plain sentence to nothing.",
    CheckStatus.ECHOES: "It gives a plain sentence back untranslated.",
    CheckStatus.LOOPS: "It repeats the same words without end.",
}
