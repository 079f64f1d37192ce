"""Sentences for people that can be said in another language later: English text that remembers how it was made.

The core and the errors speak English. A `Text` is that English, ready to print, and knows its template and its values,
so that the pages can look the template up in another language (`workbench.web.interface`).
"""

from __future__ import annotations

import json
from typing import Any

_MARK = "\x02"  # no text that people write begins with it


class Text(str):
    """An English text that knows its template.

    Attributes:
        template: As it is looked up in a catalogue, with `{name}` for a value.
        plural: The template for other numbers than one; "" where there is no number.
        values: By name; `n` is the number that chooses between template and plural.
    """

    __slots__ = ("plural", "template", "values")
    template: str
    plural: str
    values: dict[str, Any]

    def __new__(cls, template: str, plural: str, values: dict[str, Any]) -> Text:
        form = plural if plural and values["n"] != 1 else template
        text = super().__new__(cls, form.format_map(values) if values else form)
        text.template, text.plural, text.values = template, plural, values
        return text

    def __reduce__(self) -> tuple[type[Text], tuple[str, str, dict[str, Any]]]:  # for copies and other processes
        return Text, (self.template, self.plural, self.values)


class LanguageName(str):
    """The English name of a language, which knows its code: said in another language it is that language's name."""

    __slots__ = ("code",)
    code: str

    def __new__(cls, name: str, code: str) -> LanguageName:
        made = super().__new__(cls, name)
        made.code = code
        return made

    def __reduce__(self) -> tuple[type[LanguageName], tuple[str, str]]:
        return LanguageName, (str(self), self.code)


def words(template: str, **values: Any) -> Text:
    """Return a text: `words("{piece} is missing.", piece="7")`. The template is a literal: it is collected."""
    return Text(template, "", values)


def counted(template: str, plural: str, n: int, **values: Any) -> Text:
    """Return a text that depends on a number: `counted("{n} sentence", "{n} sentences", 3)`."""
    return Text(template, plural, {"n": n, **values})


def packed(text: str) -> str:
    """Return a text as it can be stored in a line, so that `unpacked` still knows how it was made."""
    if not isinstance(text, (Text, LanguageName)):
        return text
    return _MARK + json.dumps(_parts(text))


def unpacked(stored: str) -> str:
    """Return a text that was `packed`; any other as it is."""
    return str(stored) if not stored.startswith(_MARK) else _made(json.loads(stored[len(_MARK) :]))


def _parts(value: Any) -> Any:
    if isinstance(value, Text):
        return {"text": [value.template, value.plural, {name: _parts(each) for name, each in value.values.items()}]}
    if isinstance(value, LanguageName):
        return {"language": [str(value), value.code]}
    return value if isinstance(value, (int, float)) else str(value)


def _made(parts: Any) -> Any:
    if not isinstance(parts, dict):
        return parts
    if "language" in parts:
        return LanguageName(*parts["language"])
    template, plural, values = parts["text"]
    return Text(template, plural, {name: _made(each) for name, each in values.items()})
