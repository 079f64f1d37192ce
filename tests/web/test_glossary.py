import re

import pytest

from tests.web.conftest import HTMX
from workbench.formats.glossary import read_glossary
from workbench.memory.entries import make_entry
from workbench.services.glossary import add_term, correct_term, import_terms
from workbench.services.glossary_lists import list_entries

HEAD = "source,target,source_language,target_language\n"
CAT = {"source": "cat", "target": "gato", "source_language": "en", "target_language": "es"}


def made(app, source="cat", target="gato", pair=("en", "es"), **rest):
    with app.app_context():
        return add_term(
            make_entry(source=source, target=target, source_language=pair[0], target_language=pair[1], **rest)
        )


def stored(app):
    with app.app_context():
        return {entry.term.source: entry.term.target for entry in list_entries()}


def test_empty_says_what_it_is_for_and_has_an_example_that_can_be_imported(visitor, app):
    page = visitor.get("/glossary").text
    assert "No terms yet" in page
    example = visitor.get("/glossary/example.csv")
    assert example.headers["Content-Disposition"] == "attachment; filename=glossary-example.csv"
    found = read_glossary(example.data, max_chars=10_000)
    assert (len(found.entries), found.errors) == (3, ())


def test_add_correct_remove_and_undo(visitor, app):
    answer = visitor.send("/glossary", CAT)
    assert answer.status_code == 303
    page = visitor.get(answer.location).text
    assert "Added: cat" in page
    term_id = re.search(r'id="term-(\d+)"', page)[1]
    opened = visitor.get(f"/glossary/{term_id}?edit=1", headers=HTMX).text
    assert 'name="version" value="1"' in opened
    saved = visitor.send(f"/glossary/{term_id}", CAT | {"target": "minino", "version": "1"}, headers=HTMX)
    assert saved.status_code == 200
    assert "minino" in saved.text
    assert "<form class=" not in saved.text
    removed = visitor.send(f"/glossary/{term_id}/remove", {"q": "cat"})
    assert removed.location == "/glossary?q=cat"
    page = visitor.get(removed.location).text
    undo = re.search(r'Removed: cat</div><form method="post" action="([^"]+)"', page)[1]
    assert stored(app) == {}
    assert visitor.send(undo).status_code == 303
    assert stored(app) == {"cat": "minino"}


def test_correcting_works_without_script(visitor, app):
    term_id = made(app)
    page = visitor.get(f"/glossary?edit={term_id}").text
    assert f'action="/glossary/{term_id}"' in page
    answer = visitor.send(f"/glossary/{term_id}", CAT | {"target": "minino", "version": "1"})
    assert answer.status_code == 303
    assert stored(app) == {"cat": "minino"}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"source": " "}, "The term is missing."),
        ({"target": ""}, "The translation is missing."),
        ({"source_language": ""}, "The language is missing."),
        ({"target_language": "en"}, "Both languages are the same."),
        ({"source": "dog"}, "“dog” is there already: perro."),
        ({"source": "a" * 201}, "It has 201 characters"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(visitor, app, values, says):
    made(app, "dog", "perro")
    answer = visitor.send("/glossary", CAT | {"note": "typed note"} | values)
    assert answer.status_code == 422
    assert says in answer.text
    assert answer.text.count('aria-invalid="true"') == 1
    assert 'value="typed note"' in answer.text
    assert stored(app) == {"dog": "perro"}


def test_somebody_elses_change_is_shown_before_it_is_replaced(visitor, app):
    term_id = made(app)
    with app.app_context():
        correct_term(term_id, make_entry(**CAT | {"target": "felino"}), seen_version=1)
    answer = visitor.send(f"/glossary/{term_id}", CAT | {"target": "minino", "version": "1"}, headers=HTMX)
    assert answer.status_code == 422
    assert "cat → felino" in answer.text
    version = re.search(r'name="version" value="(\d+)"', answer.text)[1]
    visitor.send(f"/glossary/{term_id}", CAT | {"target": "minino", "version": version}, headers=HTMX)
    assert stored(app) == {"cat": "minino"}


def test_search_and_pairs_and_pages(visitor, app):
    made(app, "Zug", "train", ("de", "en"))
    with app.app_context():
        import_terms(
            [make_entry(source=f"w{n}", target="x", source_language="en", target_language="es") for n in range(60)]
        )
    assert "Page 1 of 2" in visitor.get("/glossary").text
    fragment = visitor.get("/glossary?q=zug", headers=HTMX).text
    assert "<html" not in fragment
    assert fragment.count('<li class="thing"') == 1
    assert visitor.get("/glossary?pair=de>en").text.count('<li class="thing"') == 1
    assert "No term has “nowhere”" in visitor.get("/glossary?q=nowhere").text
    exported = visitor.get("/glossary/export?pair=de%3Een")
    assert exported.mimetype == "text/csv"
    assert exported.data.decode("utf-8-sig").splitlines()[1:] == ["Zug,train,de,en,any,no,"]


def upload(visitor, text, **values):
    from io import BytesIO

    return visitor.send("/glossary/import", {"file": (BytesIO(text.encode()), "terms.csv"), **values})


def test_import(visitor, app):
    answer = upload(visitor, "source,target,colour\ncat,gato,red\n", source_language="en", target_language="es")
    assert answer.status_code == 303
    page = visitor.get(answer.location).text
    assert "Imported: 1 added, 0 changed, 0 as before." in page
    assert "no such column is known: colour" in page
    assert stored(app) == {"cat": "gato"}


def test_a_file_with_wrong_lines_is_shown_and_its_right_lines_are_imported_on_demand(visitor, app):
    answer = upload(visitor, HEAD + "cat,gato,en,es\n<b>dog</b>,,en,es\n")
    assert answer.status_code == 422
    assert "1 line is wrong, 1 right" in answer.text
    assert "<td>3</td>" in answer.text
    assert stored(app) == {}
    content = re.search(r'name="content" value="([^"]+)"', answer.text)[1]
    assert visitor.send("/glossary/import", {"content": content, "skip": "1"}).status_code == 303
    assert stored(app) == {"cat": "gato"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({}, "No file was chosen."),
        ({"content": "no base64!"}, "The file did not come back whole."),
    ],
)
def test_what_is_no_file_is_said(visitor, data, says):
    answer = visitor.send("/glossary/import", data)
    assert answer.status_code == 422
    assert says in answer.text


def test_a_picture_is_no_glossary(visitor):
    from io import BytesIO

    answer = visitor.send("/glossary/import", {"file": (BytesIO(b"\x89PNG\r\n\x1a\n\0\0"), "terms.csv")})
    assert answer.status_code == 415
    assert 'id="file-error"' in answer.text


def test_a_term_that_is_gone_is_said(visitor):
    for path in ("/glossary?edit=99", "/glossary/99?edit=1"):
        assert visitor.get(path, headers={} if "glossary?" in path else HTMX).status_code == 404
    assert visitor.send("/glossary/99/remove").status_code == 404
    assert visitor.send("/glossary/99", CAT).status_code == 404


def test_markup_in_terms_is_text(visitor, app):
    made(app, "<script>x</script>", "<b>y</b>", note="<i>z</i>")
    page = visitor.get("/glossary").text
    assert "<script>x" not in page
    assert "&lt;b&gt;y" in page


def test_the_desk_knows_which_term_is_not_followed(visitor, app, desk):
    made(app, "cat", "minino")
    page = visitor.get(desk).text
    assert page.count('class="terms"') == 1
    row = page.split('data-segment="1"')[1].split('data-segment="2"')[0]
    assert '<span class="terms" hidden><span data-term="cat"></span></span>' in row
    visitor.send(f"{desk}/segments/1", {"text": "Los mininos.", "version": "1"})
    assert 'class="terms"' not in visitor.get(desk).text
    opened = visitor.get(f"{desk}/segments/1?edit=1", headers=HTMX).text
    assert 'data-insert="minino"' in opened
