"""What `flask models list` prints, and the commands that take a model out of quarantine and put it back."""

from __future__ import annotations

import click

from workbench.cli.failures import speaks_plainly
from workbench.config import load_settings
from workbench.languages import canonical
from workbench.translation.packages import Inventory, PackageOrigin
from workbench.translation.quarantine import Evidence
from workbench.translation.scores import score_line

_SHOWN_CHARS = 300


def show_installed(inventory: Inventory) -> None:
    """Print the packages that are used, those in quarantine with the evidence, and what lies there broken."""
    for package in inventory.packages:
        pair = f"{package.source} → {package.target}"
        size = f"{package.size_bytes / 1e6:>6.0f} MB"
        click.echo(f"{pair:<16} {package.version:<8} {size}  {_ORIGINS[package.origin]}")
        if package.evidence:
            click.echo(f"{'':<16} was in quarantine and is used all the same")
            show_evidence(package.evidence)
        if package.is_starter:
            if scores := score_line(package.readme()):
                click.echo(f"{'':<16} {scores}")
            advice = f"flask models install {package.source} {package.target}"
            click.echo(f"{'':<16} small, for a start; a better one: {advice}")
    for package in inventory.quarantined:
        click.echo(f"in quarantine: {package.id}")
        if package.evidence:
            show_evidence(package.evidence)
        advice = f"flask models enable {package.source} {package.target}"
        click.echo(f"{'':<16} to use it all the same: {advice}")
    for broken in inventory.unusable:
        click.echo(f"not usable: {broken.path}: {broken.reason}")
    if not inventory.packages:
        click.echo("No models are installed. To get one: flask models install en es", err=True)


def show_evidence(evidence: Evidence, *, err: bool = False) -> None:
    """Print why a package is in quarantine."""
    translation = evidence.translation.strip()[:_SHOWN_CHARS] or "(nothing)"
    for line in (f"{evidence.reason} ({evidence.date[:10]})", evidence.source, translation):
        click.echo(f"{'':<16} {line}", err=err)


@click.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@speaks_plainly
def enable(source: str, target: str) -> None:
    """Use the quarantined model for a pair of languages all the same."""
    from workbench.translation.trials import set_enabled

    package = set_enabled(canonical(source), canonical(target), load_settings(), is_enabled=True)
    click.echo(f"{package.id} is used all the same.")


@click.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@speaks_plainly
def disable(source: str, target: str) -> None:
    """Put a model that was enabled by hand back into quarantine."""
    from workbench.translation.trials import set_enabled

    package = set_enabled(canonical(source), canonical(target), load_settings(), is_enabled=False)
    click.echo(f"{package.id} is in quarantine again.")


_ORIGINS = {
    PackageOrigin.INSTALLED: "installed",
    PackageOrigin.ARGOS: "from Argos Translate",
    PackageOrigin.STARTER: "starter model",
}
