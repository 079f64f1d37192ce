import json

import pytest

from tests.conftest import SEED
from tests.factories import make_translated, run_jobs


@pytest.fixture
def run(app):
    runner = app.test_cli_runner()

    def call(*arguments, given=None):
        return runner.invoke(args=["articles", *(str(each) for each in arguments)], input=given)

    return call


def test_import_list_and_export(app, run, tmp_path, seed_bytes):
    imported = run("import", SEED, "--from", "en", "--to", "es")
    assert imported.exit_code == 0, imported.stderr
    article_id = imported.stdout.split("\t")[0]
    with app.app_context():
        run_jobs(app)
    listed = run("list").stdout
    assert listed.startswith(f"{article_id}\ten\tes 34/34\t'Mom... I'm afraid'")
    exported = run("export", article_id, "--to", "es", "--out", tmp_path / "out.txt")
    assert exported.exit_code == 0, exported.stderr
    assert "34 sentences have not been reviewed." in exported.stderr
    assert (tmp_path / "out.txt").read_bytes().count(b"\n") == seed_bytes.count(b"\n")


def test_list_as_json_and_by_words(app, run):
    with app.app_context():
        make_translated(app)
    (line,) = run("list", "cat", "--json").stdout.splitlines()
    assert json.loads(line)["translations"] == {"es": {"pending": 0, "unreviewed": 3}}
    assert run("list", "zebra").stdout == ""


def test_what_cannot_be_imported_is_named_and_the_rest_is_imported(run, tmp_path):
    (tmp_path / "good.txt").write_text("The cat sleeps in the house today.")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x00")
    result = run("import", tmp_path / "bad.txt", tmp_path / "good.txt")
    assert result.exit_code == 1
    assert "bad.txt: " in result.stderr
    assert result.stdout.count("\n") == 1


def test_what_is_not_there_is_said_with_a_hint(run):
    result = run("export", 99, "--to", "es")
    assert result.exit_code == 1
    assert "There is no article 99." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("good.txt", "--from", "xx-nonsense"), "xx-nonsense"),
        (("good.txt", "--to", "es", "--to", "xx-nonsense"), "xx-nonsense"),
        (("empty",), "no article"),
        (("",), "is empty"),
    ],
)
def test_wrong_usage_of_import_stores_nothing(run, tmp_path, monkeypatch, arguments, says):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.txt").write_text("The cat sleeps in the house today.")
    result = run("import", *arguments)
    assert (result.exit_code, result.stdout, says in result.stderr) == (2, "", True), result.stderr
    assert run("list").stdout == ""
