"""The mark at the end, Spanish inverted marks, and those of other scripts."""

from __future__ import annotations

import pytest

from tests.checks.form.telling import fix, tell
from workbench.checks.findings import Severity
from workbench.checks.form.end_mark import EndMark
from workbench.checks.form.inverted_marks import InvertedMarks
from workbench.checks.form.native_marks import NativeMarks


@pytest.mark.parametrize(
    ("source", "target", "languages", "mended"),
    [
        ("He came.", "Vino", "en-es", "Vino."),
        ("Will it rain?", "Wird es regnen", "en-de", "Wird es regnen?"),
        ("Will it rain?", "Wird es regnen.", "en-de", "Wird es regnen?"),
        ("Stop!", "Halt.", "en-de", "Halt!"),
        ("He came:", "Er kam", "en-de", "Er kam:"),
        ("He came…", "Er kam", "en-de", "Er kam…"),
        ("He came.", "他来了", "en-zh", "他来了。"),
        ("Will it rain?", "هل ستمطر", "en-ar", "هل ستمطر؟"),
        ("Will it rain?", "Θα βρέξει", "en-el", "Θα βρέξει;"),
        ("He came.", "वह आया", "en-hi", "वह आया।"),
        ("He came.", "Vino..", "en-es", "Vino."),
        ("“He came.”", "«Vino»", "en-es", "«Vino»."),
    ],
)
def test_a_mark_that_is_lost_or_another(source, target, languages, mended):
    (found,) = tell(EndMark(), source, target, languages)
    assert (found.severity, found.fix) == (Severity.WARNING, mended)
    assert found.piece


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        pytest.param("He came.", "Vino.", "en-es", id="the same"),
        pytest.param("他来了。", "He came.", "zh-en", id="a full stop of another script"),
        pytest.param("Will it rain?", "Θα βρέξει;", "en-el", id="a Greek question mark"),
        pytest.param("Will it rain?", "雨が降りますか？", "en-ja", id="full width"),
        pytest.param("He came.", "เขามา", "en-th", id="Thai has no full stop"),
        pytest.param("Subió en EE. UU.", "It rose in the US", "es-en", id="the source ends with an abbreviation"),
        pytest.param("He lives in the U.S.", "Vive en EE. UU.", "en-es", id="so does the translation"),
        pytest.param('He asked: "Why?"', "Preguntó por qué.", "en-es", id="a quoted question, reported"),
        pytest.param("Council closes schools", "El concejo cierra escuelas", "en-es", id="a headline"),
        pytest.param("He came!.", "¡Vino!", "en-es", id="two marks"),
        pytest.param("...", "...", "en-es", id="only marks"),
        pytest.param("See https://a.example.", "Ver https://a.example.", "en-es", id="an address"),
    ],
)
def test_marks_that_are_right(source, target, languages):
    assert tell(EndMark(), source, target, languages) == []


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("He came.", "¿Vino?", None),
        ("Council closes schools", "El concejo cierra escuelas.", "El concejo cierra escuelas"),
    ],
)
def test_a_mark_that_may_be_meant_is_a_hint(source, target, mended):
    (found,) = tell(EndMark(), source, target)
    assert (found.severity, found.fix) == (Severity.HINT, mended)


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("Who are you?", "Quién eres?", "¿Quién eres?"),
        ("Stop!", "Alto!", "¡Alto!"),
        ("Who are you?", "¿ Quién eres?", "¿Quién eres?"),
        ("He came. Why?", "Vino ayer. Por qué?", "Vino ayer. ¿Por qué?"),
        ("“Why?” he asked.", "«Por qué?», preguntó.", "«¿Por qué?», preguntó."),
        ("Who? Why?", "Quién? Por qué?", "¿Quién? ¿Por qué?"),
    ],
)
def test_a_spanish_question_is_opened(source, target, mended):
    assert fix(InvertedMarks(), source, target) == mended
    assert fix(InvertedMarks(), source, target, "en>es-MX") == mended


def test_a_question_of_several_clauses_is_told_and_has_no_fix():
    (found,) = tell(InvertedMarks(), "Juan, are you coming?", "Juan, vienes?")
    assert (found.piece, found.fix) == ("?", None)


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        pytest.param("Who are you?", "¿Quién eres?", "en-es", id="opened"),
        pytest.param("Yahoo! was sold.", "Yahoo! se vendió.", "en-es", id="a name"),
        pytest.param("Who are you?", "Qui êtes-vous ?", "en-fr", id="French"),
        pytest.param("See it.", "https://a.example/?q=1", "en-es", id="an address"),
        pytest.param("He came.", "Vino?", "en-es", id="the source does not ask"),
    ],
)
def test_what_needs_no_inverted_mark(source, target, languages):
    assert tell(InvertedMarks(), source, target, languages) == []


@pytest.mark.parametrize(
    ("target", "languages", "mended"),
    [
        ("你好吗?", "en-zh", "你好吗？"),
        ("然而, 他来了.", "en-zh", "然而，他来了。"),
        ("しかし,彼は来た.", "en-ja", "しかし、彼は来た。"),
        ("كيف حالك?", "en-ar", "كيف حالك؟"),
        ("جاء, ثم ذهب; وعاد.", "en-ar", "جاء، ثم ذهب؛ وعاد."),
        ("Τι κάνεις?", "en-el", "Τι κάνεις;"),
    ],
)
def test_marks_of_the_latin_script_in_another(target, languages, mended):
    assert fix(NativeMarks(), "How are you?", target, languages) == mended


@pytest.mark.parametrize(
    ("target", "languages"),
    [
        pytest.param("共 1,000 人，3.5 公斤。", "en-zh", id="numbers"),
        pytest.param("苹果公司（Apple Inc.）来了。", "en-zh", id="Latin words"),
        pytest.param("جاء 1,000 شخص.", "en-ar", id="an Arabic sentence with a number"),
        pytest.param("Yahoo! 日本", "en-ja", id="a name"),
        pytest.param("Как дела?", "en-ru", id="Cyrillic has the Latin marks"),
        pytest.param("见 https://a.example/?q=1。", "en-zh", id="an address"),
    ],
)
def test_latin_marks_that_are_right(target, languages):
    assert tell(NativeMarks(), "How are you?", target, languages) == []
