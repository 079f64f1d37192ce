"""Translate one sentence until nothing is wrong with it, or everything has been tried.

The ladder: the other hypotheses of the same decode, each also mended from its alignment; the sentence decoded
again, so that nothing may repeat, or with its numbers and terms behind carriers; clause by clause; with a wider
beam. It ends at the first text without a fault. The best of all is the one whose worst fault is lightest, then
the one with fewest faults, then the likeliest. What is still wrong with it stays written on it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.errors import BrokenPackage
from workbench.memory.terms import TermUse
from workbench.translation.alignment import align
from workbench.translation.attempts import Answer, Attempt
from workbench.translation.candidates import Candidate, Case, Outcome, better
from workbench.translation.clauses import fit, split_clauses
from workbench.translation.cutting import Part, cut
from workbench.translation.decoding import PLAIN, Decoding, Hypothesis, Variation
from workbench.translation.detection import burden
from workbench.translation.faults import FaultKind
from workbench.translation.models import Model
from workbench.translation.protect import Masked, Prepared, Use, mend, prepare

Steps = Generator[list[Attempt], None, Outcome]
"""Gives what is to be decoded, goes on when it is, and returns the translation."""

log = logging.getLogger(__name__)

# A second try need not be the best of all, only without the fault: half a beam costs half.
_NARROW_BEAM = 2
_ENDLESS = frozenset({FaultKind.LOOP, FaultKind.CUT_OFF, FaultKind.TOO_LONG})
_ABOUT_PIECES = frozenset({FaultKind.LOST_ITEM, FaultKind.CHANGED_ITEM, FaultKind.BROKEN_TERM})
WIDEST_BEAM = 4
# A text this much less likely a token than the likeliest is noise that happens to pass.
_MOST_UNLIKELY = 2.0
_MOST_WAITS = 3


class Ladder:
    """Translates sentences of one language into another with one model.

    Args:
        model: A loaded model.
        decoding: Parameters.
        source: Language code of the sentences.
        target: Language code to translate into.
        insists: Whether a faulty sentence is tried again even if that helped none of those before.
    """

    def __init__(self, model: Model, decoding: Decoding, source: str, target: str, *, insists: bool = False) -> None:
        self._model = model
        self._decoding = decoding
        self._source = source
        self._target = target
        self._insists = insists

    def plain(self, sentence: str) -> Steps:
        """Translate a sentence as the model does, without looking at what it wrote."""
        attempt = self._attempt(cut(sentence, self._model.tokenizer.encode), _unchanged)
        attempt = yield from self._decode(attempt)
        answer = next(attempt.answers())
        return Outcome(Hypothesis(answer.text, answer.score))

    def steps(self, sentence: str, uses: Sequence[TermUse] = ()) -> Steps:
        """Translate a sentence as well as the model can.

        Args:
            sentence: The sentence.
            uses: The glossary's terms in it.
        """
        if not sentence.strip():
            return Outcome(Hypothesis("", 0.0))
        spans = [Use(use.start, use.end, use.wanted) for use in uses]
        prepared = prepare(sentence, self._source, self._target, uses=spans)
        case = Case(prepared, tuple(uses))
        parts = cut(prepared.core, self._model.tokenizer.encode)
        if not parts:
            return case.outcome(self._judge(case, prepared.finish(prepared.core), 0.0))
        masked = self._masked(prepared, numbers=False) if uses else None
        natural = self._attempt(parts, prepared.finish)
        first = self._masked_attempt(masked) if masked else natural
        first = yield from self._decode(first)
        best = self._best(case, first)
        if masked and (best is None or best.faults):
            natural = yield from self._decode(natural)
            best = better(best, self._best(case, natural, is_needed=True))
        assert best is not None, "a needed natural attempt always has a text"
        if best.faults:
            best = yield from self._try_again(case, best, is_masked=masked is not None)
        return case.outcome(best)

    def _try_again(self, case: Case, best: Candidate, *, is_masked: bool) -> Generator[list[Attempt], None, Candidate]:
        record, worst = self._model.repairs, best.faults[0].kind
        for _ in range(_MOST_WAITS):
            if not self._insists and record.is_undecided(worst):
                yield []
        if not record.begin(worst, insists=self._insists):
            case.is_final = False
            return best
        is_mended: bool | None = None
        try:
            before = burden(best.faults)
            best = yield from self._climb(case, best, is_masked)
            is_mended = burden(best.faults) < before
        finally:
            record.end(worst, is_mended=is_mended)
        return best

    def _climb(self, case: Case, best: Candidate, is_masked: bool) -> Generator[list[Attempt], None, Candidate]:
        """Go up the ladder, the cheapest and most promising rung first, until a text has no fault.

        A try that the decoder cannot do costs that try: the sentence has a translation already.
        """
        try:
            for rung in self._rungs(case.prepared, best.kinds, is_masked):
                attempt = yield from self._decode(rung)
                best = better(best, self._best(case, attempt)) or best
                if not best.faults:
                    break
        except BrokenPackage as error:
            log.warning("A faulty sentence could not be tried again. %s", error)
            case.is_final = False
        return best

    def _rungs(self, prepared: Prepared, kinds: frozenset[FaultKind], is_masked: bool) -> Iterator[Attempt]:
        encode = self._model.tokenizer.encode
        whole = cut(prepared.core, encode)
        again = Variation(beam_size=min(_NARROW_BEAM, self._decoding.beam_size))
        if kinds & _ENDLESS:
            yield self._attempt(whole, prepared.finish, replace(again, no_repeat_ngram_size=4, repetition_penalty=1.2))
        if kinds & _ABOUT_PIECES and not is_masked and (masked := self._masked(prepared, numbers=True)):
            yield self._masked_attempt(masked, again)
        if len(clauses := split_clauses(prepared.core, encode)) > 1:
            attempt = self._attempt(clauses, prepared.finish, again)
            attempt.fit = fit
            yield attempt
        if not kinds & _ENDLESS and self._decoding.beam_size < WIDEST_BEAM:
            yield self._attempt(whole, prepared.finish, Variation(beam_size=WIDEST_BEAM))

    def _decode(self, attempt: Attempt) -> Generator[list[Attempt], None, Attempt]:
        """Decode a try, and again in smaller parts as long as one meets the length limit."""
        yield [attempt]
        while (smaller := attempt.cut_further()) is not None:
            attempt = smaller
            yield [attempt]
        return attempt

    def _best(self, case: Case, attempt: Attempt, *, is_needed: bool = False) -> Candidate | None:
        """Return the first faultless text of a try, else the best; None if none can be used.

        If it is needed, its first text counts however unlikely it is.
        """
        best: Candidate | None = None
        for answer in attempt.answers():
            if answer.score < case.likeliest - _MOST_UNLIKELY and not (is_needed and best is None):
                continue
            for candidate in self._candidates(case, attempt, answer):
                if not candidate.faults:
                    return candidate
                best = better(best, candidate)
        return best

    def _candidates(self, case: Case, attempt: Attempt, answer: Answer) -> Iterable[Candidate]:
        text = attempt.finish(answer.text)
        if text is None:
            return
        case.likeliest = max(case.likeliest, answer.score)
        candidate = self._judge(case, text, answer.score, is_cut_off=answer.is_cut_off)
        yield candidate
        if attempt.is_whole and not attempt.is_masked and candidate.kinds & _ABOUT_PIECES:
            alignment = align(case.prepared.core, attempt.source_tokens, answer.text, answer.tokens, answer.attention())
            mended = mend(case.prepared, answer.text, alignment)
            if mended != answer.text:
                yield self._judge(case, case.prepared.finish(mended), answer.score, is_cut_off=answer.is_cut_off)

    def _judge(self, case: Case, text: str, score: float, *, is_cut_off: bool = False) -> Candidate:
        return case.judge(text, score, self._source, self._target, is_cut_off=is_cut_off)

    def _masked(self, prepared: Prepared, *, numbers: bool) -> Masked | None:
        carrier = self._model.trust.carrier(self._model)
        return prepared.masked(carrier, numbers=numbers) if carrier else None

    def _masked_attempt(self, masked: Masked, variation: Variation = PLAIN) -> Attempt:
        attempt = self._attempt(cut(masked.core, self._model.tokenizer.encode), masked.finish, variation)
        attempt.is_masked = True
        return attempt

    def _attempt(self, parts: list[Part], finish: Callable[[str], str | None], variation: Variation = PLAIN) -> Attempt:
        decoding = self._decoding
        return Attempt(self._model, parts, finish, decoding.max_decoding_length, decoding.length_penalty, variation)


def _unchanged(text: str) -> str:
    return text
