"""Reading and writing translation memories as TMX (LISA, 1.1 to 1.4b), unit by unit, however long the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, BinaryIO

from lxml import etree

from workbench import __version__
from workbench.errors import BadInput
from workbench.formats.tmx_languages import read_code, without_region
from workbench.formats.tmx_text import clean, read_segment
from workbench.languages import primary
from workbench.memory.units import Unit
from workbench.wording import words

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MOMENT = "%Y%m%dT%H%M%SZ"


@dataclass(slots=True)
class TmxCount:
    """What a file had. `left_out` are translation units without a text in both languages."""

    units: int = 0
    left_out: int = 0


def read_tmx(stream: BinaryIO, *, source: str = "", target: str = "", count: TmxCount | None = None) -> Iterator[Unit]:
    """Yield the units of a file, in order; each variant in another language is one.

    Args:
        stream: The file, read once from where it stands.
        source: Canonical code of the language to take as source, in any of its regions; "" for what the file says.
        target: Canonical code of the only target language to take, in any of its regions; "" for every one.
            Units are stored under the codes given here, or else under the language without its region.
        count: Counts what is read, if given.

    Raises:
        BadInput: The file is no TMX, is damaged, or declares entities.
    """
    count = count if count is not None else TmxCount()
    try:
        yield from _units(stream, source, target, count)
    except etree.XMLSyntaxError as error:
        raise BadInput(
            words("The file is not well-formed XML: {error}.", error=error), hint=words("Export it again as TMX.")
        ) from error


def write_tmx(units: Iterable[Unit], stream: BinaryIO, *, source: str) -> int:
    """Write units as TMX 1.4, one after the other, and return how many.

    Args:
        units: What to write.
        stream: Where to.
        source: Code of the source language, for the head.
    """
    written = 0
    with etree.xmlfile(stream, encoding="utf-8") as file:
        file.write_declaration()
        with file.element("tmx", version="1.4"):
            head = {
                "creationtool": "Translation Workbench",
                "creationtoolversion": __version__,
                "segtype": "sentence",
                "o-tmf": "workbench",
                "adminlang": "en",
                "srclang": source,
                "datatype": "plaintext",
                "o-encoding": "UTF-8",
            }
            file.write("\n", etree.Element("header", head), "\n")
            with file.element("body"):
                file.write("\n")
                for unit in units:
                    file.write(_element(unit), "\n")
                    written += 1
    return written


def _units(stream: BinaryIO, source: str, target: str, count: TmxCount) -> Iterator[Unit]:
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    default = ""
    root = None
    for event, element in events:
        if root is None:
            root = element
            _refuse_strange(root)
        name = etree.QName(element).localname
        if event == "start":
            if name == "header":
                default = element.get("srclang", "")
        elif name == "tu":
            found = list(_variants(element, source, target, default))
            count.units += bool(found)
            count.left_out += not found
            yield from found
            # What has been read is dropped: else the whole file would stay in memory.
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _refuse_strange(root: Any) -> None:
    if etree.QName(root).localname != "tmx":
        raise BadInput(words("The file is XML, but no TMX."), hint=words("Choose a file that ends in .tmx."))
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise BadInput(
            words("The file declares entities of its own, which no TMX needs."), hint=words("Export it again as TMX.")
        )


def _variants(tu: Any, source: str, target: str, default: str) -> Iterator[Unit]:
    variants = [
        (tuv.get(_XML_LANG) or tuv.get("lang") or "", read_segment(tuv), tuv)
        for tuv in tu
        if isinstance(tuv.tag, str) and etree.QName(tuv).localname == "tuv"
    ]
    spoken = [(read_code(code), text, tuv) for code, text, tuv in variants if text and read_code(code)]
    wanted = source or read_code(tu.get("srclang") or default)
    origin = next((each for each in spoken if each[0] == wanted), None)
    if origin is None and wanted:
        origin = next((each for each in spoken if primary(each[0]) == primary(wanted)), None)
    if origin is None and not source:
        origin = spoken[0] if spoken else None  # srclang="*all*": any of them may be the source
    if origin is None:
        return
    seen = set()
    for code, text, tuv in spoken:
        if tuv is origin[2] or primary(code) == primary(origin[0]):
            continue
        if target and primary(code) != primary(target):
            continue
        language = target or without_region(code)
        if (language, text) not in seen:
            seen.add((language, text))
            yield _unit(tu, tuv, source or without_region(origin[0]), language, origin[1], text)


def _unit(tu: Any, tuv: Any, source_language: str, target_language: str, source: str, target: str) -> Unit:
    def said(name: str) -> str:
        return clean(tuv.get(name) or tu.get(name) or "")

    children = [each for each in tu if isinstance(each.tag, str)]
    notes = [(each.text or "").strip() for each in children if etree.QName(each).localname == "note"]
    created = _moment(said("creationdate"))
    uses = said("usagecount")
    return Unit(
        source_language,
        target_language,
        source,
        target,
        created_by=said("creationid"),
        created_at=created,
        changed_by=said("changeid"),
        changed_at=_moment(said("changedate")) or created,
        note=clean("\n".join(filter(None, notes))),
        uses=int(uses) if uses.isascii() and uses.isdigit() and len(uses) < 9 else 0,
    )


def _element(unit: Unit) -> Any:
    said = {
        "creationdate": unit.created_at and unit.created_at.astimezone(UTC).strftime(_MOMENT),
        "creationid": unit.created_by,
        "changedate": unit.changed_at and unit.changed_at.astimezone(UTC).strftime(_MOMENT),
        "changeid": unit.changed_by,
        "usagecount": str(unit.uses) if unit.uses else "",
    }
    tu = etree.Element("tu", {name: clean(value) for name, value in said.items() if value})
    if unit.note:
        etree.SubElement(tu, "note").text = clean(unit.note)
    for language, text in ((unit.source_language, unit.source), (unit.target_language, unit.target)):
        tuv = etree.SubElement(tu, "tuv", {_XML_LANG: language})
        etree.SubElement(tuv, "seg").text = clean(text)
    return tu


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
