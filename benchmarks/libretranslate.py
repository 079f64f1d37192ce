"""LibreTranslate over HTTP on this machine, from a virtual environment of its own in the benchmarks' cache.

    python -m benchmarks.libretranslate FOLDER BEAM

It is fed the package in FOLDER and, like argostranslate, a splitter that leaves sentences as they are: its own
would be downloaded. It listens on the loopback only and fetches nothing.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from benchmarks.peer_python import peer_python
from benchmarks.turns import Process, answer

START_SECONDS = 120.0
ANSWER_SECONDS = 1800.0

LAUNCHER = """
import sys
import argostranslate.translate as translate

class Given:
    def __init__(self, package):
        pass
    def split_sentences(self, text):
        return [text]

translate.MiniSBDSentencizer = Given
import libretranslate.init
libretranslate.init.boot = lambda *arguments, **named: None  # it would look for packages on the network
from libretranslate.main import main
main()
"""


def start_libretranslate(folder: Path, beam: int) -> Process:
    """Start a process that starts the server and takes turns with it.

    Raises:
        Unavailable: It cannot be installed.
    """
    python()
    return Process(["benchmarks.libretranslate", str(folder), str(beam)])


def python() -> Path:
    """Return the interpreter that has LibreTranslate, installing it at the first call.

    Raises:
        Unavailable: It cannot be installed.
    """
    return peer_python("libretranslate", "--only-binary", "torch", "libretranslate")


def main() -> None:
    """Serve, and answer turns until standard input ends; then end the server."""
    folder, beam = Path(sys.argv[1]), sys.argv[2]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS", "LT_"))}
        environment = kept | {
            "HOME": home,
            "ARGOS_PACKAGES_DIR": str(folder),
            "ARGOS_BEAM_SIZE": beam,
            "HTTP_PROXY": "http://127.0.0.1:9",  # whatever it asks of the network fails at once
            "HTTPS_PROXY": "http://127.0.0.1:9",
        }
        log = Path(home) / "log.txt"
        with log.open("wb") as output:
            server = subprocess.Popen(
                [str(python()), "-c", LAUNCHER, "--host", "127.0.0.1", "--port", str(port), "--disable-web-ui"],
                env=environment,
                cwd=home,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        try:
            _wait(port, server, log)
            answer(lambda sentences: _translate(port, sentences), peak_mb=lambda: _peak_mb(server.pid))
        finally:
            server.terminate()
            server.wait(30)


def _wait(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5).read()
            return
        except (urllib.error.URLError, OSError):
            if server.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"LibreTranslate did not start:\n{log.read_text(errors='replace')[-2000:]}") from None
            time.sleep(0.2)


def _translate(port: int, sentences: list[str]) -> list[str]:
    body = json.dumps({"q": sentences, "source": "en", "target": "es", "format": "text"}).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/translate", data=body, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as response:
        texts: list[str] = json.load(response)["translatedText"]
    return texts


def _peak_mb(pid: int) -> float:
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))
    return int(found[1]) / 1024 if found else float("nan")


if __name__ == "__main__":
    main()
