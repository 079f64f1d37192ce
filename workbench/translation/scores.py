"""The scores that a package's README gives, in one line."""

from __future__ import annotations

import re

_ROW = re.compile(r"^\s*\|(.+)\|\s*$")


def score_line(readme: str) -> str:
    """Return the first row of the README's first table of BLEU or chrF scores, such as
    "FLORES-200 devtest (1,012): BLEU 12.8, chrF2 42.0"; "" if there is none.

    Args:
        readme: Markdown.
    """
    header: list[str] = []
    for line in readme.splitlines():
        match = _ROW.match(line)
        cells = [cell.strip() for cell in match[1].split("|")] if match else []
        if not cells:
            header = []
        elif not header:
            header = cells
        elif re.search(r"\b(BLEU|chrF)", " ".join(header)) and re.search(r"\d", " ".join(cells[1:])):
            scores = [f"{name} {value}" for name, value in zip(header[1:], cells[1:], strict=False) if value]
            return f"{cells[0]}: {', '.join(scores)}"
    return ""
