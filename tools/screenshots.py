"""Take the pictures in docs/screenshots: every page and the states of the desk, in light, dark, on a phone, in Arabic.

    python -m tools.screenshots [NAME…]

Needs Chromium, the packages for tests, and Pillow (pip install pillow). The pictures are of a server of its own on
loopback, with the seed article and a made-up reviewer; they have 256 colours, which halves the files.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from waitress.server import create_server

from tests.conftest import SEED, test_settings
from tests.factories import make_paired, make_seed_article, run_jobs
from workbench.app import create_app
from workbench.services.reviewers import ensure_reviewer, rename_reviewer
from workbench.services.segments import save_segment, view_row
from workbench.services.translations import start_translation
from workbench.tables.setup import upgrade_database

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
ARABIC = {
    "The cat sleeps in the house.": "القط ينام في البيت.",
    "It pays 244,890 dollars a year.": "يدفع 244,980 دولارًا في السنة.",
    "Nobody knows why.": "لا أحد يعرف لماذا.",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    Attributes:
        name: Of the file, without its ending.
        path: Of the page.
        theme: "light" or "dark".
        viewport: Width and height.
        act: What to do on the page first.
        locale: Of the browser.
    """

    name: str
    path: str
    theme: str = "light"
    viewport: Any = None
    act: Callable[[Any], None] = lambda page: None
    locale: str = "en-GB"


def press(*keys: str) -> Callable[[Any], None]:
    """Return an act: press these keys, one after the other."""

    def act(page: Any) -> None:
        for key in keys:
            page.keyboard.press(key)
            page.wait_for_timeout(700)

    return act


PICTURES = (
    Picture("desk-light", "/articles/1/es"),
    Picture("desk-dark", "/articles/1/es", "dark"),
    Picture("desk-phone", "/articles/1/es?edit=3#segment-3", "dark", PHONE),
    Picture("desk-open", "/articles/1/es?edit=24#segment-24"),
    Picture("desk-history", "/articles/1/es?edit=2#segment-2", "dark"),
    Picture("desk-find", "/articles/1/es?q=Kyslytsya&show=unreviewed"),
    Picture("desk-help", "/articles/1/es", act=press("?")),
    Picture("desk-arabic", "/articles/2/ar?edit=2#segment-2"),
    Picture("desk-spanish", "/articles/1/es", locale="es-ES"),
    Picture("articles", "/"),
    Picture("articles-phone", "/", "dark", PHONE),
    Picture("article", "/articles/1"),
    Picture("review", "/articles/1/es/review"),
    Picture("new", "/articles/new", "dark"),
    Picture("glossary", "/glossary"),
    Picture("memory", "/memory"),
    Picture("models", "/models", "dark"),
    Picture("jobs", "/jobs"),
)


def main() -> None:
    """Take the pictures that are named, or all."""
    from playwright.sync_api import sync_playwright

    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(test_settings(Path(folder)))
        upgrade_database(app)
        with app.app_context():
            fill(app)
        server = create_server(app, host="127.0.0.1", port=0, threads=8)
        threading.Thread(target=server.run, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            for picture in PICTURES:
                if not wanted or picture.name in wanted:
                    take(browser, f"http://127.0.0.1:{server.effective_port}", picture)
            browser.close()


def fill(app: Any) -> None:
    """Store the articles of the pictures, some of their sentences corrected."""
    article_id = make_seed_article(SEED)
    start_translation(article_id, "es")
    run_jobs(app)
    ana = rename_reviewer(ensure_reviewer(None).id, "Ana")
    for position, text in ((1, "«Mamá… tengo miedo»: los mensajes de un soldado ruso a su madre antes de morir"),):
        row = view_row(article_id, "es", position)
        save_segment(article_id, "es", position, text=text, seen_version=row.version, reviewer_id=ana.id, accept=True)
    row = view_row(article_id, "es", 2)
    text = row.target.replace("Ukraine", "Ucrania").replace("un soldados", "un soldado")
    save_segment(article_id, "es", 2, text=text, seen_version=row.version, reviewer_id=ana.id)
    make_paired("\n\n".join(ARABIC), lambda sentence: ARABIC[sentence], target="ar")


def take(browser: Any, address: str, picture: Picture) -> None:
    """Take one picture and write it with 256 colours."""
    from PIL import Image

    context = browser.new_context(
        viewport=picture.viewport or WIDE, color_scheme=picture.theme, locale=picture.locale, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address + picture.path)
    page.wait_for_timeout(1500)
    picture.act(page)
    with Image.open(BytesIO(page.screenshot())) as image:
        image.convert("RGB").quantize(256).save(FOLDER / f"{picture.name}.png", optimize=True)
    context.close()
    print(picture.name)


if __name__ == "__main__":
    main()
