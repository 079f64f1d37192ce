"""Brackets and quotation marks: partners and styles."""

from __future__ import annotations

import pytest

from tests.checks.form.telling import tell
from workbench.checks.findings import Severity
from workbench.checks.form.brackets import Brackets
from workbench.checks.form.quote_pairs import QuotePairs
from workbench.checks.form.quote_style import QuoteStyle


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("He won (again).", "Ganó (otra vez.", "Ganó (otra vez)."),
        ("(He won again.)", "Ganó otra vez.)", "(Ganó otra vez.)"),
        ("He won.", "Ganó).", None),
        ("He won.", "( Ganó.", None),
        ("He [45] won.", "Él [45) ganó.", "Él [45] ganó."),
        ("He (45) won.", "Él (45 ganó.", None),
        ("He (45) won (again).", "Él 45) ganó (otra vez.", None),
    ],
)
def test_a_bracket_without_a_partner(source, target, mended):
    (found,) = tell(Brackets(), source, target)
    assert (found.severity, found.fix) == (Severity.WARNING, mended)


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        pytest.param("He (45) won.", "Él (45) ganó.", "en-es", id="pairs"),
        pytest.param("a) one, b) two", "a) uno, b) dos", "en-es", id="items of a list"),
        pytest.param("He won :)", "Ganó :)", "en-es", id="a smile"),
        pytest.param("He won.", "Ganó ;-)", "en-es", id="a smile of the translator"),
        pytest.param("He (45) won.", "他（45)赢了。", "en-zh", id="full width and ordinary"),
        pytest.param("He (45 won.", "Él (45 ganó.", "en-es", id="the source has none either"),
        pytest.param("He {name} won.", "Él {name} ganó.", "en-es", id="a placeholder"),
        pytest.param("See it.", "https://a.example/a_(b", "en-es", id="an address"),
        pytest.param("((a) [b] {c})", "((a) [b] {c})", "en-es", id="nested"),
    ],
)
def test_brackets_that_are_right(source, target, languages):
    assert tell(Brackets(), source, target, languages) == []


def test_a_megabyte_of_brackets_is_looked_at_once():
    assert len(tell(Brackets(), "He won.", "(" * 1_000_000)) == 1


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ('"I know," he said.', "«Lo sé, dijo.", None),
        ('"I know," he said.', "Lo sé”, dijo.", None),
        ('"I know."', "«Lo sé.", "«Lo sé»."),
        ('"I know!"', "«¡Lo sé!", "«¡Lo sé!»"),
        ("He came.", "«Vino.", None),
    ],
)
def test_a_quotation_mark_without_a_partner(source, target, mended):
    (found,) = tell(QuotePairs(), source, target)
    assert (found.severity, found.fix) == (Severity.WARNING, mended)


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        pytest.param('"I know," he said.', "«Lo sé», dijo.", "en-es", id="a pair"),
        pytest.param('"I know. He came.', "«Lo sé. Vino.", "en-es", id="a quotation that goes on"),
        pytest.param("'I know. He came.", "“Lo sé. Vino.", "en-es", id="in single marks in the source"),
        pytest.param("He came,' he said.", "Vino”, dijo.", "en-es", id="and where it ends"),
        pytest.param("He is 6'2\" tall.", "Mide 6'2\".", "en-es", id="inches"),
        pytest.param(
            'The 27" screen "is big".', 'La pantalla de 27" «es grande».', "en-es", id="inches and a quotation"
        ),
        pytest.param('"I know," he said.', "”Jag vet”, sa han.", "en-sv", id="the same mark twice"),
        pytest.param('"I know," he said.', "»Ich weiß«, sagte er.", "en-de", id="as in German books"),
        pytest.param("It's the students' choice.", "Es lo que “eligen” ellos.", "en-es", id="apostrophes"),
    ],
)
def test_quotation_marks_that_are_right(source, target, languages):
    assert tell(QuotePairs(), source, target, languages) == []


@pytest.mark.parametrize(
    ("target", "languages", "mended"),
    [
        ('"Ich weiß", sagte er.', "en-de", "„Ich weiß“, sagte er."),
        ("“Ich weiß”, sagte er.", "en-de", "„Ich weiß“, sagte er."),
        ("“Je sais”, dit-il.", "en-fr", "«\u202fJe sais\u202f», dit-il."),
        ('"Lo sé", dijo.', "en-es", "«Lo sé», dijo."),
        ("„I know“, he said.", "de-en", "“I know”, he said."),
        ("«Я знаю», сказал он.", "en-en", "“Я знаю”, сказал он."),
        ('彼は"はい"と言った。', "en-ja", "彼は「はい」と言った。"),
    ],
)
def test_quotation_marks_of_another_language(target, languages, mended):
    (found,) = tell(QuoteStyle(), '"I know," he said.', target, languages)
    assert (found.severity, found.fix) == (Severity.HINT, mended)


@pytest.mark.parametrize(
    ("target", "languages"),
    [
        pytest.param("«Lo sé», dijo.", "en-es", id="Spanish"),
        pytest.param("“Lo sé”, dijo.", "en-es", id="Spanish as its press writes it"),
        pytest.param("«Lo sé», dijo.", "en>es-MX", id="Mexican, as in Spain"),
        pytest.param("«Je sais», dit-il.", "en-fr", id="French without its spaces, which are told elsewhere"),
        pytest.param("»Ich weiß«, sagte er.", "en-de", id="German books"),
        pytest.param("『雪国』を読んだ。", "en-ja", id="a title in Japanese"),
        pytest.param("«Ich weiß», sagte er.", "en>de-CH", id="Swiss German"),
        pytest.param('"Lo sé, dijo.', "en-es", id="no partner: nothing can be told"),
        pytest.param("Mide 6'2\".", "en-es", id="inches"),
        pytest.param("It's the students' choice.", "es-en", id="apostrophes"),
        pytest.param('قال "نعم".', "en-ar", id="a language without an entry"),
        pytest.param('<a href="x">sí</a>', "en-es", id="inside a tag"),
    ],
)
def test_quotation_marks_that_the_language_writes(target, languages):
    assert tell(QuoteStyle(), '"I know," he said.', target, languages) == []
