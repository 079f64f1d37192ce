"""Reading ahead: one thread waits for the model while another stores what has come already."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_WAITING = 4_096
"""How many items may wait to be stored; then the model's results wait instead."""


class ReadAhead(Generic[T]):
    """Takes items from a generator in a thread of its own, and gives them out in lists.

    Leaving the context ends the reading: the generator is closed by the thread that reads it, as soon as the item
    that it waits for is there. Nobody waits for that.

    Args:
        items: Read by one thread only, and closed by it.
    """

    def __init__(self, items: Generator[T]) -> None:
        self._items = items
        self._came: list[T] = []
        self._changed = threading.Condition()
        self._is_done = False
        self._is_left = False
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._read, name="read-ahead", daemon=True)

    def __enter__(self) -> ReadAhead[T]:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._is_left = True
            self._changed.notify_all()

    def batches(self, pause_seconds: float) -> Iterator[list[T]]:
        """Yield what has come, in order: the first items as soon as they are there, then at most once in a pause.

        Args:
            pause_seconds: From one list to the next, unless everything has come.

        Raises:
            Exception: What the generator raised, after everything that came before it was given out.
        """
        last = time.monotonic() - pause_seconds
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._came or self._is_done)
                rest = last + pause_seconds - time.monotonic()
                self._changed.wait_for(lambda: self._is_done or len(self._came) >= MOST_WAITING, max(0.0, rest))
                batch, self._came = self._came, []
                self._changed.notify_all()
                is_done, error = self._is_done, self._error
            if batch:
                last = time.monotonic()
                yield batch
            if is_done:
                if error is not None:
                    raise error
                return

    def _read(self) -> None:
        error = None
        try:
            for item in self._items:
                with self._changed:
                    self._came.append(item)
                    self._changed.notify_all()
                    self._changed.wait_for(lambda: self._is_left or len(self._came) < MOST_WAITING)
                    if self._is_left:
                        break
            self._items.close()
        except BaseException as raised:  # raised again by the thread that stores
            error = raised
        with self._changed:
            self._is_done, self._error = True, error
            self._changed.notify_all()
