from __future__ import annotations

import json
import sqlite3
import subprocess
import sys

import pytest

from tests.formats.test_tmx import OKAPI


@pytest.fixture
def run(tmp_path, empty_database):
    data = tmp_path / "data"
    data.mkdir()
    (data / "workbench.sqlite").write_bytes(empty_database.read_bytes())
    environment = {
        "WORKBENCH_DATA_DIR": str(data),
        "WORKBENCH_ARGOS_PACKAGES": "no",
        "WORKBENCH_SECRET_KEY": "x",
        "PATH": "/usr/bin:/bin",
    }

    def start(*arguments, code=0, text=None):
        command = [sys.executable, "-m", "flask", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, input=text)
        assert done.returncode == code, done.stderr
        return done

    start.data = data
    return start


def test_a_memory_goes_in_out_and_is_used(run, tmp_path):
    file = tmp_path / "a.tmx"
    file.write_text(OKAPI, encoding="utf-8")
    assert run("memory", "import", file, "--to", "es").stdout == "3 added, 0 changed, 0 as before, 2 left out.\n"
    assert run("memory", "import", file, "--to", "es").stdout == "0 added, 0 changed, 3 as before, 2 left out.\n"
    out = tmp_path / "out.tmx"
    assert run("memory", "export", out, "--from", "en", "--to", "es").stderr == "3 entries.\n"
    assert run("memory", "export", "-", "--from", "en", "--to", "es").stdout.encode() == out.read_bytes()

    done = run("translate", "-", "--from", "en", "--to", "es", "--json", text="Go there. The dog runs.")
    first, second = json.loads(done.stdout)["segments"]
    assert (first["target"], first["origin"], first["match"], first["score"]) == ("Ve allí.", "memory", 100, None)
    assert (second["origin"], second["match"]) == ("machine", None)
    assert "(1 reused, 1 from the memory)" in done.stderr
    with sqlite3.connect(run.data / "workbench.sqlite") as database:
        assert database.execute("SELECT uses FROM memory_entry WHERE target = 'Ve allí.'").fetchone() == (1,)
    database.close()

    plain = run("translate", "-", "--from", "en", "--to", "es", "--json", "--no-memory", text="Go there.")
    assert json.loads(plain.stdout)["segments"][0]["origin"] == "machine"
    assert "memory" not in plain.stderr


def test_what_cannot_be_imported_or_exported_ends_with_a_sentence(run, tmp_path):
    file = tmp_path / "a.tmx"
    file.write_text("<html/>", encoding="utf-8")
    assert "no TMX" in run("memory", "import", file, code=2).stderr
    assert "cannot be read" in run("memory", "import", tmp_path / "none.tmx", code=2).stderr
    assert "nothing from en to es" in run("memory", "export", "-", "--from", "en", "--to", "es", code=2).stderr
