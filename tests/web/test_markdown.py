import pytest

from workbench.web.markdown import render_markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# Title", "<h3>Title</h3>"),
        ("###### Deep", "<h6>Deep</h6>"),
        ("|a|\n|---|\n|1|", "<td>1</td>"),
        ("[site](https://example.org)", '<a href="https://example.org">site</a>'),
    ],
)
def test_a_readme_is_laid_out(text, html):
    assert html in render_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](https://example.org/pixel.png)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        '<a href="x" onclick="y">z</a>',
    ],
)
def test_a_readme_brings_no_html_and_fetches_nothing(text):
    html = render_markdown(text)
    assert not any(bad in html for bad in ("<script", "<img", 'href="javascript', 'href="data', '<a href="x" onclick'))
