"""`flask models …`: what it prints, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.packages_builder import Behaviour, build_package
from workbench.cli.models import models


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packages folder of the commands' own data folder."""
    monkeypatch.setenv("WORKBENCH_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("WORKBENCH_ARGOS_PACKAGES", "0")
    # Nothing listens there.
    monkeypatch.setenv("WORKBENCH_PACKAGE_INDEX", "http://127.0.0.1:9/index.json")
    monkeypatch.setenv("no_proxy", "*")
    return tmp_path / "data/packages"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(models, [str(argument) for argument in arguments])


def test_list_marks_the_starter_with_its_scores(packages: Path) -> None:
    result = run("list")
    assert result.exit_code == 0
    for words in ("en → es", "starter model", "BLEU 12.8", "flask models install en es"):
        assert words in result.stdout


def test_list_names_what_is_not_usable(packages: Path) -> None:
    (build_package(packages, "de", "nl") / "metadata.json").unlink()
    result = run("list")
    assert (result.exit_code, "It has no metadata.json." in result.stdout) == (0, True)


def test_list_as_json(packages: Path) -> None:
    build_package(packages, "de", "nl", layout="bpe")
    first, second = (json.loads(line) for line in run("list", "--json").stdout.splitlines())
    assert (first["id"], first["tokenizer"], second["origin"]) == ("de-nl 1.0 (installed)", "bpe", "starter")


def test_install_list_and_remove(packages: Path, tmp_path: Path) -> None:
    file = build_package(tmp_path / "downloads", "de", "nl", zipped=True, behaviour=Behaviour(spells="cyrillic"))
    installed = run("install", file)
    assert (installed.exit_code, installed.stdout.startswith("Installed de-nl 1.0 (installed) in ")) == (0, True)
    assert "de → nl" in run("list").stdout
    removed = run("remove", "de", "NL")
    assert (removed.exit_code, removed.stdout) == (0, "Removed de-nl 1.0 (installed).\n")
    assert "de → nl" not in run("list").stdout


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["install", "en", "fr"], 1, "127.0.0.1:9 refused the connection."),
        (["install", "gone.argosmodel"], 2, "There is no file gone.argosmodel."),
        (["install", "en"], 2, "To which language?"),
        (["install", "en", "??"], 2, "is not a language code"),
        (["install", "en", "fr", "es"], 2, "Give two languages"),
        (["install"], 2, "Missing argument"),
        (["remove", "en", "es"], 2, "is a starter model"),
        (["remove", "en", "fr"], 3, "No installed model translates from en to fr."),
        (["list", "--available"], 1, "127.0.0.1:9 refused the connection."),
    ],
)
def test_failures_are_said_on_standard_error(packages: Path, arguments: list[str], status: int, message: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def index_copy(packages: Path, *entries: dict[str, object]) -> None:
    packages.parent.mkdir(parents=True, exist_ok=True)
    copy = {"url": "http://127.0.0.1:9/index.json", "index": json.dumps(entries)}
    (packages.parent / "package_index.json").write_text(json.dumps(copy))


def test_available_from_the_copy(packages: Path) -> None:
    build_package(packages, "en", "fr", version="1.9")
    index_copy(packages, {"from_code": "en", "to_code": "fr", "package_version": "1.10", "links": ["http://x"]})
    result = run("list", "--available")
    assert result.exit_code == 0
    assert result.stdout.split() == ["en", "→", "fr", "1.10", "installed:", "1.9"]
    assert "This is the list of a moment ago." in result.stderr
    [entry] = map(json.loads, run("list", "--available", "--json").stdout.splitlines())
    assert (entry["target"], entry["installed"], entry["links"]) == ("fr", "1.9", ["http://x"])


def test_a_pair_that_the_index_has_not(packages: Path) -> None:
    index_copy(packages, {"from_code": "en", "to_code": "es", "links": []})
    result = run("install", "en", "fr")
    assert result.exit_code == 3
    assert "The index has no model from en to fr, only to es." in result.stderr


def test_check(packages: Path) -> None:
    result = run("check")
    assert (result.exit_code, "en-es 0.1 (starter): works" in result.stdout) == (0, True)
    weights = build_package(packages, "de", "nl") / "model/model.bin"
    weights.write_bytes(weights.read_bytes()[:500])
    broken = run("check")
    assert broken.exit_code == 1
    assert "! de-nl 1.0 (installed): " in broken.stdout
    assert "Traceback" not in broken.output


def test_a_package_that_echoes_is_quarantined_shown_enabled_and_put_back(packages: Path, tmp_path: Path) -> None:
    installed = run("install", build_package(tmp_path / "downloads", "de", "nl", zipped=True))
    assert (installed.exit_code, installed.stdout) == (1, "")
    for words in ("de-nl 1.0 (installed) is in quarantine", "gives a plain sentence back", "flask models enable de nl"):
        assert words in installed.stderr
    listed = run("list").stdout
    assert "in quarantine: de-nl 1.0 (installed)" in listed
    assert listed.count("Alle Menschen sind frei") == 2  # the sentence, and what became of it
    entries = [json.loads(line) for line in run("list", "--json").stdout.splitlines()]
    quarantine = {entry["id"]: entry["quarantine"] for entry in entries}
    assert quarantine["en-es 0.1 (starter)"] is None
    assert quarantine["de-nl 1.0 (installed)"]["is_enabled"] is False
    assert run("enable", "de", "NL").stdout == "de-nl 1.0 (installed) is used all the same.\n"
    assert "was in quarantine and is used all the same" in run("list").stdout
    again = run("enable", "de", "nl")
    assert (again.exit_code, "is in use already" in again.stderr) == (2, True)
    assert run("disable", "de", "nl").stdout == "de-nl 1.0 (installed) is in quarantine again.\n"
    assert run("remove", "de", "nl").exit_code == 0
    assert "de" not in run("list").stdout.split()


def test_only_a_quarantined_package_is_enabled(packages: Path) -> None:
    result = run("enable", "en", "es")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "No model from en to es is in quarantine." in result.stderr


@pytest.mark.parametrize("command", [[], ["list"], ["install"], ["remove"], ["enable"], ["disable"], ["check"]])
def test_every_command_has_help(packages: Path, command: list[str]) -> None:
    result = run(*command, "--help")
    assert (result.exit_code, len(result.stdout.splitlines()) > 4) == (0, True)
