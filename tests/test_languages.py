"""Languages have one code each, whatever way they are written, and are recognised or asked for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import UnknownLanguage
from workbench.languages import (
    SURE,
    Language,
    canonical,
    detect,
    from_argos,
    language,
    primary,
    to_argos,
    writes_without_spaces,
)

SENTENCES = {
    "en": "The European Union has said there are disagreements among member states.",
    "es": "La Unión Europea ha dicho que hay desacuerdos entre los Estados miembros.",
    "de": "Die Europäische Union sagt, dass die Mitgliedstaaten sich nicht einig sind.",
    "fr": "L'Union européenne a déclaré que les États membres ne sont pas d'accord.",
    "pt": "A União Europeia disse que há divergências entre os Estados-membros.",
    "nb": "Regjeringen sier at den ikke vil øke skattene før neste år.",
    "uk": "Європейський Союз заявив, що між державами-членами є розбіжності.",
    "ru": "Европейский союз заявил, что между государствами-членами есть разногласия.",
    "ar": "قال الاتحاد الأوروبي إن هناك خلافات بين الدول الأعضاء.",
    "he": "האיחוד האירופי אמר כי יש חילוקי דעות בין המדינות החברות.",
    "hi": "यूरोपीय संघ ने कहा है कि सदस्य देशों के बीच मतभेद हैं।",
    "ja": "欧州連合は、加盟国の間で意見の相違があると述べた。",
    "ko": "유럽연합은 회원국들 사이에 의견 차이가 있다고 밝혔다.",
    "zh": "欧盟表示，成员国之间存在分歧。",
    "zh-Hant": "歐盟表示，成員國之間存在分歧。",
}


@pytest.mark.parametrize(
    ("given_code", "expected"),
    [
        ("en", "en"),
        ("EN", "en"),
        (" en ", "en"),
        ("en_GB", "en-GB"),
        ("en-gb", "en-GB"),
        ("en-UK", "en-GB"),
        ("en-Latn", "en"),
        ("eng", "en"),
        ("ger", "de"),
        ("pt-BR", "pt-BR"),
        ("PT_br", "pt-BR"),
        ("zh-Hant", "zh-Hant"),
        ("zh_hant", "zh-Hant"),
        ("zh-Hans", "zh"),
        ("zh-Hant-TW", "zh-TW"),
        ("cmn", "zh"),
        ("iw", "he"),
        ("nb", "nb"),
        ("no", "nb"),
        ("nor", "nb"),
        ("nn", "nn"),
        ("sh", "sr-Latn"),
        ("sr-Cyrl", "sr"),
        ("tl", "fil"),
        ("es-419", "es-419"),
        ("ca-ES-valencia", "ca-ES-valencia"),
    ],
)
def test_canonical_gives_one_form(given_code: str, expected: str) -> None:
    assert canonical(given_code) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    "code",
    ["", "x", "xx", "und", "zxx", "english", "en GB", "en-", "en-XX", "en-ZZ", "en-Abcd", "de-foobar", "日本", "İ"],
)
def test_a_code_that_is_none_is_refused_with_a_hint(code: str) -> None:
    with pytest.raises(UnknownLanguage) as caught:
        canonical(code)
    assert "BCP 47" in caught.value.hint


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=12))
def test_any_string_is_a_code_or_refused(code: str) -> None:
    try:
        once = canonical(code)
    except UnknownLanguage:
        return
    assert canonical(once) == once
    assert language(code).code == once


@pytest.mark.parametrize(("code", "expected"), [("pt-BR", "pt"), ("zh-Hant", "zh"), ("iw", "he"), ("en", "en")])
def test_primary(code: str, expected: str) -> None:
    assert primary(code) == expected


@pytest.mark.parametrize(
    "expected",
    [
        Language("en", "English", "English", "Latn", "ltr"),
        Language("es", "Spanish", "español", "Latn", "ltr"),
        Language("pt-BR", "Brazilian Portuguese", "português (Brasil)", "Latn", "ltr"),
        Language("zh-Hant", "Traditional Chinese", "繁體中文", "Hant", "ltr"),
        Language("zh-TW", "Chinese (Taiwan)", "中文 (台灣)", "Hant", "ltr"),
        Language("sr-Latn", "Serbian (Latin)", "srpski (latinica)", "Latn", "ltr"),
        Language("he", "Hebrew", "עברית", "Hebr", "rtl"),
        Language("ar", "Arabic", "العربية", "Arab", "rtl"),
        Language("nb", "Norwegian Bokmål", "norsk bokmål", "Latn", "ltr"),
        Language("ja", "Japanese", "日本語", "Jpan", "ltr"),
    ],
    ids=lambda expected: expected.code,
)
def test_language_has_names_script_and_direction(expected: Language) -> None:
    assert language(expected.code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [("ja", True), ("zh", True), ("zh-Hant", True), ("th", True), ("km", True), ("lo", True), ("my", True)]
    + [("ko", False), ("vi", False), ("en", False), ("zh-Latn", False), ("ar", False), ("hi", False)],
)
def test_languages_without_spaces(code: str, expected: bool) -> None:
    assert writes_without_spaces(code) is expected


@pytest.mark.parametrize(
    ("argos", "code"),
    [("zt", "zh-Hant"), ("zh", "zh"), ("pb", "pt-BR"), ("pt", "pt"), ("nb", "nb"), ("tl", "fil"), ("en", "en")],
)
def test_argos_codes_go_there_and_back(argos: str, code: str) -> None:
    assert from_argos(argos) == code
    assert to_argos(code) == argos


@pytest.mark.parametrize(("code", "argos"), [("en-GB", "en"), ("zh-TW", "zt"), ("zh-CN", "zh"), ("pt-PT", "pt")])
def test_regions_are_not_asked_of_argos(code: str, argos: str) -> None:
    assert to_argos(code) == argos


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_recognised(code: str) -> None:
    found = detect(SENTENCES[code])
    assert found.language == code
    assert SURE <= found.confidence <= 1


@pytest.mark.parametrize("text", ["", "   ", "12.5 % – 2022", "😀😀", "...", "ok", "Hello", "\ud800", "a\0b"])
def test_a_text_that_says_too_little_is_asked_about(text: str) -> None:
    with pytest.raises(UnknownLanguage) as caught:
        detect(text)
    assert caught.value.hint == "Say which language it is: --from en"


def test_threads_get_the_same_answers() -> None:
    texts = [text for text in SENTENCES.values() for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(detect, texts)) == [detect(text) for text in texts]
