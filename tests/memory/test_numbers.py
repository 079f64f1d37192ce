import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.keys import exact_key, is_worth_keeping, loose_key, normalise
from workbench.memory.numbers import read_number, swap_numbers


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1,234", "en", "1234"),
        ("1,234", "es", "1.234"),
        ("1.234", "es", "1234"),
        ("1.234", "en", "1.234"),
        ("1.234,5", "es", "1234.5"),
        ("1,234,567.25", "en", "1234567.25"),
        ("1.5", "es", "1.5"),  # no thousands have one digit
        ("12\u00a0345,6", "fr", "12345.6"),
        ("1’234", "de-CH", "1234"),
        ("٣٫٥", "ar", "3.5"),
        ("1.2.3", "en", None),
        ("007", "en", None),
        ("12,34,56", "en", None),
        ("0.5", "en", "0.5"),
        ("0", "en", "0"),
        ("10", "en", "10"),
        ("1.50", "en", "1.5"),
        ("2.00", "en", "2"),
        ("9" * 5000, "en", None),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(text, language, value):
    assert read_number(text, language).value == value


@pytest.mark.parametrize(
    ("source", "target", "sentence", "languages", "wanted"),
    [
        ("It costs 1,234 euros.", "Cuesta 1.234 euros.", "It costs 5,678 euros.", "en es", "Cuesta 5.678 euros."),
        ("It costs 234 euros.", "Cuesta 234 euros.", "It costs 1,500 euros.", "en es", "Cuesta 1.500 euros."),
        ("It rose 3.5 percent.", "Subió un 3,5 %.", "It rose 12.75 percent.", "en es", "Subió un 12,75 %."),
        ("In 2020, 30 left.", "30 se fueron en 2020.", "In 2024, 45 left.", "en es", "45 se fueron en 2024."),
        ("It has 1,234 pages.", "Tiene 1234 páginas.", "It has 5,678 pages.", "en es", "Tiene 5678 páginas."),
        ("It has 1,234 pages.", "Tiene 1234 páginas.", "It has 15,678 pages.", "en es", "Tiene 15.678 páginas."),
        ("It has 12000 pages.", "Tiene 12.000 páginas.", "It has 15000 pages.", "en es", "Tiene 15.000 páginas."),
        ("Version 2.0.1 is out.", "Salió la 2.0.1.", "Version 2.0.2 is out.", "en es", "Salió la 2.0.2."),
        ("It has 25 seats.", "به ۲۵ صندلی", "It has 31 seats.", "en fa", "به ۳۱ صندلی"),
        ("Two of 10 left.", "2 de 10 se fueron.", "Two of 12 left.", "en es", "2 de 12 se fueron."),
        (f"Pay to {'1' * 30}.", f"Pague a {'1' * 30}.", f"Pay to {'1' * 29}2.", "en es", f"Pague a {'1' * 29}2."),
        # What could be wrong is no match.
        (f"Pay to {'1' * 29}3.", f"Pague a {'1' * 29}2.", f"Pay to {'1' * 29}4.", "en es", None),
        ("At 5 pm.", "A las 17:00.", "At 6 pm.", "en es", None),
        ("It has five or 6.", "Tiene cinco o seis.", "It has five or 7.", "en es", None),
        ("5 of 5 left.", "5 de 5 se fueron.", "5 of 7 left.", "en es", None),
        ("Two of 2 left.", "2 de 2 se fueron.", "Two of 3 left.", "en es", None),
        ("He has 2 sheep.", "У него 2 овцы.", "He has 5 sheep.", "en ru", None),
        ("He has 1 sheep.", "Tiene 1 oveja.", "He has 4 sheep.", "en es", None),
        ("Version 2.0.1 is out.", "Salió la 2.0.1.", "Version 2 is out.", "en es", None),
    ],
)
def test_numbers_are_swapped_where_that_cannot_be_wrong(source, target, sentence, languages, wanted):
    assert loose_key(source) == loose_key(sentence)
    assert swap_numbers(source, target, sentence, *languages.split()) == wanted


numbers = st.decimals(min_value=2, max_value=999_999, places=2)  # no plural of Spanish or German changes there


@given(st.lists(numbers, min_size=1, max_size=6, unique=True), st.data())
def test_swapping_writes_the_new_numbers_as_the_target_language_does(old, data):
    new = data.draw(st.lists(numbers, min_size=len(old), max_size=len(old)))

    def text(values, locale):
        return " x ".join(format_decimal(value, "#,##0.00", locale=locale) for value in values)

    assert swap_numbers(text(old, "en"), text(old, "de"), text(new, "en"), "en", "de") == text(new, "de")
    assert swap_numbers(text(old, "en"), text(old[::-1], "de"), text(old, "en"), "en", "de") == text(old[::-1], "de")


@given(st.text(), st.text(), st.text())
def test_any_text_is_answered_without_an_error(source, target, sentence):
    found = swap_numbers(source, target, sentence, "en", "es")
    assert found is None or isinstance(found, str)


@given(st.text())
def test_normalising_twice_is_normalising_once(text):
    once = normalise(text)
    assert normalise(once) == once
    assert exact_key(text) == exact_key(once)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He said “no”.", 'He said "no".'),
        ("It’s  late.\u00a0", "It's late."),
        ("«No», dijo.", '"No", dijo.'),
        ("cafe\u0301", "café"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_spellings_of_one_sentence_share_a_key(one, other):
    assert exact_key(one) == exact_key(other)
    assert loose_key(one) == loose_key(other)


def test_other_words_and_other_cases_have_other_keys():
    keys = {loose_key(text) for text in ("In 2020.", "In 2020!", "in 2020.", "In 2020 it.", "In two.")}
    assert len(keys) == 5
    assert loose_key("In 2020.") == loose_key("In 1,999.5.")


@pytest.mark.parametrize(
    ("source", "target", "is_kept"),
    [("Yes", "Sí", True), ("***", "***", False), ("2024", "2024", False), ("Yes", "…", False), ("你好", "Hola", True)],
)
def test_only_language_is_kept(source, target, is_kept):
    assert is_worth_keeping(source, target) is is_kept
