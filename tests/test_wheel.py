"""The wheel works alone: built from the checkout, installed in a new environment, used in an empty folder."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import SEED

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_a_wheel_translates_and_sets_itself_up_outside_the_checkout(tmp_path):
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT])
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True, symlinks=os.name != "nt")
    programs = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    constraints = ROOT / "constraints.txt"
    run([programs / "python", "-m", "pip", "install", "--quiet", "--constraint", constraints, wheel])
    away = tmp_path / "away"
    away.mkdir()
    environment = {"HOME": str(away), "XDG_DATA_HOME": str(away / "share"), "PATH": f"{programs}:/usr/bin:/bin"}
    done = run([programs / "workbench", "translate", SEED, "--to", "es", "--from", "en"], cwd=away, env=environment)
    assert "Naciones Unidas" in done.stdout
    run([programs / "workbench", "setup"], cwd=away, env=environment)
    listed = run([programs / "workbench", "articles", "list"], cwd=away, env=environment)
    assert "es 34/34" in listed.stdout
    assert (away / "share" / "translation-workbench" / "workbench.sqlite").exists()
    code = (
        "from workbench.app import create_app; app = create_app(); client = app.test_client();"
        "assert client.get('/').status_code == 200; page = client.get('/articles/1/es').get_data(as_text=True);"
        "assert page.count('data-segment=') == 34; import re;"
        "asset = re.search(r'/static/[^\"]+[.]css[^\"]*', page).group(); assert client.get(asset).status_code == 200"
    )
    run([programs / "python", "-W", "ignore", "-c", code], cwd=away, env=environment)


def run(command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done
