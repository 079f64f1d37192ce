"""Putting what the command line translated on the desk."""

from __future__ import annotations

from flask import Flask

from workbench.cli.tasks import Task
from workbench.formats.document import Document
from workbench.memory.term_notes import followed_terms
from workbench.memory.terms import Glossary
from workbench.review import Origin
from workbench.services.articles import add_article
from workbench.services.batches import MachineText
from workbench.services.imports import add_machine_translation
from workbench.tables.setup import upgrade_database
from workbench.translation.documents import TranslatedDocument


class Saver:
    """Stores each article once and each of its translations, made with one beam. Call it with a result."""

    def __init__(self, app: Flask, beam_size: int) -> None:
        self._app = app
        self._beam_size = beam_size
        self._articles: dict[str, int] = {}
        upgrade_database(app)

    def __call__(
        self,
        result: TranslatedDocument[Task],
        original: Document,
        packages: tuple[str, ...],
        glossary: Glossary | None = None,
    ) -> None:
        task = result.key
        texts = [
            MachineText(
                sentence.source,
                sentence.target,
                sentence.score,
                sentence.pivot,
                sentence.faults,
                origin=Origin.MACHINE if sentence.match is None else Origin.MEMORY,
                match=sentence.match,
                terms=followed_terms(glossary, sentence.source, sentence.target) if sentence.match is None else (),
            )
            for sentence in result.sentences
        ]
        with self._app.app_context():
            if task.source.name not in self._articles:
                self._articles[task.source.name] = add_article(original, source=task.source_language)
            add_machine_translation(
                self._articles[task.source.name], task.target, texts, packages, beam_size=self._beam_size
            )
