"""Find the items of a text in one pass of one pattern.

Every repetition is possessive or bounded, and none can start inside what it would match: the time is linear
in the length of any text, a megabyte of "@" included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import regex

from workbench.items.base import Item, ItemKind

_WORD = r"[\w\p{M}\u200c\u200d]"
_EMOJI_PART = r"\p{Extended_Pictographic}(?:\ufe0f|\p{EMod}|[\U000e0020-\U000e007e]{1,16}+\U000e007f)?+"
_SPACES = r"[\x20\xa0\u2009\u202f]"
_GROUP = r"[\xa0\u2009\u202f]"
# Spaces that do not break a line group digits, unless more groups stand before: that is a telephone number.
NUMBER = (
    rf"(?:(?<!\p{{Nd}}{_SPACES})\p{{Nd}}{{1,3}}(?:{_GROUP}\p{{Nd}}{{3}}(?!\p{{Nd}}))++(?:[.,]\p{{Nd}}++)?+"
    r"|\p{Nd}++(?:(?:[.,٫٬](?=\p{Nd})|['’](?=\p{Nd}{3}(?!\p{Nd})))\p{Nd}++)*+)"
)
_SIGN = r"[$€£¥₹₽₩₺₴¢฿₪₫₦₱]"
_CODE = r"(?:USD|EUR|GBP|JPY|CHF|CNY|INR|RUB|CAD|AUD|BRL|MXN)"
_SCALE = rf"(?:{_SPACES}?(?:bn|tn|mn|mln|mrd|m|k|b)(?!{_WORD}))"
_PERCENT = r"[%٪％‰]|per\s?cent(?!\w)|percent(?!\w)|por\s?cien(?:to)?|pour\s?cent|Prozent|procent|per\s?cento|процент"
_HALF_DAY = r"[ap](?:\.\s?m\.|\.?m(?!\w|\.\w))"

_EMAIL = r"(?P<email> (?<![\w.+\-]) [\w.+\-]{1,64}+ @ (?:[\w\-]{1,63}+ \.){1,8} \p{L}{2,24}+ ) |"
_BARE_URL = r"""
        | (?<![\w.@\-]) \w (?:[\w\-]{0,62}+ \.){1,4}
          (?: (?:com|org|net|gov|edu|info|io|biz|tv|eu|int)(?:\.[a-z]{2})?+ | (?:co|ac|gov|org)\.[a-z]{2} )
          (?![\w\p{M}\u200c\u200d]|\.\w) (?:/[^\s<>"“”„«»‹›{}|\\^`]*+)?+
"""


def _pattern(first: str, email: str, bare_url: str) -> regex.Pattern[str]:
    return regex.compile(
        rf"""{first} (?:
      (?P<tag> < [/!?]?+ [A-Za-z] [^<>]{{0,500}}+ > | &(?:[A-Za-z]{{2,8}}|\#\d{{1,6}}); )
    | (?P<placeholder>
          \{{\{{ [^{{}}\n]{{1,80}}+ \}}\}}
        | [$%\#] \{{ [^{{}}\n]{{1,80}}+ \}}
        | (?<!\{{) \{{ [\w.:!\-]{{0,60}}+ \}} (?!\}})
        | % \( [\w.\-]{{1,60}}+ \) [\-+\#0]{{0,5}}+ \d{{0,4}}+ (?:\.\d{{1,4}}+)?+ [diouxXeEfFgGcrsa]
        | (?<![\p{{Nd}}\p{{L}}%]) % (?:\d{{1,3}}+\$)?+ [\-+\#0]{{0,5}}+ \d{{0,4}}+ (?:\.\d{{1,4}}+)?+
          (?:ll?|h|z)?+ [diouxXeEfFgGcrs@] (?!{_WORD})
      )
    | {email} (?P<url>
          (?<![^\W\p{{Han}}\p{{Hiragana}}\p{{Katakana}}])
          (?: (?:https?|ftps?|sftp|ssh|git|file):// | www\.(?=\w) | mailto:(?=\S) )
          [^\s<>"“”„«»‹›{{}}|\\^`]++
        {bare_url}
      )
    | (?P<hashtag> (?<![\w&\#/]) [\#＃] (?=\p{{Nd}}*+[\p{{L}}\p{{M}}_]) {_WORD}{{1,140}}+ )
    | (?P<mention> (?<![\w@＠.]) [@＠] (?=\p{{Nd}}{{0,20}}+[\p{{L}}_]) \w{{1,60}}+ (?:\.\w{{1,60}}+){{0,3}}+ )
    | (?P<emoji>
          \p{{RI}}\p{{RI}}
        | [0-9\#*] \ufe0f?+ \u20e3
        | (?! [©®™‼⁉〰〽\u2190-\u21ff] (?!\ufe0f) ) {_EMOJI_PART} (?: \u200d {_EMOJI_PART} )*+
      )
    | (?P<time>
          (?<!\p{{Nd}}|\p{{Nd}}[.,:]) \d{{1,2}} (?:[:.h]\d{{2}}(?::\d{{2}})?)? {_SPACES}?+ {_HALF_DAY}
        | (?<!\p{{Nd}}|\p{{Nd}}[.,:]) (?:[01]?\d|2[0-4]) (?: :[0-5]\d(?::[0-5]\d)? | [hH][0-5]\d ) (?![\p{{Nd}}:]|\w)
        | (?<!\p{{Nd}}|\p{{Nd}}[.,:]) (?:[01]?\d|2[0-4]) \.[0-5]\d (?= {_SPACES}?+ (?:Uhr|uur|hrs|GMT|ч)(?!\w) )
      )
    | (?P<date>
          (?<![\p{{Nd}}./\-])
          (?: \d{{4}}-\d{{1,2}}-\d{{1,2}} | \d{{4}}/\d{{1,2}}/\d{{1,2}}
            | \d{{1,2}}/\d{{1,2}}/\d{{2}}(?:\d{{2}})?+
            | \d{{1,2}}\.\d{{1,2}}\.\d{{2}}(?:\d{{2}})?+
            | \d{{1,2}}-\d{{1,2}}-\d{{4}} )
          (?![\p{{Nd}}/\-]|\.\p{{Nd}})
      )
    | (?P<currency>
          (?: (?:US|A|C|NZ|HK|R|MX|AU|CA)?+ {_SIGN} | (?<!\w){_CODE} ) {_SPACES}?+ {NUMBER} {_SCALE}?+
        | {NUMBER} {_SCALE}?+ {_SPACES}?+ (?: {_SIGN} | {_CODE}(?!\w) )
      )
    | (?P<percent> {NUMBER} {_SPACES}?+ (?:{_PERCENT}) )
    | (?P<number> {NUMBER} (?:{_SCALE}|s(?!\w))?+ )
    )""",
        regex.VERBOSE,
    )


# E-mail addresses, and others without "https", begin as any word does: they are looked for only where there are some.
_HAS_NAMES = regex.compile(r"\w@\w|\p{L}\.\p{L}{2}")
_MAY_HAVE_NAMES = re.compile(r"@|\.(?=[^\W\d_]{2})")
_HAS_SCHEME = re.compile(r":/|www\.|mailto:")
_FIRST = rf"""(?= [\p{{Nd}}@＠\#＃<{{%&\p{{RI}}\p{{Extended_Pictographic}}] | {_SIGN}
    | [A-Z]{{1,3}} (?: {_SIGN} | {_SPACES}?\p{{Nd}} )
    | (?:https?|ftps?|sftp|ssh|git|file):// | www\. | mailto: )"""
_ITEM = _pattern("", _EMAIL, _BARE_URL)
_ITEM_WITHOUT_NAMES = _pattern(_FIRST, "", "")
# Every other item begins at one of these, or at the letters before a sum; `re` finds them ten times as fast.
_STARTS = re.compile(
    rf"[\d@＠#＃<{{%&{_SIGN[1:-1]}\u00a9\u00ae\u203c-\u203f\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299"
    rf"\U00010000-\U0001ffffA-Z](?:(?<![A-Z])|(?=[A-Z]{{0,2}}(?:{_SIGN}|{_SPACES}?\d)))"
)
# What every item has; most sentences have none of it, and need no more than this.
_SIGN_OF_AN_ITEM = regex.compile(r"[\p{Nd}@＠#＃<{%$&\p{RI}\p{Extended_Pictographic}]|(?<=\w)\.\w|:/|mailto:")
# The same in two quick looks: at what keyboards have, and whether there is anything else but letters and punctuation.
_COMMON_SIGNS = frozenset("0123456789@#<{%$&")
_DOT_INSIDE = re.compile(r"\.(?<=\w\.)\w")
_UNCOMMON = re.compile("[^\x00-\xa8\xaa-\xad\xaf-\u065f\u1e00-\u203b\u20a0-\u20cf]")
_AFTER_URL = frozenset(".,;:!?'’…*_~)]}。，、；：！？）」』】")
REMEMBERED_CHARS = 2_000
_PAIRS = {")": "(", "]": "[", "）": "（"}


def find_items(text: str) -> tuple[Item, ...]:
    """Return the items of a text, in order; none overlaps another. Linear in the length of any text."""
    return _remembered(text) if len(text) <= REMEMBERED_CHARS else _find(text)


@lru_cache(maxsize=4096)
def _remembered(text: str) -> tuple[Item, ...]:
    """A sentence is asked about while it is prepared, checked, mended and set: it is read once."""
    return _find(text)


def _find(text: str) -> tuple[Item, ...]:
    if not may_have_items(text):
        return ()
    items: list[Item] = []
    for match in _matches(text):
        kind = ItemKind(match.lastgroup or "number")
        start, end = match.span()
        if kind is ItemKind.URL:
            end = start + len(_without_tail(match[0]))
        items.append(Item(kind, text[start:end], start, end))
    return tuple(items)


def _matches(text: str) -> Iterator[regex.Match[str]]:
    """Yield the matches of the pattern in a text, one behind the other."""
    if _MAY_HAVE_NAMES.search(text) and _HAS_NAMES.search(text):
        yield from _ITEM.finditer(text)
        return
    if _HAS_SCHEME.search(text):
        yield from _ITEM_WITHOUT_NAMES.finditer(text)
        return
    end = 0
    for start in _STARTS.finditer(text):
        if start.start() >= end and (match := _ITEM_WITHOUT_NAMES.match(text, start.start())):
            yield match
            end = match.end()


def may_have_items(text: str) -> bool:
    """Say whether a text has a sign that every item has one of; nearly always in a few microseconds."""
    if not _COMMON_SIGNS.isdisjoint(text) or _DOT_INSIDE.search(text) or ":/" in text or "mailto:" in text:
        return True
    return not text.isascii() and bool(_UNCOMMON.search(text)) and bool(_SIGN_OF_AN_ITEM.search(text))


def _without_tail(url: str) -> str:
    """Return a URL without the punctuation of the sentence it stands in; a bracket that it opened stays."""
    surplus = {close: url.count(close) - url.count(opening) for close, opening in _PAIRS.items()}
    end = len(url)
    while end > 1 and url[end - 1] in _AFTER_URL:
        last = url[end - 1]
        if last in _PAIRS:
            if surplus[last] <= 0:
                break
            surplus[last] -= 1
        end -= 1
    return url[:end]
