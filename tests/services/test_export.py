import pytest

from tests.conftest import SEED
from tests.factories import make_article, make_seed_article, make_translated, run_jobs
from workbench.errors import NotFound, UnknownFormat
from workbench.services.articles import view_article
from workbench.services.export import export_translation
from workbench.services.reviewers import ensure_reviewer
from workbench.services.rows import read_rows
from workbench.services.segments import save_segment
from workbench.services.translations import ensure_translation, start_translation


def test_the_current_text_is_exported_in_the_layout_of_the_source(context, seed_bytes):
    article_id = make_seed_article(SEED)
    start_translation(article_id, "es")
    run_jobs(context)
    reviewer = ensure_reviewer(None).id
    save_segment(article_id, "es", 2, text="El embajador habló.", seen_version=1, reviewer_id=reviewer)
    exported = export_translation(article_id, "es")
    lines, source = exported.data.decode().split("\n"), seed_bytes.decode().split("\n")
    assert len(lines) == len(source)
    assert lines[0].startswith(" date 2022-03-01 ")
    assert lines[1] == lines[4] == "El embajador habló."
    marks = [index for index, line in enumerate(source) if line in ("-", "|#+|")]
    assert [lines[index] for index in marks] == [source[index] for index in marks]
    assert lines[0] != source[0]


def test_the_file_name_says_how_much_nobody_has_reviewed(context):
    article_id = make_translated(context, "El niño: it's a “title”\n\nThe cat sleeps. The dog runs.")
    exported = export_translation(article_id, "es")
    assert exported.filename == "el-nino-its-a-title.es.3-unreviewed.txt"
    assert exported.unreviewed == 3
    assert "unreviewed" not in exported.data.decode()
    reviewer = ensure_reviewer(None).id
    for position in (1, 2, 3):
        save_segment(article_id, "es", position, text="Sí.", seen_version=1, reviewer_id=reviewer, accept=True)
    assert "unreviewed" not in export_translation(article_id, "es").filename


def test_what_is_not_translated_yet_stays_in_the_source_language_and_is_counted(context):
    article_id = make_article("The cat sleeps. The dog runs.")
    start_translation(article_id, "es")
    exported = export_translation(article_id, "es")
    assert (exported.data, exported.pending) == (b"The cat sleeps. The dog runs.", 2)


def test_what_is_not_there_is_said(context):
    with pytest.raises(NotFound):
        export_translation(make_article(), "es")
    with pytest.raises(UnknownFormat):
        export_translation(make_translated(context), "es", "papyrus")


def test_a_mail_with_broken_lines_is_exported_a_paragraph_a_line(context):
    mail = (
        "Hello Anna,\n\n"
        "> The minister confirmed this morning that the talks on the new rail\n"
        "> link will start in March. A spokeswoman said that the first part of\n"
        "> it could be open by the end of the year.\n>\n> Best,\n"
    )
    article_id = make_translated(context, mail)
    [warning] = view_article(article_id).warnings
    assert warning == "Lines broken at about 68 characters were joined into paragraphs."
    assert [row.source for row in read_rows(ensure_translation(article_id, "es"))][1:3] == [
        "The minister confirmed this morning that the talks on the new rail link will start in March.",
        "A spokeswoman said that the first part of it could be open by the end of the year.",
    ]
    lines = export_translation(article_id, "es").data.decode().split("\n")
    assert [line[:2] for line in lines] == [lines[0][:2], "", "> ", ">", "> ", ""]
    assert "." in lines[2][:-1]
