"""Reads and counts NTREX-128: 123 news documents in 18 languages, translated by people, aligned by line.

Federmann, Kocmi and Xin (2022), NTREX-128 - News Test References for MT Evaluation of 128 Languages; CC BY-SA 4.0.
The corpus is not part of this project: https://github.com/MicrosoftTranslator/NTREX
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.readability.counts import Counts, count_sentences, split_text, total

Lines = Mapping[str, Sequence[str]]
Documents = dict[str, dict[str, tuple[Counts, ...]]]  # by language and document
FILES = {
    "ar": "arb",
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fi": "fin",
    "fr": "fra",
    "hi": "hin",
    "hu": "hun",
    "it": "ita",
    "ja": "jpn",
    "nl": "nld",
    "pl": "pol",
    "pt": "por-BR",
    "ru": "rus",
    "sv": "swe",
    "tr": "tur",
    "uk": "ukr",
    "zh": "zho-CN",
}
# In the Arabic of this document most spaces between words are missing, so its words cannot be told apart.
DAMAGED = {"ar": "dailymail.co.uk.298759"}


def read_corpus(folder: Path) -> tuple[list[str], dict[str, list[str]]]:
    """Return the document of each line, and each language's lines, one sentence each.

    Args:
        folder: Of the corpus, as it is published or with all files in one place.
    """
    found = {path.name: path for path in folder.rglob("*") if path.suffix in {".txt", ".tsv"}}
    documents = _lines(found, "document_ids.tsv", "DOCUMENT_IDS.tsv")
    lines = {
        language: _lines(found, f"{name}.txt", f"newstest2019-src.{name}.txt", f"newstest2019-ref.{name}.txt")
        for language, name in FILES.items()
    }
    for language, sentences in lines.items():
        if len(sentences) != len(documents):
            raise SystemExit(f"{FILES[language]} has {len(sentences)} lines; there are {len(documents)} sentences.")
    return documents, lines


def _lines(found: Mapping[str, Path], *names: str) -> list[str]:
    for name in names:
        if name in found:
            return found[name].read_text(encoding="utf-8").removesuffix("\n").split("\n")
    raise SystemExit(f"There is no {names[0]} in that folder.")


def lines_of(documents: Sequence[str]) -> dict[str, list[int]]:
    """Return the numbers of each document's lines."""
    places: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        places.setdefault(document, []).append(number)
    return places


def is_damaged(document: str, language: str) -> bool:
    """Say whether a document must be left out for a language."""
    return DAMAGED.get(language) == document


def count_documents(documents: Sequence[str], lines: Lines) -> Documents:
    """Return the counts of each line of each document in each language: one sentence a line, aligned."""
    places = lines_of(documents)
    counted: Documents = {}
    for language, sentences in lines.items():
        counts = count_sentences(sentences, language)
        counted[language] = {document: tuple(counts[number] for number in each) for document, each in places.items()}
    return counted


def split_documents(documents: Sequence[str], lines: Lines) -> Documents:
    """Return the counts of each sentence of each document in each language, lines split as we split any text."""
    places = lines_of(documents)
    return {
        language: {
            document: count_sentences(split_text("\n".join(texts[number] for number in each), language), language)
            for document, each in places.items()
        }
        for language, texts in lines.items()
    }


def totals_of(counted: Documents) -> dict[str, dict[str, Counts]]:
    """Return the counts of each document in each language."""
    return {
        language: {document: total(sentences) for document, sentences in each.items()}
        for language, each in counted.items()
    }
