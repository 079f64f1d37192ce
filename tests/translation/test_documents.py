"""Whole documents: the layout around the words stays, whatever the words are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.conftest import SEED
from tests.packages_builder import build_package
from workbench.config import Settings
from workbench.formats import read_document, read_pasted
from workbench.formats.document import Block, BlockKind, Document
from workbench.review import Origin
from workbench.segments import segment_block
from workbench.translation.documents import TranslatedDocument, translate_documents
from workbench.translation.engine import Engine


@pytest.fixture(scope="module")
def copier(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine whose package from `de` to `nl` copies."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("copier"), argos_packages=False, threads=2)
    build_package(settings.packages_dir, "de", "nl")
    return Engine(settings)


def translate(engine: Engine, *documents: Document, pair: tuple[str, str] = ("de", "nl")) -> list[TranslatedDocument]:
    return list(translate_documents(list(enumerate(documents)), engine, *pair))


pieces = st.text(max_size=120) | st.sampled_from(
    ["", "- item", "|#+|", "Ein Satz. Noch einer!", "  \t", "# Titel", "🙂"]
)


@given(lines=st.lists(pieces, max_size=12))
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_text_keeps_its_blocks_and_what_stands_between_them(copier: Engine, lines: list[str]) -> None:
    text = "\n".join(["Anfang.", *lines]).replace("\0", "")
    document = read_pasted(text, max_chars=10_000)
    [result] = translate(copier, document)
    after = result.document
    assert [block.kind for block in after.blocks] == [block.kind for block in document.blocks]
    assert [(block.before, block.after) for block in after.blocks] == [
        (block.before, block.after) for block in document.blocks
    ]
    for was, now in zip(document.blocks, after.blocks, strict=True):
        if not was.is_translatable:
            assert now.text == was.text
        # A block stays one block: no translation brings a line end of its own.
        assert len(now.text.splitlines()) <= max(1, len(was.text.splitlines()))
    expected = sum(len(segment_block(block.text, "de")) for block in document.blocks if block.is_translatable)
    assert len(result.sentences) == expected


def test_documents_come_out_in_order_each_with_its_own_sentences(copier: Engine) -> None:
    only_a_mark = Document("text", (Block(BlockKind.SEPARATOR, "|#+|"),))
    first, third, last = (
        read_pasted(text, max_chars=1000) for text in ("Eins. Zwei.", "Drei.\n\nDrei.", "Zwei. Vier.")
    )
    documents = [first, only_a_mark, third, last]
    results = translate(copier, *documents)
    assert [result.key for result in results] == [0, 1, 2, 3]
    assert [[sentence.target for sentence in result.sentences] for result in results] == [
        ["Eins.", "Zwei."],
        [],
        ["Drei.", "Drei."],
        ["Zwei.", "Vier."],
    ]


def test_a_repeated_paragraph_says_so_and_costs_nothing(settings: Settings) -> None:
    document = read_document(Path(SEED).read_bytes(), name=SEED.name, max_chars=100_000)
    [result] = translate(Engine(settings), document, pair=("en", "es"))
    repeats = [sentence for sentence in result.sentences if sentence.origin is Origin.REPEAT]
    assert len(repeats) == 3
    firsts = {s.source: s.target for s in result.sentences if s.origin is Origin.MACHINE}
    assert all(firsts[sentence.source] == sentence.target for sentence in repeats)
