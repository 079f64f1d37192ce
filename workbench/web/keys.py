"""The keys of the desk, for its help, its hints and its docs. What they do is in `static/js/desk/`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from flask_babel import LazyString, lazy_gettext

_ = lazy_gettext


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        group: Where it is told: the heading in the help.
        keys: As people read it: "Alt 1 … 5".
        meaning: What it does, without a full stop.
        hint: Two words for the line of hints below the desk; None for a key that is told in the help only.
    """

    group: LazyString
    keys: str
    meaning: LazyString
    hint: LazyString | None = None


_MOVE, _EDIT, _VIEW = _("Moving"), _("In an open sentence"), _("The page")

KEYS: tuple[Key, ...] = (
    Key(_MOVE, "↓ / J", _("next sentence"), _("move")),
    Key(_MOVE, "↑ / K", _("sentence before")),
    Key(_MOVE, "N", _("next sentence that nobody has reviewed"), _("next unreviewed")),
    Key(_MOVE, "P", _("next sentence in which a check found something"), _("next problem")),
    Key(_MOVE, "Enter", _("correct the sentence"), _("edit")),
    Key(_MOVE, "U", _("undo my last change, wherever it is"), _("undo")),
    Key(_MOVE, "Shift U", _("redo it")),
    Key(_MOVE, "C", _("comment on the sentence")),
    Key(_EDIT, "Ctrl Enter", _("accept it, open the next one"), _("accept, next")),
    Key(_EDIT, "Esc", _("save and close it"), _("close")),
    Key(_EDIT, "Alt A", _("other translations of the open sentence")),
    Key(_EDIT, "Alt 1 … 5", _("take one of them; Ctrl Z takes it back")),
    Key(_EDIT, "Alt Shift 1 … 5", _("put a match of the memory into the editor")),
    Key(_EDIT, "Alt G", _("insert the first glossary term that is missing")),
    Key(_EDIT, "Alt Z", _("undo the last save of the sentence, through reloads")),
    Key(_EDIT, "Alt Shift Z", _("redo it")),
    Key(_EDIT, "Alt S", _("copy the source into the editor; Ctrl Z takes it back")),
    Key(_EDIT, "Alt N", _("insert the next number, date or address of the source that is missing")),
    Key(_EDIT, "Alt M", _("merge it with the next sentence")),
    Key(_EDIT, "Alt Shift M", _("split it at the caret: the rest goes to the next sentence")),
    Key(_EDIT, "Alt H", _("to its history")),
    Key(_EDIT, "Alt F", _("take the first fix that a check offers; Ctrl Z takes it back")),
    Key(_EDIT, "Alt D", _("dismiss what a check found first, with a reason")),
    Key(_EDIT, "Alt O", _("take the old translation of a sentence that a newer version changed")),
    Key(_EDIT, "Alt C", _("comment on the open sentence; Ctrl Enter sends it, Esc goes back")),
    Key(_EDIT, "Alt 6 / 7 / 8", _("of two people’s texts: keep mine, take theirs, take both together")),
    Key(_VIEW, "T", _("tint hard sentences, or not")),
    Key(_VIEW, "?", _("this list")),
    Key(_VIEW, "/", _("search"), _("search")),
    Key(_VIEW, "Alt R", _("search and replace, in an open sentence too")),
    Key(_VIEW, "F", _("choose which sentences to show")),
)
"""In the order of the help."""


def grouped_keys() -> tuple[tuple[LazyString, tuple[Key, ...]], ...]:
    """Return the keys under their headings."""
    return tuple((group, tuple(keys)) for group, keys in groupby(KEYS, key=lambda key: key.group))
