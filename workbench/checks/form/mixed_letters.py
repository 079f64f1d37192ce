"""Words with letters of two scripts that look alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.findings import Finding, Severity
from workbench.checks.form.mending import mended, visible
from workbench.languages import language
from workbench.wording import words
from workbench.writing.edits import Edit

_LATIN = "aceiopxyABCEHIKMOPTX"
_CYRILLIC = "асеіорхуАВСЕНІКМОРТХ"
_TOUCHING = re.compile(r"[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z]")
_ANY_CYRILLIC = re.compile("[\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)


class MixedLetters:
    """A Latin letter in a Cyrillic word that looks like its own, or the other way round."""

    id: ClassVar[str] = "mixed_letters"
    name: ClassVar[str] = "Look-alike letters"
    description: ClassVar[str] = (
        "A word of Cyrillic letters in which a Latin one stands that looks the same, or the other way round: it "
        "cannot be searched for. Words with a hyphen between scripts, and those of the source, pass."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("Moscow", "Мoсква", "en", "ru")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield one finding for all such words."""
        if pair.target.isascii() or _TOUCHING.search(pair.target) is None:
            return
        is_cyrillic = language(pair.target_language).script == "Cyrl"
        text = visible(pair.target).text
        edits: list[Edit] = []
        for each in _WORD.finditer(text):
            word = each[0]
            if _ANY_CYRILLIC.search(word) is None or word in pair.source:
                continue
            whole = word.translate(_TO_CYRILLIC if is_cyrillic else _TO_LATIN)
            if whole != word and _is_of_one_script(whole):
                edits.append((each.start(), each.end(), whole))
        if edits:
            message = words("A letter in “{piece}” is of another script.", piece=text[edits[0][0] : edits[0][1]])
            yield mended(self, pair, edits, message)


def _is_of_one_script(word: str) -> bool:
    return len(_ANY_CYRILLIC.findall(word)) in (0, len(word))
