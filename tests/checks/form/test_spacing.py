"""Spaces: around marks, in brackets, French ones, between a number and its unit."""

from __future__ import annotations

import pytest

from tests.checks.form.telling import fix, tell
from workbench.checks.findings import Severity
from workbench.checks.form.french_spaces import FrenchSpaces
from workbench.checks.form.no_break import NoBreak
from workbench.checks.form.spacing import Spacing

THIN, WIDE = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("target", "languages", "mended"),
    [
        ("Vino  y se  fue.", "en-es", "Vino y se fue."),
        (f"Vino {WIDE}y", "en-es", f"Vino{WIDE}y"),
        ("Vino , y se fue .", "en-es", "Vino, y se fue."),
        ("Vino ; y : se ¿fue ?", "en-es", "Vino; y: se ¿fue?"),
        ("Vino (ayer )", "en-es", "Vino (ayer)"),
        ("Vino [ ayer ]", "en-es", "Vino [ayer]"),
        ("Vino,y se fue.", "en-es", "Vino, y se fue."),
        ("Vino ayer.Luego se fue.", "en-es", "Vino ayer. Luego se fue."),
        ("Он пришёл,потом ушёл.Вот так.", "en-ru", "Он пришёл, потом ушёл. Вот так."),
        ("جاء،ثم ذهب", "en-ar", "جاء، ثم ذهب"),
        (" Vino.", "en-es", "Vino."),
        ("Vino. ", "en-es", "Vino."),
        ("他来了 ，走了。", "en-zh", "他来了，走了。"),
        ("Il vint , et", "en-fr", "Il vint, et"),
    ],
)
def test_spaces_that_are_wrong(target, languages, mended):
    (found,) = tell(Spacing(), "He came and went", target, languages)
    assert (found.severity, found.fix) == (Severity.WARNING, mended)


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        pytest.param("x", "Vino, y se fue: sí; no. ¿Qué? ¡Ya!", "en-es", id="as it should be"),
        pytest.param("x", "Il vint : « oui » ; non ! Quoi ?", "en-fr", id="French has a space before high marks"),
        pytest.param("x", "3.5, 1,000 y 10:30", "en-es", id="numbers"),
        pytest.param("x", "EE.UU. y J.R.R. Tolkien", "en-es", id="initials"),
        pytest.param("x", "www.bbc.co.uk y a.b@c.org", "en-es", id="addresses"),
        pytest.param("x", "…y luego. … Sí", "en-es", id="an ellipsis"),
        pytest.param("x", "Ganó :) y ;-)", "en-es", id="smileys"),
        pytest.param("x", "[ ] sin hacer, ( ) tampoco", "en-es", id="empty boxes"),
        pytest.param("a  b", "a  b", "en-es", id="the source has two spaces"),
        pytest.param("a , b", "a , b", "en-es", id="the source has one before its comma"),
        pytest.param(" a", " a", "en-es", id="the source begins with one"),
        pytest.param("Use Node.Js", "Usa Node.Js", "en-es", id="a name the source writes like this"),
        pytest.param("x", "Wert: .5 und .NET", "en-de", id="a point before"),
        pytest.param("x", "他来了。走了", "en-zh", id="Chinese has none after its marks"),
        pytest.param("x", "Vino\nFue", "en-es", id="a line break"),
        pytest.param("x", "   ", "en-es", id="nothing but spaces, which is told as empty"),
        pytest.param("x", "Mitarbeiter/-innen, z.B. Ärzt*innen", "en-de", id="German short forms"),
    ],
)
def test_spaces_that_are_right(source, target, languages):
    assert tell(Spacing(), source, target, languages) == []


@pytest.mark.parametrize(
    ("target", "languages", "severity", "mended"),
    [
        ("Qui êtes-vous?", "en-fr", Severity.WARNING, f"Qui êtes-vous{THIN}?"),
        ("Voici: oui; non!", "en-fr", Severity.WARNING, f"Voici{WIDE}: oui{THIN}; non{THIN}!"),
        ("«Oui», dit-il.", "en-fr", Severity.WARNING, f"«{THIN}Oui{THIN}», dit-il."),
        ("Qui êtes-vous ?", "en-fr", Severity.HINT, f"Qui êtes-vous{THIN}?"),
        ("« Oui », dit-il.", "en-fr", Severity.HINT, f"«{THIN}Oui{THIN}», dit-il."),
        ("Qui êtes-vous ?", "en>fr-CA", Severity.WARNING, "Qui êtes-vous?"),
        ("Voici: oui", "en>fr-CA", Severity.WARNING, f"Voici{WIDE}: oui"),
    ],
)
def test_french_spaces_that_are_missing_or_would_break(target, languages, severity, mended):
    (found,) = tell(FrenchSpaces(), "x", target, languages)
    assert (found.severity, found.fix) == (severity, mended)


@pytest.mark.parametrize(
    ("target", "languages"),
    [
        pytest.param(f"Qui{WIDE}? Oui{THIN}! Bon{WIDE}: «{WIDE}non{WIDE}»{THIN};", "en-fr", id="both widths"),
        pytest.param("À 10:30, sur https://a.example/?q=1", "en-fr", id="times and addresses"),
        pytest.param("Il rit :) ;-)", "en-fr", id="smileys"),
        pytest.param("Qui êtes-vous? Oui!", "en>fr-CA", id="Canada"),
        pytest.param("Wer sind Sie?", "en-de", id="another language"),
        pytest.param("L'émission «»", "en-fr", id="nothing quoted"),
    ],
)
def test_french_spaces_that_are_right(target, languages):
    assert tell(FrenchSpaces(), "x", target, languages) == []


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("20 km", "Está a 20 km.", f"Está a 20{WIDE}km."),
        ("5 %", "Un 5 % y 3 °C", f"Un 5{WIDE}% y 3{WIDE}°C"),
        ("10,000 people", "10 000 personas", f"10{WIDE}000 personas"),
        ("1,234,567 people", "1 234 567 personas", f"1{WIDE}234{WIDE}567 personas"),
    ],
)
def test_a_line_may_break_in_a_number(source, target, mended):
    (found,) = tell(NoBreak(), source, target)
    assert (found.severity, found.fix) == (Severity.HINT, mended)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("20 km", f"20{WIDE}km y 5{THIN}%", id="no-break spaces"),
        pytest.param("20 men", "20 mujeres, 5 goles, 3 litros", id="words, not signs"),
        pytest.param("In 2019 300 came", "En 2019 300 vinieron", id="a year before a number"),
        pytest.param("Call 0800 555 111", "Llame al 0800 555 111", id="a telephone number"),
        pytest.param("Room 12, 300 people", "Sala 12 300 personas", id="two numbers of the source"),
        pytest.param("a", "La vitamina B 12 es", id="a number behind a letter"),
    ],
)
def test_numbers_that_hold_together(source, target):
    assert tell(NoBreak(), source, target) == []


def test_a_megabyte_of_spaces_is_looked_at_once():
    (found,) = tell(Spacing(), "x", "a" + " " * 1_000_000 + "b")
    assert found.fix == "a b"
    assert fix(NoBreak(), "x", "1 " * 300_000) == ""
