"""The words are those that Argos Translate's own translator gives with the same package."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from workbench.config import Settings, resource_dir
from workbench.translation.engine import Decoding, Engine

SENTENCES = (Path(__file__).parents[1] / "data/parity_en.txt").read_text(encoding="utf-8").splitlines()

# Argos looks for its packages when it is imported, hence a process of its own. Its splitter would download
# a model: it is given the sentences instead.
ARGOS = """
import json, sys
from argostranslate import translate
class OneSentence:
    def split_sentences(self, text):
        return [text]
translation = translate.get_translation_from_codes("en", "es").underlying
translation.sentencizer = OneSentence()
print(json.dumps([translation.hypotheses(sentence, 1)[0].value for sentence in json.load(sys.stdin)]))
"""


@pytest.fixture(scope="module")
def argos_translations(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    home = tmp_path_factory.mktemp("argos")
    [starter] = (resource_dir("seeds") / "models").glob("translate-en_es-*.argosmodel")
    with zipfile.ZipFile(starter) as archive:
        archive.extractall(home / "packages")
    process = subprocess.run(
        [sys.executable, "-c", ARGOS],
        input=json.dumps(SENTENCES),
        env={**os.environ, "HOME": str(home), "ARGOS_PACKAGES_DIR": str(home / "packages"), "ARGOS_INTRA_THREADS": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    translations: list[str] = json.loads(process.stdout)
    return translations


def test_at_least_98_of_100_sentences_have_the_same_words(settings: Settings, argos_translations: list[str]) -> None:
    """Without repair: what the model itself writes."""
    raw = Engine(settings).translate(SENTENCES, "en", "es", decoding=Decoding(repair=False))
    ours = [hypothesis.text for hypothesis in raw]
    different = [
        f"{source}\n  argos {theirs}\n  ours  {mine}"
        for source, theirs, mine in zip(SENTENCES, argos_translations, ours, strict=True)
        if theirs.split() != mine.split()
    ]
    assert len(SENTENCES) == 100
    assert len(different) <= 2, "\n".join(different)


def test_repair_leaves_the_words_of_at_least_90_of_100_sentences(
    settings: Settings, argos_translations: list[str]
) -> None:
    """Checks and repair are for what is wrong; quotation marks and spaces are set as the language does, so only the
    words are compared."""
    ours = [hypothesis.text for hypothesis in Engine(settings).translate(SENTENCES, "en", "es")]
    same = [words(theirs) == words(mine) for theirs, mine in zip(argos_translations, ours, strict=True)]
    assert sum(same) >= 90


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
