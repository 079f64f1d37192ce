"""Glossaries as CSV files, the way spreadsheets write and read them.

A spreadsheet takes a cell that begins with =, +, -, @ (or their wide forms) for a formula and runs it. Such a
cell, and one that would read as one of these, is written with an apostrophe in front, as spreadsheets do
themselves; reading takes that one apostrophe off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.errors import BadInput, TextTooLong
from workbench.formats.decode import decode
from workbench.memory.entries import Entry, InvalidEntry, make_entry
from workbench.wording import words

COLUMNS = ("source", "target", "source_language", "target_language", "case", "keep", "note")
DELIMITERS = ",;\t"
_NEEDED = ("source", "target")
_LANGUAGES = ("source_language", "target_language")
_WORDS = {"yes": True, "true": True, "1": True, "x": True, "keep": True}
_WORDS |= dict.fromkeys(("", "no", "false", "0"), False)
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠\t\r\n]")


@dataclass(frozen=True, slots=True)
class LineError:
    """Why a line cannot be used. `line` is the number of its first line in the file, from 1."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """What was read: the right lines, and what is wrong with the others.

    Attributes:
        entries: One for each right line, a line that only repeats an earlier one left out.
        errors: In the order of the lines.
        warnings: Sentences for the person who gave the file.
    """

    entries: tuple[Entry, ...]
    errors: tuple[LineError, ...] = ()
    warnings: tuple[str, ...] = ()


def read_glossary(data: bytes, *, max_chars: int, source_language: str = "", target_language: str = "") -> GlossaryFile:
    """Read a CSV file: UTF-8, UTF-16 or an older encoding; commas, semicolons or tabs; columns in any order.

    Args:
        data: The whole file.
        max_chars: Longest file that is accepted, in characters.
        source_language: Of the lines that do not name one.
        target_language: Of the lines that do not name one.

    Raises:
        BadInput: It is no text, is empty, or is too long.
    """
    try:
        decoded = decode(data, max_chars=max_chars)
    except TextTooLong as error:
        raise TextTooLong(error.args[0], hint=words("Split it into several files.")) from error
    delimiter = _delimiter(decoded.text)
    rows = _rows(decoded.text, delimiter)
    header_line, header = next(rows, (1, []))
    names = [_name(cell) for cell in header]
    given = {"source_language": source_language, "target_language": target_language}
    errors = list(_header_errors(header_line, names, {name for name in _LANGUAGES if given[name]}))
    warnings = list(decoded.warnings)
    unknown = [cell.strip() for cell, name in zip(header, names, strict=True) if name not in COLUMNS and cell.strip()]
    if unknown and not errors:
        columns = ", ".join(unknown)
        warnings.append(words("Not read, because no such column is known: {columns}.", columns=columns))
    entries: dict[tuple[str, str, str], tuple[int, Entry]] = {}
    for line, cells in rows if not errors else ():
        try:
            if cells is _UNREADABLE:
                raise BadInput(words("A quotation mark is not closed, or stands where none can."))
            entry = _entry(names, cells, given)
            first, known = entries.setdefault(entry.key, (line, entry))
            if known != entry:
                raise BadInput(words("Line {first} says something else about the same term.", first=first))
        except BadInput as error:
            field = f"{error.field}: " if isinstance(error, InvalidEntry) else ""
            errors.append(LineError(line, f"{field}{error} {error.hint}".rstrip()))
    return GlossaryFile(tuple(entry for _, entry in entries.values()), tuple(errors), tuple(warnings))


def write_glossary(entries: Iterable[Entry]) -> bytes:
    """Return a CSV file, in UTF-8 with the mark by which spreadsheets know it."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    for entry in entries:
        term = entry.term
        cells = (term.source, term.target, entry.source_language, entry.target_language, term.case.value)
        writer.writerow(_guard(cell) for cell in (*cells, "yes" if term.keep else "no", entry.note))
    return lines.getvalue().encode("utf-8-sig", "replace")


_UNREADABLE: list[str] = []


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that has anything in it, with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            yield line, _UNREADABLE
            cells = []
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1


def _delimiter(text: str) -> str:
    """Return the delimiter that finds the most columns in the first line that has any text."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda each: len({_name(cell) for cell in first.split(each)}.intersection(COLUMNS)))


def _name(cell: str) -> str:
    return re.sub(r"[\s\-]+", "_", cell.strip().strip('"').strip().lower())


def _header_errors(line: int, names: list[str], given: set[str]) -> Iterator[LineError]:
    known = [name for name in names if name in COLUMNS]
    if not known:
        yield LineError(line, f"The first line must name the columns: {','.join(COLUMNS)}.")
        return
    for name in _NEEDED:
        if name not in known:
            yield LineError(line, f"The column {name} is missing.")
    for name in _LANGUAGES:
        if name not in known and name not in given:
            yield LineError(line, f"The column {name} is missing. Add it, or choose the languages of the whole file.")
    for name in dict.fromkeys(known):
        if known.count(name) > 1:
            yield LineError(line, f"The column {name} is there twice.")


def _entry(names: list[str], cells: list[str], given: dict[str, str]) -> Entry:
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        raise BadInput(
            words("There are {n} cells for {n2} columns.", n=len(cells), n2=len(names)),
            hint=words("Put quotation marks around a cell that has the delimiter in it."),
        )
    values = {name: _unguard(cell.strip()) for name, cell in zip(names, cells, strict=False)}
    keep = _WORDS.get(values.get("keep", "").lower())
    if keep is None:
        raise InvalidEntry("keep", words('"{piece}" is neither yes nor no.', piece=values["keep"][:40]))
    return make_entry(
        source=values.get("source", ""),
        target=values.get("target", ""),
        source_language=values.get("source_language") or given["source_language"],
        target_language=values.get("target_language") or given["target_language"],
        case=values.get("case", ""),
        keep=keep,
        note=values.get("note", ""),
    )


def _guard(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
