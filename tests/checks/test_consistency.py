from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks.consistency import inconsistent
from workbench.checks.findings import Severity


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([], []),
        ([(1, "Read more.", "Leer más."), (2, "He left.", "Se fue."), (9, "Read more.", "Leer más.")], []),
        ([(1, "Read more.", "Leer más."), (9, "Read more.", "Siga leyendo.")], [(9, 1, "Leer más.")]),
        # The commonest is the right one, wherever it stands.
        ([(1, "More.", "Otro."), (2, "More.", "Más."), (3, "More.", "Más.")], [(1, 2, "Más.")]),
        # Nothing to compare with yet.
        ([(1, "More.", "Más."), (2, "More.", ""), (3, "More.", " \n")], []),
        ([(1, "", "Más."), (2, "", "Otro.")], []),
        # Spaces and line breaks do not count.
        ([(1, "Read  more.", "Leer más."), (2, "Read\nmore.", "Leer  más.")], []),
        # Case does: a headline is another sentence.
        ([(1, "READ MORE", "LEER MÁS"), (2, "Read more", "Leer más")], []),
        ([(1, "A.", "X."), (2, "A.", "Y."), (3, "A.", "Z.")], [(2, 1, "X."), (3, 1, "X.")]),
    ],
)
def test_the_same_sentence_is_compared_with_its_likes(pairs, told):
    found = inconsistent(pairs)
    assert [(each.position, each.fix) for each in found] == [(position, fix) for position, _, fix in told]
    assert [
        f"Sentence {other} is the same" in each.message for each, (_, other, _) in zip(found, told, strict=True)
    ] == [True] * len(told)
    assert {each.severity for each in found} <= {Severity.WARNING}


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ab "), st.sampled_from("xyz "))))
def test_taking_all_fixes_leaves_nothing_to_tell(texts):
    pairs = [(number, source, target) for number, (source, target) in enumerate(texts, 1)]
    fixes = {each.position: each.fix for each in inconsistent(pairs)}
    assert inconsistent([(number, source, fixes.get(number, target)) for number, source, target in pairs]) == ()
