"""The main way through the desk in the distribution's Firefox."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

from tests.browser.conftest import Server
from tests.browser.firefox import Firefox, Page, find_firefox

BOX = "document.querySelector('[data-segment=\"1\"] textarea[name=text]')"
TARGET = "document.querySelector('[data-segment=\"1\"] [data-side=target]')"
STATE = "document.querySelector('[data-segment=\"1\"]').dataset.state"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    path = find_firefox()
    if path is None:
        if os.environ.get("REQUIRE_FIREFOX") == "1":
            pytest.fail("REQUIRE_FIREFOX=1, and there is no Firefox")
        pytest.skip("no Firefox on this machine")
    firefox = Firefox(path, tmp_path_factory.mktemp("firefox"))
    yield firefox
    firefox.close()


@pytest.fixture
def open_tab(firefox: Firefox) -> Iterator[Callable[[str], Page]]:
    """Open tabs. Whatever a page complains about fails the test."""
    tabs: list[Page] = []
    firefox.complaints.clear()

    def open_(url: str, **size: int) -> Page:
        tabs.append(firefox.open(url, **size))
        tabs[-1].wait_for("window.htmx !== undefined")
        return tabs[-1]

    yield open_
    for tab in tabs:
        tab.close()
    assert not firefox.complaints


def test_a_sentence_is_corrected_saved_taken_back_and_accepted(desk: str, open_tab: Callable[..., Page]) -> None:
    page = open_tab(desk)
    page.press("j")
    page.wait_for("document.activeElement.dataset.segment === '1'")
    before = page.run(f"{TARGET}.textContent.trim()")
    page.press("Enter")
    page.wait_for(f"document.activeElement === {BOX}")
    height = page.run(f"{BOX}.offsetHeight")
    page.type(" Y una línea más, que es tan larga que el texto ya no cabe donde cabía antes, y crece.")
    page.wait_for(f"{BOX}.scrollHeight <= {BOX}.clientHeight + 2")  # it grows with the text
    assert page.run(f"{BOX}.offsetHeight") > height
    page.wait_for("document.querySelector('.editor .state').textContent.startsWith('Saved')")

    page.press("Control+a")
    page.type("Otro texto")
    assert page.run(f"{BOX}.value") == "Otro texto"
    page.press("Escape")
    page.wait_for(f"{STATE} === 'edited' && {TARGET}.textContent.trim() === 'Otro texto'")
    page.reload()
    page.wait_for(f"window.htmx !== undefined && {TARGET}.textContent.trim() === 'Otro texto'")
    assert before != "Otro texto"

    page.press("j")
    page.press("Enter")
    page.wait_for(f"document.activeElement === {BOX}")
    page.press("Control+Enter")
    page.wait_for(f"{STATE} === 'accepted'")
    page.wait_for("document.activeElement.closest('[data-segment]')?.dataset.segment === '2'")


def test_what_a_key_puts_into_the_box_is_taken_back_by_the_browsers_own_undo(
    desk: str, open_tab: Callable[..., Page]
) -> None:
    page = open_tab(desk)
    page.press("j")
    page.press("Enter")
    page.wait_for(f"document.activeElement === {BOX}")
    before = page.run(f"{BOX}.value")
    page.press("Alt+a")
    page.wait_for("document.querySelector('#alternatives [data-take]')")
    offered = page.run("document.querySelector('#alternatives [data-take]').form.elements.text.value")
    page.press("Alt+1")
    page.wait_for(f"{BOX}.value === {offered!r}")
    page.press("Control+z")
    page.wait_for(f"{BOX}.value === {before!r}")
    assert page.run(f"document.activeElement === {BOX}")


def test_a_mouse_puts_the_caret_where_it_points(desk: str, open_tab: Callable[..., Page]) -> None:
    page = open_tab(desk)
    page.click('[data-segment="1"] [data-side=target]')
    page.wait_for(f"document.activeElement === {BOX}")
    assert 0 <= page.run(f"{BOX}.selectionStart") <= page.run(f"{BOX}.value.length")


def test_theme_language_help_and_search(server: Server, desk: str, open_tab: Callable[..., Page]) -> None:
    page = open_tab(server.url)
    background = page.run("getComputedStyle(document.body.parentElement).backgroundColor")
    page.click("[data-theme-button]")
    page.wait_for(f"getComputedStyle(document.body.parentElement).backgroundColor !== {background!r}")
    page.reload()
    assert page.run("getComputedStyle(document.body.parentElement).backgroundColor") != background
    page.wait_for("window.htmx !== undefined")

    page.press("/")
    page.wait_for("document.activeElement.type === 'search'")
    page.type("cat/dog")
    page.wait_for("document.querySelector('.empty h2')?.textContent.includes('cat/dog')")

    page.click(".language-menu summary")
    page.click(".language-menu button[value=es]")
    page.wait_for("document.documentElement.lang === 'es' && document.querySelector('h1')?.textContent === 'Artículos'")

    page.go(desk)
    page.wait_for("window.htmx !== undefined")
    page.press("?")
    page.wait_for("document.querySelector('#help').open")
    page.press("Escape")
    page.wait_for("!document.querySelector('#help').open")


def test_no_page_is_wider_than_a_phone(server: Server, desk: str, open_tab: Callable[..., Page]) -> None:
    for url in (desk, server.url, f"{server.url}/glossary", f"{server.url}/memory", f"{server.url}/models"):
        page = open_tab(url, width=390, height=844)
        assert page.run("document.documentElement.scrollWidth") <= 390
