"""What a sentence that is translated together with others has for itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workbench.review import Origin, SegmentState
from workbench.services.stepping import read_steps
from workbench.steps import Step, Steps
from workbench.tables import TranslatedSegment


@dataclass(frozen=True, slots=True)
class OwnText:
    """A translation of one sentence alone; its text is "" where there is none, and it waits for one."""

    text: str
    state: SegmentState
    origin: Origin
    reviewer_id: int | None = None


def read_own_texts(rows: Collection[TranslatedSegment]) -> dict[int, OwnText]:
    """Return the own texts of rows that are translated together with others, by id.

    That is what stood there before they were merged; if they were split since, nobody can say which part of the text is
    whose, and it is what the model made of the sentence.
    """
    found = {}
    steps = read_steps([row.id for row in rows]) if rows else {}
    for row in rows:
        before = _before_merge(steps[row.id])
        if before is not None:
            # Not "reviewer": nobody has looked at it where it stands now.
            found[row.id] = OwnText(before.text, before.state, Origin.UPDATE, before.reviewer_id)
        else:
            found[row.id] = _made(row)
    return found


def _before_merge(steps: Steps) -> Step | None:
    line: Sequence[Step] = (*steps.undo, *([steps.now] if steps.now else []))
    merged = next((index for index, step in enumerate(line) if step.origin is Origin.MERGE or step.is_merged), 0)
    if not merged or any(step.origin in (Origin.SPLIT, Origin.VERSION) for step in line):
        return None
    return line[merged - 1]


def _made(row: TranslatedSegment) -> OwnText:
    if not row.machine_text:
        return OwnText("", SegmentState.PENDING, Origin.UPDATE)
    state = SegmentState.FLAGGED if row.faults else SegmentState.MACHINE
    return OwnText(row.machine_text, state, Origin.MACHINE if row.match is None else Origin.MEMORY)
