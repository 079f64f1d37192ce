"""The index of packages that can be downloaded, by default the one of Argos Translate."""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin

from workbench.config import Settings
from workbench.errors import BrokenPackage, IndexUnreachable, NoSuchPair
from workbench.translation.downloads import Available, download
from workbench.translation.http import fetch_bytes
from workbench.translation.metadata import parse_metadata
from workbench.translation.packages import find_packages, version_key
from workbench.wording import words

__all__ = ["Available", "Index", "available", "download", "find_available", "index_url", "read_index"]

ARGOS_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
INDEX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Index:
    """What could be found out about packages to download.

    Attributes:
        available: One for each pair, the newest, sorted.
        age_seconds: 0 for one that was fetched now, else since the copy in the data folder was.
        warning: One sentence when the copy had to do, else "".
    """

    available: tuple[Available, ...]
    age_seconds: float = 0.0
    warning: str = ""


def available(settings: Settings) -> tuple[Available, ...]:
    """Return the packages that can be downloaded, one for each pair; see `read_index`."""
    return read_index(settings).available


def read_index(settings: Settings) -> Index:
    """Fetch the index; if that fails, use the copy of the last one that was fetched from the same address.

    Raises:
        IndexUnreachable: It cannot be fetched, or is not an index, and there is no copy.
    """
    url, copy = index_url(settings), _copy_path(settings)
    try:
        content = fetch_bytes(url, INDEX_BYTES)
        entries = _parse(content, url)
    except IndexUnreachable as error:
        kept = _read_copy(copy, url)
        if kept is None:
            raise
        age = max(time.time() - copy.stat().st_mtime, 0.0)
        return Index(_with_installed(kept, settings), age, f"{error} This is the list of {_ago(age)}.")
    _write_copy(copy, url, content)
    return Index(_with_installed(entries, settings))


def find_available(packages: tuple[Available, ...], source: str, target: str) -> Available:
    """Return the package for a pair.

    Args:
        packages: As `available` gives them.
        source: Canonical language code.
        target: Canonical language code.

    Raises:
        NoSuchPair: There is none; the message lists what there is from this source.
    """
    pairs = {(package.source, package.target): package for package in packages}
    if found := pairs.get((source, target)):
        return found
    targets = sorted(to for from_, to in pairs if from_ == source)
    if not targets:
        sources = ", ".join(sorted({from_ for from_, _ in pairs})) or "no language"
        raise NoSuchPair(
            words("The index has no model from {source}.", source=source),
            hint=words("There are models from: {sources}.", sources=sources),
        )
    message = words(
        "The index has no model from {source} to {target}, only to {targets}.",
        source=source,
        target=target,
        targets=", ".join(targets),
    )
    pivots = [to for to in targets if (to, target) in pairs]
    if pivots:
        pivot = "en" if "en" in pivots else pivots[0]
        first, second = f"flask models install {source} {pivot}", f"flask models install {pivot} {target}"
        raise NoSuchPair(message, hint=words("Two models do it: {first}; {second}", first=first, second=second))
    raise NoSuchPair(message, hint=words("A file from elsewhere works too: flask models install FILE"))


def wrong_pair(wanted: Available, source: str, target: str) -> str:
    """Return what is wrong with a package that came for a pair and translates another one."""
    return words(
        "The model from {asked} was asked for, and the file that came translates from {found}.",
        asked=words("{source} to {target}", source=wanted.source, target=wanted.target),
        found=words("{source} to {target}", source=source, target=target),
    )


def index_url(settings: Settings) -> str:
    """Return the address of the index: the setting, Argos' own setting, or Argos' default."""
    if settings.package_index:
        # Argos names the folder, so both are understood.
        base = settings.package_index
        return base if base.endswith(".json") else urljoin(base.rstrip("/") + "/", "index.json")
    try:
        from argostranslate import settings as argos
    except Exception:  # Its import writes to the home directory.
        return ARGOS_INDEX
    return str(argos.remote_package_index)


def _parse(content: bytes, url: str) -> tuple[Available, ...]:
    try:
        values = json.loads(content)
    except (ValueError, RecursionError) as error:
        kind = "a web page" if content.lstrip()[:1] == b"<" else "something that is not JSON"
        raise IndexUnreachable(words("{url} answered with {kind} instead of the index.", url=url, kind=kind)) from error
    if not isinstance(values, list):
        raise IndexUnreachable(words("{url} is not an index: a JSON list is expected.", url=url))
    newest: dict[tuple[str, str], Available] = {}
    for value in values:
        try:
            entry = parse_metadata(value)
        except BrokenPackage:
            continue  # One strange entry does not spoil the others.
        if not entry.is_translation:
            continue
        pair = entry.source, entry.target
        if pair not in newest or version_key(entry.version) > version_key(newest[pair].version):
            newest[pair] = Available(entry.source, entry.target, entry.version, entry.links)
    return tuple(newest[pair] for pair in sorted(newest))


def _with_installed(entries: tuple[Available, ...], settings: Settings) -> tuple[Available, ...]:
    installed: dict[tuple[str, str], str] = {}
    for package in find_packages(settings).packages:
        if not package.is_starter:
            installed.setdefault((package.source, package.target), package.version)
    return tuple(replace(entry, installed=installed.get((entry.source, entry.target), "")) for entry in entries)


def _copy_path(settings: Settings) -> Path:
    return settings.data_dir / "package_index.json"


def _read_copy(path: Path, url: str) -> tuple[Available, ...] | None:
    try:
        kept = json.loads(path.read_bytes())
        return _parse(str(kept["index"]).encode(), url) if kept["url"] == url else None
    except (OSError, ValueError, KeyError, TypeError, IndexUnreachable):
        return None


def _write_copy(path: Path, url: str, content: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({"url": url, "index": content.decode("utf-8", "replace")}), encoding="utf-8")
        part.replace(path)
    except OSError:
        return  # It is a convenience for the day without a network.


def _ago(seconds: float) -> str:
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = int(seconds // size)
            return f"{count} {name}{'s' if count > 1 else ''} ago"
    return "a moment ago"
