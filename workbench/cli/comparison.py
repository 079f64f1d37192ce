"""A source and its translation, read from two files and compared."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.cli.one_file import SplitText
from workbench.readability.drift import Drift, compare
from workbench.readability.report import Report, analyse_sentences


@dataclass(frozen=True, slots=True)
class Side:
    """A text and its report."""

    text: SplitText
    report: Report


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides and the drift between them."""

    source: Side
    target: Side
    drift: Drift

    @property
    def sides(self) -> tuple[Side, Side]:
        """The source, then the target."""
        return self.source, self.target

    @property
    def is_paired(self) -> bool:
        """Whether both sides have the same number of sentences, so that they are compared one to one."""
        return len(self.source.report.sentences) == len(self.target.report.sentences)

    @property
    def has_same_paragraphs(self) -> bool:
        """Whether each paragraph, too, has the same number of sentences on both sides."""
        source, target = ([len(each) for each in side.text.paragraphs] for side in self.sides)
        return source == target


def compare_texts(source: SplitText, target: SplitText) -> Comparison:
    """Measure and compare two texts."""
    mine, theirs = _measured(source), _measured(target)
    return Comparison(mine, theirs, compare(mine.report, theirs.report))


def _measured(text: SplitText) -> Side:
    return Side(text, analyse_sentences(text.sentences, text.language, with_mattr=True))
