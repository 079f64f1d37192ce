"""What somebody typed, made fit to be stored, or to be looked for."""

from __future__ import annotations

import re

from workbench.errors import BadInput
from workbench.extensions import workbench
from workbench.wording import words

_LINE_ENDS = re.compile(r"[^\S\r\n]*[\r\n]+\s*")


def clean_text(text: str) -> str:
    """Return a sentence that somebody typed, in one line.

    Raises:
        BadInput: It is empty, has a NUL, or is far too long for a sentence.
    """
    text = _LINE_ENDS.sub(" ", text).strip()
    if not text:
        raise BadInput(words("A translation cannot be empty."), hint=words("Type a text, or copy the source."))
    if "\0" in text:
        raise BadInput(words("The text has a NUL character."), hint=words("Paste it as plain text."))
    limit = workbench().settings.max_text_chars
    if len(text) > limit:
        raise BadInput(words("The text has {n:,} characters; {limit:,} is the limit.", n=len(text), limit=limit))
    return text


def is_id(number: int) -> bool:
    """Say whether a number from an address or a form can be the id of a row: a database has none of 64 bits."""
    return 0 < number < 2**63
