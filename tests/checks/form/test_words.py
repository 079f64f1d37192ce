"""Copied, doubled and broken words, first letters, terms."""

from __future__ import annotations

import pytest

from tests.checks.form.telling import fix, tell
from workbench.checks.base import Pair
from workbench.checks.findings import Severity, Side
from workbench.checks.form.capital import Capital
from workbench.checks.form.copied import Copied
from workbench.checks.form.double_words import DoubleWords
from workbench.checks.form.glossary import GlossaryTerms
from workbench.checks.form.junk import Junk
from workbench.checks.form.mixed_letters import MixedLetters
from workbench.memory.term_notes import TermNote


@pytest.mark.parametrize(
    ("source", "target", "languages", "piece"),
    [
        ("He wants to close the old school soon.", "Quiere cerrar the old school pronto.", "en-es", "the old school"),
        ("Er will die alte Schule bald schließen.", "He wants to die alte schule bald close.", "de-en", ""),
        (
            "He said that the new law would be changed.",
            "Er sagte, that the new law werde geändert.",
            "en-de",
            "that the new law",
        ),
        ("The vote was held on the same day.", "Голосование прошло on the same day.", "en-ru", "on the same day"),
    ],
)
def test_a_run_of_the_source_left_in_the_translation(source, target, languages, piece):
    assert [each.piece for each in tell(Copied(), source, target, languages)] == ([piece] if piece else [])


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        pytest.param("He read The Lord of the Rings.", "Leyó The Lord of the Rings.", "en-es", id="a title"),
        pytest.param("The Bank of New York paid.", "Pagó The Bank of New York.", "en-es", id="a name"),
        pytest.param(
            "He calls it “the old way of life”.", "Lo llama «the old way of life».", "en-es", id="a quotation"
        ),
        pytest.param("Voy a la casa de mi madre.", "Vou a la casa de mi madre.", "es-pt", id="close languages"),
        pytest.param("a b c d e", "a b c d e", "en-es", id="letters"),
        pytest.param("in de la a", "in de la a", "en-es", id="small words that both languages have"),
        pytest.param(
            "See https://a.example/the-old-town now", "Ver https://a.example/the-old-town", "en-es", id="address"
        ),
    ],
)
def test_names_titles_and_quotations_are_not_copied(source, target, languages):
    assert tell(Copied(), source, target, languages) == []


@pytest.mark.parametrize(
    ("target", "languages", "mended"),
    [
        ("Está en la la casa.", "en-es", "Está en la casa."),
        ("Está en en la casa.", "en-es", "Está en la casa."),
        ("The the house is big.", "de-en", "The house is big."),
        ("None of the of the houses.", "de-en", "None of the houses."),
        ("Il est dans dans la maison, dit-il.", "en-fr", "Il est dans la maison, dit-il."),
        ("Het huis is groot groot.", "en-nl", "Het huis is groot."),
        ("El presidente presidente llegó a la a la hora.", "en-es", "El presidente llegó a la hora."),
        ("Er kam mit mit\u00a0dem Zug.", "en-de", "Er kam mit\u00a0dem Zug."),
    ],
)
def test_what_stands_twice_is_left_out_once(target, languages, mended):
    assert fix(DoubleWords(), "The house.", target, languages) == mended


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        pytest.param("x", "He said that that was all he had had.", "de-en", id="that that, had had"),
        pytest.param("x", "Ich hoffe, dass sie sie sieht und die die Tür schließen.", "en-de", id="sie sie, die die"),
        pytest.param(
            "x", "Nous nous voyons, vous vous levez, c'est très très bien.", "en-fr", id="nous nous, très très"
        ),
        pytest.param("x", "Es muy muy tarde.", "en-es", id="muy muy"),
        pytest.param("x", "Az az ember egy egy órás úton volt.", "en-hu", id="az az"),
        pytest.param("x", "Ik denk dat dat het het beste is.", "en-nl", id="dat dat"),
        pytest.param("x", "Yavaş yavaş geldi.", "en-tr", id="Turkish doubles as it pleases"),
        pytest.param("x", "धीरे धीरे चलो।", "en-hi", id="and so does Hindi"),
        pytest.param("x", "قناة سي إن إن وبي بي سي", "en-ar", id="letters spelt out: CNN, BBC"),
        pytest.param(
            "He heard Duran Duran in Baden Baden.", "Escuchó a Duran Duran en Baden Baden.", "en-es", id="names"
        ),
        pytest.param("A long long time.", "Un largo largo tiempo.", "en-es", id="the source does it"),
        pytest.param("x", "Vino, vino y vino. Vino otra vez.", "en-es", id="a mark between"),
        pytest.param("x", "10 10 20 20 3.5 3.5", "en-es", id="numbers"),
        pytest.param("x", "- - * * ... ...", "en-es", id="marks"),
        pytest.param("x", "https://a.example https://a.example", "en-es", id="addresses"),
        pytest.param("x", "我我们们", "en-zh", id="no spaces between words"),
        pytest.param("x", "la lagarta", "en-es", id="a word that begins like the one before"),
    ],
)
def test_words_that_may_stand_twice(source, target, languages):
    assert tell(DoubleWords(), source, target, languages) == []


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("Pan &amp; vino", "Pan & vino"),
        ("Pan &#39;vino&#39;", "Pan 'vino'"),
        ("▁Pan▁con▁vino", " Pan con vino"),
        ("Pan<unk> con vino", "Pan con vino"),
        ("trans@@ porte", "transporte"),
        ("MaÃ±ana serÃ¡ otro dÃ­a", "Mañana será otro día"),
        ("l’hÃ´tel dâ€™Ã©tÃ©", "l’hôtel d’été"),
        ("Pan\x00 con\x07 vino", "Pan con vino"),
        ("Pan.\\nVino.", "Pan.\nVino."),
        ("Pan \\u0041", "Pan A"),
    ],
)
def test_what_tools_leave_behind_is_mended(target, mended):
    assert fix(Junk(), "Bread and wine", target) == mended


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("AT&T; Q&A", "AT&T; Q&A", id="an ampersand before a semicolon"),
        pytest.param("Use &amp; here", "Use &amp; aquí", id="the source has it"),
        pytest.param("C:\\new\\temp", "C:\\new\\temp", id="a path"),
        pytest.param("SÃO PAULO", "SÃO PAULO", id="Portuguese capitals"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tabs and line breaks"),
        pytest.param("5 < 6", "5 < 6", id="less than"),
        pytest.param("mail@@home", "mail@@home", id="two signs inside a word"),
    ],
)
def test_what_looks_like_code_and_is_text(source, target):
    assert tell(Junk(), source, target) == []


def test_junk_that_was_all_of_it_has_no_fix():
    assert fix(Junk(), "Bread", "<unk>") is None


@pytest.mark.parametrize(
    ("target", "languages", "mended"),
    [
        ("Мoсква рядом.", "en-ru", "Москва рядом."),
        ("Київ i Одеca", "en-uk", "Київ i Одеса"),
        ("La cаsa", "en-es", "La casa"),
    ],
)
def test_letters_that_only_look_right(target, languages, mended):
    assert fix(MixedLetters(), "Moscow", target, languages) == mended


@pytest.mark.parametrize(
    ("target", "languages"),
    [
        pytest.param("SMS-сообщение и IT-компания", "en-ru", id="a hyphen between scripts"),
        pytest.param("iPhone'ы и PDFы", "en-ru", id="an ending on a name that looks like nothing Cyrillic"),
        pytest.param("Компания Apple открыла магазин.", "en-ru", id="names"),
        pytest.param("El río Волга.", "en-es", id="a whole word of the other script"),
        pytest.param("COVID и ВОЗ", "en-ru", id="acronyms"),
    ],
)
def test_words_that_are_rightly_of_two_scripts(target, languages):
    assert tell(MixedLetters(), "x", target, languages) == []


@pytest.mark.parametrize(
    ("target", "languages", "mended"),
    [
        ("el concejo se reunió.", "en-es", "El concejo se reunió."),
        ("«el concejo», dijo.", "en-es", "«El concejo», dijo."),
        ("¿el concejo?", "en-es", "¿El concejo?"),
        ("ijsland wint.", "en-nl", "IJsland wint."),
        ("istanbul'da.", "en-tr", "İstanbul'da."),
        ("совет собрался.", "en-ru", "Совет собрался."),
        ("ôter.", "en-fr", "Ôter."),
        ("met dat.", "en-nl", "Met dat."),
    ],
)
def test_a_small_letter_where_the_source_has_a_capital(target, languages, mended):
    assert fix(Capital(), "The council met.", target, languages) == mended


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        pytest.param("Apple's new iPhone is here.", "iPhone nuevo.", "en-es", id="iPhone"),
        pytest.param("In the evening he came.", "'s Avonds kwam hij.", "en-nl", id="'s Avonds"),
        pytest.param("The cat.", "'t Is de kat.", "en-nl", id="'t"),
        pytest.param("Three came.", "3 vinieron.", "en-es", id="a number"),
        pytest.param("The council met.", "理事会开会了。", "en-zh", id="a script without capitals"),
        pytest.param("理事会开会了。", "el concejo", "zh-es", id="a source without them"),
        pytest.param("See the page.", "https://a.example es la página.", "en-es", id="an address"),
        pytest.param("The “eBay” case.", "eBay pierde.", "en-es", id="a capital inside"),
        pytest.param("A win for adidas.", "adidas gana.", "en-es", id="a name the source has like this"),
        pytest.param("And then.", "… y luego.", "en-es", id="it goes on"),
        pytest.param("The van.", "ŉ", "en-af", id="a letter without a single capital"),
        pytest.param("creo que sí", "I think so", "es-en", id="the English I"),
        pytest.param("de Gaulle spoke", "De Gaulle a parlé", "en-fr", id="a name with a small particle"),
        pytest.param("el 13 de mayo", "May 13", "es-en", id="an English month"),
    ],
)
def test_first_letters_that_are_rightly_small(source, target, languages):
    assert tell(Capital(), source, target, languages) == []


def test_a_capital_where_the_source_has_none_is_a_hint():
    (found,) = tell(Capital(), "and then he left", "Y luego se fue")
    assert (found.severity, found.fix, found.piece) == (Severity.HINT, None, "Y")
    assert tell(Capital(), "and then he left", "Und dann ging er", "en-de") == []


def test_terms_that_are_not_followed_are_marked_in_the_source():
    terms = (TermNote("cat", "gato", False), TermNote("dog", "perro", True), TermNote("cat", "minino", False))
    found = list(GlossaryTerms().find(Pair("The cat, a dog.", "El felino, un perro.", "en", "es", terms)))
    assert [(each.piece, each.start, each.side, each.severity) for each in found] == [
        ("cat", 4, Side.SOURCE, Severity.WARNING)
    ] * 2
    assert found[0].message == "The glossary says “gato” for “cat”."
    assert list(GlossaryTerms().find(Pair("The cat.", "El gato.", "en", "es"))) == []
