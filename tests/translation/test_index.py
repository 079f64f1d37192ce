"""The index and downloads, against a real server on this machine that misbehaves on demand."""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.packages_builder import build_package
from workbench.config import Settings
from workbench.errors import BadInput, BrokenPackage, IndexUnreachable, NoSuchPair, StorageProblem
from workbench.translation.downloads import Available
from workbench.translation.http import fetch_bytes
from workbench.translation.index import available, download, find_available, index_url, read_index
from workbench.translation.install import install_available, install_file
from workbench.translation.packages import find_packages


@dataclass
class Site:
    """What the server has, and how it behaves."""

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    breaks_after: int | None = None
    understands_ranges: bool = True
    announces_length: bool = True
    is_silent: bool = False
    ranges: list[str | None] = field(default_factory=list)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted = self.headers["Range"]
            site.ranges.append(wanted)
            content = site.files.get(self.path)
            if site.is_silent:
                self.rfile.read(1)  # Until the client has gone.
                return
            if content is None:
                self.send_error(404)
                return
            start = int(wanted[6:-1]) if wanted and site.understands_ranges else 0
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
            if site.announces_length:
                self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            piece = content[start:]
            self.wfile.write(piece if site.breaks_after is None else piece[: site.breaks_after])

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    server.shutdown()
    thread.join()
    server.server_close()


def entry(source: str, target: str, version: str = "1.0", *links: str) -> dict[str, object]:
    return {"from_code": source, "to_code": target, "package_version": version, "links": list(links)}


def serve_index(site: Site, settings: Settings, *entries: object) -> Settings:
    site.files["/index.json"] = json.dumps(entries).encode()
    return replace(settings, package_index=f"{site.url}/index.json")


class TestIndex:
    def test_the_newest_of_each_pair_with_what_is_installed(self, site: Site, settings: Settings) -> None:
        build_package(settings.packages_dir, "en", "fr", version="1.9")
        entries = [
            entry("en", "pb", "1.0", "http://x/pb"),
            entry("en", "fr", "1.9"),
            entry("en", "fr", "1.10", "http://x/fr"),
            {**entry("de", "", "1"), "type": "sbd"},
            "nonsense",
            {"from_code": "??", "to_code": "en"},
        ]
        found = available(serve_index(site, settings, *entries))
        assert found == (
            Available("en", "fr", "1.10", ("http://x/fr",), installed="1.9"),
            Available("en", "pt-BR", "1.0", ("http://x/pb",)),
        )

    def test_a_copy_serves_without_a_network_and_says_its_age(self, site: Site, settings: Settings) -> None:
        settings = serve_index(site, settings, entry("en", "fr"))
        fresh = read_index(settings)
        assert (fresh.warning, fresh.age_seconds) == ("", 0)
        copy = settings.data_dir / "package_index.json"
        os.utime(copy, (time.time() - 3 * 86400 - 60,) * 2)
        del site.files["/index.json"]
        old = read_index(settings)
        assert old.available == fresh.available
        assert old.age_seconds > 3 * 86400
        assert old.warning.endswith("This is the list of 3 days ago.")

    def test_the_copy_of_another_index_is_not_used(self, site: Site, settings: Settings) -> None:
        read_index(serve_index(site, settings, entry("en", "fr")))
        with pytest.raises(IndexUnreachable):
            read_index(replace(settings, package_index=f"{site.url}/other.json"))

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"<!doctype html><title>Sign in</title>", "answered with a web page instead of the index"),
            (b"\x89PNG", "answered with something that is not JSON"),
            (b'{"packages": []}', "is not an index"),
            (b"[" * 100_000, "answered with something that is not JSON"),
            (None, "answered 404 Not Found"),
        ],
    )
    def test_what_is_not_an_index(self, site: Site, settings: Settings, content: bytes | None, words: str) -> None:
        if content is not None:
            site.files["/index.json"] = content
        with pytest.raises(IndexUnreachable, match=words):
            available(replace(settings, package_index=f"{site.url}/index.json"))

    def test_a_damaged_copy_is_no_copy(self, site: Site, settings: Settings) -> None:
        settings.data_dir.mkdir()
        (settings.data_dir / "package_index.json").write_text('{"url": 3')
        with pytest.raises(IndexUnreachable):
            available(replace(settings, package_index=f"{site.url}/index.json"))

    def test_nobody_listens(self, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("no_proxy", "*")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with pytest.raises(IndexUnreachable, match=f"127.0.0.1:{port} refused the connection") as caught:
            available(replace(settings, package_index=f"http://127.0.0.1:{port}/"))
        assert caught.value.hint.endswith("flask models install FILE")

    def test_nobody_answers(self, site: Site) -> None:
        site.is_silent = True
        with pytest.raises(IndexUnreachable, match="did not answer in time"):
            fetch_bytes(f"{site.url}/index.json", 1000, timeout_seconds=0.1)

    def test_too_much_is_refused(self, site: Site) -> None:
        site.files["/big"] = bytes(2000)
        with pytest.raises(IndexUnreachable, match="more than"):
            fetch_bytes(f"{site.url}/big", 1000)

    def test_only_http_is_followed(self, tmp_path: Path) -> None:
        (tmp_path / "index.json").write_text("[]")
        with pytest.raises(IndexUnreachable, match="only http and https"):
            fetch_bytes((tmp_path / "index.json").as_uri(), 1000)

    @pytest.mark.parametrize(
        ("setting", "url"),
        [
            ("https://example.com/a/index.json", "https://example.com/a/index.json"),
            ("https://example.com/a/", "https://example.com/a/index.json"),
            ("https://example.com/a", "https://example.com/a/index.json"),
        ],
    )
    def test_a_folder_or_a_file_can_be_set(self, settings: Settings, setting: str, url: str) -> None:
        assert index_url(replace(settings, package_index=setting)) == url


class TestPairs:
    PACKAGES = tuple(
        Available(source, target, "1", ())
        for source, target in [("de", "en"), ("en", "fr"), ("en", "es"), ("es", "de")]
    )

    def test_a_pair_that_is_there(self) -> None:
        assert find_available(self.PACKAGES, "en", "es").target == "es"

    @pytest.mark.parametrize(
        ("source", "target", "message", "hint"),
        [
            (
                "en",
                "de",
                "The index has no model from en to de, only to es, fr.",
                "Two models do it: flask models install en es; flask models install es de",
            ),
            (
                "de",
                "it",
                "The index has no model from de to it, only to en.",
                "A file from elsewhere works too: flask models install FILE",
            ),
            ("it", "en", "The index has no model from it.", "There are models from: de, en, es."),
        ],
    )
    def test_a_pair_that_is_not_there(self, source: str, target: str, message: str, hint: str) -> None:
        with pytest.raises(NoSuchPair) as caught:
            find_available(self.PACKAGES, source, target)
        assert (str(caught.value), caught.value.hint) == (message, hint)


class TestDownload:
    @pytest.fixture
    def content(self, tmp_path: Path) -> bytes:
        return build_package(tmp_path / "made", "de", "nl", zipped=True).read_bytes()

    @pytest.fixture
    def package(self, site: Site, content: bytes) -> Available:
        site.files["/de_nl.argosmodel"] = content
        return Available("de", "nl", "1.0", (f"{site.url}/de_nl.argosmodel",))

    def test_a_whole_file_with_its_progress(self, package: Available, content: bytes, tmp_path: Path) -> None:
        steps: list[tuple[int, int | None]] = []
        target = download(package, tmp_path / "in/de_nl.argosmodel", lambda done, total: steps.append((done, total)))
        assert target.read_bytes() == content
        assert steps[0] == (0, len(content))
        assert steps[-1] == (len(content), len(content))
        assert [path.name for path in target.parent.iterdir()] == ["de_nl.argosmodel"]

    @pytest.mark.parametrize("understands_ranges", [True, False])
    def test_a_broken_connection(
        self, site: Site, package: Available, content: bytes, tmp_path: Path, understands_ranges: bool
    ) -> None:
        """Goes on where it stopped if the server can; else it starts again and in the end says why it failed."""
        site.breaks_after, site.understands_ranges = len(content) // 2 + 1, understands_ranges
        target = tmp_path / "de_nl.argosmodel"
        if understands_ranges:
            assert download(package, target).read_bytes() == content
            assert site.ranges == [None, f"bytes={len(content) // 2 + 1}-"]
        else:
            with pytest.raises(IndexUnreachable, match="broke off"):
                download(package, target)
            assert not list(tmp_path.glob("de_nl*"))

    def test_a_server_that_never_says_the_length(self, site: Site, package: Available, tmp_path: Path) -> None:
        site.announces_length = False
        steps: list[int | None] = []
        download(package, tmp_path / "file", lambda done, total: steps.append(total))
        assert set(steps) == {None}
        site.breaks_after = 5000
        with pytest.raises(BrokenPackage, match="a damaged file"):
            download(package, tmp_path / "file")

    def test_the_next_address_is_tried(self, site: Site, package: Available, content: bytes, tmp_path: Path) -> None:
        site.files["/page"] = b"<html>"
        links = ("ftp://example.com/x", f"{site.url}/gone", f"{site.url}/page", *package.links)
        assert download(replace(package, links=links), tmp_path / "file").read_bytes() == content

    @pytest.mark.parametrize(
        ("content", "error", "words"),
        [
            (b"<html>Sign in</html>", BrokenPackage, "is a web page, not a translation package"),
            (b"\x89PNG", BrokenPackage, "is not a zip file"),
            (b"", BrokenPackage, "is not a zip file"),
            (None, IndexUnreachable, "answered 404"),
        ],
    )
    def test_what_is_not_a_package(
        self,
        site: Site,
        package: Available,
        tmp_path: Path,
        content: bytes | None,
        error: type[Exception],
        words: str,
    ) -> None:
        if content is None:
            site.files.clear()
        else:
            site.files["/de_nl.argosmodel"] = content
        with pytest.raises(error, match=words):
            download(package, tmp_path / "in/file")
        assert not list((tmp_path / "in").iterdir())

    def test_no_address_at_all(self, tmp_path: Path) -> None:
        with pytest.raises(IndexUnreachable, match="no address"):
            download(Available("de", "nl", "1", ()), tmp_path / "file")

    def test_a_folder_that_cannot_be_made(self, package: Available, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(StorageProblem):
            download(package, tmp_path / "file/inside")

    def test_download_and_install(self, package: Available, settings: Settings) -> None:
        installed = install_available(package, settings)
        found = find_packages(settings)
        assert installed.path in [package.path for package in (*found.packages, *found.quarantined)]
        assert [path.name for path in settings.packages_dir.iterdir()] == ["translate-de_nl-1.0"]

    def test_the_model_of_another_pair_is_refused(self, package: Available, settings: Settings, tmp_path: Path) -> None:
        install_file(build_package(tmp_path / "old", "de", "nl", version="0.9", zipped=True), settings)
        with pytest.raises(BrokenPackage, match="from de to fr was asked for.* translates from de to nl"):
            install_available(replace(package, target="fr"), settings)
        assert [path.name for path in settings.packages_dir.iterdir()] == ["translate-de_nl-0.9"]

    def test_a_failed_installation_leaves_nothing(self, site: Site, package: Available, settings: Settings) -> None:
        site.files["/de_nl.argosmodel"] = b"PK"
        with pytest.raises((BrokenPackage, BadInput)):
            install_available(package, settings)
        assert list(settings.packages_dir.iterdir()) == []
