"""What counts as a fault, and above all what does not."""

from __future__ import annotations

import time

import pytest

from workbench.memory.terms import CaseRule, Glossary, Term
from workbench.translation.detection import burden, find_faults
from workbench.translation.faults import Fault, FaultKind
from workbench.translation.protect import prepare
from workbench.writing.echoes import is_echo
from workbench.writing.loops import find_loop
from workbench.writing.scripts import amount
from workbench.writing.stop_words import other_language


def kinds(sentence: str, text: str, source: str = "en", target: str = "es", **more: bool) -> list[str]:
    faults = find_faults(prepare(sentence, source, target), text, source, target, **more)
    return [fault.kind.value for fault in faults]


COUNCIL = "The council voted on Tuesday to close three schools in the old town."
CONCEJO = "El concejo votó el martes cerrar tres escuelas en el casco antiguo."


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Ha ha ha ha ha!", "¡Ja ja ja ja ja!"),
        ("No, no, no, no, no.", "No, no, no, no, no."),
        ("The number is 000000000000.", "El número es 000000000000."),
        ("Chapter 1 .................... 5", "Capítulo 1 .................... 5"),
        ("Gooooooooooal!", "¡Gooooooooooool!"),
        ("Blah blah blah blah blah blah", "Bla bla bla bla bla bla"),
        ("He said that he would come.", "Dijo que él y ella y el otro y la otra y los demás vendrían."),
        ("Pump it out, pump it out, I'm feeding them.", "Pompez, pompez, pompez, je les nourris."),
    ],
)
def test_repetition_that_is_no_loop(sentence: str, text: str) -> None:
    assert find_loop(text, sentence) == ""


@pytest.mark.parametrize(
    ("text", "loop"),
    [
        ("El mainstremainstremainstremainstremainstremainstre", "mainstre"),
        ("de la de la de la de la de la de la", "de la "),
        ("la comisión de la comisión de la comisión de la comisión", "comisión de "),
        ("aaaaaaaaaaaaaaaaaaaa", "a"),
        ("学校学校学校学校学校学校", "学校"),
        ("he ran and they ran and he ran and they ran and he ran and they ran and he ran and he ran and they ran", ""),
    ],
)
def test_loops(text: str, loop: str) -> None:
    found = find_loop(text, COUNCIL)
    assert loop in found
    assert found


@pytest.mark.parametrize(
    ("sentence", "text", "source", "target"),
    [
        ("Angela Merkel", "Angela Merkel", "en", "de"),
        ("UNESCO, NATO, FIFA, UEFA", "UNESCO, NATO, FIFA, UEFA", "en", "fr"),
        ("1,000 2,000 3,000 4,000 5,000", "1,000 2,000 3,000 4,000 5,000", "en", "fr"),
        ("Film: The Lord of the Rings", "Film: The Lord of the Rings", "en", "de"),
        ("Radio, internet, hotel.", "Radio, internet, hotel.", "en", "de"),
        ("Hun kom hjem til sin mor.", "Hun kom hjem til sin mor.", "da", "nb"),
        ("La casa es grande y bonita.", "La casa es grande y bonita.", "es", "gl"),
        ("東京都", "東京都", "ja", "zh"),
    ],
)
def test_what_may_stay_as_it_is(sentence: str, text: str, source: str, target: str) -> None:
    assert not is_echo(sentence, text, source, target)


@pytest.mark.parametrize(
    ("sentence", "text", "source", "target"),
    [
        (COUNCIL, COUNCIL, "en", "es"),
        (COUNCIL, "the council voted on Tuesday to close tres escuelas in the old town", "en", "es"),
        ("THE COUNCIL CLOSES THREE OLD SCHOOLS", "THE COUNCIL CLOSES THREE OLD SCHOOLS", "en", "es"),
        ("市议会周二投票决定关闭三所学校。", "市议会周二投票决定关闭三所学校。", "zh", "en"),
    ],
)
def test_echoes(sentence: str, text: str, source: str, target: str) -> None:
    assert is_echo(sentence, text, source, target)


@pytest.mark.parametrize(
    ("sentence", "text", "target", "expected"),
    [
        (COUNCIL, CONCEJO, "es", []),
        (COUNCIL, "", "es", ["empty"]),
        (COUNCIL, "...", "es", ["empty"]),
        ("...", "...", "es", []),
        (COUNCIL, "Совет проголосовал во вторник.", "es", ["wrong_script"]),
        (COUNCIL, "Der Rat hat am Dienstag für die Schließung von drei Schulen in der Altstadt gestimmt.", "es",
         ["wrong_language"]),
        (COUNCIL, "市議会は火曜日に旧市街の学校三校を閉鎖することを決議した。", "zh", ["wrong_language"]),
        (COUNCIL, "市议会周二投票决定关闭老城区的三所学校。", "ja", ["wrong_language"]),
        (COUNCIL, "市议会周二投票决定关闭老城区的三所学校。", "zh", []),
        ("The phone is the iPhone Pro Max.", "手机是iPhone Pro Max。", "zh", []),
        (COUNCIL, "El concejo votó.", "es", ["too_short"]),
        ("Yes.", "Sí, " + "el concejo votó ayer mismo por la tarde " * 2, "es", ["too_long"]),
        ("Mr Goldsmith: the council voted on Tuesday to close schools.", "El señor Goldsmith:", "es", ["dropped_text"]),
        ("They won 😀 and the council voted to close the schools.", "Ganaron 😀", "es", ["dropped_text"]),
        ("In 1998 the council closed 12 schools.", "En 1998 el concejo cerró las escuelas.", "es", ["lost_item"]),
        ("In 1998 the council closed 244 schools.", "En 1998 el concejo cerró 422 escuelas.", "es", ["changed_item"]),
    ],
)  # fmt: skip
def test_faults(sentence: str, text: str, target: str, expected: list[str]) -> None:
    assert kinds(sentence, text, target=target) == expected


def test_a_text_that_was_cut_off() -> None:
    assert kinds(COUNCIL, CONCEJO, is_cut_off=True) == ["cut_off"]


def test_the_worst_fault_comes_first_and_weighs_most() -> None:
    loop, lost = Fault(FaultKind.LOOP), Fault(FaultKind.LOST_ITEM, "1")
    ranks = [burden(faults) for faults in ((), (lost,), (lost, lost), (loop,), (loop, lost))]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 5


@pytest.mark.parametrize(
    ("text", "code", "other"),
    [
        ("El concejo de la ciudad votó el martes que no se cierren las escuelas", "es", ""),
        ("The council of the city voted that the schools are not to be closed by it", "es", "en"),
        ("Han sade att det inte var hon som hade varit med i den stora staden", "da", ""),
        ("The council of the city voted that the schools are not to be closed", "sw", ""),
        ("Yes", "es", ""),
    ],
)
def test_other_languages(text: str, code: str, other: str) -> None:
    assert other_language(text, code) == other


def test_amounts_compare_across_scripts() -> None:
    english = amount("The weather is very cold today and the children stay at home.")
    for text in (
        "今天天气很冷，孩子们待在家里。",
        "今日はとても寒いので子供たちは家にいます。",
        "오늘은 날씨가 매우 추워서 아이들은 집에 있다.",
    ):
        assert 0.6 < amount(text) / english < 1.6


def test_half_a_character_is_no_text() -> None:
    kinds = [fault.kind for fault in find_faults(prepare("你好", "zh", "es"), "\ufffd\ufffdueueue", "zh", "es")]
    assert FaultKind.WRONG_SCRIPT in kinds
    assert not find_faults(prepare("It says \ufffd here", "en", "es"), "Dice \ufffd aquí", "en", "es")


def test_an_address_that_stays_is_no_echo() -> None:
    sentence = "Follow us at https://example.org/news"
    assert not find_faults(prepare(sentence, "en", "es"), "Síganos en https://example.org/news", "en", "es")


def test_a_term_in_a_headline_in_capitals_may_have_them_too() -> None:
    headline = "UK LEADERS MEET IN LONDON TODAY"
    uses = Glossary([Term("UK", "Reino Unido", CaseRule.EXACT)]).find(headline)
    assert uses
    text = "LÍDERES DEL REINO UNIDO SE REÚNEN HOY EN LONDRES"
    assert not find_faults(prepare(headline, "en", "es"), text, "en", "es", uses=uses)
    [fault] = find_faults(prepare("UK leaders meet", "en", "es"), "Líderes del reino unido", "en", "es", uses=uses)
    assert fault.kind is FaultKind.BROKEN_TERM


def test_text_that_is_dropped_after_one_of_many_stops_is_found_in_linear_time() -> None:
    began = time.process_time()
    find_faults(prepare("aa! bb? " * 8_000, "en", "es"), "aa bb " * 2_000, "en", "es")
    assert time.process_time() - began < 5
