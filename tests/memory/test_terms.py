"""Where terms are found, and when a translation follows them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.terms import CaseRule, Glossary, Term, broken_uses

EXACT = CaseRule.EXACT
TERMS = (
    Term("Prime Minister", "primer ministro"),
    Term("Minister", "ministro"),
    Term("governor of the Bank", "gobernador del Banco"),
    Term("Bank of England", "Banco de Inglaterra"),
    Term("US", "EE. UU.", EXACT),
    Term("iPhone", "", keep=True),
    Term("C++ (language)", "C++"),
    Term("a.c", "abc"),
    Term("don", "señor"),
    Term("ONU", "UN"),
    Term("首相", "primer ministro"),
    Term("총리", "primer ministro"),
    Term("new", "nuevo"),
    Term("cat", "gato"),
    Term("MP", "diputado"),
    Term("a", "un", EXACT),
    Term("co-operation", "cooperación"),
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Prime Minister’s plan", ["Prime Minister"]),
        ("PRIME MINISTERS met", ["PRIME MINISTERS"]),
        ("Prime\u00a0Minister", ["Prime\u00a0Minister"]),
        ("Prime Minis\u00adter", ["Prime Minis\u00adter"]),
        ("the Prime Minister and one minister", ["Prime Minister", "minister"]),
        ("one ministerial administer", []),
        ("governor of the Bank of England", ["governor of the Bank"]),
        ("The US told us", ["US"]),
        ("an iPhone, two iPhones", ["iPhone"]),
        ("in C++ (language) and C", ["C++ (language)"]),
        ("abc a.c axc", ["a.c"]),
        ("don't, Don José", ["Don"]),
        ("l’ONU", ["ONU"]),
        ("the news is new", ["new"]),
        ("cats, one cat’s, catsuit", ["cats", "cat"]),
        ("MPs and PMs", ["MPs"]),
        ("as", []),
        ("日本の首相は", ["首相"]),
        ("총리는", ["총리"]),
        ("co‑operation", ["co‑operation"]),
        ("https://x.org/Minister minister@x.org #Minister @Minister www.minister.org", []),
        ("", []),
    ],
)
def test_finds_whole_words_and_the_longest(sentence: str, found: list[str]) -> None:
    uses = Glossary(TERMS).find(sentence)
    assert [sentence[use.start : use.end] for use in uses] == found


def test_says_what_is_wanted() -> None:
    uses = Glossary(TERMS).find("The Prime Minister's IPHONE")
    assert [use.wanted for use in uses] == ["primer ministro", "IPHONE"]


@pytest.mark.parametrize(
    ("term", "sentence", "target", "broken"),
    [
        (Term("minister", "ministro"), "the minister", "el ministro", 0),
        (Term("minister", "ministro"), "the minister", "El MINISTRO", 0),
        (Term("minister", "ministro"), "the minister", "las ministras", 0),
        (Term("minister", "ministro"), "the minister", "el ministerio", 1),
        (Term("minister", "ministro"), "the minister", "el secretario", 1),
        (Term("minister", "ministro"), "minister to minister", "de ministro a cargo", 1),
        (Term("minister", "ministro"), "minister to minister", "de ministro a ministro", 0),
        (Term("Prime Minister", "primer ministro"), "Prime Minister", "los primeros ministros", 0),
        (Term("Prime Minister", "primer ministro"), "Prime Minister", "el ministro primero", 0),
        (Term("Prime Minister", "primer ministro"), "Prime Minister", "el primer día que el ministro", 1),
        (Term("house", "Haus"), "the house", "die Häuser", 0),
        (Term("law", "ley"), "the law", "las leyes", 0),
        (Term("law", "ley"), "the law", "la leyenda", 1),
        (Term("government", "gobierno"), "the government", "el gobernador", 1),
        (Term("Prime Minister", "премьер-министр"), "Prime Minister", "премьер-министру", 0),
        (Term("US", "EE. UU.", EXACT), "the US", "en EE. UU. hoy", 0),
        (Term("US", "EE. UU.", EXACT), "the US", "en ee. uu. hoy", 1),
        (Term("Guardian", "", keep=True), "the Guardian", "el Guardian", 0),
        (Term("Guardian", "", keep=True), "the Guardian", "el guardian", 1),
        (Term("Guardian", "", keep=True), "the Guardian", "el Guardián", 1),
        (Term("Guardian", "", keep=True), "THE GUARDIAN", "EL Guardian", 0),
        (Term("Prime Minister", "首相"), "Prime Minister", "日本の首相は", 0),
        (Term("Prime Minister", "首相"), "Prime Minister", "首の相", 1),
        (Term("C++", "C++"), "in C++", "en C++", 0),
    ],
)
def test_says_which_uses_are_not_followed(term: Term, sentence: str, target: str, broken: int) -> None:
    uses = Glossary([term]).find(sentence)
    assert uses
    assert len(broken_uses(uses, target)) == broken


def test_a_longer_term_takes_its_words_from_a_shorter_one() -> None:
    uses = Glossary(TERMS).find("The Minister saw the Prime Minister")
    assert [use.wanted for use in broken_uses(uses, "El primer ministro estaba")] == ["ministro"]
    assert not broken_uses(uses, "El ministro y el primer ministro")


def test_two_terms_with_one_translation_are_wanted_twice() -> None:
    glossary = Glossary([Term("PM", "primer ministro"), Term("Prime Minister", "primer ministro")])
    uses = glossary.find("The PM is the Prime Minister")
    assert len(broken_uses(uses, "El primer ministro es")) == 1


@given(st.text(), st.lists(st.text(min_size=1), max_size=5))
def test_any_text_can_be_searched(sentence: str, sources: list[str]) -> None:
    uses = Glossary(Term(source, source) for source in sources).find(sentence)
    end = 0
    for use in uses:
        assert end <= use.start < use.end <= len(sentence)
        end = use.end
    assert set(broken_uses(uses, "")) == set(uses)


@given(st.lists(st.sampled_from(TERMS), min_size=1, max_size=6))
def test_a_term_between_spaces_is_found_and_its_own_translation_follows_it(terms: list[Term]) -> None:
    glossary = Glossary(TERMS)
    sentence = " — ".join(term.source for term in terms)
    uses = glossary.find(sentence)
    assert [use.term for use in uses] == terms
    assert not broken_uses(uses, " — ".join(use.wanted for use in uses))


@pytest.mark.parametrize("sentence", ["Prime Minister ", "don't ", "首相"])
def test_ten_times_the_text_takes_no_hundred_times_the_time(sentence: str) -> None:
    glossary = Glossary([*TERMS, *(Term("Prime " * count + "x", "y") for count in range(40))])

    def seconds(count: int) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            broken_uses(glossary.find(sentence * count), "primer " * count + "ministro " * count)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(3000) < 35 * seconds(300)
