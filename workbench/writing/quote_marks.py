"""Which quotation marks a language writes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from workbench.languages import primary

THIN_SPACE = "\u202f"


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a language, and what stands between them and the words.

    Attributes:
        outer: Opening and closing mark.
        inner: The pair within a quotation.
        space: Between the outer marks and the words; only French has one.
    """

    outer: str
    inner: str
    space: str = ""


_HIGH = Marks("“”", "‘’")
_LOW = Marks("„“", "‚‘")
_GUILLEMETS = Marks("«»", "“”")
_LATIN_AMERICA = ("419", "AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX")

MARKS: dict[str, Marks] = {
    **dict.fromkeys(("en", "pt", "nl", "tr", "ko", "hi", "da", "lv", "zh", "id", "vi"), _HIGH),
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg", "is", "lt", "et"), _LOW),
    **dict.fromkeys(("es", "ca", "gl", "eu", "it", "pt-PT", "el"), _GUILLEMETS),
    **dict.fromkeys(("ru", "uk", "be"), Marks("«»", "„“")),
    **dict.fromkeys(("nb", "nn", "no"), Marks("«»", "‘’")),
    **dict.fromkeys(("sv", "fi"), Marks("””", "’’")),
    **dict.fromkeys(("pl", "ro"), Marks("„”", "«»")),
    **dict.fromkeys((f"es-{region}" for region in (*_LATIN_AMERICA, "NI", "PA", "PE", "PR", "PY", "SV", "US")), _HIGH),
    **dict.fromkeys(("es-UY", "es-VE"), _HIGH),
    **dict.fromkeys(("de-CH", "de-LI"), Marks("«»", "‹›")),
    **dict.fromkeys(("ja", "zh-Hant", "zh-TW", "zh-HK"), Marks("「」", "『』")),
    "fr": Marks("«»", "“”", THIN_SPACE),
    "hr": Marks("„”", "‚’"),
    "sr": Marks("„“", "’’"),
    "hu": Marks("„”", "»«"),
    "fa": Marks("«»", "‹›"),
}
"""By language code; a code with a region or a script that has no entry gets its language's. Documented in docs."""

_ALSO = {  # what the press writes too, as NTREX-128's translations do
    **dict.fromkeys(("es", "ca", "gl", "eu", "it", "pt-PT", "el", "nb", "nn", "no"), ("“”",)),
    **dict.fromkeys(("pt", "ru", "uk", "be", "pl", "ro", "tr", "lv"), ("«»", "„“", "„”")),
    **dict.fromkeys(("nl", "hr", "sr", "bg", "lt", "et"), ("„”", "„“")),
    **dict.fromkeys(("zh", "ko"), ("「」", "『』")),
    "ja": ("『』",),
    **dict.fromkeys(("de", "de-CH", "de-LI"), ("„“", "«»")),
}


def marks_of(language: str) -> Marks | None:
    """Return the quotation marks of a language, None for one that is not in the table."""
    return MARKS.get(language) or MARKS.get(primary(language))


@lru_cache(maxsize=256)
def styles_of(language: str) -> frozenset[str]:
    """Return all pairs of outer marks that are right in a language, those of its regions' language included.

    None for a language that is not in the table.
    """
    marks, whole = marks_of(language), MARKS.get(primary(language))
    if marks is None:
        return frozenset()
    also = (*_ALSO.get(language, ()), *_ALSO.get(primary(language), ()))
    return frozenset((marks.outer, *also, *([whole.outer] if whole else [])))
