"""Items of a source in the form of the target's language, and what keeps its form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.items import find_items, lost_items
from workbench.items.forms import missing_items, target_form

NB, NNB = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("source", "languages", "forms"),
    [
        ("It fell by 3.5 points.", ("en", "es"), ["3,5"]),
        ("It fell by 3.50 points.", ("en", "de"), ["3,50"]),
        ("Some 244,890 people.", ("en", "es"), ["244.890"]),
        ("Some 244,890 people.", ("en", "fr"), [f"244{NNB}890"]),
        ("Etwa 244.890,5 Leute.", ("de", "en"), ["244,890.5"]),
        ("In 2022 it fell.", ("en", "es"), ["2022"]),
        ("It rose by 3.5%.", ("en", "es"), [f"3,5{NB}%"]),
        ("It rose by 3.5%.", ("en", "tr"), ["%3,5"]),
        ("It costs $3,500 now.", ("en", "es"), ["$3.500"]),
        ("At 5 pm and 5:30 p.m. today.", ("en", "es"), ["17:00", "17:30"]),
        ("At 12 am today.", ("en", "fr"), ["0:00"]),
        ("At 5 pm today.", ("en", "en-US"), ["5 pm"]),
        # Nothing here is certain, or nothing may change.
        ("It costs £2.8bn now.", ("en", "es"), ["£2.8bn"]),
        ("Agent 007 came.", ("en", "es"), ["007"]),
        ("On 3/4/2022 it fell.", ("en", "es"), ["3/4/2022"]),
        ("Version 1.2.3 is out.", ("en", "es"), ["1.2.3"]),
        ("It is 1,2 or so.", ("en", "es"), ["1,2"]),
        (
            "See https://example.org/a,b and ana@example.org.",
            ("en", "es"),
            ["https://example.org/a,b", "ana@example.org"],
        ),
        ("Some {name} and %s.", ("en", "es"), ["{name}", "%s"]),
        ("It has 3.5 of it.", ("en", "xx"), ["3.5"]),
        ("It has 3.5 of it.", ("xx", "es"), ["3.5"]),
    ],
)
def test_each_item_in_the_form_of_the_target(source, languages, forms):
    assert [target_form(item, *languages) for item in find_items(source)] == forms


def test_what_the_text_has_already_is_not_missing():
    source = "On Monday 244,890 of 3.5 million came."
    assert missing_items(source, "El lunes vinieron de 3,5 millones.", "en", "es") == ("244.890",)
    assert missing_items(source, "El lunes vinieron 244.890 de 3,5 millones.", "en", "es") == ()


@given(
    st.integers(0, 10**9), st.integers(0, 3), st.sampled_from(["es", "de", "fr", "it", "pt", "pl", "ru", "ar", "zh"])
)
def test_an_inserted_number_is_missing_no_more(number, digits, language):
    source = f"There are {number:,}{'.' + '5' * digits if digits else ''} of them."
    inserted = " ".join(missing_items(source, "", "en", language))
    assert not lost_items(source, inserted, "en", language)


@given(st.text(max_size=60))
def test_any_text_has_forms(text):
    for item in find_items(text):
        assert target_form(item, "en", "es").strip()
