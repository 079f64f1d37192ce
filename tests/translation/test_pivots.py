"""The way from one language to another."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import BadInput, NoModel
from workbench.translation.packages import Package, PackageOrigin
from workbench.translation.pivots import find_route, reachable


def packages(*pairs: str) -> list[Package]:
    codes = [pair.partition(">") for pair in pairs]
    return [
        Package(source, target, "1", Path(f"{source}>{target}"), PackageOrigin.INSTALLED, "bpe", "", 1)
        for source, _, target in codes
    ]


@pytest.mark.parametrize(
    ("installed", "source", "target", "route"),
    [
        (["en>es"], "en", "es", ["en>es"]),
        (["de>en", "en>es"], "de", "es", ["de>en", "en>es"]),
        (["de>en", "en>es", "de>es"], "de", "es", ["de>es"]),
        (["de>fr", "fr>es", "de>en", "en>es"], "de", "es", ["de>en", "en>es"]),
        (["de>it", "it>es", "de>fr", "fr>es"], "de", "es", ["de>it", "it>es"]),
        (["en>es"], "en-GB", "es-MX", ["en>es"]),
        (["en>es", "en-GB>es"], "en-GB", "es", ["en-GB>es"]),
        (["en-GB>fr", "fr>es", "en>es"], "en-GB", "es", ["en>es"]),
        (["zh-Hant>en", "zh>en"], "zh-TW", "en", ["zh-Hant>en"]),
    ],
)
def test_the_best_route(installed: list[str], source: str, target: str, route: list[str]) -> None:
    found = find_route(packages(*installed), source, target)
    assert [str(package.path) for package in found.packages] == route
    assert found.pivot == (route[0].split(">")[1] if len(route) > 1 else None)
    assert (found.source, found.target) == (route[0].split(">")[0], route[-1].split(">")[1])


@pytest.mark.parametrize(
    ("installed", "source", "target"),
    [
        ([], "en", "es"),
        (["en>es"], "es", "en"),
        (["en>es", "es>en"], "en-GB", "en"),
        (["de>en", "en>fr", "fr>es"], "de", "es"),
        (["zh>en"], "zh-TW", "en"),
        (["en>pt"], "en", "pt-BR"),
        (["en>es"], "not a code", "es"),
    ],
)
def test_no_route(installed: list[str], source: str, target: str) -> None:
    with pytest.raises(NoModel):
        find_route(packages(*installed), source, target)


@pytest.mark.parametrize("code", ["es", "en", "zh-Hant"])
def test_a_language_into_itself(code: str) -> None:
    with pytest.raises(BadInput, match=f"^Source and target are both {code}.$") as caught:
        find_route(packages("en>es", "es>en"), code, code)
    assert caught.value.hint == "Choose another target language."


@pytest.mark.parametrize(
    ("installed", "source", "targets"),
    [
        ([], "en", ()),
        (["en>es"], "en", ("es",)),
        (["de>en", "en>es", "es>de", "es>fr"], "de", ("en", "es")),
        (["en>es", "es>en"], "en-GB", ("es",)),
    ],
)
def test_reachable_languages_have_a_route(installed: list[str], source: str, targets: tuple[str, ...]) -> None:
    found = packages(*installed)
    assert reachable(found, source) == targets
    for target in targets:
        assert find_route(found, source, target).target == target
