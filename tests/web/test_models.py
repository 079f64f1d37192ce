from __future__ import annotations

import re
import resource
from io import BytesIO

import pytest

from tests.packages_builder import build_package
from workbench.config import resource_dir
from workbench.errors import StorageProblem
from workbench.extensions import workbench
from workbench.services.models import COPY_BYTES, install_model_file
from workbench.web.models import MAX_PACKAGE_BYTES

STARTER = next((resource_dir("seeds") / "models").glob("*.argosmodel"))


def upload(data: bytes, name: str = "translate-en_es.argosmodel") -> dict[str, object]:
    return {"package": (BytesIO(data), name)}


def test_the_page_shows_the_starter_model_with_its_scores_and_the_way_to_a_better_one(visitor):
    page = visitor.get("/models").text
    assert "English to Spanish" in page
    assert "starter model" in page
    assert "chrF2" in page
    assert "flask models install en es" in page
    assert 'action="/models/remove"' not in page


def test_a_package_is_installed_by_upload_and_removed(app, visitor):
    answer = visitor.send("/models", upload(STARTER.read_bytes()))
    assert (answer.status_code, answer.location) == (303, "/models")
    page = visitor.get("/models").text
    assert "installed here" in page
    answer = visitor.send("/models/remove", {"source": "en", "target": "es"})
    assert answer.status_code == 303
    assert "installed here" not in visitor.get("/models").text


@pytest.mark.parametrize(("data", "name"), [(b"", ""), (b"not a zip", "x.argosmodel"), (b"PK\x03\x04", "../../x.zip")])
def test_a_file_that_is_no_package_is_refused_in_words(visitor, data, name):
    answer = visitor.send("/models", upload(data, name))
    assert answer.status_code in (415, 422)
    assert re.search(r'class="error" id="package-error">\S', answer.text)
    assert "installed here" not in visitor.get("/models").text


def test_a_package_may_be_larger_than_an_article(app, visitor):
    """It is read and refused as a package (422), not for its size (413)."""
    assert app.config["MAX_CONTENT_LENGTH"] < 5_000_000 < MAX_PACKAGE_BYTES
    assert visitor.send("/models", upload(b"x" * 5_000_000)).status_code == 422


class WatchedUpload(BytesIO):
    """Notes what lies in the packages folder while it is read."""

    def __init__(self, data, folder):
        super().__init__(data)
        self.folder, self.seen = folder, set()

    def read(self, size=-1):
        self.seen.update(path.name for path in self.folder.iterdir())
        return super().read(size)


def test_an_upload_that_cannot_be_written_is_told_as_a_storage_problem_and_leaves_nothing(app):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with app.app_context():
        folder = workbench().settings.packages_dir
        stream = WatchedUpload(bytes(4 * COPY_BYTES), folder)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2 * COPY_BYTES, hard))
        try:
            with pytest.raises(StorageProblem, match="cannot be used"):
                install_model_file(stream, "large.argosmodel")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert len(stream.seen) == 1
    assert stream.seen.pop().startswith(".incoming-")
    assert list(folder.iterdir()) == []


def test_the_starter_model_is_not_ours_to_remove(visitor):
    assert visitor.send("/models/remove", {"source": "en", "target": "es"}).status_code == 404


def test_the_check_translates_a_sentence_with_each_package(visitor):
    page = visitor.send("/models/check").text
    assert "What the check found" in page
    assert "became" in page


def test_a_package_that_echoes_is_shown_with_the_evidence_and_can_be_used_all_the_same(app, visitor, tmp_path):
    file = build_package(tmp_path / "downloads", "de", "nl", zipped=True)
    assert visitor.send("/models", upload(file.read_bytes(), file.name)).status_code == 303
    page = visitor.get("/models").text
    assert "In quarantine" in page
    assert "gives a plain sentence back untranslated" in page
    assert page.count("Alle Menschen sind frei und gleich") == 2
    assert "Use it all the same" in page
    assert visitor.send("/models/enable", {"source": "de", "target": "nl"}).status_code == 303
    page = visitor.get("/models").text
    assert "used all the same" in page
    assert "In quarantine" not in page
    assert visitor.send("/models/disable", {"source": "de", "target": "nl"}).status_code == 303
    assert "In quarantine" in visitor.get("/models").text
    assert visitor.send("/models/remove", {"source": "de", "target": "nl"}).status_code == 303
    assert "In quarantine" not in visitor.get("/models").text


def test_what_is_not_in_quarantine_cannot_be_enabled(visitor):
    assert visitor.send("/models/enable", {"source": "en", "target": "es"}).status_code == 404
