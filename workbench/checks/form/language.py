"""A translation into another language than was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.form.titles import without_kept_titles
from workbench.languages import language, primary
from workbench.wording import words
from workbench.writing.echoes import is_echo, words_alone
from workbench.writing.foreign import find_wrong_language


class WrongLanguage:
    """The small words are those of another large language."""

    id: ClassVar[str] = "language"
    name: ClassVar[str] = "Wrong language"
    description: ClassVar[str] = (
        "The small words are those of another large language, and hardly one is of the language asked for. A source "
        "left as it was is told by “Untranslated”."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = (
        "The council of the city has decided to close the schools and to sell the buildings.",
        "O conselho da cidade decidiu fechar as escolas e vender os edifícios para uma empresa, mas não com o povo.",
        "en",
        "de",
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding on the whole translation."""
        other = find_wrong_language(pair.target, pair.target_language)
        if other and find_wrong_language(without_kept_titles(pair)[1], pair.target_language) != other:
            return
        if other and not (other == primary(pair.source_language) and _is_untranslated(pair)):
            message = words("This seems to be {language}.", language=language(other).name)
            yield finding_in(self, pair, Side.TARGET, None, message)


def _is_untranslated(pair: Pair) -> bool:
    codes = primary(pair.source_language), primary(pair.target_language)
    return is_echo(*words_alone(pair.source, pair.target), *codes)
