"""The verdict on a translation in one plain English sentence, for pages and the command line."""

from __future__ import annotations

from workbench.languages import language as describe
from workbench.languages import primary
from workbench.readability.drift import Component, Drift, Verdict
from workbench.readability.residuals import DECIDING, LIX, LONG_WORDS

_WORSE = {Verdict.HARDER: "harder", Verdict.EASIER: "easier"}


def summarise(drift: Drift, source_language: str, target_language: str) -> str:
    """Return the verdict in one sentence, or the reason why there is none.

    Args:
        drift: Of the translation.
        source_language: Code of its source.
        target_language: Code of the translation.

    Raises:
        UnknownLanguage: One of them is not a language code.
    """
    return "".join(split_summary(drift, source_language, target_language))


def split_summary(drift: Drift, source_language: str, target_language: str) -> tuple[str, str, str]:
    """Return the same sentence in three parts, so that a page can make the second one a link or a list of links.

    The second is "4 sentences", and stands for `drift.sentences`; it is empty, as the third, where there are none.

    Args:
        drift: As in `summarise`.
        source_language: As in `summarise`.
        target_language: As in `summarise`.
    """
    if drift.verdict is Verdict.NOT_COMPARABLE:
        return drift.reason, "", ""
    if drift.verdict is Verdict.SIMILAR:
        return f"The translation is about as hard to read as {_usual(drift, source_language, target_language)}.", "", ""
    opening = f"The translation is {_WORSE[drift.verdict]} to read: {_what_moved(drift)}"
    number = len(drift.sentences)
    if not number:
        return f"{opening}.", "", ""
    share = "it" if drift.is_explained else "part of it"
    if number == 1:
        return f"{opening}; ", "1 sentence", f" accounts for {share}."
    return f"{opening}; ", f"{number} sentences", f" account for {share}."


def _what_moved(drift: Drift) -> str:
    moved = {component.id: component for component in drift.components if component.moved}
    named = [_in_words(moved[name]) for name in DECIDING if name in moved]
    return ", and ".join(named) or _in_words(moved[LIX])


def _in_words(component: Component) -> str:
    if component.id == LONG_WORDS:
        target, expected = _percent(component.target), _percent(component.expected)
        return f"{target} of its words are long, where {expected} are expected"
    if component.id == LIX:
        return f"its LIX is {component.target:.0f}, where {component.expected:.0f} is expected"
    comparison = "longer" if component.change > 0 else "shorter"
    return f"its sentences are {_percent(abs(component.change))} {comparison} than expected"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _usual(drift: Drift, source_language: str, target_language: str) -> str:
    source, target = (describe(primary(code)).name for code in (source_language, target_language))
    if drift.basis == "pair":
        return f"people's translations from {source} into {target}"
    if source == target:
        return "its source"
    return f"its source, as far as newspapers in {source} and {target} tell"
