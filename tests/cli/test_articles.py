import json

import pytest

from tests.conftest import SEED
from tests.counting import count_sentences
from tests.factories import make_article, make_paired, make_translated, run_jobs
from workbench.extensions import db
from workbench.review import Step
from workbench.services.merging import merge_with_next
from workbench.services.reviewers import rename_reviewer
from workbench.services.translations import start_translation
from workbench.services.workflow import assign_translation, move_translation


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
    assert listed.startswith(f"{article_id}\ten\tes 34/34 draft\t'Mom... I'm afraid'")
    exported = run("export", article_id, "--to", "es", "--out", tmp_path / "out.txt")
    assert exported.exit_code == 0, exported.stderr
    assert "34 sentences have not been reviewed." in exported.stderr
    assert (tmp_path / "out.txt").read_bytes().count(b"\n") == seed_bytes.count(b"\n")


def test_the_list_says_where_each_translation_stands_and_who_has_it(app, run):
    with app.app_context():
        article_id = make_translated(app)
        ana = rename_reviewer(None, "Ana").id
        move_translation(article_id, "es", Step.SUBMIT, reviewer_id=ana)
        assign_translation(article_id, "es", ana, reviewer_id=ana)
        db.session.remove()
    assert run("list").stdout.startswith(f"{article_id}\ten\tes 3/3 in review (Ana)\t")
    (line,) = run("list", "--json").stdout.splitlines()
    translation = json.loads(line)["translations"]["es"]
    assert (translation["state"], translation["assignee"]) == ("in_review", "Ana")


def test_list_as_json_and_by_words(app, run):
    with app.app_context():
        make_translated(app)
    (line,) = run("list", "cat", "--json").stdout.splitlines()
    assert json.loads(line)["translations"] == {
        "es": {"pending": 0, "unreviewed": 3, "state": "draft", "assignee": None}
    }
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


OLD = "The cat sleeps in the house.\n\nThe dog runs in the garden of the house."


def test_importing_a_known_address_again_translates_only_what_changed(app, run, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(OLD)
    first = run("import", path, "--from", "en", "--to", "es", "--url", "https://Example.org/a?utm_source=x")
    assert first.stdout == f"1\t{path}\n", first.stderr
    with app.app_context():
        run_jobs(app)
    decoded = count_sentences(app)
    path.write_text(OLD.replace("garden", "park") + "\n\nIt is late in the evening now.")
    second = run("import", path, "--url", "https://example.org/a#top")
    assert second.stdout == f"1\t{path}\tversion 2: 1 kept, 1 changed, 1 new, 0 dropped\n", second.stderr
    with app.app_context():
        run_jobs(app)
    assert decoded == ["The dog runs in the park of the house.", "It is late in the evening now."]
    third = run("import", path, "--url", "https://example.org/a")
    assert third.stdout == f"1\t{path}\tversion 2: the same text, nothing to do\n", third.stderr
    assert run("list").stdout.startswith("1\ten\tes 3/3 draft\t")


def test_an_article_is_updated_by_its_id(app, run, tmp_path):
    with app.app_context():
        article_id = make_translated(app, OLD)
    decoded = count_sentences(app)
    path = tmp_path / "news.txt"
    path.write_text(OLD.replace("garden", "park"))
    result = run("import", path, "--update", article_id)
    assert result.stdout.endswith("version 2: 1 kept, 1 changed, 0 new, 0 dropped\n"), result.stderr
    with app.app_context():
        run_jobs(app)
    assert decoded == ["The dog runs in the park of the house."]


def test_another_article_or_language_is_not_taken_for_an_update(app, run, tmp_path):
    with app.app_context():
        article_id = make_translated(app, OLD)
    path = tmp_path / "news.txt"
    path.write_text("Ministers met on Monday to talk about the price of bread in the country.")
    refused = run("import", path, "--update", article_id)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "--force" in refused.stderr
    forced = run("import", path, "--update", article_id, "--force")
    assert "0 kept, 0 changed, 1 new, 2 dropped" in forced.stdout
    path.write_text("El gobierno dijo el lunes que el precio del pan va a subir en todo el país.")
    refused = run("import", path, "--update", article_id, "--force")
    assert refused.exit_code == 1
    assert "The article is in English, this text in Spanish." in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("good.txt", "other.txt", "--url", "https://example.org/a"), 2, "for one article"),
        (("good.txt", "--url", "example.org"), 2, "not a web address"),
        (("good.txt", "--update", "99"), 1, "There is no article 99."),
    ],
)
def test_wrong_usage_of_an_update_stores_nothing(run, tmp_path, monkeypatch, arguments, code, says):
    monkeypatch.chdir(tmp_path)
    for name in ("good.txt", "other.txt"):
        (tmp_path / name).write_text("The cat sleeps in the house today.")
    result = run("import", *arguments)
    assert (result.exit_code, result.stdout, says in result.stderr) == (code, "", True), result.stderr
    assert run("list").stdout == ""


class TestCheck:
    def test_what_is_wrong_is_printed_with_status_4(self, app, run):
        with app.app_context():
            article_id = make_article("One came.\n\nThen 7 came.")
            start_translation(article_id, "es")
        result = run("check", article_id, "--to", "es")
        assert (result.exit_code, result.stderr) == (4, "")
        assert result.stdout == (
            f"{article_id} → es: 2 blocking\n"
            "  1  blocking  The sentence is not translated yet.\n"
            "  2  blocking  The sentence is not translated yet.\n"
            "  Readability cannot be compared. 2 sentences are not translated yet.\n"
        )

    def test_what_is_right_is_said_too(self, app, run):
        with app.app_context():
            article_id = make_translated(app, "The cat sleeps in the house.")
        result = run("check", article_id, "--to", "es")
        assert result.exit_code == 0
        head, verdict = result.stdout.splitlines()
        assert head == f"{article_id} → es: nothing wrong was found."
        assert verdict.startswith("  Readability cannot be compared. The source has only 1 sentence")

    def test_json_says_which_sentence_is_translated_in_the_text_of_another(self, app, run):
        with app.app_context():
            article_id = make_paired("One came. Two came.", lambda text: f"{text} (es)")
            merge_with_next(article_id, "es", 1, seen_version=1, reviewer_id=rename_reviewer(None, "Ana").id)
        segments = json.loads(run("check", article_id, "--to", "es", "--json").stdout)["segments"]
        assert [(each["source"], each["target"], each["merged_into"]) for each in segments] == [
            ("One came. Two came.", "One came. (es) Two came. (es)", None),
            ("Two came.", "", 1),
        ]

    def test_json_has_every_sentence_with_its_findings(self, app, run):
        with app.app_context():
            article_id = make_article("One came.\n\nThen 7 came.")
            start_translation(article_id, "es")
        result = run("check", article_id, "--to", "es", "--json")
        found = json.loads(result.stdout)
        assert result.exit_code == 4
        assert [segment["position"] for segment in found["segments"]] == [1, 2]
        assert [[each["id"] for each in segment["checks"]] for segment in found["segments"]] == [["pending"]] * 2
        assert (found["checks"], found["readability"]["target"]) == ([], None)
        assert found["readability"]["drift"]["verdict"] == "not_comparable"
        with app.app_context():
            run_jobs(app)
        found = json.loads(run("check", article_id, "--to", "es", "--json").stdout)
        assert [segment["state"] for segment in found["segments"]] == ["machine", "machine"]
        assert [segment["checks"] for segment in found["segments"]] == [[], []]
        assert found["readability"]["target"]["language"] == "es"

    @pytest.mark.parametrize(
        ("arguments", "status"), [((99, "--to", "es"), 1), ((1, "--to", "xx-nonsense"), 2), ((1,), 2), (("x",), 2)]
    )
    def test_what_cannot_be_checked_is_said(self, app, run, arguments, status):
        with app.app_context():
            make_article()
        result = run("check", *arguments)
        assert (result.exit_code, result.stdout) == (status, "")
        assert result.stderr
