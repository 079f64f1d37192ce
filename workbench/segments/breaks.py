"""Where a sentence may end: the breaks of ICU, and the few that ICU does not see."""

from __future__ import annotations

import re

import regex

# What may stand between a full stop and the white space after it. „ “ and » « close or open by language.
CLOSERS = "\"'’‘”“»«›‹)]}」』）】》〉］"
BULLETS = "•‣◦⁃▪▫●○■□➢➤►▶✓✔"
_CLOSE = r"[\"'’‘”“»«›‹)\]}]"
_OPEN = r"[\"'‘’“„‚«»‹›(\[¿¡]"
_CAPITAL = r"[\p{Lu}\p{Lt}\p{Lo}]"

# Python counts these as white space and as line ends; ICU does not see them.
_OTHER_LINE_ENDS = r"[\x0b\x0c\x1c-\x1e]"
_EXTRA = regex.compile(
    rf"""
    {_OTHER_LINE_ENDS}
    | \s (?=[{BULLETS}]\s)
    | [。！？｡] [」』）】》〉”’]*+ (?=[「『（【《〈“‘])           # ICU takes the next quotation's mark for an end
    | [.!?…] {_CLOSE}*+ (?:
        \s++ (?=
            {_OPEN}{{0,3}}+ [$€£¥₴₽]? \d                # ICU looks past a number for a small letter
          | [\#@] \w
          | [—–-] \s*+ \p{{Lu}}                         # the next line of a dialogue
          | \p{{Ll}}{{1,2}} \p{{Lu}}                    # iPhone
          | ['’] \p{{Ll}} \s \p{{Lu}}                   # Dutch ’s Avonds
        )
      | (?<=…{_CLOSE}{{0,4}}) \s++ (?=[\s\-—–"'‘’“„‚«»‹›(\[¿¡]{{0,4}}+ {_CAPITAL})
      | [\x20\xa0\u2009\u202f] [»›”"] {_CLOSE}*+ \s++    # French closes a quotation after a space
      | (?: \[\d{{1,3}}\] | \p{{Extended_Pictographic}} [\ufe0f\u200d\p{{EMod}}]*+ )++ \s++ (?={_OPEN}*+ {_CAPITAL})
    )
    """,
    regex.VERBOSE,
)
# Every match of `_EXTRA` begins at one of these, or at the white space before a bullet; `re` finds them faster. A full
# stop before a letter, or before one space and a capital of ASCII, is where most are, and never one.
_ANCHOR = re.compile(
    rf"""[.!?…。！？｡\x0b\x0c\x1c-\x1e{BULLETS}]
    (?: (?<![.!?]) | (?= [\s"')\]}}\[] | [^\x00-\x7f] ) (?! \s[A-Z] ) )""",
    re.VERBOSE,
)
_ASTRAL = regex.compile(r"[\U00010000-\U0010ffff]")
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


def candidate_breaks(text: str, icu_language: str, extra: bool) -> list[int]:
    """Return the offsets, in characters and ascending, at which a sentence of `text` may end.

    A breaker is made for each call: it costs 5 µs and must not be shared by threads.

    Args:
        text: Any text; lone surrogates are allowed.
        icu_language: Primary subtag that ICU may know a tailoring for, else "und".
        extra: Whether to add the breaks that ICU does not see.
    """
    from icu4py.breakers import SentenceBreaker

    safe = text if text.isascii() else _SURROGATE.sub("\ufffd", text)
    breaks = [end for _, end in SentenceBreaker(safe, icu_language).segments()]
    if not text.isascii():
        breaks = _from_utf16(breaks, [match.start() for match in _ASTRAL.finditer(safe)])
    found = _extra_breaks(text) if extra else []
    return sorted({*breaks, *found}) if found else breaks


def _extra_breaks(text: str) -> list[int]:
    """Return where the matches of `_EXTRA` end, one after the other."""
    ends = []
    reached = 0
    for anchor in _ANCHOR.finditer(text):
        start = anchor.start()
        if text[start] in BULLETS:
            start -= 1
        if start >= reached:
            match = _EXTRA.match(text, start)
            if match is not None:
                reached = match.end()
                ends.append(reached)
    return ends


def _from_utf16(breaks: list[int], astral: list[int]) -> list[int]:
    """Turn ascending offsets in UTF-16 units into characters, given where the two-unit characters are."""
    if not astral:
        return breaks
    passed = 0
    characters = []
    for offset in breaks:
        while passed < len(astral) and astral[passed] + passed < offset:
            passed += 1
        characters.append(offset - passed)
    return characters
