"""The numbers of a text, to be matched with those of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from workbench.items.base import Value


def outside(values: list[Value], spans: list[Value]) -> list[Value]:
    """Return the values that are in none of the spans; both are in order."""
    found: list[Value] = []
    index = 0
    for value in values:
        while index < len(spans) and spans[index].end <= value.start:
            index += 1
        if index == len(spans) or value.end <= spans[index].start:
            found.append(value)
    return found


def as_written(value: Value) -> tuple[str, ...]:
    """Return readings that only the same characters have: a model may keep the source's way to write a number.

    Two scales must be the same; one may be a word that is not known.
    """
    if value.item is None:
        return ()
    text = f"={value.item.text}"
    return (f"{text}^{value.power}", f"{text}^0" if value.power else f"{text}^")


class Pool:
    """The numbers of a text, each of which can be taken once."""

    def __init__(self, values: list[Value]) -> None:
        self._values = values
        self._free = [True] * len(values)
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for index in range(len(values) - 1, -1, -1):
            value = values[index]
            for reading in value.readings:
                self._at[reading].append(index)
            if value.item is not None:
                self._at[f"={value.item.text}^{value.power}"].append(index)
                self._at[f"={value.item.text}^"].append(index)

    def left(self) -> list[Value]:
        """Return the numbers in items of which nothing was taken, not even as another number's group of digits."""
        taken = sorted(
            (value for value, is_free in zip(self._values, self._free, strict=True) if not is_free),
            key=lambda value: value.start,
        )
        return outside([value for value in self.free() if value.item], taken)

    def free(self) -> list[Value]:
        """Return the numbers of which nothing was taken."""
        return [value for value, is_free in zip(self._values, self._free, strict=True) if is_free]

    def take(self, readings: Iterable[str]) -> bool:
        """Take a number with one of these readings; say whether there was one."""
        for reading in readings:
            waiting = self._at.get(reading, [])
            while waiting:
                index = waiting.pop()
                if self._free[index]:
                    self._free[index] = False
                    return True
        return False
