"""Texts that remember how they were made."""

import copy
import pickle

import pytest

from workbench.web.interface import said
from workbench.wording import counted, words

FOUND = words("The number {piece} is missing.", piece="7")
THREE = counted("{n} sentence of {kind}", "{n} sentences of {kind}", 3, kind="prose")


def test_a_text_is_its_english():
    assert FOUND == "The number 7 is missing."
    assert THREE == "3 sentences of prose"
    assert counted("{n} sentence", "{n} sentences", 1) == "1 sentence"
    assert words("100 % of {nothing}") == "100 % of {nothing}"


@pytest.mark.parametrize("made_again", [copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text))])
@pytest.mark.parametrize("text", [FOUND, THREE])
def test_a_copy_knows_its_template_too(text, made_again):
    copied = made_again(text)
    assert (copied, copied.template, copied.plural, copied.values) == (text, text.template, text.plural, text.values)


def test_a_text_without_a_translation_is_said_in_english(app):
    with app.test_request_context("/", headers={"Accept-Language": "es"}):
        assert said(words("Nobody has translated {this}.", this="that")) == "Nobody has translated that."
        assert said("plain") == "plain"


def test_an_unknown_language_gets_english(app):
    with app.test_request_context("/", headers={"Accept-Language": "xx"}):
        assert said(THREE) == THREE
