"""What TMX calls languages, and what articles and models call them."""

from __future__ import annotations

from workbench.errors import BadInput
from workbench.languages import canonical


def read_code(text: str) -> str:
    """Return the canonical form of a code as tools write it, EN_us or en-US; "" for none that is known."""
    try:
        return canonical(text.strip().replace("_", "-")) if text.strip() not in ("", "*all*") else ""
    except BadInput:
        return ""


def without_region(code: str) -> str:
    """Return what models and articles call a language: en-US is en; pt-BR and zh-Hant are languages of their own."""
    if code == "pt-BR":
        return code
    parts = code.split("-")
    if parts[0] == "zh" and ("Hant" in parts or parts[-1] in ("TW", "HK", "MO")):
        return "zh-Hant"
    return "-".join(part for part in parts if part == parts[0] or len(part) == 4)
