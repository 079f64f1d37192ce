"""`flask articles check`: what is wrong with a stored translation."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.failures import EXIT_BLOCKED, speaks_plainly

if TYPE_CHECKING:
    from workbench.services.views.checks import CheckedTranslation


@click.command("check")
@click.argument("article_id", metavar="ID", type=int)
@click.option("--to", "language", required=True, metavar="LANG", help="Which translation.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with every sentence and its findings.")
@click.option("--junit", metavar="FILE", help="Write JUnit XML, a test for each sentence; - for standard output.")
@click.pass_context
@speaks_plainly
def check(context: click.Context, article_id: int, language: str, as_json: bool, junit: str | None) -> None:
    """Say what is wrong with the current text of a translation.

    What was dismissed on the desk does not count. Faults of the model's text count until somebody has edited or
    accepted the sentence; a sentence that is not translated yet counts too. Readability that drifted is a warning.

    \b
    Exit status: 0 nothing blocking; 4 something that must not be published; 1 no such translation.
    """
    from workbench.checks.findings import count_blocking
    from workbench.cli.check_lines import check_lines
    from workbench.cli.verdicts import verdict_sentence
    from workbench.services.checking import check_translation

    if as_json and junit == "-":
        raise click.UsageError("--json and --junit - both want standard output: give --junit a file.")
    checked = check_translation(article_id, language)
    name = f"{checked.article_id} → {checked.language}"
    if junit is not None:
        _write_junit(junit, name, checked)
    if as_json:
        click.echo(json.dumps(_to_json(checked), ensure_ascii=False))
    elif junit != "-":
        verdict = verdict_sentence(checked.drift, checked.source_language, checked.language)
        click.echo("\n".join(check_lines(name, checked.findings, verdict)))
    if count_blocking(checked.findings):
        context.exit(EXIT_BLOCKED)


def _write_junit(path: str, name: str, checked: CheckedTranslation) -> None:
    from workbench.cli.junit import JUnitReport

    report = JUnitReport()
    rows = checked.rows
    report.add(name, [row.source for row in rows], checked.findings, [row.dismissed for row in rows])
    if path == "-":
        sys.stdout.buffer.write(report.to_bytes() + b"\n")
    else:
        report.write(Path(path))


def _to_json(checked: CheckedTranslation) -> dict[str, Any]:
    from workbench.cli.json_lines import findings_json

    findings = findings_json(checked.findings, [row.position for row in checked.rows])
    return {
        "id": checked.article_id,
        "title": checked.title,
        "source_language": checked.source_language,
        "target_language": checked.language,
        "segments": [
            {
                "position": row.position,
                "source": row.whole_source,
                "target": row.target,
                "merged_into": row.merged_into,
                "state": row.state.value,
                "checks": findings[row.position],
                "dismissed": [each.to_json() for each in row.dismissed],
            }
            for row in checked.rows
        ],
        "checks": findings[None],
        "readability": {
            "source": checked.source.to_json(),
            "target": None if checked.target is None else checked.target.to_json(),
            "drift": checked.drift.to_json(),
        },
    }
