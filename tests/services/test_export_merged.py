"""What leaves the desk when sentences are translated together: nothing is lost, doubled or out of place."""

import io
import zipfile
from contextlib import suppress

import pytest
from sqlalchemy import event

from tests.factories import LONGEST, make_paired
from workbench.extensions import db
from workbench.formats import read_document
from workbench.services import findings
from workbench.services.articles import add_article
from workbench.services.batches import MachineText
from workbench.services.bundles import bundle_exports
from workbench.services.checking import check_translation
from workbench.services.export import export_translation
from workbench.services.imports import add_machine_translation
from workbench.services.memory_exchange import export_tmx
from workbench.services.merging import CannotMerge, merge_with_next
from workbench.services.reading import view_references
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment, view_row
from workbench.services.translations import ensure_translation
from workbench.services.version_texts import read_texts

ONE, TWO, THREE, LAST = "First here.", "Second here.", "Third here.", "Last of all."
MADE = {ONE: "Uno aquí.", TWO: "Dos aquí.", THREE: "Tres aquí.", LAST: "Último."}
NAMES = {"1": ONE, "2": TWO, "3": THREE, "L": LAST}


def written(pattern, texts):
    """Return a pattern of 1, 2, 3 and L as a text."""
    return "".join(texts[NAMES[sign]] if sign in NAMES else sign for sign in pattern)


def make_article_of(data, translate, *, source="en", target="es"):
    article_id = add_article(read_document(data, name="a.txt", max_chars=LONGEST), source=source)
    sentences = dict.fromkeys(text.source for text in read_texts(ensured(article_id, target)))
    texts = [MachineText(sentence, translate(sentence), -0.1, None) for sentence in sentences]
    add_machine_translation(article_id, target, texts, ["test"])
    db.session.rollback()
    return article_id


def ensured(article_id, language):
    translation_id = ensure_translation(article_id, language)
    db.session.commit()
    return translation_id


def merge(article_id, position, language="es", text=None, *, accept=False):
    reviewer = ensure_reviewer(1).id
    version = view_row(article_id, language, position).version
    merge_with_next(article_id, language, position, seen_version=version, reviewer_id=reviewer)
    if text is not None:
        version = view_row(article_id, language, position).version
        save_segment(
            article_id, language, position, text=text, seen_version=version, reviewer_id=reviewer, accept=accept
        )


def exported(article_id, language="es", format_id=None):
    return export_translation(article_id, language, format_id).data.decode()


@pytest.mark.parametrize(
    ("pattern", "merges", "as_one"),
    [
        pytest.param("1 2 3\n\nL", [1], "J 3\n\nL", id="at the start"),
        pytest.param("1 2 3\n\nL", [2], "1 J\n\nL", id="at the end"),
        pytest.param("L 1 2 3", [2], "L J 3", id="in the middle"),
        pytest.param("1 2 3\n\nL", [2, 1], "J\n\nL", id="three, from the end"),
        pytest.param("1 2 3\n\nL", [1, 1], "J\n\nL", id="three, from the start"),
        pytest.param("1 2\n\nL\n\n1 2", [1], "J\n\nL\n\nJ", id="repeated"),
        pytest.param("1 2   3\n\nL", [1], "J   3\n\nL", id="a wide gap after"),
        pytest.param("  1 2\t\n\nL", [1], "  J\t\n\nL", id="space around"),
        pytest.param("- 1 2\n- L", [1], "- J\n- L", id="a list"),
        pytest.param("> 1 2\n>\n> L", [1], "> J\n>\n> L", id="quoted"),
        pytest.param("1 2\r\n\r\nL\r\n", [1], "J\r\n\r\nL\r\n", id="line ends of Windows"),
    ],
)
def test_the_text_has_every_sentence_once_in_its_place(context, pattern, merges, as_one):
    article_id = make_article_of(written(pattern, {text: text for text in MADE}).encode(), MADE.__getitem__)
    for position in merges:
        merge(article_id, position)
    assert exported(article_id) == written(pattern, MADE)
    head = min(merges)
    version = view_row(article_id, "es", head).version
    save_segment(article_id, "es", head, text="JUNTO.", seen_version=version, reviewer_id=ensure_reviewer(1).id)
    assert exported(article_id) == written(as_one, MADE).replace("J", "JUNTO.")
    with bundle_exports([article_id]).file as file, zipfile.ZipFile(io.BytesIO(file.read())) as archive:
        assert archive.read(archive.namelist()[0]) == export_translation(article_id, "es").data


@pytest.mark.parametrize("format_id", ["seed", "text"])
def test_the_seed_article_is_the_same_text_with_whole_paragraphs_merged(context, seed_bytes, format_id):
    article_id = make_article_of(seed_bytes, lambda sentence: f"({len(sentence)} {sentence[:9].strip()})")
    before = exported(article_id, format_id=format_id)
    rows = check_translation(article_id, "es").rows
    for row in rows[::-1]:
        with suppress(CannotMerge):
            merge(article_id, row.position)
        db.session.rollback()
    assert len([row for row in check_translation(article_id, "es").rows if row.members]) > 1
    assert exported(article_id, format_id=format_id) == before


def test_a_merged_text_from_right_to_left_and_one_without_spaces(context):
    arabic = {ONE: "الأول هنا.", TWO: "الثاني هنا.", THREE: "الثالث هنا."}
    article_id = make_article_of(f"{ONE} {TWO} {THREE}".encode(), arabic.__getitem__, target="ar")
    merge(article_id, 2, "ar", "الثاني والثالث هنا.")
    assert exported(article_id, "ar") == "الأول هنا. الثاني والثالث هنا."
    japanese = {ONE: "一。", TWO: "二。", THREE: "三。"}
    article_id = make_article_of(f"{ONE} {TWO} {THREE}".encode(), japanese.__getitem__, target="ja")
    merge(article_id, 1, "ja")
    assert exported(article_id, "ja") == "一。二。三。"


def test_the_memory_leaves_as_tmx_with_both_sources(context):
    article_id = make_paired(f"{ONE} {TWO} {THREE}", MADE.__getitem__)
    merge(article_id, 1, text="Uno y dos aquí.", accept=True)
    stream = io.BytesIO()
    assert export_tmx(stream, "en", "es") == 1
    tmx = stream.getvalue().decode()
    assert f"<seg>{ONE} {TWO}</seg>" in tmx
    assert "<seg>Uno y dos aquí.</seg>" in tmx
    assert f"<seg>{ONE}</seg>" not in tmx


def test_what_is_measured_of_it_is_whole(context):
    article_id = make_paired(f"{ONE} {TWO} {THREE}\n\n{LAST}", MADE.__getitem__)
    before = view_references(article_id, "es")
    merge(article_id, 1)
    after = view_references(article_id, "es")
    assert (after.source, after.target) == (before.source, before.target)
    checked = check_translation(article_id, "es")
    assert (checked.source.counts.sentences, checked.target.counts.sentences) == (4, 4)
    assert [finding for finding in checked.findings if finding.id in ("untranslated", "pending")] == []


def test_an_export_checks_nothing_and_asks_the_same_for_any_length(context):
    short = make_paired(f"{ONE} {TWO}", MADE.__getitem__)
    long = make_paired(" ".join(f"Number {n} is here." for n in range(300)), lambda text: f"{text} (es)")
    merge(long, 4)
    db.session.rollback()
    checked, sent = findings.CHECKED.checked, []
    event.listen(db.engine, "before_cursor_execute", lambda *details: sent.append(details[2]))
    counts = []
    for article_id in (short, long):
        db.session.remove()
        sent.clear()
        export_translation(article_id, "es")
        counts.append(len(sent))
    assert counts[0] == counts[1] <= 7
    assert findings.CHECKED.checked == checked
