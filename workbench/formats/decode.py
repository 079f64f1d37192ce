"""Bytes to text and back: UTF-8 first, a byte order mark if there is one, else a guess with a warning."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from workbench.errors import BinaryInput, EmptyText, TextTooLong
from workbench.formats.binary import refuse_binary
from workbench.formats.guess import ENCODING_NAMES, guess_encoding
from workbench.wording import words

BOM = "\ufeff"
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOST_BYTES_A_CHARACTER = 4
# Controls that no text has; tab, line ends, form feed and escape may occur. Only asked of what is not UTF-8.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Neither white space, nor a control, nor one of Unicode's invisible marks (joiners, directions, soft hyphen).
_VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how its bytes were written.

    Attributes:
        text: Without byte order mark; every other character is kept, line ends among them.
        encoding: Python codec that gives the bytes back.
        bom: Whether a byte order mark stood before the text.
        warnings: Sentences for the person who gave the file.
    """

    text: str
    encoding: str = "utf-8"
    bom: bool = False
    warnings: tuple[str, ...] = ()


def has_visible(text: str) -> bool:
    """Say whether there is anything to see: not only white space, controls and invisible marks."""
    return _VISIBLE.search(text) is not None


def decode(data: bytes, *, max_chars: int) -> Decoded:
    """Turn the bytes of a file into text.

    Args:
        data: The whole file.
        max_chars: Longest text that is accepted, in characters.

    Raises:
        BinaryInput: It is not text: a PDF, a picture, bytes with NUL, or in no known encoding.
        EmptyText: There is nothing to see in it.
        TextTooLong: It has more than `max_chars` characters.
    """
    refuse_binary(data)
    if len(data) > _MOST_BYTES_A_CHARACTER * (max_chars + 1):
        raise TextTooLong(
            words("The file has {n:,} bytes; the limit is {max_chars:,} characters.", n=len(data), max_chars=max_chars)
        )
    decoded = _decode(data)
    return Decoded(checked(decoded.text, max_chars=max_chars), decoded.encoding, decoded.bom, decoded.warnings)


def checked(text: str, *, max_chars: int) -> str:
    """Return `text` as it is.

    Raises:
        BinaryInput, EmptyText, TextTooLong: As `decode`.
    """
    if "\0" in text:
        raise BinaryInput(words("There are NUL bytes in it, which no text has."))
    if len(text) > max_chars:
        raise TextTooLong(
            words("The text has {n:,} characters; the limit is {max_chars:,}.", n=len(text), max_chars=max_chars)
        )
    if not has_visible(text):
        raise EmptyText()
    return text


def encode(text: str, encoding: str, *, bom: bool) -> bytes:
    """Turn text into bytes in `encoding`, or in UTF-8 without a mark when it has characters `encoding` lacks."""
    try:
        return ((BOM if bom else "") + text).encode(encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding, bom=True)
            except UnicodeDecodeError:
                continue
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise BinaryInput(words("There are NUL bytes in it, which no text has."))
    guess = None if _CONTROL.search(data) else guess_encoding(data)
    if guess is None:
        raise BinaryInput(words("It is neither UTF-8 nor any other encoding of text that is known."))
    name = ENCODING_NAMES.get(guess, guess)
    warning = words("The file is not UTF-8; it was read as {name}. Check accents and quotation marks.", name=name)
    return Decoded(data.decode(guess), guess, warnings=(warning,))
