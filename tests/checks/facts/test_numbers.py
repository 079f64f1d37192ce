"""Numbers, percentages, money, units and times: strict where it matters, no alarm for another way to say the same."""

from __future__ import annotations

import pytest

from workbench.checks.base import Pair
from workbench.checks.facts import FACT_CHECKS
from workbench.checks.findings import Finding, Severity

NUMERIC = {"numbers", "percent", "currency", "units", "times", "dates"}


def found(source: str, target: str, to: str, language: str = "en") -> list[Finding]:
    pair = Pair(source, target, language, to)
    return [finding for check in FACT_CHECKS if check.id in NUMERIC for finding in check.find(pair)]


@pytest.mark.parametrize(
    ("to", "source", "target"),
    [
        ("es", "3.5 points and 1,000 homes", "3,5 puntos y 1.000 casas"),
        ("de", "at 5 pm, 7 people", "um 17:00 Uhr, sieben Menschen"),
        ("fr", "in the 19th century", "au XIXe siècle"),
        ("fr", "the 1,250,000 inhabitants", "les 1 250 000 habitants"),
        ("es", "£2.8bn", "2.800 millones de libras"),
        ("es", "winds of 85 mph, 385 miles away", "vientos de 136 km/h, a 620 kilómetros"),
        ("de", "the 7,000-ton ship", "das 7000 Tonnen schwere Schiff"),
        ("es", "a two-year plan of 24 months", "un plan de dos años, de 24 meses"),
        ("es", "650 pounds of gold", "295 kilos de oro"),
        ("fr", "he paid 650 pounds", "il a payé 650 livres"),
        ("es", "5 million dollars", "5 millones de dólares"),
        ("pt", "38 percent", "38 por cento"),
        ("ja", "3 people in 2018", "2018年に3人"),
        # Scales right behind a number and right before another word, and sums of them.
        ("zh", "It cost 10,000 yen.", "费用为1万日元。"),
        ("zh", "There were 25,000 people.", "有2.5万人。"),
        ("zh", "12 trillion yuan for 120 million people", "12万亿元，1.2亿人"),
        ("zh", "3 km long, 5 kg heavy, for 3,000 homes", "长3千米，重5千克，供3千户"),
        ("ja", "It cost 350 million yen.", "3億5000万円だった。"),
        ("ja", "15,000 of 350,000 people", "35万人のうち1万5000人"),
        ("ko", "30,000 people came", "3만명이 왔다"),
        ("es", "It weighs 2½ kilos and took 2 ½ hours.", "Pesa 2,5 kilos y tardó dos horas y media."),
        ("es", "Sales fell by half a percent.", "Las ventas cayeron un 0,5 %."),
        ("es", "half a million people in two and a half years", "500.000 personas en 2,5 años"),
        ("de", "£0.5m over 1.5 or 2.5 years", "500.000 Pfund in anderthalb oder zweieinhalb Jahren"),
        ("ru", "1.5 years", "полтора года"),
        ("es", "It rose .5 points, or $.50.", "Subió 0,5 puntos, o 0,50 dólares."),
        ("es", "20 or 30 people", "una veintena o una treintena de personas"),
        ("es", "a 6ft man", "un hombre de 1,80 m"),
        ("zh", "20 people, or 50%, in 2018", "二十人，百分之五十，二〇一八年"),
        ("zh", "12,000 or 305 or 10", "一万两千、三百零五或十"),
        ("zh", "at 17:00", "下午5点"),
        ("ar", "10,000 homes", "10 آلاف منزل"),
        ("hi", "500,000 people", "5 लाख लोग"),
        ("es", "the 100m final of the 10k", "la final de los 100 metros de los 10 km"),
        ("zh", "the 100m final", "100米决赛"),
        ("es", "5m people and 10k homes", "5 millones de personas y 10.000 casas"),
    ],
)
def test_the_same_written_another_way_passes(to: str, source: str, target: str) -> None:
    assert found(source, target, to) == []


@pytest.mark.parametrize(
    ("to", "source", "target", "check", "piece", "fix"),
    [
        ("es", "It has 244,890 homes.", "Tiene 24.490 casas.", "numbers", "24.490", "Tiene 244.890 casas."),
        (
            "fr",
            "It has 244,890 homes.",
            "Elle a 24\u202f490 maisons.",
            "numbers",
            "24\u202f490",
            "Elle a 244\u202f890 maisons.",
        ),
        ("de", "It rose by 3.5 points.", "Er stieg um 35 Punkte.", "numbers", "35", "Er stieg um 3,5 Punkte."),
        ("de", "More than 16,000 fled.", "Über 16,000 flohen.", "numbers", "16,000", "Über 16.000 flohen."),
        ("es", "About 3.5 million came.", "Vinieron 3,5 mil millones.", "numbers", "3,5", None),
        ("es", "It fell by 40%.", "Cayó un 14 %.", "percent", "14 %", "Cayó un 40 %."),
        ("es", "They paid £5m.", "Pagaron 5 millones de dólares.", "currency", "£5m", None),
        ("es", "It cost $3.6bn.", "Costó 3.800 millones de dólares.", "currency", "3.800", None),
        ("de", "It takes 12 days.", "Es dauert 12 Wochen.", "units", "12 Wochen", None),
        ("en", "It weighs 30 pounds.", "It weighs 30 kilograms.", "units", "30 kilograms", None),
        ("es", "99 percent of it", "99 dólares de ello", "percent", "99 percent", None),
        ("de", "It starts at 17:30.", "Es beginnt um 18:30 Uhr.", "times", "18:30", "Es beginnt um 17:30 Uhr."),
        ("es", "Only 20 of them", "Solo algunos", "numbers", "20", None),
        ("zh", "There were 305 people.", "有三百零六人。", "numbers", "305", None),
        ("es", "2,500,000 people", "dos personas y media", "numbers", "2,500,000", None),
        # No fix where a scale or a fraction would stay behind the number.
        ("zh", "It cost 25,000 yen.", "费用为2.6万日元。", "numbers", "2.6", None),
        ("ja", "It cost 350 million yen.", "3億6000万円だった。", "numbers", "350", None),
        ("es", "It took 2½ hours.", "Tardó 3,5 horas.", "numbers", "3,5", None),
        ("es", "the 100m final", "los 200 metros", "numbers", "200", "los 100 metros"),
        ("es", "They paid £5m.", "Pagaron 5 libras.", "currency", "5", None),
        # Only beside a length the letter may be a unit.
        ("es", "He has 100k followers.", "Tiene 100 seguidores.", "numbers", "100", None),
        ("es", "He sold 50m copies.", "Vendió 50 ejemplares.", "numbers", "50", None),
        ("de", "It has 250k users.", "Es hat 250 Nutzer.", "numbers", "250", None),
        ("es", "Only some of them", "Solo 20", "numbers", "20", None),
    ],
)
def test_what_changed_is_found_with_its_fix(
    to: str, source: str, target: str, check: str, piece: str, fix: str | None
) -> None:
    finding = next(each for each in found(source, target, to) if each.id == check)
    assert (finding.severity, finding.piece, finding.fix) == (Severity.BLOCKING, piece, fix)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("300 km (190 miles) north", "a 300 km al norte"),
        ("in the 1930s", "hace casi un siglo"),
        ("2 and 1 to Poulter", "ante Poulter"),
        ("he is 100 percent certain", "está totalmente seguro"),
        ("€3.1 billion ($3.6bn)", "3.100 millones de euros"),
    ],
)
def test_what_people_leave_out_on_purpose_does_not_block(source: str, target: str) -> None:
    findings = found(source, target, "es")
    assert findings
    assert {finding.severity for finding in findings} == {Severity.WARNING}


def test_a_fix_is_offered_only_where_one_number_can_be_meant() -> None:
    assert [each.fix for each in found("from 20 to 45 men", "de 21 a 46 hombres", "es")] == [None, None]


@pytest.mark.parametrize(("source", "target"), [("1,000", "0 1,000"), ("1,000A", "1000:1,000")])
def test_a_misread_number_has_no_fix_that_would_make_it_another_fault(source: str, target: str) -> None:
    *_, misread = found(source, target, "fr")
    assert (misread.piece, misread.fix) == ("1,000", None)
