"""TMX in the shapes that tools write.

po2tmx's file is made here by translate-toolkit itself. Those of OmegaT, Trados, memoQ and Okapi are written after
those tools' documented form.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.convert.po2tmx import po2tmx
from translate.storage.tmx import tmxfile

from workbench.errors import BadInput
from workbench.formats.tmx import TmxCount, read_tmx, write_tmx
from workbench.memory.units import Unit

OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
 creationtoolversion="6.0.0" segtype="sentence" srclang="EN-US"/><body>
<!-- Default translations -->
<tu><note>checked</note><tuv lang="EN-US"><seg>The cat sleeps.</seg></tuv><tuv lang="ES-ES" changeid="ana"
 changedate="20240131T120000Z" creationid="luis" creationdate="20240101T080000Z"><seg>El gato duerme.</seg></tuv></tu>
</body></tmx>"""
TRADOS = """<?xml version="1.0" encoding="utf-16"?>
<tmx version="1.4"><header creationtool="SDL Language Platform" creationtoolversion="8.0" o-tmf="SDL TM8 Format"
 datatype="xml" segtype="sentence" adminlang="en-US" srclang="en-US" creationdate="20240102T030405Z"
 creationid="DESK\\ana"/><body><tu creationdate="20240102T030405Z" creationid="DESK\\ana" usagecount="3">
<prop type="x-LastUsedBy">DESK\\ana</prop><tuv xml:lang="en-US"><seg>Press
<bpt i="1" type="cf">&lt;cf bold="on"&gt;</bpt>Save<ept
 i="1">&lt;/cf&gt;</ept> now.</seg></tuv><tuv xml:lang="es-ES"><seg>Pulse <bpt i="1">&lt;b&gt;</bpt>Guardar<ept
 i="1">&lt;/b&gt;</ept> ahora.</seg></tuv></tu></body></tmx>"""
MEMOQ = """<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4"><header creationtool="MemoQ" creationtoolversion="10.0" segtype="sentence" adminlang="en-us"
 creationid="ana" srclang="en" o-tmf="MemoQTM" datatype="unknown"><prop type="name">News</prop></header><body>
<tu changedate="20240301T000000Z" changeid="ana"><prop type="client">x</prop><prop type="document">a.txt</prop>
<tuv xml:lang="en"><prop type="x-context-pre">&lt;seg&gt;Before.&lt;/seg&gt;</prop><seg>One<ph type="fmt">{}</ph> two
<hi>three</hi>.</seg></tuv><tuv xml:lang="es-mx"><seg>Uno dos <hi>tres</hi>.</seg></tuv></tu></body></tmx>"""
OKAPI = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="oku_rainbow" creationtoolversion="1.0" segtype="sentence" o-tmf="okp"
 adminlang="en" srclang="en" datatype="x-okf"></header><body>
<tu tuid="1"><tuv xml:lang="en"><seg>Go <it pos="begin">&lt;b></it>there.</seg></tuv><tuv xml:lang="fr">
<seg>Allez-y.</seg></tuv><tuv xml:lang="es"><seg>Ve allí.</seg></tuv><tuv xml:lang="de"/></tu>
<tu tuid="2"><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu>
<tu tuid="3"><tuv xml:lang="en"><seg>Empty.</seg></tuv><tuv xml:lang="es"><seg></seg></tuv></tu>
<tu tuid="4"><tuv xml:lang="en"><seg>Note<ph>&lt;n><sub>inside</sub></ph>.</seg></tuv><tuv xml:lang="es">
<seg>Nota.</seg></tuv><tuv xml:lang="es-MX"><seg>Apunte.</seg></tuv></tu></body></tmx>"""
PO = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "The cat"\nmsgstr "El gato"\n'


def read(text, **options):
    data = text if isinstance(text, bytes) else text.encode()
    return list(read_tmx(io.BytesIO(data), **options))


def texts(units):
    return [(unit.source_language, unit.target_language, unit.source, unit.target) for unit in units]


def moment(*values):
    return datetime(*values, tzinfo=UTC)


def test_a_file_of_omegat_is_read_with_who_and_when():
    (unit,) = read(OMEGAT)
    assert unit == Unit(
        "en",
        "es",
        "The cat sleeps.",
        "El gato duerme.",
        created_by="luis",
        created_at=moment(2024, 1, 1, 8),
        changed_by="ana",
        changed_at=moment(2024, 1, 31, 12),
        note="checked",
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_of_trados_is_read_in_its_encoding_without_its_markup(encoding):
    marks = {"utf-16": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    (unit,) = read(marks[encoding] + TRADOS.encode(encoding))
    assert (unit.source, unit.target) == ("Press Save now.", "Pulse Guardar ahora.")
    assert (unit.created_by, unit.uses) == ("DESK\\ana", 3)


def test_a_file_of_memoq_is_read_without_the_text_of_its_properties():
    (unit,) = read(MEMOQ)
    assert texts([unit]) == [("en", "es", "One two three.", "Uno dos tres.")]
    assert (unit.created_at, unit.changed_at) == (None, moment(2024, 3, 1))


def test_each_language_of_a_file_of_okapi_is_a_unit_and_what_lacks_one_is_counted():
    count = TmxCount()
    assert texts(read(OKAPI, count=count)) == [
        ("en", "fr", "Go there.", "Allez-y."),
        ("en", "es", "Go there.", "Ve allí."),
        ("en", "es", "Note.", "Nota."),
        ("en", "es", "Note.", "Apunte."),
    ]
    assert (count.units, count.left_out) == (2, 2)
    assert texts(read(OKAPI, source="en", target="fr")) == [("en", "fr", "Go there.", "Allez-y.")]
    assert texts(read(OKAPI, source="es-AR", target="en-GB"))[0] == ("es-AR", "en-GB", "Ve allí.", "Go there.")


def test_a_file_of_translate_toolkit_is_read():
    store, out = tmxfile(), io.BytesIO()
    po2tmx().convertfiles(io.BytesIO(PO), store, "en", "es", "none")
    store.serialize(out)
    assert texts(read(out.getvalue())) == [("en", "es", "The cat", "El gato")]


@pytest.mark.parametrize(
    ("code", "language"), [("EN-US", "en"), ("en_us", "en"), ("pt-BR", "pt-BR"), ("zh-TW", "zh-Hant"), ("zh-CN", "zh")]
)
def test_languages_are_what_models_call_them(code, language):
    (unit,) = read(OKAPI.replace('xml:lang="fr"', f'xml:lang="{code}"').replace('"en"', '"nl"'), target=language)
    assert unit.target_language == language


BOMB = """<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa">""" + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB + "]><tmx><body><tu><tuv xml:lang='en'><seg>&j;</seg></tuv></tu></body></tmx>",
        BOMB + "]><tmx version='&j;'><body/></tmx>",
        '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx><body><tu>&x;</tu></body></tmx>',
        '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><tmx><body/></tmx>',
        "<html/>",
        "",
        "no xml at all",
        OMEGAT[:-30],
        "<tmx>" + "<a>" * 5_000,
    ],
    ids=["bomb", "bomb in an attribute", "file", "parameter", "html", "empty", "text", "cut off", "deep"],
)
def test_hostile_and_broken_files_are_refused(text):
    with pytest.raises(BadInput):
        read(text)


xml_text = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
sentence = xml_text.map(lambda text: f"a{text}b")
moments = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)).map(
    lambda value: value.replace(microsecond=0, tzinfo=UTC)
)


@given(
    st.lists(
        st.builds(
            Unit,
            st.just("en"),
            st.sampled_from(["es", "pt-BR", "zh-Hant", "ar"]),
            sentence,
            sentence,
            created_by=sentence,
            created_at=moments,
            changed_by=sentence,
            changed_at=moments,
            note=sentence | st.just(""),
            uses=st.integers(0, 99_999),
        )
    )
)
def test_what_is_written_is_read_back_here_and_by_translate_toolkit(units):
    out = io.BytesIO()
    assert write_tmx(units, out, source="en") == len(units)
    assert read(out.getvalue()) == units
    store = tmxfile.parsestring(out.getvalue())
    assert [(unit.source, unit.target) for unit in store.units] == [(unit.source, unit.target) for unit in units]


def test_characters_that_xml_cannot_have_are_left_out():
    out = io.BytesIO()
    write_tmx([Unit("en", "es", "a\x00b\x1b", "c\ufffe", created_by="\x01x")], out, source="en")
    assert [(unit.source, unit.target, unit.created_by) for unit in read(out.getvalue())] == [("ab", "c", "x")]
