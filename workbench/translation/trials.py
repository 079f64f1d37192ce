"""Use a quarantined package all the same, and put it back."""

from __future__ import annotations

from dataclasses import replace

from workbench.config import Settings
from workbench.errors import BadInput, NotFound
from workbench.translation.packages import Package, find_packages
from workbench.translation.quarantine import write_evidence
from workbench.translation.storage import writing
from workbench.wording import words


def set_enabled(source: str, target: str, settings: Settings, *, is_enabled: bool) -> Package:
    """Take the package for a pair out of quarantine by hand, or put it back.

    Args:
        source: Canonical language code.
        target: Canonical language code.
        settings: Where packages are.
        is_enabled: Whether the package is to be used.

    Returns:
        The package as it is now. One that was enabled comes before others for its pair in the same place.

    Raises:
        NotFound: No package for this pair is, or was, in quarantine.
        BadInput: It is as wanted already.
        StorageProblem: The folder cannot be written to.
    """
    inventory = find_packages(settings)
    tried = [
        package
        for package in (*inventory.quarantined, *inventory.packages)
        if package.evidence and (package.source, package.target) == (source, target)
    ]
    if not tried:
        raise NotFound(
            words("No model from {source} to {target} is in quarantine.", source=source, target=target),
            hint=words("flask models list shows which ones are."),
        )
    waiting = [package for package in tried if package.is_quarantined is is_enabled]
    if not waiting:
        state = "in use" if is_enabled else "in quarantine"
        raise BadInput(
            words("{id} is {state} already.", id=tried[0].id, state=state), hint=words("flask models list shows it.")
        )
    package = waiting[0]
    assert package.evidence is not None, "only packages with evidence were chosen"
    evidence = replace(package.evidence, is_enabled=is_enabled)
    with writing(package.path):
        write_evidence(package.path, evidence)
    return replace(package, evidence=evidence)
