"""Quotation in mail: the `>` in front of a line is no part of its words."""

from __future__ import annotations

import re

from workbench.formats.decode import has_visible
from workbench.formats.lines import Line

# With a blank behind it: ">50" and "->" are something else.
_MARK = re.compile(r">(?:[ \t]?>)*(?:[ \t]+|\Z)")


def strip_quotation(line: Line) -> tuple[Line, int]:
    """Return a line with its marks of quotation moved to `before`, and how many there are.

    A line of marks alone becomes a blank one. Joining the three parts still gives what stood there.
    """
    match = _MARK.match(line.text)
    if match is None:
        return line, 0
    depth = match[0].count(">")
    rest = line.text[match.end() :]
    if not has_visible(rest):
        return Line("", "", line.before + line.text + line.after), depth
    text = rest.lstrip()
    before = line.before + line.text[: len(line.text) - len(text)]
    return Line(before, text, line.after), depth
