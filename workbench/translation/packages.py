"""Translation packages in Argos' format: where they are, and what each one says of itself.

A package is a folder or a zip file (`.argosmodel`) with `metadata.json`, a tokenizer (`sentencepiece.model`
or `bpe.model`) and `model/`, a CTranslate2 model.
When two packages translate the same pair, the one in the first of the three places of `places` is used, and in
one place the higher version.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from workbench.config import Settings
from workbench.errors import BrokenPackage
from workbench.translation.archives import Contents, open_contents
from workbench.translation.metadata import METADATA, read_metadata
from workbench.translation.places import PackageOrigin, candidates, places
from workbench.translation.quarantine import QUARANTINE, Evidence, parse_evidence
from workbench.wording import words

__all__ = ["Inventory", "Package", "PackageOrigin", "Unusable", "find_packages", "read_package", "version_key"]

TOKENIZERS = {"sentencepiece.model": "sentencepiece", "bpe.model": "bpe"}
WEIGHTS = "model/model.bin"
_VOCABULARIES = ("shared_vocabulary", "source_vocabulary")


@dataclass(frozen=True, slots=True)
class Package:
    """One translation package on this machine.

    Attributes:
        source: Canonical code of the language it translates from.
        target: Canonical code of the language it translates to.
        version: As the package says, such as "1.9".
        path: Its folder or zip file.
        origin: Where it was found.
        tokenizer: "sentencepiece" or "bpe".
        target_prefix: Token that every translation starts with, or "".
        size_bytes: Of all its files, or of the zip file.
        changed_ns: When its newest file was written, nanoseconds since 1970.
        evidence: Why it is, or was, in quarantine; None for one that passed.
    """

    source: str
    target: str
    version: str
    path: Path
    origin: PackageOrigin
    tokenizer: str
    target_prefix: str
    size_bytes: int
    changed_ns: int = 0
    evidence: Evidence | None = None

    @property
    def id(self) -> str:
        """A stable name such as "en-es 0.1 (starter)"; unique among the packages that are found together."""
        return f"{self.source}-{self.target} {self.version} ({self.origin})"

    @property
    def is_starter(self) -> bool:
        """Whether it is one of the small models that travel with the workbench."""
        return self.origin is PackageOrigin.STARTER

    @property
    def is_quarantined(self) -> bool:
        """Whether it was found wanting and nobody has enabled it."""
        return self.evidence is not None and not self.evidence.is_enabled

    def read(self, name: str) -> bytes:
        """Return the content of one of its files.

        Args:
            name: Path inside the package, such as "model/model.bin".

        Raises:
            BrokenPackage: It has no such file, or the file cannot be read.
        """
        return open_contents(self.path).read(name)

    def readme(self) -> str:
        """Return its README.md: data, licence and scores; "" if it has none."""
        contents = open_contents(self.path)
        return contents.read("README.md").decode("utf-8", "replace") if "README.md" in contents.names else ""


@dataclass(frozen=True, slots=True)
class Unusable:
    """Something in a packages folder that is not a working package.

    Attributes:
        path: The folder or file.
        reason: Why, one sentence.
    """

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """What `find_packages` found.

    Attributes:
        packages: The usable ones; of two for one pair the preferred one comes first.
        unusable: What is no working package, with reasons.
        quarantined: Those that were found wanting when they were installed, with the evidence; never used.
    """

    packages: tuple[Package, ...]
    unusable: tuple[Unusable, ...]
    quarantined: tuple[Package, ...] = ()


def find_packages(settings: Settings) -> Inventory:
    """Look for packages in all three places. A broken one is listed, it never hides the others."""
    packages: dict[str, Package] = {}
    unusable: list[Unusable] = []
    quarantined: list[Package] = []
    for origin, folder in places(settings):
        for path in candidates(folder, origin):
            try:
                package = read_package(path, origin)
            except BrokenPackage as error:
                unusable.append(Unusable(path, error.args[0]))
                continue
            if package is None:
                continue
            if package.is_quarantined:
                quarantined.append(package)
                continue
            rival = packages.get(package.id)
            if rival is not None and rival.changed_ns >= package.changed_ns:
                package, rival = rival, package
            packages[package.id] = package
            if rival is not None and rival.path != package.path:
                unusable.append(Unusable(rival.path, f"It is {package.id} again; {package.path.name} is used."))
    ranks = {origin: rank for rank, origin in enumerate(PackageOrigin)}
    ordered = sorted(packages.values(), key=lambda package: version_key(package.version), reverse=True)
    # One that somebody enabled by hand is wanted: it comes before others of its pair.
    ordered.sort(key=lambda p: (ranks[p.origin], p.source, p.target, p.evidence is None))
    return Inventory(tuple(ordered), tuple(unusable), tuple(quarantined))


def read_package(path: Path, origin: PackageOrigin) -> Package | None:
    """Return what the package at `path` says of itself; None if it is there for something else than translating.

    Raises:
        BrokenPackage: A file is missing or cannot be read; the message says which.
    """
    contents = open_contents(path)
    metadata = read_metadata(contents.read(METADATA))
    if not metadata.is_translation:
        return None
    return Package(
        source=metadata.source,
        target=metadata.target,
        version=metadata.version,
        path=path,
        origin=origin,
        tokenizer=_tokenizer(contents),
        target_prefix=metadata.target_prefix,
        size_bytes=contents.size_bytes,
        changed_ns=contents.changed_ns,
        evidence=parse_evidence(contents.read(QUARANTINE)) if QUARANTINE in contents.names else None,
    )


def version_key(version: str) -> tuple[tuple[int, int | str], ...]:
    """Return a sort key under which 1.10 comes after 1.9, and words come before numbers."""
    parts: list[str] = re.findall(r"[0-9]+|[^\W\d_]+", version)
    return tuple((1, int(part)) if part.isdecimal() else (0, part) for part in parts)


def _tokenizer(contents: Contents) -> str:
    names = contents.names
    if WEIGHTS not in names:
        raise BrokenPackage(words("It has no {weights}.", weights=WEIGHTS), hint=_REINSTALL)
    if not any(f"model/{name}.{ending}" in names for name in _VOCABULARIES for ending in ("json", "txt")):
        raise BrokenPackage(words("It has no vocabulary in model/."), hint=_REINSTALL)
    for file, tokenizer in TOKENIZERS.items():
        if file in names:
            return tokenizer
    raise BrokenPackage(words("It has no tokenizer (sentencepiece.model or bpe.model)."), hint=_REINSTALL)


_REINSTALL = words("Install the package again: flask models install FROM TO")
