"""Items that a translation lost: strict where it matters, and no alarm for another way to write the same."""

from __future__ import annotations

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
    ("hi", "1,50,000", "१,५०,०००"),
    ("ar", "3.5", "٣٫٥"),
]
LOST = [
    ("es", "244890 homes", "24,490 casas", ["244890"]),
    ("es", "3.5 points", "35 puntos", ["3.5"]),
    ("es", "3.5 million", "3,5 mil millones", ["3.5"]),
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
