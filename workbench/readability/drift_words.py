"""The verdict on a translation in one plain sentence, for pages and the command line."""

from __future__ import annotations

from workbench.languages import language as describe
from workbench.languages import primary
from workbench.readability.drift import Component, Drift, Verdict
from workbench.readability.residuals import DECIDING, LIX, LONG_WORDS
from workbench.wording import counted, words

_WORSE = {Verdict.HARDER: words("harder"), Verdict.EASIER: words("easier")}


def summarise(drift: Drift, source_language: str, target_language: str) -> str:
    """Return the verdict in one sentence, or the reason why there is none.

    Args:
        drift: Of the translation.
        source_language: Code of its source.
        target_language: Code of the translation.

    Raises:
        UnknownLanguage: One of them is not a language code.
    """
    if drift.verdict is Verdict.NOT_COMPARABLE:
        return drift.reason
    if drift.verdict is Verdict.SIMILAR:
        usual = _usual(drift, source_language, target_language)
        return words("The translation is about as hard to read as {usual}.", usual=usual)
    values = {"verdict": _WORSE[drift.verdict], "what": _what_moved(drift)}
    number = len(drift.sentences)
    if not number:
        return words("The translation is {verdict} to read: {what}.", **values)
    if drift.is_explained:
        return counted(
            "The translation is {verdict} to read: {what}; {n} sentence accounts for it.",
            "The translation is {verdict} to read: {what}; {n} sentences account for it.",
            number,
            **values,
        )
    return counted(
        "The translation is {verdict} to read: {what}; {n} sentence accounts for part of it.",
        "The translation is {verdict} to read: {what}; {n} sentences account for part of it.",
        number,
        **values,
    )


def _what_moved(drift: Drift) -> str:
    moved = {component.id: component for component in drift.components if component.moved}
    named = [_in_words(moved[name]) for name in DECIDING if name in moved]
    if not named:
        return _in_words(moved[LIX])
    return named[0] if len(named) == 1 else words("{first}, and {second}", first=named[0], second=named[1])


def _in_words(component: Component) -> str:
    if component.id == LONG_WORDS:
        return words(
            "{found} of its words are long, where {expected} are expected",
            found=_percent(component.target),
            expected=_percent(component.expected),
        )
    if component.id == LIX:
        return words(
            "its LIX is {found:.0f}, where {expected:.0f} is expected",
            found=component.target,
            expected=component.expected,
        )
    change = _percent(abs(component.change))
    if component.change > 0:
        return words("its sentences are {change} longer than expected", change=change)
    return words("its sentences are {change} shorter than expected", change=change)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _usual(drift: Drift, source_language: str, target_language: str) -> str:
    source, target = (describe(primary(code)).name for code in (source_language, target_language))
    if drift.basis == "pair":
        return words("people's translations from {source} into {target}", source=source, target=target)
    if source == target:
        return words("its source")
    return words("its source, as far as newspapers in {source} and {target} tell", source=source, target=target)
