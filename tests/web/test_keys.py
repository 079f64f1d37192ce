"""Every key that is told is bound, every key that is bound is told, and the docs have the same list."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from workbench.config import resource_dir
from workbench.web.keys import KEYS, grouped_keys

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((resource_dir("static") / "js").rglob("*.js"))
BLOCK = re.compile(r"while(Typing|Moving)\(\{(.*?)\n? *\}\);", re.DOTALL)
NAME = re.compile(r"""^\s*(?:"([^"]+)"|([\w?]+)):|[{,]\s*(?:"([^"]+)"|(\w)):\s""", re.MULTILINE)
NUMBERED = re.compile(r"`((?:Alt\+)(?:Shift\+)?Digit)\$\{number\}`")
ARROWS = {"↓": "ArrowDown", "↑": "ArrowUp", "Esc": "Escape"}
# Not in the maps of the desk: the list of articles has its own.
ELSEWHERE = {"/"}


def bound_keys(when: str = "Typing|Moving") -> list[str]:
    """Return the names under which the scripts bind keys: "j", "Alt+KeyZ", "Alt+Digit3"."""
    found = []
    for script in SCRIPTS:
        text = script.read_text(encoding="utf-8")
        if script.name == "keys.js":
            text = text.replace("bind(this.typing, bindings)", "")
        for kind, block in BLOCK.findall(text):
            if kind in when:
                found += ["".join(groups) for groups in NAME.findall(block)]
        for prefix in NUMBERED.findall(text) if "Typing" in when else ():
            found += [f"{prefix}{number}" for number in range(1, 6)]
    return found


def told_keys() -> list[str]:
    """Return the same names for what `KEYS` tells people: "Alt Shift 1 … 5" is five keys."""
    return list(chain.from_iterable(_names(key.keys) for key in KEYS))


def _names(told: str) -> list[str]:
    names = []
    held: list[str] = []
    for way in told.split(" / ") if told != "/" else ["/"]:
        parts = way.split()
        if len(parts) == 1 and parts[0].isdecimal():  # "Alt 6 / 7 / 8": all with Alt
            parts = [*held, *parts]
        held = parts[:-1]
        match parts:
            case [*modifiers, "1", "…", "5"]:
                names += ["+".join([*modifiers, f"Digit{number}"]) for number in range(1, 6)]
            case ["Shift", letter] if len(letter) == 1:
                names.append(letter.upper())
            case ["Alt", *rest]:
                last = rest[-1]
                code = f"Digit{last}" if last.isdecimal() else f"Key{last}"
                names.append("+".join(["Alt", *rest[:-1], code]))
            case [*modifiers, last]:
                last = ARROWS.get(last, last)
                names.append("+".join([*modifiers, last.lower() if len(last) == 1 else last]))
    return names


def test_no_key_is_bound_or_told_twice():
    for when in ("Typing", "Moving"):
        bound = bound_keys(when)
        assert sorted(set(bound)) == sorted(bound)
    assert len(set(told_keys())) == len(told_keys())


def test_what_is_bound_is_told_and_what_is_told_is_bound():
    bound, told = set(bound_keys()), set(told_keys())
    assert bound - told == set(), "bound, but not in workbench/web/keys.py"
    assert told - bound - ELSEWHERE == set(), "told, but bound by no script"


@pytest.mark.parametrize("name", ["Alt+KeyZ", "Alt+Shift+KeyZ", "u", "U", "Alt+Digit5", "ArrowDown", "?", "Escape"])
def test_this_test_finds_what_there_is(name):
    assert name in bound_keys()
    assert name in told_keys()


def test_the_docs_have_the_same_list():
    text = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
    table = text.split("| key | does |")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.strip().splitlines()[1:]]
    told = [[key.keys, str(key.meaning)] for key in KEYS]
    assert sorted([keys, re.sub(r"\[(.*?)\]\(.*?\)", r"\1", meaning)] for keys, meaning in rows) == sorted(told)


def test_each_group_of_the_help_stands_together():
    groups = [str(group) for group, _ in grouped_keys()]
    assert len(groups) == len(set(groups)) >= 3
