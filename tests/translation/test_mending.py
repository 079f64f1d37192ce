"""Mending: what the attention shows the place of is put right, and nothing is made worse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.items import lost_items
from workbench.translation.alignment import NO_ALIGNMENT, align
from workbench.translation.protect import mend, prepare

CASES = [
    ("It has 244890 homes.", "Tiene 24,490 casas.", "Tiene 244890 casas."),
    ("It grew by 3.5 points.", "Creció 35 puntos.", "Creció 3,5 puntos."),
    ("Write to @MerPolCC today.", "Escriba a @ MerPolC hoy.", "Escriba a @MerPolCC hoy."),
    ("See https://a.org/b now.", "Vea htps://a.org/b ahora.", "Vea https://a.org/b ahora."),
    ("Hello {name}, welcome.", "Hola {nombre}, bienvenido.", "Hola {name}, bienvenido."),
    ("They won 🎉 today again.", "Ganaron hoy otra vez.", "Ganaron 🎉 hoy otra vez."),
    ("It costs £125m now.", "Cuesta 125m ahora.", "Cuesta £125m ahora."),
    ("There were 45 people.", "Había personas.", "Había personas."),
]


def diagonal(source: str, target: str) -> list[list[float]]:
    """Return an attention in which each word of the target looks at the source's word in the same place."""
    length = len(source.split())
    return [[1.0 if column == row else 0.0 for column in range(length)] for row in range(len(target.split()))]


@pytest.mark.parametrize(("source", "target", "mended"), CASES)
def test_items_are_put_right(source: str, target: str, mended: str) -> None:
    attention = diagonal(source, target)
    if "244890" in source:
        attention = [[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
    if "@ " in target:
        attention = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
    if "🎉" in source:
        attention = [[0, 1, 0.9, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1], [0, 0, 0, 0, 1]]
    if "3.5" in source:
        attention = [[0, 1, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]]
    prepared = prepare(source, "en", "es")
    alignment = align(prepared.core, prepared.core.split(), target, target.split(), attention)
    assert mend(prepared, target, alignment) == mended


@given(st.text(), st.text())
def test_mending_loses_nothing_and_takes_any_text(source: str, target: str) -> None:
    prepared = prepare(source, "en", "es")
    attention = diagonal(prepared.core, target)
    alignment = align(prepared.core, prepared.core.split(), target, target.split(), attention)
    for known in (alignment, NO_ALIGNMENT):
        mended = mend(prepared, target, known)
        before = lost_items(prepared.core, target, "en", "es")
        assert len(lost_items(prepared.core, mended, "en", "es")) <= len(before)
        if not before:
            assert mended == target
