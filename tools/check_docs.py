"""Write docs/checks.md from the checks themselves: what each finds, how much that matters, and an example.

    .venv/bin/python -m tools.check_docs

A test says whether the page is up to date.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

from workbench.checks.base import Check, Pair
from workbench.checks.consistency import CONSISTENCY, CONSISTENCY_DESCRIPTION, CONSISTENCY_NAME
from workbench.checks.facts import FACT_CHECKS
from workbench.checks.findings import Finding, Severity
from workbench.checks.form import FORM_CHECKS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "checks.md"
HEAD = """# Checks

Every sentence is checked when it is saved, and `flask translate --check` and `flask articles check` print the same
findings. A check looks at one concern in a sentence and its translation. Checks know words, marks and numbers, not the
meaning: a sentence without a finding may still be wrong.

- **blocking**: the translation must not be published like this.
- **warning**: very likely a mistake; people's translations of news rarely have one.
- **hint**: worth a look, often a matter of taste.

A finding marks the piece it is about. Where it says *fix*, one key puts a corrected text into the editor; a fix never
changes more than what its finding tells. Addresses, tags and placeholders are not looked at by rules of punctuation.
In the examples ⍽ is a no-break space.

This page is written by `python -m tools.check_docs` from the checks in `workbench/checks/`.
"""
_INVISIBLE = {"\u00a0": "⍽", "\u202f": "⍽"}


def example_pair(check: Check) -> Pair:
    """Return the example of a check; one of the glossary has its terms."""
    return Pair(*check.example, getattr(check, "example_terms", ()))


def write_page() -> str:
    """Return the text of docs/checks.md."""
    parts = [HEAD]
    for title, checks in (("What must not change", FACT_CHECKS), ("How it is written", FORM_CHECKS)):
        if checks:
            parts += [f"\n## {title}\n", *map(_section, checks)]
    parts += ["\n## Over the whole article\n", _entry(CONSISTENCY_NAME, CONSISTENCY, Severity.WARNING)]
    return "".join([*parts, f"\n{_wrapped(CONSISTENCY_DESCRIPTION)}\n"])


def _section(check: Check) -> str:
    pair = example_pair(check)
    found = list(check.find(pair))
    lines = [
        _entry(check.name, check.id, check.severity),
        f"\n{_wrapped(check.description)}\n",
        f"\n> {_shown(pair.source)}  \n> {_shown(pair.target)}\n",
        *(f">\n> {_told(finding)}\n" for finding in found[:1]),
    ]
    return "".join(lines)


def _wrapped(text: str) -> str:
    return fill(text, width=120, break_long_words=False, break_on_hyphens=False)


def _entry(name: str, identifier: str, severity: Severity) -> str:
    return f"\n### {name}\n\n`{identifier}`, {severity.value}\n"


def _told(finding: Finding) -> str:
    fix = f" *Fix:* {_shown(finding.fix)}" if finding.fix is not None else ""
    return f"*{_shown(finding.message)}*{fix}"


def _shown(text: str) -> str:
    """Return a text for a page: no-break spaces are made visible, and nothing in it is Markdown or HTML."""
    plain = "".join(f"\\{character}" if character in "\\`*_<>[]#&" else character for character in text)
    return "".join(_INVISIBLE.get(character, character) for character in " ".join(plain.split(" ")))


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
