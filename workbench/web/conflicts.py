"""Two people's texts of one sentence, for templates: what each changed, and both together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.errors import StaleEdit
from workbench.merging import Merge, Side, merge_texts
from workbench.web.diffs import Piece

_LONG = 1_000  # characters; a text that is longer scrolls in its place

_CHANGED_BY = {
    "base": (Side.MINE, Side.THEIRS, Side.BOTH, Side.CONFLICT),
    "mine": (Side.MINE, Side.BOTH, Side.CONFLICT),
    "theirs": (Side.THEIRS, Side.BOTH, Side.CONFLICT),
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A save that came too late, with what can be made of it.

    Attributes:
        error: What the service said.
        merge: Both texts together.
        is_known: Whether the text that both began with is known.
    """

    error: StaleEdit
    merge: Merge
    is_known: bool

    @property
    def is_mine_unchanged(self) -> bool:
        """Whether only the other one changed the sentence."""
        return self.is_known and all(stretch.side in (Side.SAME, Side.THEIRS) for stretch in self.merge.stretches)

    @property
    def is_long(self) -> bool:
        """Whether the texts need a frame that scrolls."""
        return max(len(self.error.mine), len(self.error.theirs), len(self.error.base or "")) > _LONG

    def marked(self, side: str) -> Iterator[Piece]:
        """Yield a text ("base", "mine" or "theirs") with what that side changed ("new"), or what is "gone" from it."""
        kind = "gone" if side == "base" else "new"
        for stretch in self.merge.stretches:
            if text := getattr(stretch, side):
                yield Piece(kind if stretch.side in _CHANGED_BY[side] else "same", text)


def conflict_of(error: StaleEdit) -> Conflict:
    """Return how a stale save is shown, with its merge."""
    return Conflict(error, merge_texts(error.base or "", error.mine, error.theirs), error.base is not None)
