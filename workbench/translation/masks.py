"""Put carriers, tokens that a model lets through, in place of what it must not change, and take them out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from workbench.items import ItemKind
from workbench.items.patterns import QUANTITIES
from workbench.translation.headlines import to_capitals

if TYPE_CHECKING:
    from workbench.translation.carriers import Carrier
    from workbench.translation.protect import Prepared

_MOST = 9
_CLOSING = regex.compile(r"</")


@dataclass(frozen=True, slots=True)
class Masked:
    """A core with carriers.

    Attributes:
        prepared: The sentence.
        core: What the model is given.
        carriers: For each carrier the text that it stands for.
    """

    prepared: Prepared
    core: str
    carriers: tuple[tuple[str, str], ...]

    def finish(self, text: str) -> str | None:
        """Return the whole translation; None if a carrier was lost, doubled or changed."""
        for carrier, _ in self.carriers:
            if len(_pattern(carrier).findall(text)) != 1:
                return None
        if self.prepared.is_in_capitals:
            text = to_capitals(text, self.prepared.target)
        for carrier, piece in self.carriers:
            text = _pattern(carrier).sub(lambda _, piece=piece: piece, text)  # type: ignore[misc]
        return f"{self.prepared.head}{text.strip()}{self.prepared.tail}"


def mask(prepared: Prepared, carrier: Carrier) -> Masked | None:
    """Return the core of a sentence with carriers in place of its terms and of what must come through letter by
    letter; None if it has neither, or more than a model could keep apart. Numbers stay: a model needs them for
    its grammar.
    """
    spans = list(prepared.core_uses)
    for item in prepared.core_items:
        is_free = all(item.end <= start or item.start >= end for start, end, _ in spans)
        if item.kind not in QUANTITIES and item.kind is not ItemKind.TAG and is_free:
            spans.append((item.start, item.end, item.text))
    if not spans or len(spans) > _MOST:
        return None
    pieces, carriers, last = [], [], 0
    for number, (start, end, piece) in enumerate(sorted(spans)):
        token = carrier.token(number)
        if token in prepared.core:
            return None
        pieces += [prepared.core[last:start], token]
        carriers.append((token, piece))
        last = end
    return Masked(prepared, "".join([*pieces, prepared.core[last:]]), tuple(carriers))


def _pattern(carrier: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\w){regex.escape(carrier)}(?!\w)", regex.IGNORECASE)
