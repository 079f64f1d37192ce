import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.formats.addresses import BadAddress, normalise_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  \n", ""),
        ("HTTPS://News.Example.ORG/A/b", "https://news.example.org/A/b"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("https://example.org/a#top", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&id=7&fbclid=y", "https://example.org/a?id=7"),
        ("https://example.org/a?UTM_Source=x", "https://example.org/a"),
        ("https://example.org/a?b=%20&a=1", "https://example.org/a?b=%20&a=1"),
        ("https://[::1]:5000/a", "https://[::1]:5000/a"),
        ("https://user@example.org/a", "https://example.org/a"),
    ],
)
def test_an_address_has_one_spelling(typed, kept):
    assert normalise_address(typed) == kept
    assert normalise_address(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "example.org",
        "ftp://example.org/a",
        "https://",
        "javascript:alert(1)",
        "https://[::1",
        "https://a b/",
        "http://a:x/",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_what_is_no_web_address_is_refused(typed):
    with pytest.raises(BadAddress):
        normalise_address(typed)


@given(st.text())
def test_any_text_gives_an_address_or_is_refused(text):
    try:
        once = normalise_address(f"https://example.org/{text}")
    except BadAddress:
        return
    assert normalise_address(once) == once
