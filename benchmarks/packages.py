"""The packages that every engine is given: the starter, and one of the size of real ones with random weights.

The random one is a Transformer of the base size (6 + 6 layers, 512 wide, 2,048 in between, 8 heads, 32,000 pieces,
int8: what a real package of 60 MB has inside). It says nonsense, 30 tokens of it for every sentence, so it
costs what a real one costs, on each engine the same.
"""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.cache import cache_dir
from workbench.config import resource_dir

STARTER = next((resource_dir("seeds") / "models").glob("translate-en_es-*.argosmodel"))
BASE_NAME = "translate-en_es-9_0"
LAYERS, HEADS, WIDTH, INNER = 6, 8, 512, 2048
PIECES = 32_000
TARGET_TOKENS = 30
POSITIONS = 1024
SEED = 20
SPECIAL = ("<unk>", "<s>", "</s>")
# The first of the 512 dimensions belongs to the end of the sentence alone: no layer writes to it.
# Before layer normalisation it holds -30 up to the last token and 30 after it, everything else about 3.
END_LEVEL = 30.0
END_WEIGHT = 10.0


def starter_folder() -> Path:
    """Return a folder in Argos' form that holds the starter package, unpacked, and nothing else."""
    folder = cache_dir() / f"starter-{_digest(STARTER.read_bytes())}"
    if not folder.exists():
        scratch = folder.with_suffix(".new")
        shutil.rmtree(scratch, ignore_errors=True)
        with zipfile.ZipFile(STARTER) as archive:
            archive.extractall(scratch)
        scratch.rename(folder)
    return folder


def base_folder() -> Path:
    """Return a folder in Argos' form that holds the random package, built when it is not there yet."""
    tokenizer = _tokenizer()
    folder = cache_dir() / f"base-{_digest(Path(__file__).read_bytes() + tokenizer)}"
    if not folder.exists():
        scratch = folder.with_suffix(".new")
        shutil.rmtree(scratch, ignore_errors=True)
        path = scratch / BASE_NAME
        (path / "model").mkdir(parents=True)
        metadata = {
            "package_version": "9.0",
            "argos_version": "1.9.0",
            "from_code": "en",
            "from_name": "English",
            "to_code": "es",
            "to_name": "Spanish",
        }
        (path / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
        (path / "README.md").write_text("# Random weights, for measuring speed\n", encoding="utf-8")
        (path / "sentencepiece.model").write_bytes(tokenizer)
        _write_model(path / "model", tokenizer)
        scratch.rename(folder)
    return folder


def package_of(folder: Path) -> Path:
    """Return the one package in a folder."""
    return next(folder.glob("translate-*"))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _tokenizer() -> bytes:
    """Return the starter's tokenizer, filled up to 32,000 pieces that no text has.

    A SentencePiece model is a protobuf message, whose repeated field 1 holds the pieces: bytes of more pieces
    behind it are more pieces.
    """
    import sentencepiece

    content = (package_of(starter_folder()) / "sentencepiece.model").read_bytes()
    known = sentencepiece.SentencePieceProcessor(model_proto=content)
    pieces = {known.id_to_piece(i) for i in range(known.get_piece_size())}
    missing = PIECES - len(pieces)
    rng = random.Random(SEED)
    added = bytearray()
    while missing:
        piece = "▁" + "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(rng.randint(3, 5)))
        if piece not in pieces:
            pieces.add(piece)
            missing -= 1
            text = piece.encode()
            inner = b"\x0a" + bytes([len(text)]) + text + b"\x15" + struct.pack("<f", -1000.0)
            added += b"\x0a" + bytes([len(inner)]) + inner
    return content + bytes(added)


def _write_model(folder: Path, tokenizer: bytes) -> None:
    import sentencepiece
    from ctranslate2.specs import TransformerSpec

    processor = sentencepiece.SentencePieceProcessor(model_proto=tokenizer)
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    tokens = [*SPECIAL, *(piece for piece in pieces if piece not in SPECIAL)]
    rng = np.random.default_rng(SEED)

    spec = TransformerSpec.from_config(LAYERS, HEADS, pre_norm=True)
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "<s>"
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    embedding = _random(rng, len(tokens), WIDTH) / WIDTH**0.5
    embedding[:, 0] = 0
    embedding[SPECIAL.index("</s>")] = 0
    embedding[SPECIAL.index("</s>"), 0] = END_WEIGHT
    places = 2 * _random(rng, POSITIONS, WIDTH)
    steps = places.copy()
    steps[:, 0] = np.where(np.arange(POSITIONS) < TARGET_TOKENS, -END_LEVEL, END_LEVEL)
    for side, positions in ((spec.encoder, places), (spec.decoder, steps)):
        side.scale_embeddings = True
        side.position_encodings.encodings = positions
        _norm(side.layer_norm)
        for layer in side.layer:
            _attention(rng, layer.self_attention, is_cross=False)
            if side is spec.decoder:
                _attention(rng, layer.attention, is_cross=True)
            _norm(layer.ffn.layer_norm)
            _linear(layer.ffn.linear_0, _random(rng, INNER, WIDTH) / WIDTH**0.5)
            _linear(layer.ffn.linear_1, _random(rng, WIDTH, INNER) / INNER**0.5, writes=True)
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding
    spec.decoder.projection.weight = embedding
    bias = np.zeros(len(tokens), np.float32)
    # What no translation should contain: the other special tokens, and pieces that begin inside a word.
    bias[[i for i, token in enumerate(tokens) if token != "</s>" and not token.startswith("▁")]] = -100
    spec.decoder.projection.bias = bias
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def _random(rng: np.random.Generator, *shape: int) -> np.ndarray:
    return rng.standard_normal(shape, dtype=np.float32)


def _attention(rng: np.random.Generator, spec: Any, *, is_cross: bool) -> None:
    scale = WIDTH**0.5
    _norm(spec.layer_norm)
    shapes = (WIDTH, 2 * WIDTH) if is_cross else (3 * WIDTH,)
    for linear, rows in zip(spec.linear, shapes, strict=False):
        _linear(linear, _random(rng, rows, WIDTH) / scale)
    _linear(spec.linear[-1], _random(rng, WIDTH, WIDTH) / scale, writes=True)


def _linear(spec: Any, weight: np.ndarray, *, writes: bool = False) -> None:
    """Set a layer; one that `writes` into the stream of 512 leaves the first dimension alone."""
    if writes:
        weight[0] = 0
    spec.weight, spec.bias = np.ascontiguousarray(weight), np.zeros(len(weight), np.float32)


def _norm(spec: Any) -> None:
    spec.gamma, spec.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)
