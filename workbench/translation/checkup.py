"""Try packages out: each translates a few sentences in its own language, and the result is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from time import perf_counter

from workbench.config import Settings
from workbench.errors import BrokenPackage
from workbench.languages import primary
from workbench.translation.decoding import Decoding
from workbench.translation.models import Model, default_threads
from workbench.translation.packages import Package, find_packages
from workbench.translation.quarantine import Evidence, new_evidence
from workbench.translation.samples import sample_sentences
from workbench.translation.windows import decode
from workbench.wording import words
from workbench.writing.echoes import is_echo
from workbench.writing.loops import find_loop


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
    """Load one package and translate the fixed sentences of its language with it."""
    sources, start = sample_sentences(package.source), perf_counter()
    try:
        found = _try_out(package, threads)
    except BrokenPackage as error:
        return PackageCheck(package, CheckStatus.BROKEN, sources[0], "", error.args[0], perf_counter() - start)
    source, translation, status = found
    return PackageCheck(package, status, source, translation, _REASONS[status], perf_counter() - start)


def evidence_against(package: Package) -> Evidence | None:
    """Try a package out before it is used; return what speaks against it, None when nothing does.

    Raises:
        BrokenPackage: It does not load or does not translate at all.
    """
    source, translation, status = _try_out(package, 1)
    return None if status is CheckStatus.WORKS else new_evidence(source, translation, _REASONS[status])


def _try_out(package: Package, threads: int) -> tuple[str, str, CheckStatus]:
    """Return a sentence, its translation, and how the package is: the first failure if half of them fail."""
    sources = sample_sentences(package.source)
    # Without repair: what is looked at is the package, not what can be made of it.
    decoded = decode(Model(package, threads), sources, Decoding(repair=False))
    translations = [hypothesis.text for hypothesis in decoded]
    codes = primary(package.source), primary(package.target)
    found = [
        (source, translation, judge(source, translation, *codes))
        for source, translation in zip(sources, translations, strict=True)
    ]
    failures = [one for one in found if one[2] is not CheckStatus.WORKS]
    return failures[0] if 2 * len(failures) >= len(found) else next(one for one in found if one not in failures)


def judge(source: str, translation: str, source_language: str, target_language: str) -> CheckStatus:
    """Say what is wrong with the translation of a plain sentence.

    Args:
        source: The sentence.
        translation: Of it.
        source_language: Primary code; between close languages a sentence may stay as it is.
        target_language: Primary code.
    """
    if not any(map(str.isalnum, translation)):
        return CheckStatus.EMPTY
    if is_echo(source, translation, source_language, target_language):
        return CheckStatus.ECHOES
    return CheckStatus.LOOPS if find_loop(translation, source) else CheckStatus.WORKS


_REASONS = {
    CheckStatus.WORKS: "",
    CheckStatus.EMPTY: words("It translates a plain sentence to nothing."),
    CheckStatus.ECHOES: words("It gives a plain sentence back untranslated."),
    CheckStatus.LOOPS: words("It repeats the same words without end."),
}
