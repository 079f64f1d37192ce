"""What a page names of its style sheets and modules is there, whole, in order, and kept by browsers."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.factories import make_translated
from workbench.config import resource_dir
from workbench.web.sheets import FIRST, LAST, VENDORED

CSS = resource_dir("static") / "css"
MODULES = resource_dir("static") / "js"
IMPORTED = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""")
CLASSIC = {"theme-early.js", "htmx-loader.js"}
"""Scripts that are no modules: they run before the page is there."""


def addresses(page: str, kind: str) -> list[str]:
    return [address.replace("&amp;", "&") for address in re.findall(rf'<{kind} [^>]*(?:href|src)="([^"]+)"', page)]


@pytest.fixture
def desk(app) -> str:
    with app.app_context():
        return f"/articles/{make_translated(app)}/es"


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("/articles/new", ()),
        ("/", ("articles",)),
        ("/memory", ("matches",)),
        (
            "desk",
            (
                *("desk", "rows", "editor", "suggestions", "matches", "readability"),
                *("checks", "workflow", "history", "find", "presence", "uplot"),
            ),
        ),
    ],
)
def test_a_page_has_one_sheet_with_each_part_once_and_in_order(client, desk, path, own):
    page = client.get(desk if path == "desk" else path).text
    [address] = addresses(page, 'link rel="stylesheet"')
    with client.get(address) as answer:
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert not {"Cookie", "Accept-Language"} & set(answer.vary)
        text = answer.text
    files = [resource_dir("static") / VENDORED.get(name, f"css/{name}.css") for name in (*FIRST, *own, *LAST)]
    assert text == "\n".join(file.read_text("utf-8") for file in files)


def test_every_sheet_is_used_and_stays_valid_when_others_follow(app, client, desk):
    templates = "".join(file.read_text("utf-8") for file in resource_dir("templates").rglob("*.html"))
    used = {name for names in re.findall(r"stylesheet\(([^)]*)\)", templates) for name in re.findall(r'"(\w+)"', names)}
    assert {file.stem for file in CSS.glob("*.css")} == used - VENDORED.keys() | {*FIRST, *LAST}
    for file in [*CSS.glob("*.css"), *(resource_dir("static") / path for path in VENDORED.values())]:
        text = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
        assert text.count("{") == text.count("}"), file
        assert not re.search(r"@import|@charset|@layer", text), file  # they count at the head of a sheet only
        for place in re.findall(r'url\("?([^"?)]+)', text):
            assert place.startswith("data:") or (CSS / place).is_file(), (file, place)  # one folder as deep


def test_a_sheet_is_compressed_asked_for_again_and_no_way_to_other_files(client):
    with client.get("/static/joined/desk+rows.css", headers={"Accept-Encoding": "gzip"}) as packed:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in packed.vary
        assert "immutable" not in packed.headers.get("Cache-Control", "")
        etag, data = packed.headers["ETag"], packed.data
    with client.get("/static/joined/desk+rows.css", headers={"Accept-Encoding": "identity"}) as plain:
        assert gzip.decompress(data) == plain.data
        assert plain.headers["ETag"] != etag
    asked = {"Accept-Encoding": "gzip", "If-None-Match": etag}
    assert client.get("/static/joined/desk+rows.css", headers=asked).status_code == 304
    for names in ("desk+desk", "none", "desk+", "+", "..%2Fjs%2Fmain", "desk+rows+..%2F..%2Fpyproject", "a" * 5000):
        assert client.get(f"/static/joined/{names}.css").status_code == 404


def test_a_page_names_every_module_once_and_all_are_kept(client, desk):
    page = client.get(desk).text
    [main] = addresses(page, 'script type="module"')
    named = [main, *addresses(page, 'link rel="modulepreload"')]
    folder = main.removesuffix("main.js")
    assert sorted(named) == sorted(
        {folder + file.relative_to(MODULES).as_posix() for file in MODULES.rglob("*.js") if file.name not in CLASSIC}
    )
    for address in named:
        with client.get(address) as answer:
            assert answer.status_code == 200
            assert answer.mimetype == "text/javascript"
            assert "immutable" in answer.headers["Cache-Control"]
            assert not {"Cookie", "Accept-Language"} & set(answer.vary)


def test_a_module_names_another_as_it_is_read_here():
    """What the server reads of imports, it reads line by line: a module that writes them otherwise would be missed."""
    from workbench.web.modules import IMPORT

    for file in MODULES.rglob("*.js"):
        text = file.read_text("utf-8")
        assert IMPORT.findall(text) == IMPORTED.findall(text), file


def test_modules_of_an_older_server_are_answered_but_not_kept(client):
    with client.get("/static/modules/000000000000/desk/rows.js") as answer:
        assert answer.status_code == 200
        assert "immutable" not in answer.headers["Cache-Control"]
    assert client.get("/static/modules/000000000000/none.js").status_code == 404
    assert client.get("/static/modules/000000000000/..%2Fcss%2Fbase.css").status_code == 404


@pytest.mark.parametrize("path", ["/static/modules/0/none.js", "/static/joined/none.css", "/static/none.js?v=1"])
def test_a_page_that_says_that_a_file_is_missing_is_its_readers_own(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "csrf" in answer.text
    assert answer.headers["Cache-Control"] == "private, no-cache"
