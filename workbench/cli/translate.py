"""`flask translate`: articles in, translations out, without a browser."""

from __future__ import annotations

from pathlib import Path

import click
from flask import Flask

from workbench.cli.failures import EXIT_BLOCKED, speaks_plainly
from workbench.cli.sources import find_sources
from workbench.formats import FORMATS

EXIT_SOME_FAILED = 1
EXIT_NO_MODEL = 3


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--to", "targets", multiple=True, required=True, metavar="LANG", help="Target language; repeatable.")
@click.option("--from", "source", default="auto", show_default=True, metavar="LANG", help="Language of the sources.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for <stem>.<lang>.<ext>.")
@click.option("--format", "format_id", type=click.Choice([each.id for each in FORMATS]), help="Default: as the source.")
@click.option("--save", is_flag=True, help="Also put the articles and translations on the desk.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with scores, on standard output.")
@click.option("--check", is_flag=True, help="Say on standard error what is wrong with each translation.")
@click.option(
    "--junit",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="--check, and write what was found as JUnit XML.",
)
@click.option("--resume", is_flag=True, help="Leave out what has an output that is newer than its source.")
@click.option("--force", is_flag=True, help="Replace outputs that are there.")
@click.option("--beam", type=click.IntRange(1, 16), help="Hypotheses kept while decoding; default: 4.")
@click.option("--draft", is_flag=True, help="A quick draft: --beam 1.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Decoder threads; default: one for each core.")
@click.option("--glossary", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="CSV file of terms.")
@click.option("--no-glossary", is_flag=True, help="Do not follow the glossary of the desk.")
@click.option("--no-memory", is_flag=True, help="Do not reuse what reviewers accepted before.")
@click.pass_context
@speaks_plainly
def translate(
    context: click.Context,
    sources: tuple[str, ...],
    targets: tuple[str, ...],
    source: str,
    out: Path | None,
    format_id: str | None,
    save: bool,
    as_json: bool,
    check: bool,
    junit: Path | None,
    resume: bool,
    force: bool,
    beam: int | None,
    draft: bool,
    jobs: int | None,
    glossary: Path | None,
    no_glossary: bool,
    no_memory: bool,
) -> None:
    """Translate SOURCES: files, folders, globs, or "-" for standard input.

    One source without --out goes to standard output. Otherwise each translation is written to
    <stem>.<lang>.<ext> in the folder --out, whole or not at all. With --out, --json prints its lines
    besides.

    \b
    Exit status: 0 all done; 2 wrong usage; 3 no model for the language pair, for every source;
    1 some sources failed (each is named, the others are done); 4 all done, but --check found
    something that must not be published.
    """
    from workbench.languages import canonical, prepare_detection

    if source == "auto":
        prepare_detection()  # half a second of decompressing, while the model below is loaded
    from workbench.cli.batch import Batch
    from workbench.cli.glossaries import Glossaries, glossary_of_desk, glossary_of_file
    from workbench.cli.glossaries import no_glossary as follow_none
    from workbench.cli.junit import JUnitReport
    from workbench.cli.plan import refuse_collisions, without_outputs
    from workbench.cli.remembered import memory_of_desk
    from workbench.cli.tasks import Options
    from workbench.config import load_settings
    from workbench.translation.decoding import DRAFT_BEAM

    found = find_sources(sources)
    languages = tuple(dict.fromkeys(canonical(target) for target in targets))
    if out is not None:
        found = without_outputs(found, languages, out=out, format_id=format_id)
    if not found:
        raise click.UsageError("The folder has no article in a known format.")
    if out is None and (len(found) > 1 or len(languages) > 1):
        raise click.UsageError("Several sources or several --to need a folder: add --out DIR.")
    if out is None and (resume or force):
        raise click.UsageError("--resume and --force are about files: add --out DIR.")
    if draft and beam is not None:
        raise click.UsageError("--draft is --beam 1: choose one.")
    if junit == Path("-"):
        raise click.UsageError("Standard output is for translations: give --junit a file.")
    if resume and force:
        raise click.UsageError("--resume keeps outputs, --force replaces them: choose one.")
    if glossary and no_glossary:
        raise click.UsageError("--glossary names one, --no-glossary wants none: choose one.")
    if out is not None:
        refuse_collisions(found, languages, out=out, format_id=format_id)
    settings = load_settings({"threads": jobs} if jobs else None)
    options = Options(
        languages=languages,
        source=None if source == "auto" else canonical(source),
        out=out,
        format_id=format_id,
        as_json=as_json,
        resume=resume,
        force=force,
        beam_size=DRAFT_BEAM if draft else beam or settings.beam_size,
        check=check or junit is not None,
    )

    def load_app() -> Flask:
        from flask.cli import ScriptInfo

        return context.ensure_object(ScriptInfo).load_app()

    saver = None
    if save:
        from workbench.cli.saving import Saver

        saver = Saver(load_app(), options.beam_size)
    glossaries: Glossaries = follow_none
    if glossary is None and not no_glossary:
        glossaries = glossary_of_desk(settings, load_app)
    elif glossary is not None:
        glossaries = glossary_of_file(
            glossary,
            max_chars=settings.max_upload_bytes,
            source=options.source or "",
            target=languages[0] if len(languages) == 1 else "",
        )
    recall = None if no_memory else memory_of_desk(settings, load_app)
    report = JUnitReport() if junit is not None else None
    outcome = Batch(settings, options, saver, glossaries, recall, report).run(found)
    if report is not None and junit is not None:
        report.write(junit)
    if outcome.failed:
        context.exit(EXIT_NO_MODEL if outcome.all_without_model else EXIT_SOME_FAILED)
    if outcome.blocked:
        context.exit(EXIT_BLOCKED)
