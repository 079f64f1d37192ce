"""Translate a stream of sentences with one model: windows of them are under way while the first come out.

A window is handed to CTranslate2 as a whole, which sorts it by length and cuts it into batches for its
replicas. The first window is small, so that the first sentence is soon there; a few are under way at any
time, so that no replica waits and a text of any length takes little memory. Sentences that have to be tried
again join in a window of their own behind those, and the ones after them wait for their turn to come out.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Generator, Hashable, Iterable, Iterator

from workbench.memory.terms import Glossary, TermUse
from workbench.translation.allocator import RETURNED_AFTER, return_free_memory
from workbench.translation.attempts import submit
from workbench.translation.decoding import Decoding, Hypothesis
from workbench.translation.finished import Finished
from workbench.translation.models import Model
from workbench.translation.repair import Ladder
from workbench.translation.work import Work

WINDOWS_UNDER_WAY = 3
# A window costs the more a sentence the smaller it is: one sentence, so that something is soon there, while the other
# replicas begin with the next window; then as much as an article has; then more and more of what sorts well.
FIRST_WINDOWS = (1, 48, 48, 128)
LARGEST_WINDOW = 256
LARGEST_CHARS = 32_000
# So many sentences may wait for one before them that is tried again.
MOST_HELD = 1024


class Stream:
    """The sentences that are under way.

    Args:
        model: A loaded model.
        decoding: Parameters.
        source: Language code of the sentences; the package's own if not given.
        target: Language code to translate into.
        glossary: Terms to keep to.
        finished: Where translations are looked for and put.
        insists: Whether each sentence is decoded, whatever is known of it, and tried again if it is faulty.
        most_windows: How many windows of new sentences may be under way. With one, the first results are not kept
            waiting for sentences that are still to come.
    """

    def __init__(
        self,
        model: Model,
        decoding: Decoding,
        source: str,
        target: str,
        glossary: Glossary | None,
        finished: Finished,
        *,
        insists: bool = False,
        most_windows: int = WINDOWS_UNDER_WAY,
    ) -> None:
        self._model = model
        self._decoding = decoding
        self._pair = (source, target)
        self._glossary = glossary
        self._finished = finished
        self._insists = insists
        self._ladder = Ladder(model, decoding, source, target, insists=insists)
        self._most_windows = most_windows
        self._known: dict[Hashable, Work] = {}
        self._order: deque[Work] = deque()
        self._windows: deque[tuple[list[Work], bool]] = deque()
        self._answered = 0

    def run(self, sentences: Iterable[str]) -> Generator[Hypothesis]:
        """Yield each sentence's translation, in order, as soon as it and those before it are done."""
        waiting = iter(sentences)
        sizes = itertools.chain(FIRST_WINDOWS, itertools.repeat(LARGEST_WINDOW))
        is_open = True
        while True:
            while is_open and self._has_room():
                is_open = self._open_window(waiting, next(sizes))
            yield from self._done()
            if not self._windows:
                if is_open:
                    continue
                return
            window, _ = self._windows.popleft()
            again = []
            for work in window:
                work.advance()
                self._answered += 1
                if self._answered % RETURNED_AFTER == 0:
                    return_free_memory()
                if work.hypothesis is None:
                    again.append(work)
                else:
                    if work.is_final:
                        self._finished.put(work.key, work.hypothesis)
                    self._known.pop(work.key, None)
                    yield from self._done()
            self._submit(again, is_first=False)
            self._most_windows = min(self._most_windows + 1, WINDOWS_UNDER_WAY)

    def _has_room(self) -> bool:
        first = sum(is_first for _, is_first in self._windows)
        return first < self._most_windows and len(self._order) < MOST_HELD

    def _done(self) -> Iterator[Hypothesis]:
        while self._order and (hypothesis := self._order[0].hypothesis) is not None:
            self._order.popleft()
            yield hypothesis

    def _open_window(self, waiting: Iterator[str], size: int) -> bool:
        """Take sentences and submit them; return whether there may be more."""
        fresh: list[Work] = []
        chars = taken = 0
        while len(fresh) < size and taken < LARGEST_WINDOW and chars < LARGEST_CHARS:
            sentence = next(waiting, None)
            if sentence is None:
                break
            taken += 1
            work = self._work(sentence)
            if work.key not in self._known and work.hypothesis is None:
                self._known[work.key] = work
                fresh.append(work)
                chars += len(sentence)
            self._order.append(work)
        started = []
        for work in fresh:
            work.advance()
            if work.hypothesis is None:
                started.append(work)
            else:
                self._known.pop(work.key)
        self._finished.count(len(started))
        self._submit(started, is_first=True)
        return sentence is not None

    def _work(self, sentence: str) -> Work:
        """Return the sentence's work under way, or new or done work for it."""
        uses: tuple[TermUse, ...] = self._glossary.find(sentence) if self._glossary else ()
        key = (self._model.key, self._decoding, self._pair, sentence, uses)
        if (known := self._known.get(key)) is not None:
            return known
        if not self._insists and (found := self._finished.get(key)) is not None:
            return Work(key, None, found)
        return Work(key, self._ladder.steps(sentence, uses) if self._decoding.repair else self._ladder.plain(sentence))

    def _submit(self, works: list[Work], *, is_first: bool) -> None:
        """Hand to the decoder what these need decoded."""
        if not works:
            return
        submit([attempt for work in works for attempt in work.attempts], self._model, self._decoding)
        # The decoder begins with the longest. Answers taken in its order never lie between its buffers for long.
        self._windows.append((sorted(works, key=lambda work: work.most_tokens, reverse=True), is_first))


def decode(
    model: Model,
    sentences: Iterable[str],
    decoding: Decoding,
    *,
    source: str = "",
    target: str = "",
    glossary: Glossary | None = None,
    finished: Finished | None = None,
    insists: bool = False,
    most_windows: int = WINDOWS_UNDER_WAY,
) -> Generator[Hypothesis]:
    """Translate each sentence, in order, each as soon as it is done.

    Closing the generator stops handing out work; what is under way finishes in the background and is lost.

    Args:
        model: A loaded model.
        sentences: Taken from the iterable a window at a time. Of equal ones only the first is decoded.
        decoding: Parameters.
        source: Language code of the sentences; the package's own if not given.
        target: Language code to translate into; the package's own if not given.
        glossary: Terms to keep to.
        finished: Where translations are looked for and put.
        insists: Whether each sentence is decoded, whatever is known of it, and tried again if it is faulty.
        most_windows: How many windows of new sentences may be under way.

    Raises:
        BrokenPackage: The decoder failed.
    """
    package = model.package
    stream = Stream(
        model,
        decoding,
        source or package.source,
        target or package.target,
        glossary,
        finished or Finished(),
        insists=insists,
        most_windows=most_windows,
    )
    return stream.run(sentences)
