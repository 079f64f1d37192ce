"""What a format is: how it is recognised, read and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from workbench.formats.document import Block, Document


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format found in a text; `Document` adds how the file was encoded.

    Attributes:
        blocks: In reading order.
        published: The article's own date, if the text has one.
        warnings: Sentences for the person who gave the text.
    """

    blocks: tuple[Block, ...]
    published: date | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A layout of text files.

    Attributes:
        id: Short name for the command line and the database.
        name: Name for people.
        extensions: With the dot, lower case; a new file gets the first.
        media_type: For downloads.
        sniff: Say whether a text is in this layout.
        read: Find the blocks. For every text, `write` of what was read gives it back.
        write: Give the text of a document, read by this format (as it stood) or another (newly laid out).
    """

    id: str
    name: str
    extensions: tuple[str, ...]
    media_type: str
    sniff: Callable[[str], bool]
    read: Callable[[str], Reading]
    write: Callable[[Document], str]
