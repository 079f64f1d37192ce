"""The real engine, which notes every sentence it is given to decode."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Any

from flask import Flask

from workbench.translation.decoding import Hypothesis
from workbench.translation.engine import Engine


class CountingEngine(Engine):
    """An engine with a list of what it was asked for."""

    sentences: list[str]

    def translate(self, sentences: Iterable[str], *arguments: Any, **options: Any) -> Generator[Hypothesis]:
        given = list(sentences)
        self.sentences.extend(given)
        return super().translate(given, *arguments, **options)


def count_sentences(app: Flask) -> list[str]:
    """Let an application use a counting engine; return its list, which grows."""
    extension = app.extensions["workbench"]
    engine = CountingEngine(extension.settings)
    engine.sentences = []
    extension._engine = engine
    return engine.sentences
