"""Texts that remember how they were made."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.languages import language
from workbench.web.interface import said
from workbench.wording import counted, packed, unpacked, words

FOUND = words("The number {piece} is missing.", piece="7")
THREE = counted("{n} sentence of {kind}", "{n} sentences of {kind}", 3, kind="prose")
NESTED = words("In {name}: {inside}", name=language("pt-BR").name, inside=THREE)


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


@pytest.mark.parametrize(
    "text", [FOUND, THREE, words("In {name}: {inside}", name=language("pt-BR").name, inside=THREE)]
)
def test_a_stored_text_knows_its_template_too(text):
    stored = packed(text)
    assert stored.isascii()
    assert stored.isprintable() is False  # its mark
    assert len(stored.splitlines()) == 1
    again = unpacked(stored)
    assert (again, again.template, again.plural, again.values) == (text, text.template, text.plural, text.values)


@given(st.text())
def test_a_stored_text_of_people_is_as_it_was(text):
    assert unpacked(packed(text)) == text or text.startswith("\x02")


def test_a_text_without_a_translation_is_said_in_english(app):
    with app.test_request_context("/", headers={"Accept-Language": "es"}):
        assert said(words("Nobody has translated {this}.", this="that")) == "Nobody has translated that."
        assert said("plain") == "plain"


def test_an_unknown_language_gets_english(app):
    with app.test_request_context("/", headers={"Accept-Language": "xx"}):
        assert said(THREE) == THREE
