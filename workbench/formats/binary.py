"""Files that are not text, told by their first bytes, so that the refusal can name them."""

from __future__ import annotations

from workbench.errors import BinaryInput
from workbench.wording import words

_OFFICE = (
    (b"word/", words("a Word document")),
    (b"xl/", words("an Excel workbook")),
    (b"ppt/", words("a PowerPoint presentation")),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", words("an OpenDocument text")),
    (b"mimetypeapplication/epub+zip", words("an EPUB book")),
)
_STARTS = (
    (b"%PDF-", words("a PDF")),
    (b"{\\rtf", words("an RTF document")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", words("an old Office document (.doc, .xls or .ppt)")),
    (b"\x89PNG\r\n\x1a\n", words("a picture (PNG)")),
    (b"\xff\xd8\xff", words("a picture (JPEG)")),
    (b"GIF87a", words("a picture (GIF)")),
    (b"GIF89a", words("a picture (GIF)")),
    (b"II*\x00", words("a picture (TIFF)")),
    (b"MM\x00*", words("a picture (TIFF)")),
    (b"\x1f\x8b", words("a compressed file (gzip)")),
    (b"7z\xbc\xaf\x27\x1c", words("a compressed file (7z)")),
    (b"Rar!\x1a\x07", words("a compressed file (RAR)")),
    (b"ID3\x03\x00", words("a sound file (MP3)")),
    (b"ID3\x04\x00", words("a sound file (MP3)")),
    (b"OggS\x00", words("a sound file (Ogg)")),
    (b"SQLite format 3\x00", words("a database (SQLite)")),
)


def name_binary(data: bytes) -> str:
    """Return what kind of file this is, as "a PDF", or "" when its first bytes are none of the known."""
    for start, name in _STARTS:
        if data.startswith(start):
            return name
    if data.startswith(b"PK\x03\x04"):
        head = data[:8192]
        return next((name for mark, name in _OFFICE if mark in head), words("a zip archive"))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return words("a picture (WebP)")
    if data[4:8] == b"ftyp" and b"\x00" in data[:4]:
        return words("a picture (HEIC or AVIF)") if data[8:11] in (b"hei", b"mif", b"avi") else words("a video (MP4)")
    return ""


def refuse_binary(data: bytes) -> None:
    """Do nothing for a file that may be text.

    Raises:
        BinaryInput: The first bytes are those of a known kind that is not text.
    """
    if name := name_binary(data):
        raise BinaryInput(words("This is {name}, not a text file.", name=name))
