"""What a package's `metadata.json`, or its entry in an index, says; Argos' language codes in our form."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from workbench.errors import BrokenPackage, UnknownLanguage
from workbench.languages import from_argos
from workbench.wording import words

METADATA = "metadata.json"


@dataclass(frozen=True, slots=True)
class Metadata:
    """The part of a package's metadata that the workbench uses.

    Attributes:
        source: Canonical code of the language it translates from, "" in a package for something else.
        target: Canonical code of the language it translates to.
        version: The package's own version.
        target_prefix: Token that every translation starts with, or "".
        links: Addresses it can be downloaded from; only in an index.
        is_translation: Whether it translates; Argos has other kinds of packages too.
    """

    source: str
    target: str
    version: str
    target_prefix: str
    links: tuple[str, ...]
    is_translation: bool


def read_metadata(content: bytes) -> Metadata:
    """Read `metadata.json`.

    Raises:
        BrokenPackage: It is not JSON, or does not say which languages the package translates.
    """
    try:
        values = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BrokenPackage(words("Its {metadata} is not JSON.", metadata=METADATA)) from error
    return parse_metadata(values)


def parse_metadata(values: Any) -> Metadata:
    """Read one package's metadata, as in `metadata.json` or an entry of an index.

    Raises:
        BrokenPackage: It does not say which languages the package translates.
    """
    if not isinstance(values, dict):
        raise BrokenPackage(words("Its {metadata} is not a JSON object.", metadata=METADATA))
    links = values.get("links")
    if not _text(values, "type", "translate").startswith("translate"):
        return Metadata("", "", "", "", (), is_translation=False)
    return Metadata(
        source=_code(_text(values, "from_code")),
        target=_code(_text(values, "to_code")),
        version=re.sub(r"[^\w.+-]+", "-", _text(values, "package_version"))[:40] or "0",
        target_prefix=_text(values, "target_prefix"),
        links=tuple(str(link) for link in links) if isinstance(links, list) else (),
        is_translation=True,
    )


def _code(argos_code: str) -> str:
    try:
        return from_argos(argos_code)
    except UnknownLanguage as error:
        raise BrokenPackage(
            words("Its {metadata} does not say which languages it translates.", metadata=METADATA)
        ) from error


def _text(values: dict[Any, Any], name: str, default: str = "") -> str:
    value = values.get(name)
    return default if value is None else str(value)
