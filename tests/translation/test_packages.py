"""Finding packages: three places, one order, and nothing broken hides what works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packages_builder import build_package
from workbench.config import Settings, resource_dir
from workbench.errors import BrokenPackage
from workbench.translation.packages import find_packages, version_key
from workbench.translation.scores import score_line


def ids(settings: Settings) -> list[str]:
    return [package.id for package in find_packages(settings).packages]


def test_the_starter_is_found_and_reads_in_place(settings: Settings) -> None:
    [starter] = find_packages(settings).packages
    assert (starter.id, starter.tokenizer, starter.is_starter) == ("en-es 0.1 (starter)", "sentencepiece", True)
    assert starter.path.parent == resource_dir("seeds") / "models"
    assert json.loads(starter.read("metadata.json"))["from_code"] == "en"
    assert score_line(starter.readme()) == "FLORES-200 devtest (1,012): BLEU 12.8, chrF2 42.0, chrF2++ 39.5"


def test_installed_comes_before_starter_and_new_before_old(settings: Settings) -> None:
    build_package(settings.packages_dir, "en", "es", version="1.9")
    build_package(settings.packages_dir, "en", "es", version="1.10")
    assert ids(settings) == ["en-es 1.10 (installed)", "en-es 1.9 (installed)", "en-es 0.1 (starter)"]


@pytest.mark.parametrize(
    ("argos", "canonical"), [("zt", "zh-Hant"), ("pb", "pt-BR"), ("nb", "nb"), ("EN", "en"), ("pt_BR", "pt-BR")]
)
def test_argos_codes_become_canonical(settings: Settings, argos: str, canonical: str) -> None:
    build_package(settings.packages_dir, argos, "nl")
    assert find_packages(settings).packages[0].source == canonical


@pytest.mark.parametrize(
    ("break_it", "reason"),
    [
        (lambda path: (path / "metadata.json").unlink(), "It has no metadata.json."),
        (lambda path: (path / "metadata.json").write_text("{half"), "Its metadata.json is not JSON."),
        (lambda path: (path / "metadata.json").write_bytes(b"\xff\xfe\0"), "Its metadata.json is not JSON."),
        (lambda path: (path / "metadata.json").write_text("[" * 100_000), "Its metadata.json is not JSON."),
        (lambda path: (path / "metadata.json").write_text("[]"), "Its metadata.json is not a JSON object."),
        (
            lambda path: (path / "metadata.json").write_text('{"to_code": "nl"}'),
            "Its metadata.json does not say which languages it translates.",
        ),
        (lambda path: (path / "model/model.bin").unlink(), "It has no model/model.bin."),
        (lambda path: (path / "model/shared_vocabulary.json").unlink(), "It has no vocabulary in model/."),
        (
            lambda path: (path / "sentencepiece.model").unlink(),
            "It has no tokenizer (sentencepiece.model or bpe.model).",
        ),
        (lambda path: shutil.rmtree(path / "model"), "It has no model/model.bin."),
    ],
)
def test_a_broken_folder_is_listed_and_hides_nothing(settings: Settings, break_it, reason: str) -> None:  # type: ignore[no-untyped-def]
    broken = build_package(settings.packages_dir, "de", "nl")
    build_package(settings.packages_dir, "de", "fr")
    break_it(broken)
    inventory = find_packages(settings)
    assert [(unusable.path, unusable.reason) for unusable in inventory.unusable] == [(broken, reason)]
    assert [package.id for package in inventory.packages] == ["de-fr 1.0 (installed)", "en-es 0.1 (starter)"]


def test_a_broken_zip_file_is_listed(settings: Settings) -> None:
    settings.packages_dir.mkdir(parents=True)
    (settings.packages_dir / "half.argosmodel").write_bytes(b"PK\3\4 and no more")
    [unusable] = find_packages(settings).unusable
    assert unusable.reason.startswith("half.argosmodel cannot be read")


def test_other_things_in_the_folder_are_not_packages(settings: Settings) -> None:
    folder = build_package(settings.packages_dir, "de", "nl")
    (folder / "metadata.json").write_text('{"type": "sbd", "from_codes": ["de"]}')
    (settings.packages_dir / "notes.txt").write_text("mine")
    (settings.packages_dir / ".incoming-1").mkdir()
    inventory = find_packages(settings)
    assert ([package.id for package in inventory.packages], inventory.unusable) == (["en-es 0.1 (starter)"], ())


def test_of_two_alike_the_newer_is_used_and_the_other_named(settings: Settings) -> None:
    old = build_package(settings.packages_dir, "de", "nl")
    new = build_package(settings.packages_dir, "de", "nl", folder_name="de_nl")
    for path in old.rglob("*"):
        os.utime(path, (1, 1))
    inventory = find_packages(settings)
    assert inventory.packages[0].path == new
    assert [unusable.path for unusable in inventory.unusable] == [old]


def test_reading_a_file_that_is_not_there(settings: Settings) -> None:
    [starter] = find_packages(settings).packages
    with pytest.raises(BrokenPackage, match="It has no bpe.model"):
        starter.read("bpe.model")


def test_packages_of_argos_are_seen_unless_turned_off(tmp_path: Path) -> None:
    """In a process of its own: Argos reads where its packages are when it is imported."""
    build_package(tmp_path / "argos", "en", "es", version="1.0")
    script = (
        "from workbench.config import load_settings; from workbench.translation.packages import find_packages\n"
        "print([package.id for package in find_packages(load_settings()).packages])"
    )
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "ARGOS_PACKAGES_DIR": str(tmp_path / "argos"),
        "WORKBENCH_DATA_DIR": str(tmp_path / "data"),
    }
    for wanted, expected in (("1", "['en-es 1.0 (argos)', 'en-es 0.1 (starter)']"), ("0", "['en-es 0.1 (starter)']")):
        output = subprocess.check_output(
            [sys.executable, "-c", script], env={**environment, "WORKBENCH_ARGOS_PACKAGES": wanted}, text=True
        )
        assert output.strip() == expected


def test_a_home_that_cannot_be_written_to_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, so no folder can be made in it")
    script = (
        "from workbench.config import load_settings; from workbench.translation.packages import find_packages\n"
        "print(len(find_packages(load_settings()).packages))"
    )
    environment = {**os.environ, "HOME": str(tmp_path / "home"), "WORKBENCH_DATA_DIR": str(tmp_path / "data")}
    environment = {name: value for name, value in environment.items() if not name.startswith(("XDG_", "ARGOS_"))}
    assert subprocess.check_output([sys.executable, "-c", script], env=environment, text=True).strip() == "1"


@pytest.mark.parametrize(
    ("older", "newer"), [("1.9", "1.10"), ("1.0", "1.0.1"), ("0.1", "1"), ("1.0-beta", "1.0.1"), ("", "0")]
)
def test_versions_are_compared_as_numbers(older: str, newer: str) -> None:
    assert version_key(older) < version_key(newer)


@pytest.mark.parametrize(
    "readme", ["", "No table.", "| a | b |\n|---|---|\n| x | 3 |", "| set | BLEU |\n|---|---|\n", "|BLEU|\n|\n||"]
)
def test_a_readme_without_scores_has_no_score_line(readme: str) -> None:
    assert score_line(readme) == ""
