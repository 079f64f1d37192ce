"""The catalogues of the interface: complete, up to date with the code, and with the same values as the English."""

from __future__ import annotations

import re
import string

import pytest

from tools.messages import DOMAINS, LOCALES, catalogue, collect, compiled, updated
from workbench.config import resource_dir

LANGUAGES = sorted(folder.name for folder in LOCALES.iterdir())
BOTH = [(language, domain) for language in LANGUAGES for domain in DOMAINS]
SCRIPTS = resource_dir("static") / "js"
_MARKUP = re.compile(r"<[^>]+>")


def strings(message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def english(message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def values_in(text: str) -> set[str]:
    """The names of the values that a text takes, whichever way it takes them."""
    percent = set(re.findall(r"(?<!%)%\((\w+)\)s", text))
    braces = {name.split("!")[0] for _, name, _, _ in string.Formatter().parse(text) if name} if "{" in text else set()
    return percent | braces


def test_there_is_spanish():
    assert "es" in LANGUAGES


@pytest.mark.parametrize(("language", "domain"), BOTH)
def test_a_catalogue_is_up_to_date_with_the_code(language, domain):
    path, known = catalogue(language, domain)
    assert path.read_bytes() == updated(known, collect(domain)), "run: make messages"
    assert path.with_suffix(".mo").read_bytes() == compiled(known), "run: make messages"


@pytest.mark.parametrize(("language", "domain"), BOTH)
def test_every_text_is_translated_with_its_values(language, domain):
    _, known = catalogue(language, domain)
    wrong = []
    for message in known:
        if not message.id:
            continue
        said, ids = strings(message), english(message)
        is_whole = len(said) == (known.num_plurals if message.pluralizable else 1) and all(said)
        # "1" can be said without its number; otherwise what a text needs is what it gets.
        needed = set.union(*map(values_in, ids))
        has_all = is_whole and values_in(said[-1]) == values_in(ids[-1])
        has_all = has_all and all(values_in(text) <= needed for text in said)
        keeps_ends = is_whole and all(_ends(text) == _ends(ids[0]) for text in said)
        if message.fuzzy or not has_all or not keeps_ends or _MARKUP.search(" ".join(said)):
            wrong.append((message.id, said))
    assert wrong == []


def _ends(text: str) -> tuple[bool, bool]:
    """Whether a text is a sentence, and whether it goes on: a translation is what its English is."""
    return text.endswith("."), text.endswith("…")


def test_lists_of_words_are_no_texts():
    assert not [m for m in collect("messages") if m.id and any("\n" in text for text in english(m))], "a list of words"


def test_no_text_of_a_script_stands_inside_a_template_literal():
    # Babel does not look into them: such a text would never come into a catalogue.
    hidden = [path.name for path in SCRIPTS.rglob("*.js") if re.search(r"\$\{tn?\(", path.read_text(encoding="utf-8"))]
    assert hidden == []
