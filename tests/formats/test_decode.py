"""Any bytes become text that can be written back, or are refused in words."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, BinaryInput, EmptyText, TextTooLong
from workbench.formats.decode import decode, encode

LIMIT = 10_000
SPANISH = "El año pasado, la niña de Logroño comió jamón. “¿Qué pasó?”, preguntó su mamá después."
GERMAN = "Die Straße wird für zwei Wochen gesperrt. „Schöne Grüße“, schrieb der Bürgermeister den Anwohnern."
ITALIAN = "L’azienda ha detto che l’accordo sarà firmato lunedì, perché l’esame è finito."
FINNISH = "Hallitus päätti tänään, että uusi laki astuu voimaan syksyllä. Päätös jäi myöhään yöhön."
POLISH = "Rząd ogłosił wczoraj nową ustawę. Żaden z posłów nie chciał się wypowiedzieć w tej sprawie."
TURKISH = "Başbakan dün akşam açıklama yaptı. Ülkenin her yerinde büyük bir sevinç yaşandı, dedi."
LITHUANIAN = "Vyriausybė vakar priėmė naują įstatymą, kuris įsigalios šių metų rudenį, sakė ministras."
RUSSIAN = "Правительство вчера приняло новый закон, который вступит в силу осенью этого года."
UKRAINIAN = "Уряд учора ухвалив новий закон, який набуде чинності восени цього року, їй сказали."
GREEK = "Η κυβέρνηση ανακοίνωσε χθες ότι ο νέος νόμος θα ισχύσει από το φθινόπωρο."
ARABIC = "أعلنت الحكومة أمس أن القانون الجديد سيدخل حيز التنفيذ في الخريف من هذا العام."
CHINESE = "政府昨天宣布，新的法律将于今年秋天生效。总统在电视讲话中表示欢迎。"
JAPANESE = "政府は昨日、新しい法律が今年の秋に施行されると発表した。首相は歓迎すると述べた。"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (SPANISH, "cp1252", "Windows-1252"),
        (GERMAN, "cp1252", "Windows-1252"),
        (ITALIAN, "cp1252", "Windows-1252"),
        (FINNISH, "cp1252", "Windows-1252"),
        (GERMAN, "mac_roman", "Mac Roman"),
        (POLISH, "cp1250", "Windows-1250"),
        (POLISH, "iso8859_2", "ISO 8859-2"),
        (TURKISH, "cp1254", "Windows-1254"),
        (LITHUANIAN, "cp1257", "Windows-1257"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "koi8_r", "KOI8-R"),
        (UKRAINIAN, "cp1251", "Windows-1251"),
        (GREEK, "cp1253", "Windows-1253"),
        (ARABIC, "cp1256", "Windows-1256"),
        (CHINESE, "gb18030", "GB 18030"),
        (JAPANESE, "cp932", "Shift JIS"),
    ],
)
def test_an_old_encoding_is_guessed_with_a_warning(text: str, encoding: str, name: str) -> None:
    data = text.encode(encoding)
    decoded = decode(data, max_chars=LIMIT)
    assert decoded.text == text
    assert decoded.warnings == (f"The file is not UTF-8; it was read as {name}. Check accents and quotation marks.",)
    assert encode(decoded.text, decoded.encoding, bom=decoded.bom) == data


@pytest.mark.parametrize(
    ("codec", "encoding", "bom"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", True),
        ("utf-16", "utf-16-le", True),
        ("utf-32", "utf-32-le", True),
    ],
)
def test_unicode_needs_no_warning_and_the_mark_is_kept_apart(codec: str, encoding: str, bom: bool) -> None:
    decoded = decode(SPANISH.encode(codec), max_chars=LIMIT)
    assert (decoded.text, decoded.encoding, decoded.bom, decoded.warnings) == (SPANISH, encoding, bom, ())
    assert encode(SPANISH, encoding, bom=bom) == SPANISH.encode(codec)


def test_big_endian_marks() -> None:
    for codec in ("utf-16-be", "utf-32-be"):
        data = ("\ufeff" + SPANISH).encode(codec)
        decoded = decode(data, max_chars=LIMIT)
        assert (decoded.text, decoded.encoding, decoded.bom) == (SPANISH, codec, True)


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb\r\n", "a\rb\r", "a\nb\r\nc\rd", "a\x0bb\x0cc\u2028d\u2029e\x85f"])
def test_line_ends_survive(text: str) -> None:
    assert decode(text.encode(), max_chars=LIMIT).text == text


def _zip(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "This is a PDF, not a text file."),
        (_zip("[Content_Types].xml", "word/document.xml"), "This is a Word document, not a text file."),
        (_zip("a.txt"), "This is a zip archive, not a text file."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This is a picture (PNG), not a text file."),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "This is a picture (JPEG), not a text file."),
        (b"{\\rtf1\\ansi Hello}", "This is an RTF document, not a text file."),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "This is a picture (WebP), not a text file."),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "This is a picture (HEIC or AVIF), not a text file."),
        (b"Hello\0world", "There are NUL bytes in it, which no text has."),
        (b"\xff\xfeH\0\0\0i\0", "There are NUL bytes in it, which no text has."),
        ("Hello".encode("utf-16-le"), "There are NUL bytes in it, which no text has."),
        (b"\x01\x02\x81\xfe\xff", "It is neither UTF-8 nor any other encoding of text that is known."),
    ],
)
def test_what_is_not_text_is_named(data: bytes, said: str) -> None:
    with pytest.raises(BinaryInput) as caught:
        decode(data, max_chars=LIMIT)
    assert str(caught.value) == said
    assert caught.value.hint


@pytest.mark.parametrize(
    "data", [b"", b" ", b"\r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b\u2003\u00ad\ufeff".encode()]
)
def test_nothing_to_see_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyText):
        decode(data, max_chars=LIMIT)


def test_the_limit_counts_characters_and_is_said() -> None:
    assert decode(("é" * LIMIT).encode(), max_chars=LIMIT).text == "é" * LIMIT
    with pytest.raises(TextTooLong, match="The text has 10,001 characters; the limit is 10,000"):
        decode(("é" * (LIMIT + 1)).encode(), max_chars=LIMIT)
    with pytest.raises(TextTooLong, match="The file has 50,000 bytes; the limit is 10,000 characters"):
        decode(b"x" * 50_000, max_chars=LIMIT)


def test_characters_that_the_encoding_lacks_make_it_utf8() -> None:
    assert encode("niño", "cp1252", bom=False) == b"ni\xf1o"
    assert encode("мальчик", "cp1252", bom=False) == "мальчик".encode()
    assert encode("\ud800", "utf-8", bom=False) == b"?"


BYTES = st.binary(max_size=300) | st.binary(max_size=60).map(lambda data: b"Hello " + data.replace(b"\0", b" "))


@given(
    BYTES | st.tuples(st.sampled_from([b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"PK\x03\x04"]), BYTES).map(b"".join)
)
def test_any_bytes_give_text_or_a_refusal_in_words(data: bytes) -> None:
    try:
        decoded = decode(data, max_chars=200)
    except BadInput:
        return
    decoded.text.encode("utf-8")  # no lone surrogate
    assert decoded.text
    assert len(decoded.text) <= 200


WINDOWS = "".join(chr(code) for code in range(32, 127)) + bytes(range(0xA0, 0x100)).decode("cp1252") + "€“”‘’–—…\n"


@given(st.text(alphabet=WINDOWS, min_size=1, max_size=200).filter(lambda text: bool(text.split())))
def test_windows_bytes_are_given_back_whatever_the_guess(text: str) -> None:
    data = text.encode("cp1252")
    try:
        decoded = decode(data, max_chars=LIMIT)
    except EmptyText:
        return
    assert encode(decoded.text, decoded.encoding, bom=decoded.bom) == data
