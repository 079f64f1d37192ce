"""What somebody typed, made fit to be stored, or to be looked for."""

from __future__ import annotations

import re

from workbench.errors import BadInput
from workbench.extensions import workbench

_LINE_ENDS = re.compile(r"[^\S\r\n]*[\r\n]+\s*")


def clean_text(text: str) -> str:
    """Return a sentence that somebody typed, in one line.

    Raises:
        BadInput: It is empty, has a NUL, or is far too long for a sentence.
    """
    text = _LINE_ENDS.sub(" ", text).strip()
    if not text:
        raise BadInput("A translation cannot be empty.", hint="Type a text, or copy the source.")
    if "\0" in text:
        raise BadInput("The text has a NUL character.", hint="Paste it as plain text.")
    limit = workbench().settings.max_text_chars
    if len(text) > limit:
        raise BadInput(f"The text has {len(text):,} characters; {limit:,} is the limit.")
    return text


def is_id(number: int) -> bool:
    """Say whether a number from an address or a form can be the id of a row: a database has none of 64 bits."""
    return 0 < number < 2**63
