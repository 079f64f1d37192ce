"""`flask readability`: how hard a text is to read, and whether its translation became harder."""

from __future__ import annotations

import click

from workbench.cli.failures import speaks_plainly
from workbench.cli.file_group import FileGroup


@click.group(cls=FileGroup)
@click.argument("file")
@click.option("--lang", "code", default="auto", show_default=True, metavar="LANG", help="Language of the text.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with every sentence.")
@click.option("--sentences", "all_sentences", is_flag=True, help="List every hard sentence, not only the ten hardest.")
@click.option("--textstat", "with_textstat", is_flag=True, help="Add what textstat says, and why it differs.")
@speaks_plainly
def readability(file: str, code: str, as_json: bool, all_sentences: bool, with_textstat: bool) -> None:
    """Measure how hard FILE is to read; "-" is standard input.

    \b
    flask readability article.txt
    flask readability compare article.txt article.es.txt

    Prints counts, the scores that are validated for the language, measures that every language has, the
    reading time, and the hard sentences with the reason. Under 100 words there are only counts.
    """
    from workbench.cli.one_file import read_one, say_warnings
    from workbench.config import load_settings
    from workbench.readability.report import analyse_sentences

    text = read_one(file, _given(code), load_settings(), option="--lang")
    say_warnings(text)
    report = analyse_sentences(text.sentences, text.language, with_mattr=True)
    if as_json:
        from workbench.cli.readability_json import report_json

        values = report_json(text, report)
        if with_textstat:
            from workbench.cli.beside_textstat import ask_textstat, reference_json

            values["textstat"] = reference_json(ask_textstat(text))
        _print_json(values)
    else:
        from workbench.cli.readability_table import MOST_HARD_SENTENCES, report_lines

        lines = report_lines(text, report, most_sentences=None if all_sentences else MOST_HARD_SENTENCES)
        if with_textstat:
            from workbench.cli.beside_textstat import ask_textstat, reference_lines

            lines += ["", *reference_lines(ask_textstat(text), report)]
        _print_lines(lines)


@readability.command(short_help="Say whether a translation is harder to read than it should be.")
@click.argument("source")
@click.argument("target")
@click.option("--from", "source_code", default="auto", show_default=True, metavar="LANG", help="Language of SOURCE.")
@click.option("--to", "target_code", default="auto", show_default=True, metavar="LANG", help="Language of TARGET.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with both reports and the drift.")
@speaks_plainly
def compare(source: str, target: str, source_code: str, target_code: str, as_json: bool) -> None:
    """Say whether the translation TARGET is harder to read than people's translations of a text like SOURCE.

    Prints both sides, the verdict, the measures that moved, and the sentences that account for it. One of the
    two may be "-", standard input. A file named "compare" is measured as ./compare.
    """
    from workbench.cli.comparison import compare_texts
    from workbench.cli.comparison_table import comparison_lines
    from workbench.cli.one_file import read_one, say_warnings
    from workbench.cli.readability_json import comparison_json
    from workbench.cli.sources import STDIN
    from workbench.config import load_settings

    if source == target == STDIN:
        raise click.UsageError("Only one of the two can be standard input.")
    settings = load_settings()
    codes = _given(source_code), _given(target_code)
    texts = read_one(source, codes[0], settings, option="--from"), read_one(target, codes[1], settings, option="--to")
    for text in texts:
        say_warnings(text)
    comparison = compare_texts(*texts)
    if as_json:
        _print_json(comparison_json(comparison))
    else:
        _print_lines(comparison_lines(comparison))


def _given(code: str) -> str | None:
    """Return the canonical code that was given, None for "auto"."""
    from workbench.languages import canonical, prepare_detection

    if code == "auto":
        prepare_detection()  # half a second of decompressing, while the other modules are loaded
        return None
    return canonical(code)


def _print_json(values: object) -> None:
    import json

    click.echo(json.dumps(values, ensure_ascii=False))


def _print_lines(lines: list[str]) -> None:
    click.echo("\n".join(lines))
