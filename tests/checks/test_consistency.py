from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks.consistency import ConsistencyIndex, inconsistent
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


SENTENCES = st.tuples(st.integers(1, 12), st.sampled_from(["a", "b", " b ", "c", ""]), st.sampled_from("xyz "))


@settings(deadline=None)
@given(st.lists(SENTENCES, max_size=30), st.lists(SENTENCES, max_size=30))
def test_an_index_finds_what_looking_at_all_sentences_finds(first, later):
    written = {position: (position, source, target) for position, source, target in first}
    index = ConsistencyIndex(written.values())
    for sentence in later:
        before = {each.position: each for each in inconsistent(sorted(written.values()))}
        written[sentence[0]] = sentence
        changed = index.replace(*sentence)
        found = inconsistent(sorted(written.values()))
        after = {each.position: each for each in found}
        assert index.findings() == found
        assert [index.findings_of(position) for position in written] == [
            (after[position],) if position in after else () for position in written
        ]
        assert changed == tuple(
            position for position in sorted(before | after) if before.get(position) != after.get(position)
        )


def test_a_sentence_that_is_written_anew_tells_of_its_likes():
    index = ConsistencyIndex(
        [(1, "More.", "Más."), (5, "More.", "Más."), (9, "More.", "Otro."), (7, "Less.", "Menos.")]
    )
    assert [each.position for each in index.findings()] == [9]
    assert index.replace(1, "More.", "Otro.") == (5, 9)  # now the other one is the commonest
    assert index.replace(5, "More.", "") == (5,)
    assert index.findings_of(5) == index.findings_of(1) == index.findings_of(100) == ()
    assert index.replace(7, "Less.", "Menos") == ()
