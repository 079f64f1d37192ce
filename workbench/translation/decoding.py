"""How to decode, and what comes out: the values that the engine takes and gives."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.errors import BadInput
from workbench.translation.faults import Fault
from workbench.wording import words


@dataclass(frozen=True, slots=True)
class Decoding:
    """Parameters of beam search; the defaults are those of Argos Translate, so the words are the same.

    Attributes:
        beam_size: Hypotheses kept at each step; 1 is greedy and fastest.
        length_penalty: Exponent of the length by which a hypothesis' log-probability is divided.
        max_decoding_length: Tokens after which a translation is cut off. Many models cannot go beyond 256;
            a long sentence that meets the limit is translated in parts instead.
        replace_unknowns: Whether the source's own token stands in for a token the model does not know.
        repair: Whether numbers, names and the like are protected, each translation is checked, and a faulty one
            is tried again. Without, out comes what the model wrote.
    """

    beam_size: int = 4
    length_penalty: float = 0.2
    max_decoding_length: int = 256
    replace_unknowns: bool = True
    repair: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.beam_size <= MAX_BEAM_SIZE:
            raise BadInput(
                words("A beam size of {beam_size} does not work.", beam_size=self.beam_size),
                hint=words("Use 1 to {max_beam_size}.", max_beam_size=MAX_BEAM_SIZE),
            )


@dataclass(frozen=True, slots=True)
class Variation:
    """What is done otherwise than the parameters of the translation say, when a sentence is tried again.

    Attributes:
        beam_size: 0 for the translation's own.
        no_repeat_ngram_size: Tokens in a row that must not come twice; 0 for no limit.
        repetition_penalty: Divides the likelihood of tokens that came already.
    """

    beam_size: int = 0
    no_repeat_ngram_size: int = 0
    repetition_penalty: float = 1.0


PLAIN = Variation()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One sentence's translation.

    Attributes:
        text: The translation; "" for a blank sentence.
        score: Mean log-probability of a token, 0 or less; of a pivot, both parts added up. e to the score
            is between 0 and 1, and texts of any length compare.
        pivot: The text in between, None for a direct translation.
        faults: What is wrong with the text and could not be mended.
    """

    text: str
    score: float
    pivot: str | None = None
    faults: tuple[Fault, ...] = ()


MAX_BEAM_SIZE = 32
DRAFT_BEAM = 1
"""The beam of a quick draft."""
