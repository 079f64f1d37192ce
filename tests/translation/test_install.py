"""Installing and removing: checked first, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.packages_builder import SPECIAL, Behaviour, _weights, build_package, tokens_of, zip_folder
from workbench.config import Settings
from workbench.errors import BadInput, BrokenPackage, StorageProblem, WorkbenchError
from workbench.translation.checkup import CheckStatus, judge
from workbench.translation.engine import Engine
from workbench.translation.install import check_packages, install_file, remove
from workbench.translation.packages import find_packages


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return build_package(tmp_path / "downloads", "de", "nl", zipped=True)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def translate(settings: Settings, source: str = "de", target: str = "nl") -> str:
    return next(Engine(settings).translate(["The soldier said"], source, target)).text


@pytest.mark.parametrize("layout", ["sentencepiece", "bpe"])
def test_an_installed_package_translates(settings: Settings, tmp_path: Path, layout: str) -> None:
    file = build_package(tmp_path / "downloads", "de", "nl", layout=layout, zipped=True)
    package = install_file(file, settings)
    assert package in find_packages(settings).packages
    assert package.path == settings.packages_dir / "translate-de_nl-1.0"
    assert translate(settings) == "The soldier said"
    assert file.exists()
    assert [path.name for path in settings.packages_dir.iterdir()] == ["translate-de_nl-1.0"]


@pytest.mark.parametrize(("first", "second"), [("1.0", "1.1"), ("1.1", "1.0"), ("1.0", "1.0")])
def test_a_package_for_the_same_pair_is_replaced(settings: Settings, tmp_path: Path, first: str, second: str) -> None:
    install_file(build_package(tmp_path / "a", "de", "nl", version=first, zipped=True, shift=1), settings)
    engine = Engine(settings)
    before = next(engine.translate(["The soldier said"], "de", "nl")).text
    install_file(build_package(tmp_path / "b", "de", "nl", version=second, zipped=True), settings)
    assert next(engine.translate(["The soldier said"], "de", "nl")).text == "The soldier said" != before
    assert len(list(settings.packages_dir.iterdir())) == 1


def test_a_package_is_not_replaced_against_the_will(settings: Settings, tmp_path: Path, file: Path) -> None:
    install_file(file, settings)
    before = tree(settings.packages_dir)
    with pytest.raises(BadInput, match=r"de-nl 1\.0 \(installed\) is installed already"):
        install_file(build_package(tmp_path / "b", "de", "nl", version="2", zipped=True), settings, replace=False)
    assert tree(settings.packages_dir) == before


def write_zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def add_member(path: Path, name: str, content: bytes = b"x", mode: int = 0) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, content)


def drop_member(path: Path, ending: str) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist() if not name.endswith(ending)}
    path.unlink()
    write_zip(path, members)


def replace_member(path: Path, ending: str, content: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    path.unlink()
    write_zip(path, {name: content if name.endswith(ending) else old for name, old in members.items()})


def corrupt(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[2000:2400] = bytes(400)
    path.write_bytes(data)


TOP = "translate-de_nl-1_0"


@pytest.mark.parametrize(
    ("spoil", "error", "words"),
    [
        (lambda path: path.unlink(), BadInput, "There is no file"),
        (lambda path: path.write_bytes(b""), BadInput, "is not a zip file"),
        (lambda path: path.write_text("<html>Sign in</html>"), BadInput, "is not a zip file"),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), BadInput, "is not a zip file"),
        (corrupt, BrokenPackage, "is damaged"),
        (lambda path: add_member(path, "../evil"), BrokenPackage, "outside its folder"),
        (lambda path: add_member(path, f"{TOP}/../../evil"), BrokenPackage, "outside its folder"),
        (lambda path: add_member(path, "/etc/evil"), BrokenPackage, "outside its folder"),
        (lambda path: add_member(path, "C:\\evil"), BrokenPackage, "outside its folder"),
        (lambda path: add_member(path, f"{TOP}/link", b"/etc", stat.S_IFLNK | 0o777), BrokenPackage, "a link"),
        (lambda path: add_member(path, "second/metadata.json"), BrokenPackage, "not laid out like a package"),
        (lambda path: add_member(path, "loose.txt"), BrokenPackage, "not laid out like a package"),
        (lambda path: add_member(path, f"{TOP}/metadata.json/x"), BrokenPackage, "two files named"),
        (lambda path: add_member(path, f"{TOP}/bomb", bytes(200_000_000)), BrokenPackage, "times its size"),
        (lambda path: write_zip(path, {}), BrokenPackage, "not laid out like a package"),
        (lambda path: drop_member(path, "metadata.json"), BrokenPackage, "there is no metadata.json"),
        (lambda path: drop_member(path, "model.bin"), BrokenPackage, "It has no model/model.bin"),
        (lambda path: drop_member(path, "sentencepiece.model"), BrokenPackage, "It has no tokenizer"),
        (lambda path: replace_member(path, "metadata.json", b"{"), BrokenPackage, "not JSON"),
        (lambda path: replace_member(path, "metadata.json", b'{"type": "sbd"}'), BrokenPackage, "one that translates"),
        (lambda path: replace_member(path, "model.bin", b"half"), BrokenPackage, "CTranslate2 cannot load it"),
        (lambda path: replace_member(path, "vocabulary.json", b"[]"), BrokenPackage, "stopped while translating"),
    ],
)  # fmt: skip
def test_a_bad_file_leaves_everything_as_it_was(
    settings: Settings,
    tmp_path: Path,
    file: Path,
    spoil: Callable[[Path], object],
    error: type[WorkbenchError],
    words: str,
) -> None:
    install_file(build_package(tmp_path / "a", "de", "nl", zipped=True), settings)
    before = tree(tmp_path / "data")
    spoil(file)
    with pytest.raises(error, match=words):
        install_file(file, settings)
    assert tree(tmp_path / "data") == before
    assert [path.name for path in settings.packages_dir.iterdir()] == ["translate-de_nl-1.0"]
    assert not list(tmp_path.glob("**/evil"))
    assert translate(settings) == "The soldier said"


def silent_model(folder: Path) -> bytes:
    """Return the weights of a model that ends each translation after a space."""
    tokens = tokens_of("sentencepiece")
    spec = _weights([*SPECIAL], tokens, Behaviour(), False)
    projection = spec.decoder.projection
    projection.weight = np.zeros_like(projection.weight)
    projection.bias = np.zeros_like(projection.bias)
    projection.bias[SPECIAL.index("</s>")] = 40
    projection.bias[len(SPECIAL) + tokens.index("▁")] = 20
    spec.validate()
    spec.optimize(quantization="float32")
    folder.mkdir()
    spec.save(str(folder))
    return (folder / "model.bin").read_bytes()


def test_a_package_that_translates_to_nothing_does_not_replace_one_that_works(
    settings: Settings, tmp_path: Path, file: Path
) -> None:
    install_file(file, settings)
    before = tree(settings.packages_dir)
    replace_member(file, "model.bin", silent_model(tmp_path / "silent"))
    with pytest.raises(BrokenPackage, match="translates a plain sentence to nothing"):
        install_file(file, settings)
    assert tree(settings.packages_dir) == before


@pytest.mark.parametrize("installations", [1, 2])
@pytest.mark.parametrize("lost", ["model/model.bin", "metadata.json", "sentencepiece.model"])
def test_a_broken_package_is_repaired_by_installing_it_again(
    settings: Settings, file: Path, installations: int, lost: str
) -> None:
    for _ in range(installations):
        installed = install_file(file, settings)
    (installed.path / lost).unlink()
    assert install_file(file, settings).path == settings.packages_dir / "translate-de_nl-1.0"
    assert [path.name for path in settings.packages_dir.iterdir()] == ["translate-de_nl-1.0"]
    assert find_packages(settings).unusable == ()
    assert translate(settings) == "The soldier said"


def test_a_bad_file_leaves_a_broken_package_where_it_was(settings: Settings, file: Path) -> None:
    (install_file(file, settings).path / "model/model.bin").unlink()
    before = tree(settings.packages_dir)
    replace_member(file, "model.bin", b"half")
    with pytest.raises(BrokenPackage):
        install_file(file, settings)
    assert tree(settings.packages_dir) == before


def test_a_file_that_needs_more_disk_than_there_is(
    settings: Settings, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(file)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=50_000_100))
    with pytest.raises(StorageProblem, match="of disk are left"):
        install_file(file, settings)


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "cannot be written to")]
)
def test_a_disk_that_fails_leaves_everything_as_it_was(
    settings: Settings, file: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    install_file(file, settings)
    before = tree(settings.packages_dir)

    def fail(*args: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageProblem, match=words):
        install_file(file, settings)
    assert tree(settings.packages_dir) == before
    assert len(list(settings.packages_dir.iterdir())) == 1


def test_a_data_folder_that_cannot_be_made(tmp_path: Path, file: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StorageProblem):
        install_file(file, Settings(data_dir=tmp_path / "data", argos_packages=False))


def test_what_a_killed_installation_left_is_cleared_away(settings: Settings, file: Path) -> None:
    old, new = settings.packages_dir / ".incoming-old", settings.packages_dir / ".incoming-new"
    for folder in (old, new):
        (folder / "model").mkdir(parents=True)
    os.utime(old, (1, 1))
    install_file(file, settings)
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize("zipped", [False, True])
def test_removing(settings: Settings, zipped: bool) -> None:
    build_package(settings.packages_dir, "de", "nl", zipped=zipped)
    remove(find_packages(settings).packages[0], settings)
    assert list(settings.packages_dir.iterdir()) == []
    assert [package.id for package in find_packages(settings).packages] == ["en-es 0.1 (starter)"]


def test_the_starter_stays(settings: Settings) -> None:
    [starter] = find_packages(settings).packages
    with pytest.raises(BadInput, match="is a starter model") as caught:
        remove(starter, settings)
    assert caught.value.hint == "An installed model is used in its place: flask models install en es"
    assert starter.path.exists()


def test_checking_names_the_broken_ones(settings: Settings) -> None:
    build_package(settings.packages_dir, "de", "nl")
    weights = build_package(settings.packages_dir, "de", "fr") / "model/model.bin"
    weights.write_bytes(weights.read_bytes()[:1000])
    found = {check.package.id: check for check in check_packages(settings)}
    assert {name: check.status for name, check in found.items()} == {
        "de-fr 1.0 (installed)": CheckStatus.BROKEN,
        "de-nl 1.0 (installed)": CheckStatus.ECHOES,
        "en-es 0.1 (starter)": CheckStatus.WORKS,
    }
    assert "CTranslate2 cannot load it" in found["de-fr 1.0 (installed)"].message
    assert found["en-es 0.1 (starter)"].is_working


@pytest.mark.parametrize(
    ("translation", "status"),
    [
        ("Todos los seres humanos nacen libres.", CheckStatus.WORKS),
        ("", CheckStatus.EMPTY),
        (" \n", CheckStatus.EMPTY),
        ("all human beings are born free", CheckStatus.ECHOES),
        ("mainstremainstremainstremainstremainstremainstre", CheckStatus.LOOPS),
        ("de la de la de la de la de la de la", CheckStatus.LOOPS),
        ("Todos nacen libres .........................", CheckStatus.WORKS),
    ],
)
def test_translations_are_judged(translation: str, status: CheckStatus) -> None:
    assert judge("All human beings are born free.", translation) is status


def test_the_builder_zips_what_it_built(tmp_path: Path) -> None:
    folder = build_package(tmp_path, "de", "nl")
    before = tree(folder)
    with zipfile.ZipFile(zip_folder(folder)) as archive:
        assert {name.removeprefix(TOP + "/") for name in archive.namelist() if not name.endswith("/")} == set(before)
