import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import SEED
from workbench.app import create_app
from workbench.cli.translate import translate
from workbench.extensions import db
from workbench.services.articles import list_articles

FLASK = str(Path(sys.executable).with_name("flask"))
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command in this process, in an empty folder, with a data folder of its own."""
    monkeypatch.setenv("WORKBENCH_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("WORKBENCH_ARGOS_PACKAGES", "no")
    monkeypatch.chdir(tmp_path)

    def call(*arguments, given=None):
        return CliRunner().invoke(translate, [str(each) for each in arguments], input=given)

    return call


def test_the_seed_article_keeps_its_layout_on_standard_output(run, seed_bytes):
    result = run(SEED, "--to", "es")
    assert result.exit_code == 0
    source, target = seed_bytes.decode().split("\n"), result.stdout.split("\n")
    assert len(target) == len(source)
    assert target[0].startswith(" date 2022-03-01 ")
    assert target[1:4] == target[4:7]
    for before, after in zip(source, target, strict=True):
        assert (before in ("-", "|#+|")) == (after in ("-", "|#+|"))
        assert after != before or before in ("-", "|#+|")
    assert "34 segments (3 reused)" in result.stderr


def test_standard_input_is_a_source(run):
    result = run("-", "--to", "es", "--from", "en", given="The cat sleeps.")
    assert (result.exit_code, "gato" in result.stdout) == (0, True)


def test_several_sources_go_to_a_folder_with_their_sub_folders(run, tmp_path):
    for name in ("a.txt", "in/b.txt", "in/c.md", "in/.hidden.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The cat sleeps.")
    result = run("news", "--to", "es", "--from", "en", "--out", "out")
    assert result.exit_code == 0, result.stderr
    written = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert {"a.es.txt", "in/b.es.txt"} <= written
    assert not any("hidden" in name for name in written)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("a.txt", "b.txt", "--to", "es"), "--out"),
        (("a.txt", "--to", "es", "--to", "fr"), "--out"),
        (("a.txt",), "--to"),
        (("--to", "es"), "SOURCES"),
        (("a.txt", "--to", "es", "--resume"), "--out"),
        (("a.txt", "--to", "es", "--out", "o", "--resume", "--force"), "choose one"),
        (("x/a.txt", "y/a.txt", "--to", "es", "--out", "o"), "both"),
        (("a.txt", "--to", "es", "--beam", "0"), "--beam"),
    ],
)
def test_wrong_usage_is_said_with_status_2(run, tmp_path, arguments, says):
    for name in ("a.txt", "b.txt", "x/a.txt", "y/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The cat sleeps.")
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_no_model_for_every_source_is_status_3_and_says_which_command_installs_it(run):
    result = run("-", "--to", "fi", "--from", "en", given="The cat sleeps.")
    assert result.exit_code == 3
    assert "flask models install en fi" in result.stderr


def test_what_fails_is_named_and_the_rest_is_done(run, tmp_path):
    (tmp_path / "good.txt").write_text("The cat sleeps.")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02\x03")
    (tmp_path / "empty.txt").write_text(" \n")
    result = run(
        "good.txt", "binary.txt", "empty.txt", "gone.txt", "no*match", "--to", "es", "--from", "en", "--out", "o"
    )
    assert result.exit_code == 1
    assert [path.name for path in (tmp_path / "o").iterdir()] == ["good.es.txt"]
    for name in ("binary.txt", "empty.txt", "gone.txt", "no*match"):
        assert f"{name}: " in result.stderr
    assert "1 translated, 4 failed" in result.stderr


def test_a_finished_output_is_never_replaced_unasked(run, tmp_path):
    (tmp_path / "a.txt").write_text("The cat sleeps.")
    out = tmp_path / "o" / "a.es.txt"
    assert run("a.txt", "--to", "es", "--from", "en", "--out", "o").exit_code == 0
    out.write_text("corrected by hand")
    refused = run("a.txt", "--to", "es", "--from", "en", "--out", "o")
    assert refused.exit_code == 1
    assert "--resume" in refused.stderr
    assert run("a.txt", "--to", "es", "--from", "en", "--out", "o", "--resume").exit_code == 0
    assert out.read_text() == "corrected by hand"
    os.utime(out, (0, 0))
    assert run("a.txt", "--to", "es", "--from", "en", "--out", "o", "--resume").exit_code == 0
    assert "gato" in out.read_text()
    out.write_text("corrected by hand")
    assert run("a.txt", "--to", "es", "--from", "en", "--out", "o", "--force").exit_code == 0
    assert "gato" in out.read_text()


def test_json_has_every_segment_with_its_scores(run, tmp_path):
    (tmp_path / "a.txt").write_text("A title\n\nThe cat sleeps. The dog runs.\n\nThe cat sleeps. The dog runs.")
    result = run("a.txt", "--to", "es", "--from", "en", "--json")
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    assert (found["source"], found["source_language"], found["target_language"]) == ("a.txt", "en", "es")
    assert [segment["origin"] for segment in found["segments"]] == ["machine"] * 3 + ["repeat"] * 2
    assert all(segment["target"] and segment["score"] < 0 for segment in found["segments"])
    assert found["readability"]["source"]["counts"]["words"] == 14
    assert found["readability"]["drift"] is None


def test_json_lines_come_beside_the_files(run, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("The cat sleeps.")
    result = run("a.txt", "b.txt", "--to", "es", "--from", "en", "--json", "--out", "o")
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == ["a.txt", "b.txt"]
    assert (tmp_path / "o" / "b.es.txt").exists()


def test_the_language_is_recognised_and_a_wrong_one_said(run, tmp_path):
    (tmp_path / "es.txt").write_text("El gobierno anunció ayer nuevas medidas económicas para el próximo año.")
    result = run("es.txt", "--to", "en")
    assert result.exit_code == 3
    assert "from es to en" in result.stderr


def test_save_puts_the_article_on_the_desk(run, tmp_path):
    (tmp_path / "a.txt").write_text("The cat sleeps. The dog runs.")
    environment = os.environ | {"WORKBENCH_DATA_DIR": str(tmp_path / "data"), "WORKBENCH_ARGOS_PACKAGES": "no"}
    done = subprocess.run(
        [FLASK, "--app", "workbench.app:create_app", "translate", "a.txt", "--to", "es", "--from", "en", "--save"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    app = create_app({"data_dir": tmp_path / "data", "run_jobs": False})
    with app.app_context():
        (article,) = list_articles().items
        (translation,) = article.translations
        assert (translation.language, translation.progress.machine) == ("es", 2)
        assert translation.job.state == "done"
        db.session.remove()
        db.engine.dispose()


def test_a_full_disk_leaves_no_half_file(tmp_path):
    """A tiny file-size limit stands in for a full disk: the write fails in the middle."""
    (tmp_path / "a.txt").write_text("The cat sleeps. " * 200)
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); "
        "from workbench.cli.translate import translate; translate()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "a.txt", "--to", "es", "--from", "en", "--out", "o"],
        cwd=tmp_path,
        env=os.environ | {"WORKBENCH_DATA_DIR": str(tmp_path / "data")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert list((tmp_path / "o").iterdir()) == []


def test_without_a_terminal_there_is_no_progress_bar(run, tmp_path):
    (tmp_path / "a.txt").write_text("The cat sleeps.")
    result = run("a.txt", "--to", "es", "--from", "en")
    assert "\r" not in result.stderr
    assert "%" not in result.stderr
    assert result.stderr.count("\n") == 1


def test_help_imports_nothing_heavy():
    code = (
        "import sys; sys.argv = ['flask', '--app', 'workbench.app:create_app', '--help']\n"
        "from flask.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('HEAVY', sorted({'ctranslate2', 'numpy', 'sentencepiece', 'argostranslate', 'alembic', 'textstat', "
        "'nltk', 'py3langid', 'waitress', 'icu4py'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "HEAVY []"
