"""Two people's texts of one sentence, merged: nobody's words are lost."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.merging import Side, merge_texts

SIXTY = (
    "El alcalde dijo el lunes que la ciudad compraría otros doce autobuses, que la línea nueva abriría en mayo, " * 3
)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("El gato duerme.", "El gato duerme.", "El perro duerme.", "El perro duerme."),
        ("El gato duerme.", "El perro duerme.", "El gato duerme.", "El perro duerme."),
        ("El gato duerme.", "El perro duerme.", "El perro duerme.", "El perro duerme."),
        ("El gato duerme.", "El gato negro duerme.", "El gato duerme bien.", "El gato negro duerme bien."),
        ("The red cat sleeps.", "The blue cat sleeps.", "The red cat sleeps now!", "The blue cat sleeps now!"),
        ("Uno dos tres cuatro.", "Dos tres cuatro.", "Uno dos tres.", "Dos tres."),
        ("这是一个测试。", "这是一个新测试。", "那是一个测试。", "那是一个新测试。"),
        ("ฉันรักแมว", "เขารักแมว", "ฉันรักหมา", "เขารักหมา"),
        ("قال الوزير يوم الاثنين.", "قال الوزير يوم الثلاثاء.", "صرح الوزير يوم الاثنين.", "صرح الوزير يوم الثلاثاء."),
        ("Fue así 🙂 ayer.", "Fue así 👩‍👩‍👧 ayer.", "Fue así 🙂 hoy.", "Fue así 👩‍👩‍👧 hoy."),
        (SIXTY + "fin.", SIXTY.replace("doce", "trece", 1) + "fin.", SIXTY + "final.", None),
        ("Cuesta 1.000 euros.", "Cuesta 1.200 euros.", "Costaba 1.000 euros.", "Costaba 1.200 euros."),
        ("", "Lo mismo.", "Lo mismo.", "Lo mismo."),
    ],
)
def test_changes_in_different_places_merge(base, mine, theirs, merged):
    merge = merge_texts(base, mine, theirs)
    assert not merge.has_conflicts
    assert merge.text == (merged or SIXTY.replace("doce", "trece", 1) + "final.")


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "conflicts"),
    [
        ("El gato duerme.", "El perro duerme.", "El lobo duerme.", [("gato", "perro", "lobo")]),
        ("El gato duerme.", "De Ben.", "De Ana.", [("El gato duerme", "De Ben", "De Ana")]),
        ("", "Mío.", "Suyo.", [("", "Mío.", "Suyo.")]),
        ("a, b, c, fin", "x, y, z, fin", "p, q, r, fin", [("a, b, c", "x, y, z", "p, q, r")]),
        ("El gato duerme.", "Duerme.", "El gato gris duerme.", [("El gato duerme", "Duerme", "El gato gris duerme")]),
        ("Se fue.", "Se fue ayer.", "Se fue hoy.", [("", " ayer", " hoy")]),
    ],
)
def test_changes_of_the_same_words_are_a_choice(base, mine, theirs, conflicts):
    merge = merge_texts(base, mine, theirs)
    found = [(each.base, each.mine, each.theirs) for each in merge.stretches if each.side is Side.CONFLICT]
    assert found == conflicts


def test_one_word_in_two_normal_forms_is_no_change():
    base = "Mañana habrá más café."
    mine = unicodedata.normalize("NFD", base).replace("Man\u0303ana", "Hoy")
    merge = merge_texts(base, mine, base.replace("café", "té"))
    assert not merge.has_conflicts
    assert unicodedata.normalize("NFC", merge.text) == "Hoy habrá más té."


words = st.text(alphabet="ab é,.\u0301中文ש🙂", max_size=5)
sentences = st.one_of(st.lists(words, max_size=12).map(" ".join), st.text(max_size=60))


@st.composite
def edited(draw):
    """A sentence, and two people's changes of it."""
    base = draw(st.lists(st.sampled_from(["el", "gato", "de", "la", "casa,", "duerme", "中文", "2"]), max_size=14))
    sides = []
    for _ in range(2):
        side = list(base)
        for _ in range(draw(st.integers(0, 3))):
            place = draw(st.integers(0, len(side)))
            side[place : place + draw(st.integers(0, 2))] = draw(
                st.lists(st.sampled_from(["nuevo", "otro", "más", "de"]), max_size=2)
            )
        sides.append(" ".join(side))
    return " ".join(base), *sides


@given(st.one_of(edited(), st.tuples(sentences, sentences, sentences)))
def test_every_stretch_of_both_is_kept(texts):
    base, mine, theirs = texts
    merge = merge_texts(base, mine, theirs)
    for side, text in (("base", base), ("mine", mine), ("theirs", theirs)):
        assert "".join(getattr(stretch, side) for stretch in merge.stretches) == text


@given(st.one_of(edited(), st.tuples(sentences, sentences, sentences)))
def test_every_word_that_a_side_added_is_in_the_merge_or_in_a_conflict(texts):
    base, mine, theirs = (unicodedata.normalize("NFC", text) for text in texts)
    merge = merge_texts(base, mine, theirs)
    choices = "".join(f" {each.mine} {each.theirs} " for each in merge.stretches if each.side is Side.CONFLICT)
    # Letters, because what is a word depends on what stands beside it.
    kept = Counter(unicodedata.normalize("NFC", merge.text + choices))
    for side in (mine, theirs):
        added = Counter(side) - Counter(base)
        assert not {letter: n for letter, n in (added - kept).items() if not letter.isspace()}


@given(edited())
def test_the_order_of_the_two_does_not_matter(texts):
    base, mine, theirs = texts
    one, other = merge_texts(base, mine, theirs), merge_texts(base, theirs, mine)
    assert one.has_conflicts == other.has_conflicts
    if not one.has_conflicts:
        assert one.text == other.text


@given(sentences, sentences)
def test_who_alone_changed_it_is_right(base, changed):
    for merge in (merge_texts(base, base, changed), merge_texts(base, changed, base)):
        assert not merge.has_conflicts
        assert unicodedata.normalize("NFC", merge.text) == unicodedata.normalize("NFC", changed)


def test_a_text_far_longer_than_a_sentence_merges_by_clauses():
    long = ", ".join(f"y la casa {n} de la calle es de la gente" for n in range(450))
    assert len(long) > 18_000
    mine, theirs = long.replace("casa 3 ", "choza 3 "), "Antes, " + long.replace("casa 440 ", "villa 440 ")
    merge = merge_texts(long, mine, theirs)
    assert not merge.has_conflicts
    assert merge.text == "Antes, " + long.replace("casa 3 ", "choza 3 ").replace("casa 440 ", "villa 440 ")


@pytest.mark.parametrize("letters", ["a b ", "的。", "a"])
def test_a_long_text_of_few_words_ends(letters):
    base = letters * 5_000
    merge = merge_texts(base, base[::-1] + "x", "y" + base[3:] * 2)
    assert "".join(stretch.mine for stretch in merge.stretches) == base[::-1] + "x"
