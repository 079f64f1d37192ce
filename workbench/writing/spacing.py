"""Spaces around punctuation, and the marks of scripts that have their own, by language.

Sources: Lexique des règles typographiques en usage à l'Imprimerie nationale (2002) for French in France, Le guide du
rédacteur (Bureau de la traduction) for Canada; GB/T 15834-2011 for Chinese; JIS X 4051 for Japanese; CLDR,
"exemplarCharacters-punctuation", for Arabic, Persian and Urdu.
"""

from __future__ import annotations

import re

from workbench.languages import primary
from workbench.writing.quote_marks import THIN_SPACE

NO_BREAK_SPACE = "\u00a0"
SPACED_MARKS = frozenset({"fr", "br"})
"""Languages with a space before some marks."""

REPEATED_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
BEFORE_COMMA = re.compile(r"(?<=[\w)\]»”%]) +(?=[,.](?:\s|\Z))")
BEFORE_MARK = re.compile(r"(?<=[\w)\]»”%]) +(?=[;:](?:\s|\Z)|[!?]+(?:\s|\Z|[\"»”)\]]))")
# A mark that stands free: "10:30", "a!b" and ":)" are something else.
FRENCH_MARK = re.compile(r"(?<=[\w)\]»”%€]) ?(?=[;:](?:\s|\Z|[»”])|[!?]+(?:\s|\Z|[»”)\]]))")
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CJK_MARK = re.compile(rf"(?<=[{_CJK}」』”’）]) ?([,.!?:;])(?:(?=[\"”’」』）)])|\Z| ?(?=[{_CJK}「『“‘（])|(?= ))")
_FULL_WIDTH = {",": "，", ".": "。", "!": "！", "?": "？", ":": "：", ";": "；"}
_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff"
_ARABIC_MARK = re.compile(rf"(?<=[{_ARABIC}»”\"\u064b-\u065f])([,;?])(?=[\s\"»”)]|\Z|[{_ARABIC}])")
_OF_ARABIC = {",": "،", ";": "؛", "?": "؟"}
_GREEK_QUESTION = re.compile(r"(?<=[\u0370-\u03ff\u1f00-\u1fff»”])\?(?=[\s»”)]|\Z)")


def french_space(match: re.Match[str], language: str) -> str:
    """Return the space before a mark that `FRENCH_MARK` found: in Canada only the colon has one."""
    if match.string[match.end()] == ":":
        return NO_BREAK_SPACE
    return "" if language == "fr-CA" else THIN_SPACE


def foreign_marks(text: str, language: str) -> list[tuple[int, int, str]]:
    """Return the Latin commas, stops and question marks of a text whose script has its own.

    Returns:
        Start, end and what should stand there, in order; only marks behind a letter of that script.
    """
    code = primary(language)
    if code in ("zh", "ja"):
        found = _CJK_MARK.finditer(text)
        return [(match.start(), match.end(), _full_width(match[1], code)) for match in found]
    if code in ("ar", "fa", "ur", "ps", "ckb", "sd", "ug"):
        return [(match.start(), match.end(), _OF_ARABIC[match[1]]) for match in _ARABIC_MARK.finditer(text)]
    if code == "el":
        return [(match.start(), match.end(), ";") for match in _GREEK_QUESTION.finditer(text)]
    return []


def _full_width(mark: str, code: str) -> str:
    return "、" if mark == "," and code == "ja" else _FULL_WIDTH[mark]
