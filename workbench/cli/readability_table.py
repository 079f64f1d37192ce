"""What `flask readability FILE` prints for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.cli.measures import count_value, measure_name, measure_value, reading_time
from workbench.cli.one_file import SplitText
from workbench.cli.plain_text import NOTHING, align, clean, shorten
from workbench.languages import language as describe
from workbench.readability.counts import Counts
from workbench.readability.difficulty import Difficulty, Level, assess
from workbench.readability.diversity import why_undefined
from workbench.readability.report import Report
from workbench.readability.scores import Score
from workbench.readability.style import find_adverbs, find_passives

MOST_HARD_SENTENCES = 10
_SENTENCE_COLUMNS = 160
_COUNTS = ("words", "sentences", "characters", "letters", "syllables", "long_words", "polysyllables")
_LEVELS = {Level.HARD: "hard", Level.VERY_HARD: "very hard"}
_HARD = tuple(_LEVELS)


def report_lines(text: SplitText, report: Report, *, most_sentences: int | None = MOST_HARD_SENTENCES) -> list[str]:
    """Return the lines of a report: counts, scores, measures, style, and the hard sentences, worst first.

    Args:
        text: What was read.
        report: Of its sentences.
        most_sentences: How many hard sentences are listed; None for all.
    """
    recognised = ", recognised from the text" if text.is_recognised else ""
    lines = [f"{clean(text.name)}: {describe(text.language).name}{recognised}"]
    values = report.to_json()
    lines += ["", "Counts"]
    lines += align([(measure_name(name), count_value(values["counts"][name])) for name in _COUNTS], right=(1,))
    lines += ["", "Scores", *score_lines(report)]
    lines += ["", "Measures that every language has"]
    lines += align(
        [
            (measure_name(name), measure_value(name, value), _why_none(name, report))
            for name, value in values["neutral"].items()
        ],
        right=(1,),
    )
    lines += ["", f"Reading time: {reading_time(report)}"]
    lines += _style_lines(text, report)
    return [*lines, "", *_hard_lines(text.sentences, report, most_sentences)]


def _why_none(measure: str, report: Report) -> str:
    return why_undefined(report.counts.words) if measure == "mattr" else ""


def score_lines(report: Report) -> list[str]:
    """Return the scores, the primary one first; only the reason when not even that can be relied on."""
    if report.primary is None:
        return [f"  {report.reason}"]
    if not report.primary.reliable:
        return [f"  {report.primary.reason}"]
    return align([(score.name, *_score_cells(score)) for score in report.scores], right=(1,))


def _score_cells(score: Score) -> tuple[str, str]:
    if not score.reliable:
        return (NOTHING, score.reason)
    if score.band is not None:
        return (f"{score.value:.1f}", score.band.name)
    return (f"{score.value:.1f}", "school grade" if score.unit == "grade" else "")


def _style_lines(text: SplitText, report: Report) -> Iterator[str]:
    """Yield how many passives and adverbs there are, in languages with a rule for them."""
    for name, find in (("Passive voice", find_passives), ("Adverbs", find_adverbs)):
        found = [find(sentence, report.language) for sentence in text.sentences]
        numbers = [len(spans) for spans in found if spans is not None]
        if numbers:
            places = sum(number > 0 for number in numbers)
            sentences = "1 sentence" if places == 1 else f"{places:,} sentences"
            yield f"{name}: {f'{sum(numbers):,}, in {sentences}' if places else 'none'}"


def _hard_lines(sentences: Sequence[str], report: Report, most: int | None) -> list[str]:
    hard = hard_sentences(report.sentences, report.language)
    total = report.counts.sentences
    if not hard:
        return [f"No hard sentences among {total:,}." if total else "There are no sentences in it."]
    # A teaser repeats its article: the same sentence is shown once, with all its places.
    places: dict[str, list[str]] = defaultdict(list)
    for position, _ in hard:
        places[sentences[position - 1]].append(str(position))
    head = f"Hard sentences: {len(hard):,} of {total:,}"
    is_cut = most is not None and most < len(places)
    lines = [f"{head}, the {most} hardest:" if is_cut else f"{head}:"]
    levels = {sentences[position - 1]: difficulty for position, difficulty in hard}
    for sentence, positions in list(places.items())[:most]:
        difficulty = levels[sentence]
        reasons = ", ".join(measure_name(reason.value) for reason in difficulty.reasons)
        lines.append(f"  {', '.join(positions)}  {_LEVELS[difficulty.level]}{': ' * bool(reasons)}{reasons}")
        lines.append(f"     {shorten(sentence, _SENTENCE_COLUMNS)}")
    return lines


def hard_sentences(sentences: Sequence[Counts], language: str) -> list[tuple[int, Difficulty]]:
    """Return the sentences that are hard with their positions from 1, the hardest first.

    Args:
        sentences: The counts of each.
        language: Code without a region.
    """
    found = [(position, assess(counts, language)) for position, counts in enumerate(sentences, 1)]
    hard = [(position, difficulty) for position, difficulty in found if difficulty.level in _LEVELS]
    return sorted(hard, key=lambda each: (-_HARD.index(each[1].level), -(each[1].value or 0.0), each[0]))
