"""Typography: the marks of the language, words and items untouched, and twice is as good as once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.items import NUMERIC, find_items
from workbench.translation.typography import typeset

CASES = [
    ("es", "Dijo “hola” y se fue.", "", "Dijo «hola» y se fue."),
    ("es", 'Dijo "hola" y "adiós".', "", "Dijo «hola» y «adiós»."),
    ("es", "Dijo “llamó “tonto” a todos”.", "", "Dijo «llamó “tonto” a todos»."),
    ("es", "Dijo “hola.", "", "Dijo “hola."),
    ("es", 'Un tubo de 5" y "otro".', "", 'Un tubo de 5" y "otro".'),
    ("es", "L'Hospitalet d’O'Neill", "", "L'Hospitalet d’O'Neill"),
    ("fr", 'Il a dit "bonjour" !', "", "Il a dit «\u202fbonjour\u202f»\u202f!"),
    ("fr", "Pourquoi? Ceci: oui; non!", "", "Pourquoi\u202f? Ceci\xa0: oui\u202f; non\u202f!"),
    ("fr", "Voir https://a.b/c?d=e: à 10:30", "", "Voir https://a.b/c?d=e: à 10:30"),
    ("de", "Er sagte “hallo”.", "", "Er sagte „hallo“."),
    ("de", "Er sagte „hallo“.", "", "Er sagte „hallo“."),
    ("it", "Disse “ciao”.", "", "Disse «ciao»."),
    ("ru", 'Он сказал "да".', "", "Он сказал «да»."),
    ("es", '<a href="x">“sí”</a>', "", '<a href="x">«sí»</a>'),
    ("es", "Vienes mañana?", "Are you coming?", "¿Vienes mañana?"),
    ("es", "Vienes mañana.", "Are you coming?", "¿Vienes mañana?"),
    ("es", "No. Vienes?", "No. Coming?", "No. ¿Vienes?"),
    ("es", "Qué bien!", "Great!", "¡Qué bien!"),
    ("es", "¡Qué bien!", "Great!", "¡Qué bien!"),
    ("es", "Llegó ayer", "He came.", "Llegó ayer."),
    ("es", "Llegó ayer..", "He came.", "Llegó ayer."),
    ("es", "Llegó   ayer.", "He came.", "Llegó ayer."),
    ("es", "Llegó ayer.", "He came", "Llegó ayer"),
    ("es", "Dijo «llegó ayer»", "He said “he came.”", "Dijo «llegó ayer.»"),
    ("es", "Nació en EE. UU.", "Born in the U.S.", "Nació en EE. UU."),
]


@pytest.mark.parametrize(("language", "text", "source", "expected"), CASES)
def test_marks_are_those_of_the_language(language: str, text: str, source: str, expected: str) -> None:
    assert typeset(text, language, source) == expected
    assert typeset(expected, language, source) == expected


PARTS = st.lists(
    st.sampled_from([*"“”„\"«»'’ .!?;:…\xa0\u202f()", "..", "palabra", "5", "https://a.b/c?x", "{n}", "<b>", "🎉", "¿"])
).map("".join)


@settings(deadline=None)
@given(st.text() | PARTS, st.text() | PARTS, st.sampled_from(["es", "fr", "de", "it", "ru", "nl", "en", "zh", "xx"]))
def test_twice_is_as_good_as_once_and_words_and_items_stay(text: str, source: str, language: str) -> None:
    once = typeset(text, language, source)
    assert typeset(once, language, source) == once
    kept = [item.text for item in find_items(text) if item.kind not in NUMERIC]
    assert [item.text for item in find_items(once) if item.kind not in NUMERIC] == kept
    assert [c for c in once if c.isalnum()] == [c for c in text if c.isalnum()]
