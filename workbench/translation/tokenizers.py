"""The two tokenizers of Argos' packages: SentencePiece, and Moses with byte-pair encoding.

Both do what Argos' own do, so that a model sees the tokens it would see there, except that "_" stays "_":
Argos turns it into a space.
"""

from __future__ import annotations

import io
from typing import Any, Protocol

from workbench.errors import BrokenPackage
from workbench.translation.packages import Package
from workbench.wording import words

WORD_CHARS = 100
CACHED_WORDS = 50_000
_SPACE = "▁"
_INSIDE_WORD = "@@"


class Tokenizer(Protocol):
    """Cuts a text into a model's tokens and puts a translation's tokens together. Safe in several threads."""

    def encode(self, text: str) -> list[str]:
        """Return the tokens of `text`; none if there is nothing to see in it."""

    def decode(self, tokens: list[str]) -> str:
        """Return the text of `tokens`."""


def load_tokenizer(package: Package) -> Tokenizer:
    """Read a package's tokenizer.

    Raises:
        BrokenPackage: Its file is missing or damaged.
    """
    if package.tokenizer == "bpe":
        return BpeTokenizer(package.read("bpe.model"), package.source, package.target)
    return SentencePieceTokenizer(package.read("sentencepiece.model"))


class SentencePieceTokenizer:
    """A SentencePiece model.

    Args:
        model: Content of `sentencepiece.model`.
    """

    def __init__(self, model: bytes) -> None:
        import sentencepiece

        if not model:
            raise BrokenPackage(words("Its sentencepiece.model is empty."))
        try:
            self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)
        except (RuntimeError, OSError) as error:
            raise BrokenPackage(words("Its sentencepiece.model is damaged.")) from error

    def encode(self, text: str) -> list[str]:
        """Return the pieces of `text`."""
        pieces: list[str] = self._processor.encode(_encodable(text), out_type=str)
        return pieces

    def decode(self, tokens: list[str]) -> str:
        """Return the text of these pieces."""
        text: str = self._processor.decode_pieces(tokens)
        return text.replace(_SPACE, " ")


class BpeTokenizer:
    """Moses' tokenizer, then byte-pair encoding.

    Args:
        codes: Content of `bpe.model`: a version, then a merge a line.
        source: Code of the language to cut.
        target: Code of the language to put together.
    """

    def __init__(self, codes: bytes, source: str, target: str) -> None:
        from argostranslate.apply_bpe import BPE
        from sacremoses.normalize import MosesPunctNormalizer
        from sacremoses.tokenize import MosesDetokenizer, MosesTokenizer

        self._normalizer: Any = MosesPunctNormalizer(source)
        self._tokenizer: Any = MosesTokenizer(source)
        self._detokenizer: Any = MosesDetokenizer(target)
        # It ends the whole process when a line is wrong, so the lines are looked at before.
        self._bpe: Any = BPE(io.StringIO(_checked_codes(codes)))

    def encode(self, text: str) -> list[str]:
        """Return the subwords of `text`; "@@" marks those that go on."""
        words = " ".join(self._tokenizer.tokenize(self._normalizer.normalize(_encodable(text))))
        if len(self._bpe.cache) > CACHED_WORDS:
            self._bpe.cache = {}
        return [token for word in words.split() for token in self._segment(word)]

    def decode(self, tokens: list[str]) -> str:
        """Return the text of these subwords."""
        text: str = self._detokenizer.detokenize(" ".join(tokens).replace(f"{_INSIDE_WORD} ", "").split(" "))
        return text

    def _segment(self, word: str) -> list[str]:
        # Merging takes the square of a word's length: a "word" of 100,000 letters is cut first.
        chunks = [word[start : start + WORD_CHARS] for start in range(0, len(word), WORD_CHARS)]
        tokens: list[str] = []
        for chunk in chunks:
            if tokens:
                tokens[-1] += _INSIDE_WORD
            tokens += self._bpe.segment_tokens([chunk])
        return tokens


def _checked_codes(codes: bytes) -> str:
    try:
        lines = codes.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise BrokenPackage(words("Its bpe.model is not text.")) from error
    version = lines[0].split()[-1] if lines and lines[0].startswith("#version:") else "0.1"
    merges = lines[1:] if lines and lines[0].startswith("#version:") else lines
    if version not in {"0.1", "0.2"} or any(len(line.strip("\r\n ").split(" ")) != 2 for line in merges):
        raise BrokenPackage(words("Its bpe.model is not a list of merges."))
    return "\n".join(lines) + "\n"


def _encodable(text: str) -> str:
    """Replace half characters (lone surrogates), which no library takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
