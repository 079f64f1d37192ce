"""The one place where services run the checks: what was found is remembered, so a changed sentence is checked alone."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.checks.base import Check, Pair
from workbench.checks.consistency import inconsistent
from workbench.checks.findings import Finding
from workbench.checks.registry import ARTICLE_CHECKS, CHECKS, ArticleCheck
from workbench.checks.running import run_checks, unchecked
from workbench.memory.term_notes import TermNote, note_terms
from workbench.memory.terms import Glossary
from workbench.wording import words

MAX_SENTENCES = 40_000
MAX_CHARACTERS = 12_000_000
"""How much is remembered, both texts counted: twenty translations of 2,000 sentences of news, some 32 MB.

Desks of one translation share what is remembered; so do translations that say the same, and a sentence that is undone.
What is looked at in turn and does not fit would all be forgotten before it is asked for again, so this is more than the
articles that a newsroom works on at a time.
"""

Sentence = tuple[str, str, str, str, tuple[TermNote, ...]]
"""What a `Pair` is made of, in its order: a page asks for thousands that are remembered, and needs no pairs of them."""

_BY_SOURCE = frozenset({inconsistent})
"""Checks of an article that compare only sentences with the same source, spaces aside."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Registry:
    """Which checks are run.

    Attributes:
        checks: On each sentence alone.
        article_checks: On all sentences of an article.
    """

    checks: Sequence[Check] = CHECKS
    article_checks: Sequence[ArticleCheck] = ARTICLE_CHECKS

    @property
    def is_by_source(self) -> bool:
        """Whether a sentence that changes can only change what was found of those with the same source."""
        return _BY_SOURCE.issuperset(self.article_checks)


class FindingCache:
    """What the checks found in the sentences that were asked for last; for any number of threads.

    Args:
        registry: Which checks.
        max_sentences: How many sentences are kept.
        max_characters: How long they may be together, both texts counted; a longer one is checked every time.
    """

    def __init__(
        self,
        registry: Registry | None = None,
        *,
        max_sentences: int = MAX_SENTENCES,
        max_characters: int = MAX_CHARACTERS,
    ) -> None:
        self.registry = registry or Registry()
        self._max_sentences = max_sentences
        self._max_characters = max_characters
        self._found: OrderedDict[Sentence, tuple[Finding, ...]] = OrderedDict()
        self._characters = 0
        self._lock = threading.Lock()
        self.checked = 0
        """How many sentences were checked so far because they were not remembered."""

    def __len__(self) -> int:
        return len(self._found)

    def find(self, sentences: Sequence[Sentence]) -> list[tuple[Finding, ...]]:
        """Return what the checks find in each sentence, in order."""
        recall, touch = self._found.get, self._found.move_to_end
        known = []
        with self._lock:
            for sentence in sentences:
                found = recall(sentence)
                if found is not None:
                    touch(sentence)
                known.append(found)
        # Two threads may check the same sentence at once; both find the same.
        missing = dict.fromkeys(sentence for sentence, found in zip(sentences, known, strict=True) if found is None)
        if not missing:
            return [found or () for found in known]
        fresh = {sentence: run_checks(Pair(*sentence), self.registry.checks) for sentence in missing}
        with self._lock:
            self._keep(fresh)
        return [fresh[each] if found is None else found for each, found in zip(sentences, known, strict=True)]

    def find_in_article(self, sentences: Sequence[tuple[int, str, str]]) -> dict[int | None, tuple[Finding, ...]]:
        """Return what shows only beside the other sentences, by position. Nothing of it is remembered here.

        A check that raises is written to the log, and told as a finding on the whole text, under None.

        Args:
            sentences: Position, source and translation of all that are translated.
        """
        found: dict[int | None, tuple[Finding, ...]] = {}
        for check in self.registry.article_checks:
            try:
                findings = check(sentences)
            except Exception:
                log.exception("A check of whole articles failed on %d sentences.", len(sentences))
                findings = (unchecked(words("the sentences beside each other")),)
            for finding in findings:
                found[finding.position] = (*found.get(finding.position, ()), finding)
        return found

    def _keep(self, fresh: dict[Sentence, tuple[Finding, ...]]) -> None:
        self.checked += len(fresh)
        for sentence, findings in fresh.items():
            if sentence in self._found or _length(sentence) > self._max_characters:
                continue
            self._found[sentence] = findings
            self._characters += _length(sentence)
            while len(self._found) > self._max_sentences or self._characters > self._max_characters:
                oldest, _ = self._found.popitem(last=False)
                self._characters -= _length(oldest)


CHECKED = FindingCache()
"""Of this process. What it remembers changes no answer, only how soon it comes."""


def find_in_sentences(
    sentences: Sequence[tuple[str, str, tuple[TermNote, ...]]], source: str, target: str
) -> list[tuple[Finding, ...]]:
    """Return what the checks find in each sentence, in order; nothing in one that is not translated.

    Args:
        sentences: Source, translation ("" for none yet) and the glossary's terms of each.
        source: Canonical code of the article's language.
        target: Canonical code of the translation's.
    """
    found = iter(
        CHECKED.find(
            [(text, translation, source, target, terms) for text, translation, terms in sentences if translation]
        )
    )
    return [next(found) if translation else () for _, translation, _ in sentences]


def check_ahead(texts: Sequence[tuple[str, str]], source: str, target: str, glossary: Glossary | None) -> None:
    """Check sentences before anybody asks: for who stores them, so that the desk that shows them does not wait.

    Args:
        texts: Source and translation of each.
        source: Canonical code of the article's language.
        target: Canonical code of the translation's.
        glossary: The terms of the pair.
    """
    find_in_sentences(
        [(text, translation, note_terms(glossary, text, translation)) for text, translation in texts], source, target
    )


def _length(sentence: Sentence) -> int:
    return len(sentence[0]) + len(sentence[1])
