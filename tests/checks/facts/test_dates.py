"""Months and days of the week: another one blocks, a missing one warns, and words that only look like one pass."""

from __future__ import annotations

import pytest

from workbench.checks.base import Pair
from workbench.checks.facts.dates import Dates
from workbench.checks.findings import Severity


def found(source: str, target: str, language: str, to: str) -> list[tuple[str, str, str | None]]:
    findings = Dates().find(Pair(source, target, language, to))
    return [(each.severity.value, each.piece, each.fix) for each in findings]


@pytest.mark.parametrize(
    ("language", "to", "source", "target"),
    [
        ("en", "es", "on Sunday, 30 September", "el domingo, 30 de septiembre"),
        ("en", "de", "on Friday evening", "am Freitagabend"),
        ("en", "ru", "a fall in June and Friday's match", "в июне упали, пятничный матч"),
        ("en", "pl", "on Friday morning, on Thursday", "w piątkowy poranek, w czwartkowym wydaniu"),
        ("en", "es", "he told The Sunday Times", "dijo a The Sunday Times"),
        ("en", "es", "Theresa May may march on", "Theresa May puede seguir"),
        ("fr", "en", "pauvre, mais digne; les maisons", "poor but proud; the houses"),
        ("pt", "en", "a segunda parte", "the second part"),
        ("en", "fr", "on Oct. 2", "le 2 octobre"),
        ("en", "de", "on 12 May 2024", "am 12.5.2024"),
        ("en", "de", "by 12 April 2024", "bis 12.04.2024"),
        ("en", "pl", "St Martin's estate", "majątek św. Marcina"),
        # The night from one day to the next is named by either.
        ("en", "de", "It fell on Saturday night.", "Es fiel in der Nacht zum Sonntag."),
        ("de", "en", "Es fiel in der Nacht auf Montag.", "It fell on Sunday night."),
        ("en", "fr", "It fell on Saturday night.", "Il est tombé dans la nuit de samedi à dimanche."),
        ("en", "ru", "It fell on Saturday night.", "Он упал в ночь на воскресенье."),
        ("en", "de", "Good Friday and Easter Monday", "Karfreitag und Ostermontag"),
        ("en", "es", "on Sept. 5 and Oct. 6", "el 5 de sept. y el 6 de oct."),
        ("en", "fr", "Seven came.", "Sept sont venus."),
        # No spaces part the words there, and months are numbers.
        ("en", "ja", "on Wednesday, Oct. 3", "10月3日水曜日に"),
        ("en", "ja", "on Sunday", "日曜の朝"),
        ("ja", "en", "2018年10月3日", "October 3, 2018"),
        ("en", "zh", "on Wednesday in November", "他十一月的周三来了"),
        ("zh", "en", "三个月后的星期三", "on Wednesday, three months later"),
        ("ko", "en", "수요일에", "on Wednesday"),
        # Vowels are marks there, and no end of a word.
        ("en", "hi", "a vote on Sunday in July", "जुलाई में रविवार को मतदान"),
    ],
)
def test_what_is_no_other_date_passes(language: str, to: str, source: str, target: str) -> None:
    assert found(source, target, language, to) == []


@pytest.mark.parametrize(
    ("language", "to", "source", "target", "expected"),
    [
        ("en", "es", "It ends on Sunday.", "Termina el lunes.", ("blocking", "lunes", "Termina el domingo.")),
        ("es", "en", "Termina en mayo o abril.", "It ends in June or April.", ("blocking", "June", None)),
        ("fr", "de", "en octobre", "im November", ("blocking", "November", "im Oktober")),
        ("en", "ru", "on Sunday", "в субботу", ("blocking", "субботу", None)),
        ("en", "de", "on Friday night", "in der Nacht zum Montag", ("blocking", "Montag", "in der Nacht zum Freitag")),
        ("en", "ja", "on Wednesday", "木曜日に来た", ("blocking", "木曜日", "水曜日に来た")),
        ("zh", "en", "星期三他来了", "He came.", ("warning", "星期三", None)),
        ("en", "zh", "in October", "在11月", ("warning", "October", None)),
        ("en", "fr", "on Tuesday", "hier", ("warning", "Tuesday", None)),
        ("en", "de", "in mid-2018", "Mitte September 2018", ("warning", "September", None)),
        ("en", "de", "on 2024-05-12", "am 2024-05-13", ("blocking", "2024-05-13", "am 2024-05-12")),
    ],
)
def test_another_date_is_found(language: str, to: str, source: str, target: str, expected: tuple[str, ...]) -> None:
    if language == "es":  # "mayo" is May, and the fix is sure
        expected = ("blocking", "June", "It ends in May or April.")
    assert found(source, target, language, to) == [expected]


def test_the_fix_keeps_the_capital_that_stands_there() -> None:
    (finding,) = Dates().find(Pair("Sunday was calm.", "Lunes tranquilo.", "en", "es"))
    assert finding.fix == "Domingo tranquilo."
    assert finding.severity is Severity.BLOCKING
