"""The run of one `flask translate`: reading, translating, writing, and counting what failed."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from workbench.checks.findings import count_blocking
from workbench.cli.failures import failure_line
from workbench.cli.glossaries import Glossaries, no_glossary
from workbench.cli.junit import JUnitReport
from workbench.cli.outputs import write_whole
from workbench.cli.plan import planned_output
from workbench.cli.progress import Progress
from workbench.cli.sources import Source
from workbench.cli.tasks import Options, Outcome, Save, Task
from workbench.config import Settings
from workbench.errors import BadInput, NoModel, WorkbenchError
from workbench.formats import write_document
from workbench.formats.document import Document
from workbench.languages import detect
from workbench.memory.terms import Glossary
from workbench.translation.documents import TranslatedDocument, Translator, translate_documents
from workbench.translation.engine import Decoding, Engine
from workbench.translation.remembering import Recall, RememberingEngine

DETECTION_CHARS = 4_000


class Batch:
    """Translates sources into languages as `options` say."""

    def __init__(
        self,
        settings: Settings,
        options: Options,
        save: Save | None,
        glossaries: Glossaries = no_glossary,
        recall: Recall | None = None,
        report: JUnitReport | None = None,
    ) -> None:
        self._settings = settings
        self._options = options
        self._save = save
        self._glossaries = glossaries
        self._report = report
        self._engine = Engine(settings)
        self._translator: Translator = RememberingEngine(self._engine, recall) if recall else self._engine
        self._outcome = Outcome()
        self._progress = Progress()
        self._originals: dict[Task, Document] = {}

    def run(self, sources: Sequence[Source]) -> Outcome:
        """Translate everything that can be; report each source that cannot on standard error."""
        total = len(sources) * len(self._options.languages)
        with self._progress.shown(total):
            for target in self._options.languages:
                self._engine.preload(target)
                tasks = self._read(sources, target)
                for language, group in itertools.groupby(tasks, key=lambda item: item[0].source_language):
                    self._translate(language, target, group)
        self._progress.summarise(self._outcome.done, self._outcome.skipped, self._outcome.failed)
        return self._outcome

    def _read(self, sources: Sequence[Source], target: str) -> Iterator[tuple[Task, Document]]:
        """Yield the documents to translate; what cannot be read is reported and left out."""
        for source in sources:
            try:
                if self._is_done(source, target):
                    self._outcome.skipped += 1
                    continue
                document = source.read(max_chars=self._settings.max_text_chars)
                language = self._options.source or detect(_sample(document)).language
            except WorkbenchError as error:
                self._fail(source, error)
                continue
            for warning in document.warnings:
                self._progress.say(f"{source.name}: {warning}")
            task = Task(source, target, language)
            if self._save is not None:
                self._originals[task] = document
            yield task, document

    def _translate(self, language: str, target: str, group: Iterator[tuple[Task, Document]]) -> None:
        try:
            route = self._engine.route(language, target)
            glossary = self._glossaries(language, target)
        except WorkbenchError as error:
            for task, _ in group:
                self._outcome.without_model += isinstance(error, NoModel)
                self._fail(task.source, error)
            return
        packages = tuple(package.id for package in route.packages)
        decoding = Decoding(beam_size=self._options.beam_size)
        pending: dict[Task, None] = {}
        try:
            for result in translate_documents(
                _noting(group, pending), self._translator, language, target, decoding=decoding, glossary=glossary
            ):
                del pending[result.key]
                self._deliver(result, packages, glossary)
        except WorkbenchError as error:  # the decoding itself failed, and would again for the rest
            for task in itertools.chain(pending, (task for task, _ in group)):
                self._originals.pop(task, None)
                self._fail(task.source, error)

    def _deliver(self, result: TranslatedDocument[Task], packages: tuple[str, ...], glossary: Glossary | None) -> None:
        try:
            self._store(result, packages, glossary)
            self._check(result, packages, glossary)
        except WorkbenchError as error:
            self._fail(result.key.source, error)
            return
        self._outcome.done += 1
        self._progress.advance(result)

    def _store(self, result: TranslatedDocument[Task], packages: tuple[str, ...], glossary: Glossary | None) -> None:
        task, out = result.key, self._options.out
        if self._save is not None:  # first: --resume takes a file that is there for all that was asked
            self._save(result, self._originals.pop(task), packages, glossary)
        if out is None:
            if not self._options.as_json:
                self._print(write_document(result.document, self._options.format_id))
        else:
            write_whole(
                self._output(task.source, task.target), write_document(result.document, self._options.format_id)
            )

    def _check(self, result: TranslatedDocument[Task], packages: tuple[str, ...], glossary: Glossary | None) -> None:
        """Measure a translation, and say what was asked for: a line of JSON, what is wrong, or just the verdict."""
        if not (self._options.as_json or self._options.check or sys.stderr.isatty()):
            return
        from workbench.cli.check_lines import check_lines
        from workbench.cli.checking import check_result

        checked = check_result(result, glossary, with_checks=self._options.check)
        if self._options.as_json:
            from workbench.cli.json_lines import translation_line
            from workbench.translation.confidence import read_scales, scale_of

            scale = scale_of(packages, read_scales(self._settings.data_dir))
            line = translation_line(result, scale, checked, with_checks=self._options.check)
            click.echo(json.dumps(line, ensure_ascii=False))
        name = f"{result.key.source.name} → {result.key.target}"
        if self._report is not None:
            self._report.add(name, [each.source for each in result.sentences], checked.findings)
        if self._options.check:
            self._outcome.blocked += count_blocking(checked.findings) > 0
            self._progress.say("\n".join(check_lines(name, checked.findings, checked.verdict)))
        elif sys.stderr.isatty():
            self._progress.say(f"{name}: {checked.verdict}")

    def _print(self, data: bytes) -> None:
        stream = sys.stdout.buffer
        stream.write(data)
        stream.flush()
        if sys.stdout.isatty() and not data.endswith(b"\n"):
            click.echo(err=True)  # the summary begins on a line of its own

    def _output(self, source: Source, target: str) -> Path:
        assert self._options.out is not None
        return planned_output(source, target, out=self._options.out, format_id=self._options.format_id)

    def _is_done(self, source: Source, target: str) -> bool:
        if self._options.out is None or self._options.force:
            return False
        path = self._output(source, target)
        if not path.exists():
            return False
        if not self._options.resume:
            raise BadInput(f"{path} is there already.", hint="Add --resume to leave it, or --force to replace it.")
        return source.path is not None and source.path.exists() and path.stat().st_mtime >= source.path.stat().st_mtime

    def _fail(self, source: Source, error: WorkbenchError) -> None:
        self._outcome.failed += 1
        self._progress.say(failure_line(source.name, error))


def _noting(group: Iterator[tuple[Task, Document]], pending: dict[Task, None]) -> Iterator[tuple[Task, Document]]:
    """Pass the group on, and note in `pending` what was taken of it."""
    for task, document in group:
        pending[task] = None
        yield task, document


def _sample(document: Document) -> str:
    text = "\n".join(block.text for block in document.blocks if block.is_translatable)
    return text[:DETECTION_CHARS]
