"""Items that a translation lost: strict where it matters, and no alarm for another way to write the same."""

from __future__ import annotations

import time

import pytest

from workbench.items import added_items, find_items, lost_items

SAME = [
    ("es", "3.5 points", "3,5 puntos"),
    ("es", "1,000 homes", "1.000 casas"),
    ("es", "1,000 homes", "1 000 casas"),
    ("es", "1,000 homes", "1000 casas"),
    ("es", "the 19th century", "el siglo XIX"),
    ("es", "the 19th", "el 19.º"),
    ("es", "at 5 pm", "a las 17:00"),
    ("es", "at 5 p.m.", "a las cinco de la tarde"),
    ("es", "£2.8bn", "2.800 millones de libras"),
    ("es", "7 days", "siete días"),
    ("es", "25,000 people", "veinticinco mil personas"),
    ("es", "40 percent", "el 40 por ciento"),
    ("es", "between 2 and 3 million", "entre 2 y 3 millones"),
    ("es", "2 million to 3 million", "de 2 a 3 millones"),
    ("fr", "$1,250.50", "1\u202f250,50\xa0$"),
    ("fr", "95 seats", "quatre-vingt-quinze sièges"),
    ("de", "2.8 billion euros", "2,8 Milliarden Euro"),
    ("de", "25 people", "fünfundzwanzig Menschen"),
    ("de", "3.30pm", "15.30 Uhr"),
    ("it", "35 people", "trentacinque persone"),
    ("pt", "$2 trillion", "2 trilhões de dólares"),
    ("nl", "25 people", "vijfentwintig mensen"),
    ("ru", "5 people", "пять человек"),
    ("ru", "€2.5m", "2,5 млн евро"),
    ("es", "at 5:30 pm", "a las 17.30"),
    ("es", "at 17:00", "a las cinco de la tarde"),
    ("es", "at 22:30", "a las 10:30 de la noche"),
    ("es", "at 22:30", "a las 10:30 p. m."),
    ("de", "at 5 in the afternoon", "um 17 Uhr"),
    ("es", "at 00:00", "a medianoche"),
    ("es", "on 1/2/99", "el 1/2/1999"),
    ("es", "on 1/2/2000", "el 1/2/00"),
    ("es", "on 2024-05-12", "el 12/05/24"),
    ("es", "-5 degrees", "menos 5 grados"),
    ("es", "it was -5", "hacía −5"),
    ("es", "seven people and 1 dog", "7 personas y un perro"),
    ("es", "5 million people", "5 millones de personas"),
    ("es", "1,000 and 1 nights", "1 000 y una noches"),
    ("zh", "on #Brexit and @name now", "关于#Brexit的和@name说"),
    ("zh", "see https://a.com now", "请看https://a.com。"),
    ("hi", "1,50,000", "१,५०,०००"),
    ("ar", "3.5", "٣٫٥"),
    ("es", "85 mph, 385 miles away", "136 km/h, a 620 kilómetros"),
    ("es", "waves of 20 feet", "olas de seis metros"),
    ("es", "2 to 3 inches of rain", "entre 5 y 8 centímetros de lluvia"),
    ("es", "it was 80 degrees", "hacía 26 grados"),
    ("fr", "a 650 pound pig", "un porc de 295 kg"),
    ("ru", "30 yards out", "в 27 метрах"),
    ("pl", "10 miles offshore", "16 kilometrów od wybrzeży"),
    ("de", "a four-day week", "eine 4-Tage-Woche"),
    ("es", "the fifth-floor room of a mother-of-three", "la habitación de la 5.ª planta de una madre de 3 hijos"),
    ("fr", "the 19th century", "au XIXe siècle"),
    ("de", "winds of 85 miles per hour", "Winde von 136 Kilometern pro Stunde"),
    ("pl", "a 650 pound pig", "300-kilogramowa świnia"),
    ("pl", "a 42-year-old and a 16-year-old", "czterdziestodwuletni mężczyzna i szesnastolatek"),
    ("ru", "a 20-year-old man and 25,000 others", "двадцатилетний мужчина и 25-тысячная толпа"),
    ("pl", "1.05 million viewers for $2 million", "1,05 miliona widzów za 2 miliony dolarów"),
    ("pl", "£150 billion for 25 people", "150 miliardów funtów dla dwudziestu pięciu osób"),
]
LOST = [
    ("es", "244890 homes", "24,490 casas", ["244890"]),
    ("es", "3.5 points", "35 puntos", ["3.5"]),
    ("es", "3.5 million", "3,5 mil millones", ["3.5"]),
    ("es", "5 million", "5 mil millones", ["5"]),
    ("es", "1/1/2000", "1/1/2100", ["1/1/2000"]),
    ("es", "1/1/1999", "1/1/2099", ["1/1/1999"]),
    ("es", "at 22:30", "a las 10:30", ["22:30"]),
    ("es", "-5 degrees", "5 grados", ["5"]),
    ("es", "it was (-5%)", "era del 5%", ["5%"]),
    ("es", "won 1-0 early", "ganó 2-0 en la primera parte", ["1"]),
    ("es", "for #Brexit", "para #Brexiteers", ["#Brexit"]),
    ("es", "by @Mer", "de @MerPolCC", ["@Mer"]),
    ("es", "see https://a.com", "vea https://a.com/evil", ["https://a.com"]),
    ("es", "write a@b.com", "escriba a xa@b.com", ["a@b.com"]),
    ("es", "Hi {a}", "Hola {{a}}", ["{a}"]),
    ("es", "85 mph at 5 a.m.", "116 km/h a las cinco", ["85"]),
    ("es", "385 miles at 85 mph", "620 kilómetros a 58 km/h", ["85"]),
    ("de", "It starts at 5 pm.", "Es beginnt um 18 Uhr.", ["5 pm"]),
    ("es", "12 days at 12", "12 días a las dos", ["12"]),
    ("es", "£5m", "5 millones de dólares", ["£5m"]),
    ("es", "5%", "5 personas", ["5%"]),
    ("es", "5 and 5", "5 y otros", ["5"]),
    ("de", "1,000", "1,000 und 1", []),
    ("de", "1.5", "1.500", ["1.5"]),
    ("es", "by @MerPolCC", "de @ MerPolC", ["@MerPolCC"]),
    ("es", "see https://a.b/c.", "véase https://a.b/", ["https://a.b/c"]),
    ("es", "Hi {name}, %s", "Hola {nombre}, %s", ["{name}"]),
    ("es", "a <b>b</b>", "a <b>b", ["</b>"]),
    ("es", "ok 👨‍👩‍👧 🇪🇸 👍🏽", "ok 👨‍👩‍👧 🇪🇸 👍", ["👍🏽"]),
]


@pytest.mark.parametrize(("language", "source", "target"), SAME)
def test_another_way_to_write_the_same_is_no_loss(language: str, source: str, target: str) -> None:
    assert lost_items(source, target, "en", language) == ()
    assert added_items(source, target, "en", language) == ()


@pytest.mark.parametrize(("language", "source", "target", "lost"), LOST)
def test_a_changed_item_is_lost(language: str, source: str, target: str, lost: list[str]) -> None:
    assert [item.text for item in lost_items(source, target, "en", language)] == lost


def test_items_have_their_kinds() -> None:
    text = "£2.8bn 3.5% 2024-05-12 5 pm 244890 @MerPolCC #Brexit2 😀 https://a.b/c(d). "
    text += "me@x.org {name} %s %(x)d ${x} {{x}} <b>"
    assert [(item.kind.value, item.text) for item in find_items(text)] == [
        ("currency", "£2.8bn"),
        ("percent", "3.5%"),
        ("date", "2024-05-12"),
        ("time", "5 pm"),
        ("number", "244890"),
        ("mention", "@MerPolCC"),
        ("hashtag", "#Brexit2"),
        ("emoji", "😀"),
        ("url", "https://a.b/c(d)"),
        ("email", "me@x.org"),
        ("placeholder", "{name}"),
        ("placeholder", "%s"),
        ("placeholder", "%(x)d"),
        ("placeholder", "${x}"),
        ("placeholder", "{{x}}"),
        ("tag", "<b>"),
    ]


def test_many_numbers_before_many_scale_words_take_linear_time() -> None:
    text = "5 aa bb cc million " * 8_000
    began = time.process_time()
    lost_items(text, text, "en", "es")
    assert time.process_time() - began < 5


def test_a_time_with_a_comma_is_a_changed_one() -> None:
    source, target = "found at 7.55am", "encontrado a las 7,55am"
    assert [item.text for item in lost_items(source, target, "en", "es")] == ["7.55am"]
    assert [item.text for item in added_items(source, target, "en", "es")] == ["7,55"]


@pytest.mark.parametrize(
    "text", ["\U000116d0", "at \U000116d1\U000116d2:30", "\U000116d1/1/\U000116d1\U000116d1", "5 \U000116d1 pm"]
)
def test_digits_that_python_does_not_know_yet_are_compared_as_they_stand(text: str) -> None:
    assert lost_items(text, text, "en", "es") == ()
    assert added_items(text, text, "en", "es") == ()
