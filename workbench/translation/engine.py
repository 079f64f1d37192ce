"""Translate sentences offline: the one entrance to the models, made once a process, safe in several threads."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import suppress

from workbench.config import Settings
from workbench.errors import BrokenPackage
from workbench.memory.terms import Glossary
from workbench.translation.chains import through
from workbench.translation.decoding import Decoding, Hypothesis
from workbench.translation.finished import Finished
from workbench.translation.models import LoadedModels, Model, default_threads
from workbench.translation.packages import Inventory, find_packages
from workbench.translation.pivots import Route, find_route, find_routes
from workbench.translation.suggesting import MOST, suggest
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
        self._finished = Finished()

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

    def routes(self, source: str, target: str) -> tuple[Route, ...]:
        """Return every package, and every two packages, that translate this pair, the best first.

        Raises:
            NoModel: There are none.
        """
        return find_routes(self.refresh().packages, source, target)

    def preload(self, target: str) -> None:
        """Load the model that translates into `target`, if there is just one; `translate` tells of a broken one."""
        packages = [package for package in self.refresh().packages if package.target == target]
        if len(packages) == 1:
            with suppress(BrokenPackage):
                self._models.get(packages[0])

    @property
    def decoded(self) -> int:
        """How many sentences were given to a model so far; a repeated one counts once."""
        return self._finished.decoded

    def forget(self) -> None:
        """Drop the finished translations that are kept, so that everything is decoded again."""
        self._finished.clear()

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
            glossary: Terms that the translation should keep to.

        Returns:
            One hypothesis a sentence, with what is wrong with it and could not be mended. Close the generator
            to cancel.

        Raises:
            NoModel: No package translates this pair; raised at once.
            BrokenPackage: A package does not load or decode; raised when the first sentence is asked for.
        """
        if isinstance(sentences, str):
            raise TypeError("sentences is one string; give a list of them")
        route = self.route(source, target)
        return self._stream(route, sentences, decoding or self._default_decoding(), source, target, glossary)

    def alternatives(
        self,
        sentence: str,
        source: str,
        target: str,
        *,
        count: int = MOST,
        decoding: Decoding | None = None,
        route: Route | None = None,
        avoid: Iterable[str] = (),
        glossary: Glossary | None = None,
    ) -> tuple[Hypothesis, ...]:
        """Return up to `count` different translations of one sentence, the best first.

        Args:
            sentence: One sentence.
            source: Canonical language code.
            target: Canonical language code.
            count: How many at most.
            decoding: Parameters; those of the settings if not given.
            route: One of `routes`; the best if not given.
            avoid: Texts that are known already and left out.
            glossary: Terms that the translations should keep to.

        Raises:
            NoModel: No package translates this pair.
            BrokenPackage: A package does not load or decode.
            ModelBusy: Other translations kept the decoder busy for too long.
        """
        models = self._loaded(route or self.route(source, target))
        decoding = decoding or self._default_decoding()
        return suggest(models, sentence, source, target, count=count, decoding=decoding, avoid=avoid, glossary=glossary)

    def retranslate(
        self,
        sentence: str,
        source: str,
        target: str,
        *,
        decoding: Decoding | None = None,
        route: Route | None = None,
        glossary: Glossary | None = None,
    ) -> Hypothesis:
        """Translate one sentence, with another beam or another route than usual.

        Raises:
            NoModel: No package translates this pair.
            BrokenPackage: A package does not load or decode.
        """
        way = route or self.route(source, target)
        return next(self._stream(way, [sentence], decoding or self._default_decoding(), source, target, glossary))

    def translate_onward(
        self, text: str, route: Route, *, decoding: Decoding | None = None, glossary: Glossary | None = None
    ) -> Hypothesis:
        """Translate a text in the language in between with the last package of a route alone.

        Returns:
            A hypothesis whose score is that of this part; the glossary has the terms that are kept as they are.
        """
        last = Route(route.packages[-1:])
        decoding = decoding or self._default_decoding()
        return next(self._stream(last, [text], decoding, last.source, last.target, glossary))

    def _default_decoding(self) -> Decoding:
        return Decoding(beam_size=self._settings.beam_size)

    def _loaded(self, route: Route) -> list[Model]:
        return [self._models.get(package) for package in route.packages]

    def _stream(
        self,
        route: Route,
        sentences: Iterable[str],
        decoding: Decoding,
        source: str,
        target: str,
        glossary: Glossary | None,
    ) -> Generator[Hypothesis]:
        first, *second = self._loaded(route)
        if not second:
            yield from decode(
                first, sentences, decoding, source=source, target=target, glossary=glossary, finished=self._finished
            )
        else:
            yield from through(first, second[0], sentences, decoding, source, target, glossary, self._finished)
