import json

import pytest

from workbench.memory.entries import make_entry
from workbench.services.glossary import add_term
from workbench.services.glossary_lists import list_entries
from workbench.translation.engine import Engine

HEAD = "source,target,source_language,target_language\n"


@pytest.fixture
def run(app):
    runner = app.test_cli_runner()

    def call(*arguments, group="glossary", given=None):
        return runner.invoke(args=[group, *(str(each) for each in arguments)], input=given)

    return call


@pytest.fixture
def csv(tmp_path):
    def write(text, name="terms.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def stored(app):
    with app.app_context():
        return {(*entry.key[:2], entry.term.source): entry.term.target for entry in list_entries()}


def cat_is(app, target):
    with app.app_context():
        add_term(make_entry(source="cat", target=target, source_language="en", target_language="es"))


def test_import_list_and_export(app, run, csv, tmp_path):
    imported = run("import", csv(HEAD + "cat,gato,en,es\n=sum,suma,en,es\n"))
    assert (imported.exit_code, imported.stdout) == (0, "2 added, 0 changed, 0 as before.\n"), imported.stderr
    assert run("list").stdout.splitlines() == ["en\tes\t=sum\tsuma", "en\tes\tcat\tgato"]
    assert run("list", "GATO", "--from", "en", "--to", "es").stdout == "en\tes\tcat\tgato\n"
    assert json.loads(run("list", "cat", "--json").stdout)["target"] == "gato"
    assert run("export", tmp_path / "out.csv").exit_code == 0
    assert b"\r\n'=sum,suma," in (tmp_path / "out.csv").read_bytes()
    again = run("import", tmp_path / "out.csv")
    assert again.stdout == "0 added, 0 changed, 2 as before.\n"
    assert run("export", "-", "--from", "es", "--to", "en").stdout_bytes.count(b"\n") == 1


def test_nothing_is_imported_when_a_line_is_wrong_unless_it_is_skipped(app, run, csv):
    path = csv(HEAD + "cat,gato,en,es\ndog,,en,es\n")
    refused = run("import", path)
    assert refused.exit_code == 2
    assert "line 3: target: The translation is missing." in refused.stderr
    assert "Nothing was imported." in refused.stderr
    assert stored(app) == {}
    assert run("import", path, "--skip-bad").exit_code == 0
    assert stored(app) == {("en", "es", "cat"): "gato"}


def test_languages_of_the_whole_file(app, run, csv):
    path = csv("source;target\ncat;gato\n")
    assert run("import", path).exit_code == 2
    assert run("import", path, "--from", "en", "--to", "es").exit_code == 0
    assert stored(app) == {("en", "es", "cat"): "gato"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("import", "nowhere.csv"), "cannot be read"),
        (("import", "."), "is a directory"),
        (("list", "--from", "en"), "go together"),
        (("export", "-", "--from", "en", "--to", "klingon9"), "klingon9"),
    ],
)
def test_what_cannot_be_used_is_said(run, arguments, says):
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr


def test_translate_follows_the_desks_glossary_a_files_or_none(app, run, csv, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DATA_DIR", app.instance_path)
    monkeypatch.setenv("WORKBENCH_ARGOS_PACKAGES", "0")
    seen = []
    translate = Engine.translate

    def noted(engine, *arguments, glossary=None, **options):
        seen.append(glossary and [(term.source, term.target) for term in glossary.terms])
        return translate(engine, *arguments, glossary=glossary, **options)

    monkeypatch.setattr(Engine, "translate", noted)
    article = csv("The cat sleeps.", "article.txt")
    arguments = (article, "--from", "en", "--to", "es")
    for extra in ((), ("--no-glossary",), ("--glossary", csv(HEAD + "cat,felino,en,es\n"))):
        assert run(*arguments, *extra, group="translate").exit_code == 0
    cat_is(app, "minino")
    for extra in ((), ("--no-glossary",), ("--glossary", csv("source,target\ncat,gato\n"))):
        assert run(*arguments, *extra, group="translate").exit_code == 0
    assert seen == [None, None, [("cat", "felino")], [("cat", "minino")], None, [("cat", "gato")]]


def test_translate_refuses_a_glossary_with_a_wrong_line(run, csv):
    article = csv("The cat sleeps.", "article.txt")
    result = run(article, "--to", "es", "--glossary", csv(HEAD + "cat,,en,es\n"), group="translate")
    assert result.exit_code == 2
    assert "line 2: target: The translation is missing" in result.stderr
    assert result.stdout == ""
