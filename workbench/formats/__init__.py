"""Bytes to documents and back: one format a file, all of them in `FORMATS`."""

from __future__ import annotations

from pathlib import PurePath

from workbench.errors import EmptyText, UnknownFormat
from workbench.formats.base import Format
from workbench.formats.decode import BOM, Decoded, checked, decode, encode
from workbench.formats.document import Block, BlockKind, Document, repeated_blocks
from workbench.formats.seed import SEED
from workbench.formats.text import TEXT
from workbench.wording import words

__all__ = [
    "FORMATS",
    "Block",
    "BlockKind",
    "Document",
    "Format",
    "format_by_id",
    "format_for_name",
    "read_document",
    "read_pasted",
    "repeated_blocks",
    "write_document",
]

FORMATS: tuple[Format, ...] = (SEED, TEXT)
"""From the most particular to the most general: the first that recognises a text reads it."""


def format_by_id(format: str) -> Format:
    """Return the format with this id.

    Raises:
        UnknownFormat: There is none.
    """
    for known in FORMATS:
        if known.id == format:
            return known
    ids = ", ".join(known.id for known in FORMATS)
    raise UnknownFormat(
        words('There is no format "{format}".', format=format), hint=words("The formats are: {ids}.", ids=ids)
    )


def format_for_name(filename: str) -> Format:
    """Return the most general format of files with this name's extension, for a file that is yet to be written.

    Raises:
        UnknownFormat: No format has this extension.
    """
    extension = PurePath(filename).suffix.lower()
    for known in reversed(FORMATS):
        if extension in known.extensions:
            return known
    extensions = ", ".join(sorted({extension for known in FORMATS for extension in known.extensions}))
    raise UnknownFormat(
        words('No format is known for the file name "{filename}".', filename=filename),
        hint=words("The known extensions are: {extensions}.", extensions=extensions),
    )


def read_document(data: bytes, *, name: str = "", max_chars: int, format: str | None = None) -> Document:
    """Read an article from the bytes of a file.

    Args:
        data: The whole file.
        name: Its name; an extension that some formats share leaves only those to choose from.
        max_chars: Longest text that is accepted, in characters.
        format: Id of the format to read it with; by default it is recognised.

    Raises:
        BinaryInput, EmptyText, TextTooLong: The file cannot be used.
        UnknownFormat: `format` is not the id of one.
    """
    chosen = format_by_id(format) if format else None
    return _read(decode(data, max_chars=max_chars), name, chosen)


def read_pasted(text: str, *, max_chars: int) -> Document:
    """Read an article from a text that was pasted into a form.

    A browser sends CRLF for every line end, whatever the article had; where there is no other, they become LF.
    Half of a surrogate pair, which is no character, becomes U+FFFD.

    Raises:
        BinaryInput, EmptyText, TextTooLong: The text cannot be used.
    """
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    unified = text.replace("\r\n", "\n")
    if text.count("\n") == text.count("\r") == len(text) - len(unified):
        text = unified
    body = checked(text.removeprefix(BOM), max_chars=max_chars)
    return _read(Decoded(body, bom=text.startswith(BOM)), "", None)


def write_document(document: Document, format: str | None = None) -> bytes:
    """Give the bytes of a document's file, in its own encoding where that has all the characters, else in UTF-8.

    Args:
        document: What `read_document` gave, with other texts or the same.
        format: Id of the format to write; by default the document's own, which keeps every mark and blank.

    Raises:
        UnknownFormat: `format` is not the id of one.
    """
    text = format_by_id(format or document.format).write(document)
    return encode(text, document.encoding, bom=document.bom)


def _read(decoded: Decoded, name: str, chosen: Format | None) -> Document:
    if chosen is None:
        extension = PurePath(name).suffix.lower()
        named = [known for known in FORMATS if extension in known.extensions]
        chosen = next(known for known in named or FORMATS if known.sniff(decoded.text))
    reading = chosen.read(decoded.text)
    if not any(block.is_translatable for block in reading.blocks):
        raise EmptyText(words("There are only marks in it, and no words."))
    return Document(
        format=chosen.id,
        blocks=reading.blocks,
        published=reading.published,
        encoding=decoded.encoding,
        bom=decoded.bom,
        warnings=decoded.warnings + reading.warnings,
    )
