"""Installing and removing: checked first, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packages_builder import Behaviour, build_package, zip_folder
from workbench.config import Settings
from workbench.errors import BadInput, BrokenPackage, NoModel, NotFound, StorageProblem, WorkbenchError
from workbench.translation.checkup import CheckStatus, judge
from workbench.translation.engine import Engine
from workbench.translation.install import check_packages, install_file, remove
from workbench.translation.packages import find_packages
from workbench.translation.quarantine import QUARANTINE
from workbench.translation.samples import sample_sentences
from workbench.translation.trials import set_enabled

# One that copies would be put into quarantine: it gives plain sentences back.
GOOD = Behaviour(spells="cyrillic")
SAID = "Тхе солдиер саид"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return build_package(tmp_path / "downloads", "de", "nl", zipped=True, behaviour=GOOD)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def translate(settings: Settings, source: str = "de", target: str = "nl") -> str:
    return next(Engine(settings).translate(["The soldier said"], source, target)).text


@pytest.mark.parametrize("layout", ["sentencepiece", "bpe"])
def test_an_installed_package_translates(settings: Settings, tmp_path: Path, layout: str) -> None:
    file = build_package(tmp_path / "downloads", "de", "nl", layout=layout, zipped=True, behaviour=GOOD)
    package = install_file(file, settings)
    assert package in find_packages(settings).packages
    assert package.path == settings.packages_dir / "translate-de_nl-1.0"
    assert translate(settings) == SAID
    assert file.exists()
    assert [path.name for path in settings.packages_dir.iterdir()] == ["translate-de_nl-1.0"]


@pytest.mark.parametrize(("first", "second"), [("1.0", "1.1"), ("1.1", "1.0"), ("1.0", "1.0")])
def test_a_package_for_the_same_pair_is_replaced(settings: Settings, tmp_path: Path, first: str, second: str) -> None:
    install_file(build_package(tmp_path / "a", "de", "nl", version=first, zipped=True, shift=1), settings)
    engine = Engine(settings)
    before = next(engine.translate(["The soldier said"], "de", "nl")).text
    install_file(build_package(tmp_path / "b", "de", "nl", version=second, zipped=True, behaviour=GOOD), settings)
    assert next(engine.translate(["The soldier said"], "de", "nl")).text == SAID != before
    assert len(list(settings.packages_dir.iterdir())) == 1


def test_a_package_is_not_replaced_against_the_will(settings: Settings, tmp_path: Path, file: Path) -> None:
    install_file(file, settings)
    before = tree(settings.packages_dir)
    with pytest.raises(BadInput, match=r"de-nl 1\.0 \(installed\) is installed already"):
        install_file(
            build_package(tmp_path / "b", "de", "nl", version="2", zipped=True, behaviour=GOOD), settings, replace=False
        )
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
    install_file(build_package(tmp_path / "a", "de", "nl", zipped=True, behaviour=GOOD), settings)
    before = tree(tmp_path / "data")
    spoil(file)
    with pytest.raises(error, match=words):
        install_file(file, settings)
    assert tree(tmp_path / "data") == before
    assert [path.name for path in settings.packages_dir.iterdir()] == ["translate-de_nl-1.0"]
    assert not list(tmp_path.glob("**/evil"))
    assert translate(settings) == SAID


FAILING = {
    "echoes": (Behaviour(), "gives a plain sentence back untranslated"),
    "loops": (Behaviour(spells="cyrillic", loop=(2, 3)), "repeats the same words without end"),
    "writes nothing": (Behaviour(is_silent=True), "translates a plain sentence to nothing"),
}


@pytest.fixture(params=FAILING)
def failing(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A package that fails at plain sentences, and what must be said of it."""
    behaviour, reason = FAILING[request.param]
    return build_package(tmp_path / "bad", "de", "nl", version="2.0", zipped=True, behaviour=behaviour), reason


def test_a_package_that_fails_is_quarantined_with_the_evidence(settings: Settings, failing: tuple[Path, str]) -> None:
    path, reason = failing
    package = install_file(path, settings)
    assert package.is_quarantined
    inventory = find_packages(settings)
    assert ([each.id for each in inventory.quarantined], inventory.unusable) == (["de-nl 2.0 (installed)"], ())
    assert "de-nl" not in " ".join(each.id for each in inventory.packages)
    [found] = inventory.quarantined
    assert found.evidence is not None
    assert reason in found.evidence.reason
    assert found.evidence.source in sample_sentences("de")
    assert found.evidence.date.startswith("20")
    with pytest.raises(NoModel):
        Engine(settings).translate(["One"], "de", "nl")


def test_the_working_package_stays_in_use(settings: Settings, file: Path, failing: tuple[Path, str]) -> None:
    install_file(file, settings)
    for _ in range(2):  # the second takes the place of the first
        assert install_file(failing[0], settings).is_quarantined
        assert translate(settings) == SAID
        assert len(list(settings.packages_dir.iterdir())) == 2


def test_a_good_package_takes_the_place_of_a_quarantined_one(
    settings: Settings, file: Path, failing: tuple[Path, str]
) -> None:
    install_file(failing[0], settings)
    install_file(file, settings)
    assert find_packages(settings).quarantined == ()
    assert [path.name for path in settings.packages_dir.iterdir()] == ["translate-de_nl-1.0"]


@pytest.mark.parametrize("version", ["0.9", "1.0", "2.0"])
def test_a_quarantined_package_is_used_when_somebody_says_so(
    settings: Settings, file: Path, version: str, tmp_path: Path
) -> None:
    install_file(file, settings)
    install_file(build_package(tmp_path / "bad", "de", "nl", version=version, zipped=True), settings)
    engine = Engine(settings)
    assert next(engine.translate(["The soldier said"], "de", "nl")).text == SAID
    enabled = set_enabled("de", "nl", settings, is_enabled=True)
    assert (enabled.is_quarantined, find_packages(settings).quarantined) == (False, ())
    assert next(engine.translate(["The soldier said"], "de", "nl")).text == "The soldier said"
    set_enabled("de", "nl", settings, is_enabled=False)
    assert next(engine.translate(["The soldier said"], "de", "nl")).text == SAID


def test_only_a_quarantined_package_is_enabled(settings: Settings, file: Path) -> None:
    with pytest.raises(NotFound, match="No model from de to nl is in quarantine"):
        set_enabled("de", "nl", settings, is_enabled=True)
    install_file(file, settings)
    with pytest.raises(NotFound):
        set_enabled("de", "nl", settings, is_enabled=False)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"source": 1}', b"\xff"])
def test_a_damaged_quarantine_file_keeps_the_package_out(
    settings: Settings, failing: tuple[Path, str], content: bytes
) -> None:
    (install_file(failing[0], settings).path / QUARANTINE).write_bytes(content)
    inventory = find_packages(settings)
    assert (inventory.quarantined, [each.reason for each in inventory.unusable]) == (
        (),
        [f"Its {QUARANTINE} cannot be read."],
    )


def test_close_languages_may_be_alike(settings: Settings, tmp_path: Path) -> None:
    """A short sentence that is the same in Danish and Norwegian says nothing against a package."""
    assert judge("Hun kom hjem til sin mor.", "Hun kom hjem til sin mor.", "da", "nb") is CheckStatus.WORKS
    assert judge("Hun kom hjem til sin mor.", "Hun kom hjem til sin mor.", "da", "en") is CheckStatus.ECHOES


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
    assert translate(settings) == SAID


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
    assert judge("All human beings are born free.", translation, "en", "es") is status


def test_the_builder_zips_what_it_built(tmp_path: Path) -> None:
    folder = build_package(tmp_path, "de", "nl")
    before = tree(folder)
    with zipfile.ZipFile(zip_folder(folder)) as archive:
        assert {name.removeprefix(TOP + "/") for name in archive.namelist() if not name.endswith("/")} == set(before)
