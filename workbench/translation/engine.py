"""Translate sentences offline: the one entrance to the models, made once a process, safe in several threads."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from workbench.config import Settings
from workbench.errors import BrokenPackage
from workbench.memory.terms import Glossary, broken_uses
from workbench.translation.decoding import Decoding, Hypothesis
from workbench.translation.faults import Fault, FaultKind
from workbench.translation.models import LoadedModels, Model, default_threads
from workbench.translation.packages import Inventory, find_packages
from workbench.translation.pivots import Route, find_route
from workbench.translation.windows import decode

__all__ = ["Decoding", "Engine", "Hypothesis", "Route"]


class Engine:
    """Finds the packages, loads their models when they are first used, and translates with them.

    Args:
        settings: Where packages are, how many threads decode, the default beam size.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._models = LoadedModels(default_threads(settings.threads))

    @property
    def loaded(self) -> int:
        """How many models are in memory."""
        return len(self._models)

    def refresh(self) -> Inventory:
        """Look at the folders again, drop the models whose packages are gone or changed, and return what is there.

        `route` and `translate` do this too: what another process installs is used at once.
        """
        inventory = find_packages(self._settings)
        self._models.keep_only(inventory.packages)
        return inventory

    def route(self, source: str, target: str) -> Route:
        """Return the package, or the two packages, that translate this pair.

        Raises:
            NoModel: There are none.
        """
        return find_route(self.refresh().packages, source, target)

    def preload(self, target: str) -> None:
        """Load the model that translates into `target`, if there is just one: it will be needed for any source.

        A broken one is left for `translate` to tell.
        """
        packages = [package for package in self.refresh().packages if package.target == target]
        if len(packages) == 1:
            with suppress(BrokenPackage):
                self._models.get(packages[0])

    def translate(
        self,
        sentences: Iterable[str],
        source: str,
        target: str,
        *,
        decoding: Decoding | None = None,
        glossary: Glossary | None = None,
    ) -> Generator[Hypothesis]:
        """Translate sentences, in order, each given out as soon as it is done.

        Args:
            sentences: One sentence each, without line ends; a list, or an iterable of any length that is
                read as the translation goes on. A blank one gives a blank one.
            source: Canonical language code.
            target: Canonical language code.
            decoding: Parameters; those of the settings if not given.
            glossary: Terms of this pair; a translation that does not follow them has a fault.

        Returns:
            One hypothesis a sentence. Close the generator to cancel.

        Raises:
            NoModel: No package translates this pair; raised at once.
            BrokenPackage: A package does not load or decode; raised when the first sentence is asked for.
        """
        if isinstance(sentences, str):
            raise TypeError("sentences is one string; give a list of them")
        route = self.route(source, target)
        how = decoding or Decoding(beam_size=self._settings.beam_size)
        if glossary is None:
            return self._stream(route, sentences, how)
        read: deque[str] = deque()
        return _checked(self._stream(route, _noting(sentences, read), how), read, glossary)

    def _stream(self, route: Route, sentences: Iterable[str], decoding: Decoding) -> Generator[Hypothesis]:
        models = [self._models.get(package) for package in route.packages]
        if len(models) == 1:
            yield from decode(models[0], sentences, decoding)
        else:
            yield from _through(models[0], models[1], sentences, decoding)


def _noting(sentences: Iterable[str], read: deque[str]) -> Iterator[str]:
    for sentence in sentences:
        read.append(sentence)
        yield sentence


def _checked(hypotheses: Generator[Hypothesis], read: deque[str], glossary: Glossary) -> Generator[Hypothesis]:
    try:
        for hypothesis in hypotheses:
            sentence = read.popleft()
            faults = tuple(
                Fault(FaultKind.BROKEN_TERM, use.wanted)
                for use in broken_uses(glossary.find(sentence), hypothesis.text)
            )
            yield replace(hypothesis, faults=(*hypothesis.faults, *faults)) if faults else hypothesis
    finally:
        hypotheses.close()


def _through(first: Model, second: Model, sentences: Iterable[str], decoding: Decoding) -> Generator[Hypothesis]:
    """Translate with one model after the other, both at work at the same time."""
    halfway: deque[Hypothesis] = deque()
    outbound = decode(first, sentences, decoding)

    def texts() -> Iterator[str]:
        for hypothesis in outbound:
            halfway.append(hypothesis)
            yield hypothesis.text

    onward = decode(second, texts(), decoding)
    try:
        for hypothesis in onward:
            between = halfway.popleft()
            yield Hypothesis(hypothesis.text, between.score + hypothesis.score, pivot=between.text)
    finally:
        onward.close()
        outbound.close()
