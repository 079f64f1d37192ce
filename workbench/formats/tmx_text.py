"""The text of a TMX segment: markup reduced to what a reader reads."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements whose content is code of the original format, or a text of its own that stands elsewhere (`sub`)."""
_LINE_ENDS = re.compile(r"[^\S\r\n]*[\r\n\t]+\s*")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_segment(tuv: Any) -> str:
    """Return the text of a variant, without inline markup and on one line; "" when it has none."""
    for child in tuv:
        if isinstance(child.tag, str) and etree.QName(child).localname == "seg":
            return _LINE_ENDS.sub(" ", "".join(_texts(child))).strip()
    return ""


def clean(text: str) -> str:
    """Return a text without the characters that XML cannot have."""
    return _NOT_XML.sub("", text)


def _texts(element: Any) -> list[str]:
    found = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname not in _CODES:
            found += _texts(child)
        found.append(child.tail or "")
    return found
