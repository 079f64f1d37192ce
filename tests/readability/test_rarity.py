"""Which words are rare, and which begin a subordinate clause."""

from __future__ import annotations

import pytest

from workbench.readability.counts import count
from workbench.readability.rarity import FOLDER, is_rare, rated_languages
from workbench.readability.report import analyse
from workbench.readability.subordination import has_subordinators, is_subordinator

RARE = {
    "ar": "المتلألئة زمهرير",
    "de": "unverbrüchlich hanebüchen Verballhornung",
    "en": "obfuscate perspicacious sesquipedalian",
    "es": "perspicaz escudriñaba",
    "fi": "epäjärjestelmällistyttämättömyys",
    "fr": "sibyllin l’esbroufe amphigourique",
    "hi": "किंकर्तव्यविमूढ़",
    "hu": "megszentségteleníthetetlen",
    "it": "sesquipedale dell’abbecedario",
    "nl": "onverbloemd kissebissen",
    "pl": "skonfundowany",
    "pt": "perspicaz escrutinava",
    "ru": "замысловатый неудобоваримый кто-неудобоваримый",
    "sv": "snusförnuftig",
    "tr": "muvaffakiyetsizleştirici",
    "uk": "перекотиполе",
}
COMMON = {
    "ar": "كان في من بَيْت",
    "de": "ist Haus außerdem Regierung Krankenhaus Merkel Kühlschrank",
    "en": "the don't don’t boy’s Perspicacity U.S. 3rd COVID-19 N.A.T.O. working",
    "es": "había está Rajoy niños",
    "fi": "on ja talossa",
    "fr": "l’eau aujourd’hui qu’il d’abord Macron",
    "hi": "और है",
    "hu": "és volt házban",
    "it": "dell’arte c’è un’altra Draghi",
    "nl": "'t huis zo’n Rutte",
    "pl": "jest było domu",
    "pt": "não estão casa",
    "ru": "ещё был доме кто-то по‑русски",
    "sv": "är och huset",
    "tr": "ıslak için İstanbul",
    "uk": "п’ять пʼять є будинку",
}


@pytest.mark.parametrize(("language", "words"), RARE.items())
def test_rare_words(language: str, words: str) -> None:
    assert [word for word in words.split() if not is_rare(word, language)] == []


@pytest.mark.parametrize(("language", "words"), COMMON.items())
def test_common_words_names_and_numbers(language: str, words: str) -> None:
    assert [word for word in words.split() if is_rare(word, language)] == []


def test_every_list_is_tried() -> None:
    assert rated_languages() == set(RARE) == set(COMMON)


def test_a_language_without_a_list_has_no_rare_words() -> None:
    assert not is_rare("qwertyuiop", "da")
    assert analyse("Qwertyuiop asdfg.", "da").to_json()["counts"]["rare_words"] is None


def test_the_lists_are_small_and_their_licence_lies_beside_them() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 2_000_000
    assert "Attribution-ShareAlike 4.0" in (FOLDER / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "sentence", "rare"), [
    ("en", "Obfuscation is here.", 0),  # it may be a name
    ("en", "He sees obfuscation.", 1),
    ("en", "He sees Obfuscation.", 0),
    ("en", "Obfuscation begets obfuscation.", 2),
    ("de", "Er sah die Verballhornung.", 1),
    ("de", "Verballhornung war es.", 0),
])  # fmt: skip
def test_a_name_is_not_rare(language: str, sentence: str, rare: int) -> None:
    assert count(sentence, language).rare_words == rare


@pytest.mark.parametrize(("language", "sentence", "found"), [
    ("ar", "قال إن الرجل الذي جاء أمس هو أخوه لأنه يشبهه.", "الذي لأنه"),
    ("ar", "والتي وإذا", "والتي وإذا"),
    ("de", "Er sagt, dass die Frau, deren Hund bellt, kommt, wenn er ruft.", "dass deren wenn"),
    ("en", "The man who came said that he left because it rained as usual.", "who that because"),
    ("es", "Dijo que vendría cuando pudiera, aunque llueva.", "que cuando aunque"),
    ("fi", "Hän sanoi, että mies, joka tuli, lähtee kun sataa.", "että joka kun"),
    ("fr", "Il dit qu’il viendra lorsqu'elle, dont il parle, partira.", "qu’il lorsqu'elle dont"),
    ("fr", "L’eau qui dort jusqu'au quai.", "qui"),
    ("hi", "उसने कहा कि वह आदमी जो आया था चला गया क्योंकि बारिश हुई।", "कि जो क्योंकि"),
    ("hu", "Azt mondta, hogy eljön, ha a férfi, aki vár, elmegy.", "hogy ha aki"),
    ("it", "Dice che verrà quando l'uomo di cui parla partirà.", "che quando cui"),
    ("nl", "Hij zegt dat hij komt, omdat de man die wacht vertrekt.", "dat omdat die"),
    ("pl", "Powiedział, że przyjdzie, gdy człowiek, który czeka, odejdzie.", "że gdy który"),
    ("pt", "Disse que viria quando o homem cujo filho espera partisse.", "que quando cujo"),
    ("ru", "Он сказал, что придёт, если человек, который ждёт, уйдёт.", "что если который"),
    ("sv", "Han säger att mannen som väntar går när det regnar.", "att som när"),
    ("tr", "Adam geldiğini ve gideceğini söyleyerek beklerken güldü.", "geldiğini gideceğini söyleyerek beklerken"),
    ("tr", "Öğretmen olarak gün boyunca erkek çocuğa gerek yok.", ""),
    ("uk", "Він сказав, що прийде, якщо чоловік, який чекає, піде.", "що якщо який"),
    ("da", "Han siger at manden som venter går.", ""),
])  # fmt: skip
def test_subordinators(language: str, sentence: str, found: str) -> None:
    words = sentence.replace(",", "").replace(".", "").replace("।", "").split()
    assert [word for word in words if is_subordinator(word, language)] == found.split()


def test_subordinators_are_counted() -> None:
    assert count("That is what he said. He said that it, which is old, fell.", "en").subordinators == 3
    assert not has_subordinators("da")
    assert analyse("Han siger at.", "da").to_json()["counts"]["subordinators"] is None


def test_clauses_are_known_where_rare_words_are() -> None:
    assert all(map(has_subordinators, rated_languages()))
