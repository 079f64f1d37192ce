"""`flask articles`: the desk's articles from the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from flask import current_app
from flask.cli import with_appcontext

from workbench.cli.article_check import check
from workbench.cli.article_import import import_
from workbench.cli.failures import speaks_plainly
from workbench.cli.outputs import write_whole
from workbench.formats import FORMATS
from workbench.tables.setup import upgrade_database

if TYPE_CHECKING:
    from workbench.services.views import TranslationSummary


@click.group()
@with_appcontext
@speaks_plainly
def articles() -> None:
    """Import, list, check and export the articles of the desk."""
    upgrade_database(current_app._get_current_object())  # type: ignore[attr-defined]  # the proxy's documented way


articles.add_command(import_)
articles.add_command(check)


@articles.command("list")
@click.argument("query", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def list_(query: tuple[str, ...], as_json: bool) -> None:
    """List the articles, newest first; with QUERY only those that have all its words."""
    import json

    from workbench.services.articles import list_articles

    page, pages = 1, 1
    while page <= pages:
        found = list_articles(" ".join(query), page)
        page, pages = page + 1, found.pages
        for article in found.items:
            if as_json:
                line = {
                    "id": article.id,
                    "title": article.title,
                    "source_language": article.source_language,
                    "published": article.published and article.published.isoformat(),
                    "segments": article.segments,
                    "words": article.words,
                    "translations": {
                        each.language: {
                            "pending": each.progress.pending,
                            "unreviewed": each.progress.unreviewed,
                            "state": each.state.value,
                            "assignee": each.assignee or None,
                        }
                        for each in article.translations
                    },
                }
                click.echo(json.dumps(line, ensure_ascii=False))
                continue
            shown = ", ".join(_describe(each) for each in article.translations)
            click.echo(f"{article.id}\t{article.source_language}\t{shown or '-'}\t{article.title}")


def _describe(translation: TranslationSummary) -> str:
    """Return a translation in a few words: "es 12/24 in review (Ana)"."""
    state = translation.state.value.replace("_", " ")
    done = f"{translation.language} {translation.progress.translated}/{translation.progress.total} {state}"
    return f"{done} ({translation.assignee})" if translation.assignee else done


@articles.command()
@click.argument("article_id", metavar="ID", type=int)
@click.option("--to", "language", required=True, metavar="LANG", help="Which translation.")
@click.option("--format", "format_id", type=click.Choice([each.id for each in FORMATS]), help="Default: as imported.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File; default: standard output.")
@speaks_plainly
def export(article_id: int, language: str, format_id: str | None, out: Path | None) -> None:
    """Write the current, reviewed text of a translation.

    How many sentences nobody has reviewed is said on standard error, never in the text.
    """
    from workbench.services.export import export_translation

    exported = export_translation(article_id, language, format_id)
    if out is None:
        sys.stdout.buffer.write(exported.data)
    else:
        write_whole(out, exported.data)
    if exported.unreviewed:
        click.echo(f"{exported.unreviewed} sentences have not been reviewed.", err=True)
    if exported.pending:
        click.echo(f"{exported.pending} sentences are not translated yet; their source stands there.", err=True)
