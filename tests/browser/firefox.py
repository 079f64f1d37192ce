"""Drives the distribution's Firefox through WebDriver BiDi, the protocol that Firefox itself speaks.

Playwright drives only a Firefox of its own. A WebSocket and six commands are enough for a walk through the desk.
Source: https://www.w3.org/TR/webdriver-bidi/
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from itertools import count
from pathlib import Path
from typing import Any

import websocket

WAIT_SECONDS = 20
# Code points of the keys that write nothing. Source: https://www.w3.org/TR/webdriver2/#keyboard-actions
KEYS = {
    "Alt": "\ue00a",
    "ArrowDown": "\ue015",
    "ArrowUp": "\ue013",
    "Backspace": "\ue003",
    "Control": "\ue009",
    "End": "\ue010",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Shift": "\ue008",
    "Tab": "\ue004",
}
_PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
    "ui.prefersReducedMotion": 1,
}


class FirefoxError(Exception):
    """Firefox did not do what it was told, or a page did not become what was waited for."""


def find_firefox() -> str | None:
    """Return the path of the machine's Firefox; None where there is none."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """A running Firefox without a window, with one session."""

    def __init__(self, path: str, profile: Path) -> None:
        lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in _PREFERENCES.items())
        (profile / "user.js").write_text("".join(lines), encoding="ascii")
        command = [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        self._log = (profile / "log").open("wb")
        self._process = subprocess.Popen(command, stdout=self._log, stderr=subprocess.STDOUT)
        self._ids = count(1)
        self.complaints: list[str] = []
        try:
            self._socket = self._connect(profile / "log")
            self.ask("session.new", capabilities={})
            self.ask("session.subscribe", events=["log.entryAdded"])
        except BaseException:
            self.close()
            raise

    def _connect(self, log: Path) -> websocket.WebSocket:
        end = time.monotonic() + 60
        while time.monotonic() < end and self._process.poll() is None:
            for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
                _, found, address = line.partition("WebDriver BiDi listening on ")
                if found:
                    return websocket.create_connection(f"{address}/session", timeout=60, suppress_origin=True)
            time.sleep(0.1)
        raise FirefoxError(f"Firefox does not listen: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command; return its result. Errors of pages are kept in `complaints`."""
        id_ = next(self._ids)
        self._socket.send(json.dumps({"id": id_, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("method") == "log.entryAdded" and message["params"]["level"] == "error":
                self.complaints.append(str(message["params"]["text"]))
            if message.get("id") == id_:
                if message["type"] == "error":
                    raise FirefoxError(f"{method}: {message['error']}: {message['message']}")
                result: dict[str, Any] = message["result"]
                return result

    def open(self, url: str, *, width: int = 1440, height: int = 900) -> Page:
        """Open a page in a tab of its own, in a container without anybody else's cookies."""
        container = self.ask("browser.createUserContext")["userContext"]
        tab = self.ask("browsingContext.create", type="tab", userContext=container)["context"]
        page = Page(self, tab)
        self.ask("browsingContext.activate", context=tab)  # keys reach only the tab in front
        self.ask("browsingContext.setViewport", context=tab, viewport={"width": width, "height": height})
        page.go(url)
        return page

    def close(self) -> None:
        """End this Firefox."""
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if hasattr(self, "_socket"):
            self._socket.shutdown()
        self._log.close()


class Page:
    """One tab."""

    def __init__(self, firefox: Firefox, tab: str) -> None:
        self._firefox, self._tab = firefox, tab

    def go(self, url: str) -> None:
        """Go to an address and wait until it is loaded."""
        self._firefox.ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def reload(self) -> None:
        """Load the page again."""
        self._firefox.ask("browsingContext.reload", context=self._tab, wait="complete")

    def close(self) -> None:
        """Close the tab as a reader does, without a question."""
        self._firefox.ask("browsingContext.close", context=self._tab)

    def run(self, expression: str) -> Any:
        """Return what an expression of JavaScript gives, as JSON carries it."""
        result = self._firefox.ask(
            "script.evaluate",
            expression=f"Promise.resolve({expression}).then((value) => JSON.stringify(value ?? null))",
            target={"context": self._tab},
            awaitPromise=True,
            userActivation=True,
        )
        if result["type"] == "exception":
            raise FirefoxError(f"{expression}: {result['exceptionDetails']['text']}")
        return json.loads(result["result"]["value"])

    def wait_for(self, expression: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + WAIT_SECONDS
        while not self.run(f"!!({expression})"):
            if time.monotonic() > end:
                raise FirefoxError(f"never true: {expression}; {self.run('document.body.innerText')[:1500]}")
            time.sleep(0.05)

    def press(self, keys: str) -> None:
        """Press keys together: "j", "Control+Enter"."""
        values = [KEYS.get(key, key) for key in keys.split("+")]
        down = [{"type": "keyDown", "value": value} for value in values]
        self._keyboard(down + [{"type": "keyUp", "value": value} for value in reversed(values)])

    def type(self, text: str) -> None:
        """Type a text, a key at a time."""
        self._keyboard([{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")])

    def click(self, selector: str) -> None:
        """Click the middle of an element, as a mouse does."""
        place = self.run(
            f"((e) => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2]; }})(document.querySelector({json.dumps(selector)}))"
        )
        x, y = (round(value) for value in place)
        move = {"type": "pointerMove", "x": x, "y": y}
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._perform({"type": "pointer", "id": "mouse", "actions": [move, *press]})

    def screenshot(self) -> str:
        """Return a picture of what is in sight: a PNG, in base 64."""
        return str(self._firefox.ask("browsingContext.captureScreenshot", context=self._tab)["data"])

    def _keyboard(self, actions: list[dict[str, Any]]) -> None:
        self._perform({"type": "key", "id": "keyboard", "actions": actions})

    def _perform(self, source: dict[str, Any]) -> None:
        self._firefox.ask("input.performActions", context=self._tab, actions=[source])
