"""How much of a preview of replacing is drawn: people read a screen of it or ten, a browser must not choke on more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.services.views.find import Preview, Reworded, Seen

MOST_DRAWN = 200
"""How many sentences are drawn."""
MOST_CHARACTERS = 100_000
"""How many characters of both texts are drawn in all; the first sentence is drawn whatever its length."""
_BETWEEN = " "


@dataclass(frozen=True, slots=True)
class DrawnPreview:
    """A preview of replacing, drawn down to a limit; replacing is about all of it.

    Attributes:
        sentences: Those that are drawn, in reading order.
        rest: Those that are not drawn and can be replaced in: one box chooses them all.
        changing: How many sentences change, drawn or not.
        refused: How many of those that are not drawn cannot be replaced in.
        left_over: How many more are too many for one go.
    """

    sentences: tuple[Reworded, ...]
    rest: tuple[Reworded, ...]
    changing: int
    refused: int
    left_over: int

    @property
    def rest_value(self) -> str:
        """The rest as the value of its box."""
        return write_seen(self.rest)


def draw_preview(preview: Preview) -> DrawnPreview:
    """Return what of a preview is drawn, and what is only counted."""
    drawn, characters = 0, 0
    for each in preview.sentences[:MOST_DRAWN]:
        characters += len(each.row.target) + len(each.text)
        if drawn and characters > MOST_CHARACTERS:
            break
        drawn += 1
    others = preview.sentences[drawn:]
    rest = tuple(each for each in others if not each.problem)
    return DrawnPreview(
        sentences=preview.sentences[:drawn],
        rest=rest,
        changing=sum(not each.problem for each in preview.sentences),
        refused=len(others) - len(rest),
        left_over=preview.left_over,
    )


def write_seen(sentences: Sequence[Reworded]) -> str:
    """Return sentences, each with the version that is shown, as the value of a box: "3.1.12-0a1b2c3d 4.2.…"."""
    return _BETWEEN.join(f"{each.row.position}.{each.row.version}.{each.row.key}" for each in sentences)


def read_seen(values: Sequence[str]) -> list[Seen]:
    """Return the sentences that the boxes of a preview name, each once; what names none is passed over."""
    named = dict.fromkeys(text for value in values for text in value.split(_BETWEEN))
    return [seen for text in named if (seen := _read_one(text))]


def _read_one(text: str) -> Seen | None:
    position, _, rest = text.partition(".")
    version, _, key = rest.partition(".")
    if not (position.isdecimal() and version.isdecimal() and len(text) < 80):
        return None
    return Seen(int(position), int(version), key)
