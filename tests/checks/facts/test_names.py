"""Names that are missing or became others; each case that passes is a false alarm kept out."""

from __future__ import annotations

import pytest

from workbench.checks.base import Pair
from workbench.checks.facts.names import Names
from workbench.checks.findings import Severity


def found(source: str, target: str, language: str, to: str) -> list[str]:
    return [finding.piece for finding in Names().find(Pair(source, target, language, to))]


@pytest.mark.parametrize(
    ("language", "to", "source", "target"),
    [
        ("en", "es", "He lives in London, in the United Kingdom.", "Vive en Londres, en el Reino Unido."),
        ("en", "es", "a German and a Dutch ship", "un barco alemán y otro neerlandés"),
        ("en", "fr", "in Scotland, near the UK", "en Écosse, près du Royaume-Uni"),
        ("en", "es", "the White House and the Supreme Court", "la Casa Blanca y el Tribunal Supremo"),
        ("en", "es", "on Monday in October", "el lunes, en octubre"),
        ("en", "de", "The Labour Party conference", "Die Konferenz der Arbeiterpartei"),
        ("en", "es", "the Ministry of Defence", "el Ministerio de Guerra"),
        ("de", "en", "Die Bundeskanzlerin sprach im Parlament.", "The chancellor spoke in parliament."),
        ("de", "en", "Gesamtniederschlagsmengen und Straßen", "rainfall totals and roads"),
        ("en", "ru", "said Donald Trump in Phoenix", "сказал Дональд Трамп в Финиксе"),
        ("en", "pl", "with Angela Merkel in Warsaw", "z Angelą Merkel w Warszawie"),
        ("en", "de", "Kavanaugh's future", "Kavanaughs Zukunft"),
        ("en", "es", "Sergio Aguero scored", "marcó Sergio Agüero"),
        ("en", "es", "Killer Pig Mauls Chinese Farmer To Death", "Un cerdo asesino mata a un ganadero chino"),
        ("en", "es", "Geophysicists were surprised.", "Los geofísicos se sorprendieron."),
        ("en", "es", "the AMs and the MPs of the NATO", "los diputados de la OTAN"),
        ("en", "es", "Mrs Sturridge left", "la señora Sturridge se fue"),
        ("en", "es", "Ludwig van Beethoven died.", "Murió Ludwig van Beethoven."),
        ("en", "es", "Merkel and Macron spoke.", "Hablaron Merkel y Macron."),
        ("en", "es", "The U.S. and the U.K. agreed.", "EE. UU. y el Reino Unido acordaron."),
        ("en", "es", "Queen Elizabeth and Prince William", "la reina Isabel y el príncipe Guillermo"),
        ("en", "fr", "Pope Francis and King Charles", "le pape François et le roi Charles"),
        ("en", "de", "Munich, Nuremberg and Bavaria", "München, Nürnberg und Bayern"),
        ("it", "en", "Venezia, Firenze e Napoli", "Venice, Florence and Naples"),
        ("en", "es", "Schoolchildren ran.", "Los escolares corrieron."),
        ("fr", "en", "Lorsqu’il vint en Turquie au XIXe siècle", "When he came to Turkey in the 19th century"),
        ("en", "ja", "said Sturridge of Liverpool", "とスタリッジは語った"),
        ("en", "ar", "said Sturridge of Liverpool", "قال ستوريدج"),
    ],
)
def test_a_name_in_another_form_passes(language: str, to: str, source: str, target: str) -> None:
    assert found(source, target, language, to) == []


@pytest.mark.parametrize(
    ("language", "to", "source", "target", "pieces"),
    [
        ("en", "es", "said Sturridge of Liverpool", "dijo, de Liverpool", ["Sturridge"]),
        ("en", "de", "said Sturridge of Liverpool", "sagte er in Liverpool", ["Sturridge"]),
        ("en", "fr", "as Trump said", "comme il l’a dit", ["Trump"]),
        ("es", "en", "dijo Kavanaugh en Phoenix", "he said in Phoenix", ["Kavanaugh"]),
        ("fr", "en", "a dit Willoughby", "he said", ["Willoughby"]),
        ("de", "en", "sagte Kavanaugh", "he said", ["Kavanaugh"]),
        ("en", "ru", "said Sturridge", "сказал он", ["Sturridge"]),
        ("en", "es", "he spoke", "habló Kavanaugh", ["Kavanaugh"]),
    ],
)
def test_a_missing_name_is_found(language: str, to: str, source: str, target: str, pieces: list[str]) -> None:
    assert found(source, target, language, to) == pieces


def test_one_name_in_the_place_of_another_has_a_fix() -> None:
    (finding,) = Names().find(Pair("Merkel met Kavanaugh.", "Merkel se reunió con Sturridge.", "en", "es"))
    assert (finding.piece, finding.fix) == ("Sturridge", "Merkel se reunió con Kavanaugh.")
    assert finding.severity is Severity.WARNING
