import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from junitparser import JUnitXml
from sqlalchemy import text

from tests.checks_given import give
from tests.conftest import SEED
from tests.packages_builder import Behaviour, build_package
from workbench.app import create_app
from workbench.cli import COMMANDS
from workbench.cli.batch import Batch, Options
from workbench.cli.saving import Saver
from workbench.cli.sources import Source, find_sources
from workbench.cli.translate import translate
from workbench.config import load_settings
from workbench.errors import TextTooLong
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


def test_what_is_wrong_is_said_of_each_sentence_and_counted(run, tmp_path):
    glossary = tmp_path / "terms.csv"
    glossary.write_text("source,target,source_language,target_language\ncity,qqqq,fr,es\n")
    build_package(tmp_path / "data" / "packages", "fr", "en")
    text = "The city is old.\n\nIt is late.\n"
    result = run("-", "--to", "es", "--from", "fr", "--json", "--glossary", glossary, given=text)
    assert result.exit_code == 0, result.stderr
    segments = json.loads(result.stdout)["segments"]
    assert [segment["faults"] for segment in segments] == [[{"kind": "broken_term", "detail": "qqqq"}], []]
    assert "2 segments (0 reused, 1 flagged)" in result.stderr


def test_standard_input_is_a_source(run):
    result = run("-", "--to", "es", "--from", "en", given="The cat sleeps.")
    assert (result.exit_code, "gato" in result.stdout) == (0, True)


def test_broken_lines_are_joined_and_reported(run):
    mail = "The minister confirmed this morning that the talks on the new rail\nlink will start in March.\n"
    result = run("-", "--to", "es", "--from", "en", given=mail)
    assert result.exit_code == 0
    assert "Lines broken at about 66 characters were joined into paragraphs." in result.stderr
    assert len(result.stdout.splitlines()) == 1


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
    assert found["readability"]["drift"]["verdict"] in ("harder", "similar", "easier", "not_comparable")
    assert {side for segment in found["segments"] for side in segment["level"]} == {"source", "target"}
    assert {level for segment in found["segments"] for level in segment["level"].values()} == {"plain"}
    assert found["checks"] is None
    assert all(segment["checks"] is None for segment in found["segments"])


def test_json_says_how_far_each_segment_can_be_trusted(run, tmp_path):
    (tmp_path / "a.txt").write_text("She was happy. Xq zv 88 kkp wq.")
    result = run("a.txt", "--to", "es", "--from", "en", "--json")
    for segment in json.loads(result.stdout)["segments"]:
        bands = [(-0.45, "sure"), (-0.62, "check"), (-99, "doubtful")]
        assert segment["confidence"] == next(word for least, word in bands if segment["score"] >= least)


def test_a_draft_is_beam_1_and_not_another(run, tmp_path):
    (tmp_path / "a.txt").write_text(
        "The minister resigned on Monday after the scandal about the money of the hospital. "
        "He told reporters that he had done nothing wrong, and that the truth would come out in the end."
    )
    lines = {
        options: json.loads(run("a.txt", "--to", "es", "--from", "en", "--json", *options).stdout)["segments"]
        for options in ((), ("--draft",), ("--beam", "1"))
    }
    assert lines["--draft",] == lines["--beam", "1"] != lines[()]
    result = run("a.txt", "--to", "es", "--draft", "--beam", "4")
    assert result.exit_code == 2
    assert "choose one" in result.stderr


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
        "import sys; sys.argv = ['flask', '--help']\n"
        "from flask.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('HEAVY', sorted({'ctranslate2', 'numpy', 'sentencepiece', 'argostranslate', 'alembic', 'textstat', "
        "'nltk', 'py3langid', 'waitress', 'icu4py', 'sqlalchemy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "HEAVY []"
    assert all(f"\n  {command.name} " in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("order", [("es", "fi"), ("fi", "es")])
def test_a_source_is_never_replaced(run, tmp_path, order):
    (tmp_path / "a.txt").write_text("The cat sleeps.")
    (tmp_path / "a.es.txt").write_text("Written by hand.")
    targets = [word for language in order for word in ("--to", language)]
    result = run("a.txt", "a.es.txt", *targets, "--from", "en", "--out", ".", "--force")
    assert (result.exit_code, "a.es.txt" in result.stderr) == (2, True)
    assert (tmp_path / "a.es.txt").read_text() == "Written by hand."


@pytest.mark.parametrize("out", ["news", "news/done", "../{name}/news"])
def test_a_second_run_leaves_its_own_outputs_alone(run, tmp_path, out):
    (tmp_path / "news" / "in").mkdir(parents=True)
    for name in ("a.txt", "in/b.txt"):
        (tmp_path / "news" / name).write_text("The cat sleeps.")
    arguments = ("news", "--to", "es", "--from", "en", "--force", "--out", out.format(name=tmp_path.name))
    assert run(*arguments).exit_code == 0
    once = sorted(path.name for path in (tmp_path / "news").rglob("*.txt"))
    again = run(*arguments)
    assert (again.exit_code, "2 translated" in again.stderr) == (0, True), again.stderr
    assert sorted(path.name for path in (tmp_path / "news").rglob("*.txt")) == once
    assert once == ["a.es.txt", "a.txt", "b.es.txt", "b.txt"]


def test_a_file_that_only_looks_like_an_output_is_translated(run, tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.es.txt").write_text("The cat sleeps.")
    assert run("news", "--to", "es", "--from", "en", "--out", "news").exit_code == 0
    assert (tmp_path / "news" / "a.es.es.txt").exists()


def test_a_broken_package_fails_its_language_and_no_other(run, tmp_path):
    package = build_package(tmp_path / "data" / "packages", "en", "nl")
    weights = package / "model" / "model.bin"
    weights.write_bytes(weights.read_bytes()[:500])
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("The cat sleeps.")
    result = run("a.txt", "b.txt", "gone.txt", "--to", "nl", "--to", "es", "--from", "en", "--out", "o")
    assert result.exit_code == 1
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == ["a.es.txt", "b.es.txt"]
    assert [result.stderr.count(f"{name}.txt: ") for name in ("a", "b", "gone")] == [1, 1, 2]
    assert "2 translated, 4 failed" in result.stderr


def test_standard_input_goes_into_several_languages(run, tmp_path):
    build_package(tmp_path / "data" / "packages", "en", "nl")
    result = run("-", "--to", "es", "--to", "nl", "--from", "en", "--out", "o", given="The cat sleeps.")
    assert result.exit_code == 0, result.stderr
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == ["stdin.es.txt", "stdin.nl.txt"]


def test_what_does_not_reach_the_desk_has_no_file_that_resume_would_skip(run, tmp_path):
    """A database that cannot be written to stands in for a full disk."""
    (tmp_path / "a.txt").write_text("The cat sleeps.")
    app = create_app({"data_dir": tmp_path / "data", "run_jobs": False})
    saver = Saver(app, 4)
    with app.app_context():
        db.session.execute(text("DROP TABLE segment"))
        db.session.execute(text("CREATE VIEW segment AS SELECT 1 AS id"))
        db.session.commit()
        db.session.remove()
    options = Options(("es",), "en", tmp_path / "o", None, False, False, False, 1)
    outcome = Batch(load_settings(), options, saver).run(find_sources([str(tmp_path / "a.txt")]))
    with app.app_context():
        db.engine.dispose()
    assert (outcome.done, outcome.failed, outcome.without_model) == (0, 1, 0)
    assert not (tmp_path / "o" / "a.es.txt").exists()


def test_an_empty_name_is_wrong_usage(run, tmp_path):
    (tmp_path / "a.txt").write_text("The cat sleeps.")
    result = run("", "--to", "es")
    assert (result.exit_code, result.stdout, "is empty" in result.stderr) == (2, "", True)


def test_what_is_named_twice_is_translated_once(run, tmp_path):
    (tmp_path / "a.txt").write_text("The cat sleeps.")
    result = run("a.txt", "./a.txt", tmp_path / "a.txt", "--to", "es", "--from", "en")
    assert result.exit_code == 0, result.stderr
    assert "1 translated" in result.stderr


@pytest.mark.parametrize("content", ["é" * 200, "語" * 200, "😀" * 200, "x" * 200])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("shift", ["", "x", "xx"])
def test_of_a_text_that_is_too_long_only_a_part_is_read(tmp_path, content, encoding, shift):
    path = tmp_path / "a.txt"
    path.write_bytes((shift + content).encode(encoding))
    (source,) = find_sources([str(path)])
    with pytest.raises(TextTooLong):
        source.read(max_chars=40)
    path.write_bytes((shift + content)[:40].encode(encoding))
    assert source.read(max_chars=40).blocks[0].text == (shift + content)[:40]


def test_a_failure_is_two_sentences(run):
    result = run("-", "--to", "es", "--from", "en", given=" \n")
    assert "-: There is no text. Paste the article's text" in result.stderr


def test_an_endless_file_is_too_long():
    with pytest.raises(TextTooLong, match="more than 404 bytes"):
        Source("endless", Path("/dev/zero"), Path("endless")).read(max_chars=100)


@pytest.mark.parametrize(("other", "status"), [("gone.txt", 1), ("b.txt", 3)])
def test_status_3_is_only_for_runs_where_nothing_but_models_is_wanting(run, tmp_path, other, status):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("The cat sleeps.")
    result = run("a.txt", other, "--to", "fi", "--from", "en", "--out", "o")
    assert (result.exit_code, "2 failed" in result.stderr) == (status, True)


RUSSIAN = "The soldiers said on Monday they were bombing all of the cities."


class TestCheck:
    """A package that spells in Cyrillic letters is a good translator into Russian; each failure is a change to it."""

    @pytest.fixture
    def check(self, run, tmp_path):
        def call(text, *options, out=True, **behaviour):
            build_package(tmp_path / "data" / "packages", "en", "ru", behaviour=Behaviour(**behaviour))
            (tmp_path / "a.txt").write_text(text)
            where = ("--out", "o") if out else ()
            return run("a.txt", "--to", "ru", "--from", "en", "--check", *where, *options)

        return call

    def test_no_translation_is_blocking_with_status_4_and_the_file_is_written(self, check, tmp_path):
        result = check(RUSSIAN, is_silent=True)
        assert (result.exit_code, result.stdout) == (4, "")
        assert "a.txt → ru: 1 blocking" in result.stderr
        assert "  1  blocking  The model gave nothing back for this sentence.\n" in result.stderr
        assert (tmp_path / "o" / "a.ru.txt").exists()

    def test_what_is_right_is_said_too_with_the_verdict(self, run):
        result = run("-", "--to", "es", "--from", "en", "--check", given="The cat sleeps in a house.")
        assert result.exit_code == 0
        said = "- → es: nothing wrong was found.\n  Readability cannot be compared. The source has only 1 sentence"
        assert said in result.stderr

    def test_a_warning_does_not_block(self, check):
        result = check(RUSSIAN, spells="cyrillic", stops_at=4)
        assert (result.exit_code, "1  warning  This is very short for its source" in result.stderr) == (0, True)

    def test_json_has_the_findings_of_each_segment_and_of_the_text(self, check):
        result = check(f"{RUSSIAN}\n\nOne man said so.", "--json", out=False, spells="")
        found = json.loads(result.stdout)
        assert result.exit_code == 4
        assert [segment["checks"] for segment in found["segments"]] == [
            [
                {
                    "severity": "blocking",
                    "id": "untranslated",
                    "message": "This is the source, or most of it.",
                    "position": 1,
                    "piece": "",
                    "side": "target",
                    "start": None,
                    "fix": None,
                }
            ],
            [
                {
                    "severity": "warning",
                    "id": "untranslated",
                    "message": "The translation is the same as the source.",
                    "position": 2,
                    "piece": "",
                    "side": "target",
                    "start": None,
                    "fix": None,
                }
            ],
        ]
        assert found["checks"] == []
        assert found["readability"]["drift"]["verdict"] == "not_comparable"

    def test_status_4_comes_after_1_and_3(self, run, check, tmp_path):
        assert check(RUSSIAN, is_silent=True).exit_code == 4
        assert run("a.txt", "--to", "ru", "--from", "en", "--check", "--out", "o", "--force").exit_code == 4
        failed = run("a.txt", "gone.txt", "--to", "ru", "--from", "en", "--check", "--out", "o", "--force")
        assert (failed.exit_code, "1 blocking" in failed.stderr) == (1, True)
        assert run("a.txt", "--to", "fi", "--from", "en", "--check").exit_code == 3
        assert run("a.txt", "--to", "ru", "--from", "en", "--out", "o", "--force").exit_code == 0

    def test_without_it_nothing_is_said_where_there_is_no_terminal(self, run, tmp_path):
        result = run("-", "--to", "es", "--from", "en", given=RUSSIAN)
        assert result.stderr.count("\n") == 1

    def test_on_a_terminal_the_verdict_is_said_without_being_asked(self, tmp_path):
        (tmp_path / "a.txt").write_text("The cat sleeps in a house.")
        leader, follower = os.openpty()
        code = "from workbench.cli.translate import translate; translate()"
        with subprocess.Popen(
            [sys.executable, "-c", code, "a.txt", "--to", "es", "--from", "en"],
            cwd=tmp_path,
            env=os.environ | {"WORKBENCH_DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=follower,
        ) as process:
            os.close(follower)
            said = b""
            try:
                while part := os.read(leader, 1024):
                    said += part
            except OSError:  # how Linux says that nobody holds the other end any more
                pass
            translation, _ = process.communicate()
        os.close(leader)
        assert process.returncode == 0
        assert "a.txt → es: Readability cannot be compared. The source has only 1 sentence" in said.decode()
        assert b"gato" in translation
        assert b"Readability" not in translation

    def test_all_checks_are_run_with_the_glossary_s_terms_and_written_as_junit(self, run, tmp_path, monkeypatch):
        cache = give(monkeypatch)
        (tmp_path / "a.txt").write_text("The cat sleeps in a house.\n\nThen 7 came.")
        (tmp_path / "g.csv").write_text("source,target,source_language,target_language\ncat,minino,en,es\n")
        options = ("--out", "o", "--glossary", "g.csv", "--junit", "report.xml")
        result = run("a.txt", "--to", "es", "--from", "en", *options)
        assert result.exit_code == 0, result.stderr
        assert "a.txt → es: nothing wrong was found." in result.stderr
        assert cache.checked == 2
        assert [(suite.name, suite.tests, suite.failures) for suite in JUnitXml.fromfile("report.xml")] == [
            ("a.txt → es", 2, 0)
        ]
        assert run("a.txt", "--to", "es", "--from", "en", "--junit", "-").exit_code == 2

    def test_without_check_no_check_is_run(self, run, monkeypatch):
        cache = give(monkeypatch)
        assert run("-", "--to", "es", "--from", "en", "--json", given="The cat sleeps.").exit_code == 0
        assert cache.checked == 0
