"""Which file each translation of `flask translate` goes to, and what must not be translated or overwritten."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from workbench.cli.outputs import output_path
from workbench.cli.sources import Source
from workbench.formats import format_by_id


def planned_output(source: Source, language: str, *, out: Path, format_id: str | None) -> Path:
    """Return the file that a source's translation into a language goes to.

    Args:
        source: What is translated.
        language: Canonical code of the target language.
        out: The folder for all translations.
        format_id: Format they are written in; None for each source's own.
    """
    extension = format_by_id(format_id).extensions[0] if format_id else source.inside.suffix or ".txt"
    return output_path(out, source, language, extension)


def without_outputs(
    sources: Sequence[Source], languages: Sequence[str], *, out: Path, format_id: str | None
) -> list[Source]:
    """Return the sources without those that an earlier run like this one wrote.

    Only what was found in a folder is left out: all that lies in `out`, where that is a folder within the
    one that was named, and each file that the translation of another source goes to.

    Args:
        sources: As found.
        languages: Canonical codes of the target languages.
        out: As for `planned_output`.
        format_id: As for `planned_output`.
    """
    folder = _real(out)
    outputs = {_real(path) for path, _ in _planned(sources, languages, out, format_id)}

    def is_output(source: Source) -> bool:
        if source.path is None or source.folder is None:
            return False
        path, root = _real(source.path), _real(source.folder)
        return path in outputs or (folder != root and folder.is_relative_to(root) and path.is_relative_to(folder))

    return [source for source in sources if not is_output(source)]


def refuse_collisions(sources: Sequence[Source], languages: Sequence[str], *, out: Path, format_id: str | None) -> None:
    """Do nothing when every translation has a file of its own that is not a source.

    Args:
        sources: What is translated.
        languages: Canonical codes of the target languages.
        out: As for `planned_output`.
        format_id: As for `planned_output`.

    Raises:
        click.UsageError: Two translations would go to one file, or one would replace a source.
    """
    originals = {_real(source.path): source.name for source in sources if source.path is not None}
    seen: dict[Path, str] = {}
    for path, source in _planned(sources, languages, out, format_id):
        real = _real(path)
        if real in originals:
            raise click.UsageError(
                f"The translation of {source.name} would replace {originals[real]}, which is a source too. "
                "Leave that one out, or choose another folder with --out."
            )
        if real in seen:
            raise click.UsageError(
                f"{seen[real]} and {source.name} would both be written to {path}. Translate them into two folders."
            )
        seen[real] = source.name


def _planned(
    sources: Sequence[Source], languages: Sequence[str], out: Path, format_id: str | None
) -> list[tuple[Path, Source]]:
    return [
        (planned_output(source, language, out=out, format_id=format_id), source)
        for language in languages
        for source in sources
    ]


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # Path.resolve() raises for a link that leads to itself
