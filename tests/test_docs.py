"""The docs say what there is: every setting, every command, every option; and the house keeps its rules."""

import dataclasses
import re
from pathlib import Path

import click
import pytest

from workbench.cli import COMMANDS
from workbench.cli.lazy import LazyCommand
from workbench.config import Settings

ROOT = Path(__file__).resolve().parents[1]
OWN = [command for command in COMMANDS if command.name != "db"]


def walk(command: click.Command, name: str):
    """Yield a command and all its sub-commands with their full names."""
    loaded = command.load() if isinstance(command, LazyCommand) else command
    if isinstance(loaded, click.Group):
        for child in loaded.commands.values():
            yield from walk(child, f"{name} {child.name}")
    if not isinstance(loaded, click.Group) or loaded.params:  # a group with parameters is a command as well
        yield name, loaded


@pytest.mark.parametrize("setting", list(dataclasses.fields(Settings)), ids=lambda field: field.name)
def test_every_setting_is_documented_with_its_meaning(setting):
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    row = next((line for line in text.splitlines() if line.startswith(f"| `{setting.name}` |")), "")
    assert setting.metadata["meaning"] in row
    if setting.default is not dataclasses.MISSING:
        assert f"`{setting.default}`" in row or setting.default == ""


@pytest.mark.parametrize(("name", "command"), [pair for each in OWN for pair in walk(each, f"flask {each.name}")])
def test_every_command_and_option_is_documented(name, command):
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert f"`{name}" in text
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            assert any(f"`{option}" in text for option in parameter.opts), f"{name} {parameter.opts}"
    assert command.help, f"{name} has no help"


def test_the_links_of_the_docs_lead_somewhere():
    broken = []
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def test_modules_stay_under_two_hundred_lines():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "workbench").rglob("*.py")
        if "versions" not in path.parts and (lines := len(path.read_text(encoding="utf-8").splitlines())) > 200
    }
    assert long == {}
