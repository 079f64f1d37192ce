"""The typography of each language: what is put right, and what must stay as it is."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_docs import ROOT
from workbench.writing.quote_marks import MARKS
from workbench.writing.typography import fit_typography

N = "\u202f"
B = "\u00a0"

QUOTES = [
    ("es", "He said “yes”.", "Dijo “sí”.", "Dijo «sí»."),
    ("es", 'He said "yes".', 'Dijo "sí".', "Dijo «sí»."),
    ("es", "“I am here.”", "“Estoy aquí”.", "«Estoy aquí»."),
    ("es-MX", 'He said "yes".', 'Dijo "sí".', "Dijo “sí”."),
    ("es-ES", 'He said "yes".', 'Dijo "sí".', "Dijo «sí»."),
    ("es", '("Yes")', '("Sí")', "(«Sí»)"),
    ("fr", 'He said "yes".', 'Il a dit "oui".', f"Il a dit «{N}oui{N}»."),
    ("fr", "He said “yes”.", "Il a dit « oui ».", f"Il a dit «{N}oui{N}»."),
    ("fr", "He said “yes”.", f"Il a dit «{B}oui{B}».", f"Il a dit «{B}oui{B}»."),
    ("de", 'He said "yes".', 'Er sagte "ja".', "Er sagte „ja“."),
    ("de", "He said “yes”.", "Er sagte „ja“.", "Er sagte „ja“."),
    ("de", "He said “yes”.", "Er sagte »ja«.", "Er sagte »ja«."),
    ("de", "He said “yes”.", "Er sagte “ja”.", "Er sagte „ja“."),
    ("de-CH", "He said “yes”.", "Er sagte “ja”.", "Er sagte «ja»."),
    ("en", "Dijo «sí».", "He said «yes».", "He said “yes”."),
    ("en", "Er sagte „ja“.", "He said „yes“.", "He said “yes”."),
    ("pl", 'He said "yes".', 'Powiedział "tak".', "Powiedział „tak”."),
    ("sv", 'He said "yes".', 'Han sa "ja".', "Han sa ”ja”."),
    ("ru", 'He said "yes".', 'Он сказал "да".', "Он сказал «да»."),
    ("ja", 'He said "yes".', '彼は"はい"と言った。', "彼は「はい」と言った。"),
    ("zh", 'He said "yes".', '他说"是"。', "他说“是”。"),
    # Quotations within quotations.
    ("es", "“He said ‘no’ twice,” she said.", "“Dijo ‘no’ dos veces”, dijo.", "«Dijo “no” dos veces», dijo."),
    ("es", "“He said 'no',” she said.", "\"Dijo 'no'\", dijo.", "«Dijo “no”», dijo."),
    ("es", "“The ‘A’ and ‘B’ plans.”", "“Los planes ‘A’ y ‘B’.”", "«Los planes ‘A’ y ‘B’.»"),
    ("de", 'She: "He said "no" today".', 'Sie: "Er sagte "nein" heute".', "Sie: „Er sagte ‚nein‘ heute“."),
    # Apostrophes, feet and inches.
    ("en", "«Es mío»", "\"It's the players' own\"", "“It's the players' own”"),
    ("fr", "“It's”", "“C’est l’homme”", f"«{N}C’est l’homme{N}»"),
    ("es", 'A 27" "smart" screen', 'Una pantalla "lista" de 27"', 'Una pantalla «lista» de 27"'),
    ("es", "He is 5'10\" and “tall”", "Mide 5'10\" y es “alto”", "Mide 5'10\" y es «alto»"),
    # Left alone.
    ("es", 'He said "yes.', 'Dijo "sí.', 'Dijo "sí.'),
    ("es", "He said “yes”.", "Dijo “sí.", "Dijo “sí."),
    ("es", "He said yes.", "Dijo “sí”.", "Dijo “sí”."),
    ("es", "“a”", "”a“", "”a“"),
    ("es", "“”", "“”", "«»"),
    ("th", "“a”", '"ก"', '"ก"'),
]
SPACES = [
    ("fr", "What!", "Quoi!", f"Quoi{N}!"),
    ("fr", "What?", "Quoi ?", f"Quoi{N}?"),
    ("fr", "What?", f"Quoi{B}?", f"Quoi{B}?"),
    ("fr", "What?!", "Quoi?!", f"Quoi{N}?!"),
    ("fr", "He said: no; yes.", "Il a dit: non; oui.", f"Il a dit{B}: non{N}; oui."),
    ("fr", "He said: no.", "Il a dit : non.", f"Il a dit{B}: non."),
    ("fr", "At 10:30, see http://a.fr/?b!", "À 10:30, voir http://a.fr/?b!", f"À 10:30, voir http://a.fr/?b{N}!"),
    ("fr", "Why :)", "Pourquoi :)", "Pourquoi :)"),
    ("fr-CA", "What! No: yes.", "Quoi ! Non: oui.", f"Quoi! Non{B}: oui."),
    ("fr", "“What?”", "“Quoi?”", f"«{N}Quoi{N}?{N}»"),
    ("es", "Yes, no.", "Sí , no .", "Sí, no."),
    ("de", "What?", "Was ?", "Was?"),
    ("es", "A  b", "A  b", "A  b"),
    ("es", "A b c", "A   b  c", "A b c"),
    ("es", "Use .NET now", "Use .NET ahora", "Use .NET ahora"),
    ("es", "x ... y", "x ... y", "x ... y"),
    ("es", "is .5", "es .5", "es .5"),
    ("es", "A : B", "A : B", "A : B"),
    ("es", "  A", "  A", "  A"),
    ("zh", "Hello, world.", "你好, 世界.", "你好，世界。"),
    ("ja", "Hello, world.", "こんにちは, 世界.", "こんにちは、世界。"),
    ("zh", "At 3.5 of A, B.", "A, B 为 3.5。", "A, B 为 3.5。"),
]
ENDINGS = [
    ("es", "Yes.", "Sí", "Sí."),
    ("es", "Yes!", "Sí", "¡Sí!"),
    ("es", "Yes?", "Sí", "¿Sí?"),
    ("es", "And he said:", "Y dijo", "Y dijo:"),
    ("es", "And then…", "Y luego", "Y luego…"),
    ("es", "And then...", "Y luego", "Y luego…"),
    ("es", "And then...", "Y luego...", "Y luego..."),
    ("es", "And then…", "Y luego.", "Y luego."),
    ("es", "Yes.", "Sí..", "Sí."),
    ("es", "Really?", "¿De veras?.", "¿De veras?"),
    ("es", "It rose 5%.", "Subió un 5 %", "Subió un 5 %."),
    ("es", "A headline", "Un titular.", "Un titular."),
    ("es", "Yes.", "Sí,", "Sí,"),
    ("es", "He said “yes.”", "Dijo “sí”", "Dijo «sí»."),
    ("en", "Dijo «sí».", "He said “yes”", "He said “yes”."),
    ("de", "“I am here.”", "“Ich bin hier”", "„Ich bin hier.“"),
    ("de", "“Is it so?”", "“Ist es so”", "„Ist es so?“"),
    ("es", "He left (at 5 p.m.).", "Se fue (a las 5 p. m.)", "Se fue (a las 5 p. m.)"),
    ("es", "(See page 3.)", "(Véase la página 3)", "(Véase la página 3.)"),
    ("es", "To the U.S.?", "A EE. UU.", "¿A EE. UU.?"),
    ("de", "Is it so?", "Ist es so.", "Ist es so?"),
    ("de", "Is it so!", "Ist es so?", "Ist es so?"),
    ("de", "He asked: “Is it so?”", "Er fragte, ob es so ist.", "Er fragte, ob es so ist."),
    ("de", 'I said: "Is it so?', "Ich fragte, ob es so ist.", "Ich fragte, ob es so ist."),
    ("de", "“Is it so?”", "„Ist es so.“", "„Ist es so?“"),
    ("de", "Was it a “war”?", "War es ein „Krieg“.", "War es ein „Krieg“?"),
    ("ja", "Yes.", "はい", "はい。"),
    ("ja", "“Yes,” he said.", "「はい」", "「はい」"),
    ("de", "I got bit!", "„Gebissen!“.", "„Gebissen!“."),
    ("zh", "Yes?", "是吗", "是吗？"),
    ("zh", "Yes?", "是吗。", "是吗？"),
    ("ar", "Yes?", "نعم", "نعم؟"),
    ("hi", "Yes.", "हाँ", "हाँ।"),
    ("th", "Yes.", "ใช่", "ใช่"),
    ("el", "Yes?", "Ναι;", "Ναι;"),
    ("es", "Great! 😀", "¡Genial! 😀", "¡Genial! 😀"),
    ("es", "...", "x", "x"),
    ("es", "Yes.", "", ""),
    ("es", "Yes.", "—", "—"),
]
INVERTED = [
    ("es", "What is it?", "Qué es?", "¿Qué es?"),
    ("es", "What is it?", "¿ Qué es?", "¿Qué es?"),
    ("es", "What is it?", "¿Qué es?", "¿Qué es?"),
    ("es", "But what is it?", "Pero ¿qué es?", "Pero ¿qué es?"),
    ("es", "Stop!", "Alto!", "¡Alto!"),
    ("es", "Stop!", "¡Alto!", "¡Alto!"),
    ("es", "“What is it?” he asked.", "“Qué es?”, preguntó.", "«¿Qué es?», preguntó."),
    ("es", "He asked: “What is it?”", "Preguntó: “Qué es?”", "Preguntó: «¿Qué es?»"),
    ("es", "- What is it?", "- Qué es?", "- ¿Qué es?"),
    ("es", "It came here. Why is that?", "Llegó aquí. Por qué es eso?", "Llegó aquí. ¿Por qué es eso?"),
    ("es", "Is Mr. Poe here?", "Está aquí el Sr. Poe?", "¿Está aquí el Sr. Poe?"),
    ("es", "What? Where?", "Qué? Dónde?", "¿Qué? ¿Dónde?"),
    ("es", "What?!", "¡Qué?!", "¡Qué?!"),
    ("es", "Yahoo! rose.", "Yahoo! subió.", "Yahoo! subió."),
    ("es", "It rose.", "Subió?", "Subió?"),
    ("gl", "What is it?", "Que é?", "Que é?"),
]
LANGUAGES = sorted({*MARKS, "th", "ar", "hi", "br", "fr-CA"})


@pytest.mark.parametrize(("language", "source", "target", "expected"), [*QUOTES, *SPACES, *ENDINGS, *INVERTED])
def test_expected(language: str, source: str, target: str, expected: str) -> None:
    assert fit_typography(source, target, language) == expected
    assert fit_typography(source, expected, language) == expected


def test_what_is_kept_is_not_touched() -> None:
    target = 'Vea <a href="x"> "aquí"  , en http://a.es/?b  c'
    tag, url = target.index("<"), target.index("http")
    spans = [(url, len(target)), (tag, target.index(">") + 1)]
    fitted = fit_typography('See <a href="x"> "here", at http://a.es/?b  c.', target, "es", spans)
    assert fitted == 'Vea <a href="x"> «aquí»  , en http://a.es/?b  c.'
    assert fit_typography('"x"', '"x"', "es", [(0, 3)]) == '"x"'
    assert fit_typography('"x"', '"x"', "es", [(2, 99), (-4, 1), (1, 1)]) == '"x"'


signs = st.sampled_from(
    [*"\"“”„«»‘’'‹›「」.,;:!?…¿¡()-—% \u00a0\u202f\u2009。，？5aÁñ你の", "palabra", "  ", "...", "EE. UU."]
)
texts = st.lists(signs, max_size=25).map("".join) | st.text(max_size=30)


@given(source=texts, target=texts, language=st.sampled_from(LANGUAGES))
def test_a_second_time_changes_nothing_and_no_word_is_changed(source: str, target: str, language: str) -> None:
    once = fit_typography(source, target, language)
    assert fit_typography(source, once, language) == once
    assert _words(once) == _words(target)


@given(source=texts, before=texts, kept=texts, after=texts, language=st.sampled_from(LANGUAGES))
def test_a_kept_piece_stays_whole(source: str, before: str, kept: str, after: str, language: str) -> None:
    fitted = fit_typography(source, before + kept + after, language, [(len(before), len(before) + len(kept))])
    assert kept in fitted
    assert _words(fitted) == _words(before + kept + after)


def _words(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize(
    "piece", ['"', '"a ', "“a” ", " ", "?", "a? ", "a.", "«‘", "’ ", "...", ' "', "?) ", "。", "a ,"]
)
def test_long_runs_take_no_longer_than_their_length(piece: str) -> None:
    text = f"“{piece * (60_000 // len(piece))}x?”"
    started = time.process_time()
    for language in ("es", "fr", "ja"):
        fit_typography(text, text, language)
    assert time.process_time() - started < 6


def test_every_language_of_the_table_is_in_its_page() -> None:
    page = (ROOT / "docs" / "typography.md").read_text(encoding="utf-8")
    codes = set(re.findall(r"`([a-z]{2}(?:-[A-Za-z0-9]+)?)`", page))
    assert set(MARKS) <= codes
