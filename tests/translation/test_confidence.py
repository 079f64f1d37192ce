"""The three words: where they begin, what a fault does, and what another model's scale is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput
from workbench.translation.confidence import (
    FILE,
    STARTER,
    Confidence,
    Scale,
    confidence_of,
    read_scales,
    scale_of,
)
from workbench.translation.faults import Fault, FaultKind

BEST_FIRST = list(Confidence)


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (0.0, Confidence.SURE),
        (-0.4, Confidence.SURE),
        (-0.41, Confidence.CHECK),
        (-0.8, Confidence.CHECK),
        (-0.81, Confidence.DOUBTFUL),
        (None, None),
    ],
)
def test_a_threshold_belongs_to_the_better_band(score: float | None, expected: Confidence | None) -> None:
    assert confidence_of(score, (), Scale(-0.4, -0.8)) is expected


@pytest.mark.parametrize("kind", list(FaultKind))
@pytest.mark.parametrize("score", [0.0, -9.0, None])
def test_a_fault_is_doubtful_whatever_the_score(kind: FaultKind, score: float | None) -> None:
    assert confidence_of(score, (Fault(kind),), STARTER) is Confidence.DOUBTFUL


@given(st.floats(-20, 0), st.floats(-20, 0))
def test_a_better_score_is_never_in_a_worse_band(one: float, other: float) -> None:
    low, high = sorted((one, other))
    bands = [confidence_of(score, (), STARTER) for score in (high, low)]
    assert BEST_FIRST.index(bands[0]) <= BEST_FIRST.index(bands[1])


def test_a_chain_has_the_sum_of_its_parts_scales() -> None:
    measured = {"a-b 1": Scale(-0.2, -0.4), "b-c 1": Scale(-0.3, -0.7)}
    assert scale_of(["a-b 1"], measured) == Scale(-0.2, -0.4, is_measured=True)
    chain = scale_of(["a-b 1", "b-c 1"], measured)
    assert (chain.sure, chain.check) == (pytest.approx(-0.5), pytest.approx(-1.1))
    assert not chain.is_measured


@pytest.mark.parametrize("packages", [[], ["xx-yy 9 (installed)"]])
def test_an_unmeasured_model_has_the_starter_s_scale_and_says_so(packages: list[str]) -> None:
    assert scale_of(packages) == Scale(STARTER.sure, STARTER.check, is_measured=False)


def test_the_starter_was_measured() -> None:
    assert scale_of(["en-es 0.1 (starter)"]).is_measured


def test_a_file_in_the_data_folder_adds_scales_and_is_read_again_when_it_changes(tmp_path: Path) -> None:
    assert "xx-yy 1" not in read_scales(tmp_path)
    for sure in (-0.3, -0.25):
        (tmp_path / FILE).write_text(json.dumps({"xx-yy 1": {"sure": sure, "check": -0.5 + sure}}), encoding="utf-8")
        assert read_scales(tmp_path)["xx-yy 1"].sure == sure
    assert "en-es 0.1 (starter)" in read_scales(tmp_path)


@pytest.mark.parametrize("content", ["", "[]", '{"a": 1}', '{"a": {"sure": -0.5}}', '{"a": {"sure": -1, "check": 0}}'])
def test_a_file_that_says_something_else_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match="no scales of confidence"):
        read_scales(tmp_path)
