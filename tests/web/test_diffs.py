from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.web.diffs import diff_words


@given(st.text(max_size=300), st.text(max_size=300))
def test_the_pieces_join_to_both_texts(before, after):
    pieces = diff_words(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        (
            "Más de 50 casas.",
            "Más de 500 casas.",
            [("same", "Más de "), ("gone", "50"), ("new", "500"), ("same", " casas.")],
        ),
        ("a b c d", "x y c z", [("gone", "a b"), ("new", "x y"), ("same", " c "), ("gone", "d"), ("new", "z")]),
        ("Hola", "Hola.", [("same", "Hola"), ("new", ".")]),
        ("igual", "igual", [("same", "igual")]),
        ("", "", []),
        ("a " * 5000, "b", [("gone", "a " * 5000), ("new", "b")]),
    ],
)
def test_only_what_changed_is_marked(before, after, pieces):
    assert [(piece.kind, piece.text) for piece in diff_words(before, after)] == pieces
