"""Codes of languages, in one canonical form, and what CLDR says of each, through Babel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from workbench.errors import UnknownLanguage
from workbench.wording import LanguageName, words

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
)
# "no" says Norwegian and means Bokmål: models, detectors and CLDR's own data for "no" agree on it.
_ALSO = {"no": "nb"}
_NOT_A_LANGUAGE = frozenset({"und", "zxx", "mul", "mis"})
# Codes that Argos packages use for something that BCP 47 calls otherwise.
_ARGOS = {"zt": "zh-Hant", "pb": "pt-BR", "tl": "fil"}
# Scripts written from right to left, and those without a space between words. Source: Unicode 16, ISO 15924.
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"})
_UNSPACED = frozenset({"Bopo", "Hani", "Hans", "Hant", "Jpan", "Khmr", "Lana", "Laoo", "Mymr", "Thai", "Tibt", "Yiii"})


@dataclass(frozen=True, slots=True)
class Language:
    """A language as people see it.

    Attributes:
        code: Canonical BCP 47 code.
        name: English name, such as "Brazilian Portuguese".
        own_name: Its name in itself, such as "português (Brasil)"; the English one where CLDR has no other.
        script: ISO 15924 code, such as "Latn"; "Zzzz" when not known.
        direction: Which way a line runs.
    """

    code: str
    name: str
    own_name: str
    script: str
    direction: Literal["ltr", "rtl"]


def canonical(code: str) -> str:
    """Return the one form of a language code: "EN" and "eng" give "en", "iw" gives "he", "zh_hant" "zh-Hant".

    A script that goes without saying is left out ("en-Latn" gives "en"); a region stays.

    Raises:
        UnknownLanguage: It is no BCP 47 code, or CLDR does not know the language, script or region.
    """
    return _canonical(code.strip().replace("_", "-").lower())


@lru_cache(maxsize=1024)
def primary(code: str) -> str:
    """Return the language without script, region and variants: "pt-BR" gives "pt".

    Raises:
        UnknownLanguage: As `canonical`.
    """
    return canonical(code).partition("-")[0]


@lru_cache(maxsize=1024)
def writes_without_spaces(code: str) -> bool:
    """Say whether the language's words stand without spaces between them, as in Chinese, Japanese and Thai."""
    return language(code).script in _UNSPACED


def from_argos(code: str) -> str:
    """Return the canonical code for one of an Argos package: "zt" gives "zh-Hant", "pb" gives "pt-BR".

    Raises:
        UnknownLanguage: As `canonical`.
    """
    return canonical(_ARGOS.get(code.strip().lower(), code))


def to_argos(code: str) -> str:
    """Return the code that Argos packages use: "zh-Hant" and "zh-TW" give "zt", "en-GB" gives "en".

    Raises:
        UnknownLanguage: As `canonical`.
    """
    code = canonical(code)
    if primary(code) == "zh":
        return "zt" if language(code).script == "Hant" else "zh"
    return next((ours for ours, tag in _ARGOS.items() if tag == code), primary(code))


@lru_cache(maxsize=1024)
def _canonical(tag: str) -> str:
    from babel import Locale
    from babel.core import get_global

    known = Locale("en")
    match = _TAG.fullmatch(tag)
    if match is None:
        raise UnknownLanguage(words('"{piece}" is not a language code.', piece=tag[:40]))
    name = match["language"]
    name = _ALSO.get(name, name)
    # An alias may bring its script: "sh" is "sr-Latn".
    name, _, aliased_script = str(get_global("language_aliases").get(name, name)).partition("_")
    name = _ALSO.get(name, name)
    script = (match["script"] or aliased_script).title()
    region = (match["region"] or "").upper()
    region = get_global("territory_aliases").get(region, [region])[0]
    variants = [variant for variant in match["variants"].split("-") if variant]
    if name not in known.languages or name in _NOT_A_LANGUAGE:
        raise UnknownLanguage(words('There is no language with the code "{tag}".', tag=tag))
    if script and script not in known.scripts:
        raise UnknownLanguage(words('There is no script "{script}", as in "{tag}".', script=script, tag=tag))
    if region and (region not in known.territories or region == "ZZ"):
        raise UnknownLanguage(words('There is no region "{region}", as in "{tag}".', region=region, tag=tag))
    if any(variant.upper() not in known.variants for variant in variants):
        raise UnknownLanguage(words('The variant in "{tag}" is not known.', tag=tag))
    if script == _likely_script(name, region):
        script = ""
    return "-".join(filter(None, (name, script, region, *variants)))


def _likely_script(name: str, region: str) -> str:
    from babel.core import get_global

    likely = get_global("likely_subtags")
    full = str(likely.get(f"{name}_{region}") or likely.get(name) or "")
    return full.split("_")[1] if full.count("_") > 1 else "Zzzz"


def language(code: str) -> Language:
    """Return what people see of a language.

    Raises:
        UnknownLanguage: As `canonical`.
    """
    return _language(canonical(code))


@lru_cache(maxsize=1024)
def _language(code: str) -> Language:
    from babel import Locale, localedata

    match = _TAG.fullmatch(code.lower())
    assert match is not None, "canonical codes have this form"
    base, region = match["language"], (match["region"] or "").upper()
    written = (match["script"] or "").title()
    script = written or _likely_script(base, region)
    english = Locale("en")
    own = next((Locale.parse(tag) for tag in (f"{base}_{script}", base) if localedata.exists(tag)), english)
    direction: Literal["ltr", "rtl"] = "rtl" if script in _RIGHT_TO_LEFT else "ltr"
    parts = (base, written, region, match["variants"].strip("-"))
    own_name = _name(own, parts) if base in own.languages else _name(english, parts)
    return Language(code, LanguageName(_name(english, parts), code), own_name, script, direction)


@lru_cache(maxsize=4096)
def name_in(code: str, reader: str) -> str:
    """Return what a language is called in another, such as "portugués de Brasil"; the English name where CLDR has none.

    Args:
        code: Canonical code of the language that is named.
        reader: Code of the language of the name, with an underscore before a region: "es", "es_MX".

    Raises:
        UnknownLanguage: As `canonical`.
    """
    from babel import Locale

    match = _TAG.fullmatch(canonical(code).lower())
    assert match is not None, "canonical codes have this form"
    locale = Locale.parse(reader)
    if match["language"] not in locale.languages:
        return language(code).name
    region = (match["region"] or "").upper()
    return _name(locale, (match["language"], (match["script"] or "").title(), region, match["variants"].strip("-")))


def _name(locale: Any, parts: tuple[str, str, str, str]) -> str:
    base, script, region, variants = parts
    # CLDR names some whole: "Brazilian Portuguese", "Traditional Chinese".
    whole = locale.languages.get("_".join(filter(None, (base, script, region))))
    rest = [] if whole else [locale.scripts.get(script, script), locale.territories.get(region, region)]
    details = ", ".join(filter(None, [*rest, variants]))
    name = str(whole or locale.languages[base])
    return f"{name} ({details})" if details else name
