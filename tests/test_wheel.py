"""The wheel works alone: built from the checkout, installed in a new environment, used in an empty folder.

The environment shares this one's packages, because installing them anew takes longer than all other tests of the
command line together. What that cannot show, a package that is used and not asked for, the second test does.
"""

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.conftest import SEED

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_a_wheel_translates_and_sets_itself_up_outside_the_checkout(tmp_path):
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT])
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True, symlinks=os.name != "nt")
    programs = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    run([programs / "python", "-m", "pip", "install", "--quiet", "--no-deps", wheel])
    found = run([programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).stdout.strip()
    # Files of its own that lead on to other folders are not followed from here: this checkout stays out of it.
    (Path(found) / "shared.pth").write_text("\n".join(package_folders()) + "\n", encoding="utf-8")
    where = run([programs / "python", "-c", "import workbench; print(workbench.__file__)"], cwd=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(tmp_path), where
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


def test_every_package_that_is_imported_is_asked_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    installed = required_by(project["dependencies"])
    providers = metadata.packages_distributions()
    missing = {
        name
        for path in (ROOT / "workbench").rglob("*.py")
        for name in imported(path)
        if name not in sys.stdlib_module_names
        and name != "workbench"
        and not {plain(provider) for provider in providers.get(name, ())} & installed
    }
    assert missing == set()


def imported(path):
    """Return the top-level names of the modules that a file imports, wherever in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module)
    return {name.partition(".")[0] for name in names}


def required_by(lines):
    """Return the plain names of these requirements and of all that they require in turn."""
    found, waiting = set(), [Requirement(line) for line in lines]
    while waiting:
        one = waiting.pop()
        if plain(one.name) in found or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        found.add(plain(one.name))
        waiting += [Requirement(line) for line in metadata.requires(one.name) or ()]
    return found


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def package_folders():
    """Return the folders that hold this environment's packages, linked ones too."""
    own = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    return sorted(own | {path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")})


def run(command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done
