"""A fix mends what it was given for, ends, and leaves the words alone."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.form.fixing import findings_of, take_fixes
from workbench.checks.base import Pair
from workbench.checks.findings import Side
from workbench.checks.form import FORM_CHECKS
from workbench.items import NUMERIC, find_items

_CODES = "en es es-MX fr fr-CA de it nl pl ru zh ja ar el hi th sv hu"
_LATIN = "the de la hola Straße niño L'État EE. U.S. p.m. is 12 3,5 10 000 km € % école"
_OTHER = "мир Мoсква 你好 世界 カナ مرحبا γεια हिंदी"
LANGUAGES = _CODES.split()
WORDS = [*_LATIN.split(), *_OTHER.split()]
MARKS = [*",.;:!?…()[]{}\"'“”„«»‘’「」¿¡-–—，。？！؟،;।"]
ITEMS = ["https://a.example/x?y=1", "{name}", "<b>", "</b>", "@anna", "#tag", "&amp;", "😀"]
BLANKS = [" ", " ", " ", "  ", "\u00a0", "\u202f", "\n", ""]
texts = st.lists(st.sampled_from([*WORDS, *WORDS, *MARKS, *ITEMS, *BLANKS, *BLANKS]), max_size=14).map("".join)
# Checks whose fix is about letters, or takes a word away.
OF_LETTERS = {"capital", "double_words", "junk", "mixed_letters"}
KEEPING = tuple(check for check in FORM_CHECKS if check.id not in OF_LETTERS)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@settings(deadline=None)
@given(texts, texts, st.sampled_from(LANGUAGES))
def test_taking_one_fix_after_the_other_ends(source, target, language):
    last = take_fixes(Pair(source, target or "x", "en", language))[-1]
    assert all(finding.fix is None for finding in findings_of(last))


@settings(deadline=None)
@given(texts, texts, st.sampled_from(LANGUAGES))
def test_a_fix_of_marks_and_spaces_changes_no_letter_or_digit_and_no_item(source, target, language):
    pair = Pair(source, target or "x", "en", language)
    kept = [item.text for item in find_items(pair.target) if item.kind not in NUMERIC]
    for finding in findings_of(pair, KEEPING):
        if finding.fix is not None:
            assert letters(finding.fix) == letters(pair.target)
            assert all(finding.fix.count(text) >= kept.count(text) for text in kept)


@settings(deadline=None)
@given(st.text(max_size=60), st.text(min_size=1, max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_at_all_is_checked_and_every_piece_is_where_it_says(source, target, language):
    pair = Pair(source, target, "en", language)
    for finding in findings_of(pair):
        assert finding.message.endswith((".", "?"))
        assert finding.fix is None or (finding.fix != target and finding.fix.strip())
        if finding.start is not None:
            text = source if finding.side is Side.SOURCE else target
            assert finding.piece
            assert text[finding.start : finding.start + len(finding.piece)] == finding.piece
