"""Make small, real translation packages: CTranslate2 loads them, a tokenizer cuts for them, they translate.

The model is a Transformer of one layer whose weights are set by hand so that it copies its source, token
by token: the decoder at step t looks only at position t of the source. With `shift` it writes, in place
of each token, the one `shift` places on among the tokens of the same kind, which makes a package whose work can
be told from another's. So a test can say what must come out, in every layout that real packages have.

`Behaviour` makes it fail as real models do: one that spells in Cyrillic letters stands for a good translator
into Russian, and each failure is a change to it.
"""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np

TOKEN_DIMENSIONS = 64
POSITION_DIMENSIONS = 64
STATE_DIMENSIONS = 2
STOP, TRANSLATED = TOKEN_DIMENSIONS + POSITION_DIMENSIONS, TOKEN_DIMENSIONS + POSITION_DIMENSIONS + 1
POSITIONS = 1100
SPECIAL = ("<unk>", "<s>", "</s>")
SEED_ARTICLE = Path(__file__).parents[1] / "seeds/articles/000_fd79899e2d11a5a3.txt"

BPE_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?'\"&-_"
BPE_MERGES = (("t", "h"), ("th", "e</w>"), ("i", "n"), ("o", "n</w>"), ("e", "r"), ("er", "s</w>"), ("a", "n"))
# Letters that look and sound alike enough to read what a package wrote.
CYRILLIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "абцдефгхийклмнопярстувшыжзАБЦДЕФГХИЙКЛМНОПЯРСТУВШЫЖЗ"
)


@dataclass(frozen=True)
class Behaviour:
    """What a package does with its source; by default it copies it.

    Attributes:
        shift: 0 copies the source; another number writes other tokens in its place.
        spells: "" as the source does; "cyrillic" the same in Cyrillic letters; "swapped" as that, with 4 and 9
            swapped.
        loop: A step and a number of tokens: from that step on it writes these tokens again and again. A
            source that ends before the second round comes out whole.
        stops_at: The step at which it stops; 0 for never.
        stops_after: Tokens after which it stops; "<unk>" is any the model does not know, such as an emoji.
        stop_weight: How sure it is to stop: at 30 entirely; less gives the full translation as the second.
        is_silent: Whether it writes a space and stops; a model always writes one token.
        doubts: Pairs of a token and what the model writes in its place a little rather than the token itself.
        echo: 0; or every how many tokens one is left as in the source; or -1: the first hypothesis leaves
            all as in the source, and the second spells.
        ends_rather: How much the end of the sentence is preferred to a random token, for when the best is forbidden.
    """

    shift: int = 0
    spells: str = ""
    loop: tuple[int, int] | None = None
    stops_at: int = 0
    stops_after: tuple[str, ...] = ()
    stop_weight: float = 30
    is_silent: bool = False
    doubts: tuple[tuple[str, str], ...] = ()
    echo: int = 0
    ends_rather: float = 0


def build_package(
    folder: Path,
    source: str,
    target: str,
    *,
    layout: str = "sentencepiece",
    vocabulary: str = "json",
    target_prefix: str = "",
    folder_name: str | None = None,
    zipped: bool = False,
    version: str = "1.0",
    shift: int = 0,
    behaviour: Behaviour | None = None,
) -> Path:
    """Write one package under `folder` and return its path.

    Args:
        folder: Where the package's own folder, or its zip file, is put.
        source: Argos' code of the language it translates from.
        target: Argos' code of the language it translates to.
        layout: The tokenizer: "sentencepiece" or "bpe".
        vocabulary: "json" as CTranslate2 writes it now, or "txt" as it did before version 4.
        target_prefix: Token that starts every translation, such as ">>spa<<".
        folder_name: Name of the package's folder; Argos' own form without it.
        zipped: Whether to make an `.argosmodel` file instead of a folder.
        version: The package's version.
        shift: 0 copies the source; another number writes other tokens in its place.
        behaviour: What else it does; `shift` does not count then.
    """
    name = folder_name or f"translate-{source}_{target}-{version.replace('.', '_')}"
    path = folder / name
    path.mkdir(parents=True)
    metadata = {
        "package_version": version,
        "argos_version": "1.9.0",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": target,
        **({"target_prefix": target_prefix} if target_prefix else {}),
    }
    (path / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    (path / "README.md").write_text(f"# Copies {source} to {target}\n", encoding="utf-8")
    if layout == "sentencepiece":
        (path / "sentencepiece.model").write_bytes(_sentencepiece_model())
    else:
        codes = "".join(f"{left} {right}\n" for left, right in BPE_MERGES)
        (path / "bpe.model").write_text(f"#version: 0.2\n{codes}", encoding="utf-8")
    for file, content in _model(layout, vocabulary, target_prefix, behaviour or Behaviour(shift)).items():
        (path / "model").mkdir(exist_ok=True)
        (path / "model" / file).write_bytes(content)
    return zip_folder(path) if zipped else path


def zip_folder(path: Path) -> Path:
    """Pack a package's folder into an `.argosmodel` file beside it, and delete the folder."""
    archive = path.with_name(path.name + ".argosmodel")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for member in sorted(path.rglob("*")):
            file.write(member, member.relative_to(path.parent))
    shutil.rmtree(path)
    return archive


def tokens_of(layout: str) -> list[str]:
    """Return the model's vocabulary for this tokenizer, without the special tokens and prefixes."""
    if layout == "bpe":
        merged = ["".join(pair) for pair in BPE_MERGES]
        words = [*BPE_CHARACTERS, *(token.removesuffix("</w>") for token in merged)]
        return list(dict.fromkeys(word + end for word, end in product(words, ("", "@@"))))
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=_sentencepiece_model())
    return [processor.id_to_piece(i) for i in range(processor.get_piece_size()) if not processor.is_control(i)][1:]


@cache
def _sentencepiece_model() -> bytes:
    import sentencepiece

    model = io.BytesIO()
    lines = SEED_ARTICLE.read_text(encoding="utf-8").splitlines()
    letters = " ".join("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 _ ' ?!;:")
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([*lines, letters]),
        model_writer=model,
        vocab_size=300,
        character_coverage=1.0,
        minloglevel=2,
        num_threads=1,
    )
    return model.getvalue()


@cache
def _model(layout: str, vocabulary: str, target_prefix: str, behaviour: Behaviour) -> dict[str, bytes]:
    import tempfile

    special = [*SPECIAL, *([target_prefix] if target_prefix else [])]
    spec = _weights(special, tokens_of(layout), behaviour, bool(target_prefix))
    with tempfile.TemporaryDirectory() as scratch:
        spec.validate()
        spec.optimize(quantization="float32")
        spec.save(scratch)
        files = {path.name: path.read_bytes() for path in Path(scratch).iterdir()}
    if vocabulary == "txt":
        words = json.loads(files.pop("shared_vocabulary.json"))
        files["shared_vocabulary.txt"] = "".join(f"{word}\n" for word in words).encode()
    return files


def _spelling(behaviour: Behaviour, token: str, place: int) -> str:
    if behaviour.echo > 0 and place % behaviour.echo == 0:
        return token
    if behaviour.spells == "swapped":
        token = token.translate(str.maketrans("49", "94"))
    return token.translate(CYRILLIC) if behaviour.spells else token


def _weights(special: list[str], tokens: list[str], behaviour: Behaviour, has_prefix: bool):  # type: ignore[no-untyped-def]
    from ctranslate2.specs import TransformerSpec

    random = np.random.default_rng(7)
    size, width = len(special) + len(tokens), TOKEN_DIMENSIONS + POSITION_DIMENSIONS + STATE_DIMENSIONS
    embedding = np.zeros((size, width), np.float32)
    embedding[:, :TOKEN_DIMENSIONS] = _unit_vectors(random, size, TOKEN_DIMENSIONS)
    written = _shifted(special, tokens, behaviour.shift)
    output = np.zeros_like(embedding)
    output[written] = embedding
    spelled = [*special, *(_spelling(behaviour, token, place) for place, token in enumerate(tokens))]
    echoed = embedding.copy()
    if behaviour.echo == -1:
        # Twice the vocabulary: as in the source, and spelled; a token of one kind makes the next of that kind likelier.
        copies = slice(len(special), size)
        spelled = [*special, *tokens, *spelled[copies]]
        marked, spelled_output = embedding[copies].copy(), output[copies].copy()
        echoed[copies, TRANSLATED], marked[:, TRANSLATED] = -1, 1
        spelled_output[:, TRANSLATED] = 30
        output[copies] *= 1.01
        echoed, output = np.concatenate([echoed, marked]), np.concatenate([output, spelled_output])
    for token, wrong in behaviour.doubts:
        if wrong not in spelled:
            spelled.append(wrong)
            echoed, output = (np.concatenate([table, np.zeros((1, width), np.float32)]) for table in (echoed, output))
        output[spelled.index(wrong)] += 1.03 * embedding[len(special) + tokens.index(token)]
    for token in behaviour.stops_after:
        echoed[spelled.index(token), STOP] = 1
    end = SPECIAL.index("</s>")
    output[end, STOP] = 10 * behaviour.stop_weight
    if behaviour.is_silent:
        output[spelled.index("▁"), STOP] = -300
    positions = np.zeros((POSITIONS, width), np.float32)
    places = slice(TOKEN_DIMENSIONS, TOKEN_DIMENSIONS + POSITION_DIMENSIONS)
    positions[:, places] = _unit_vectors(random, POSITIONS, POSITION_DIMENSIONS)
    steps = _steps(positions, behaviour)
    steps = np.concatenate([steps[:1], steps[:-1]]) if has_prefix else steps

    spec = TransformerSpec.from_config(1, 1, pre_norm=True)
    spec.config.add_source_eos = True
    spec.register_source_vocabulary([*special, *tokens])
    spec.register_target_vocabulary(spelled)
    nothing, token_only, position_only = np.zeros((width, width)), np.zeros((width, width)), np.zeros((width, width))
    token_only[:TOKEN_DIMENSIONS, :TOKEN_DIMENSIONS] = np.eye(TOKEN_DIMENSIONS)
    position_only[places, places] = np.eye(POSITION_DIMENSIONS)
    for side, table in ((spec.encoder, positions), (spec.decoder, steps)):
        side.scale_embeddings = False
        side.position_encodings.encodings = table
        layer = side.layer[0]
        _norm(side.layer_norm, width)
        _norm(layer.self_attention.layer_norm, width)
        _norm(layer.ffn.layer_norm, width)
        _linear(layer.self_attention.linear[0], np.concatenate([nothing] * 3))
        _linear(layer.self_attention.linear[1], nothing)
        _linear(layer.ffn.linear_0, nothing)
        _linear(layer.ffn.linear_1, nothing)
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = echoed
    attention = spec.decoder.layer[0].attention
    _norm(attention.layer_norm, width)
    _linear(attention.linear[0], 8 * position_only)
    _linear(attention.linear[1], np.concatenate([position_only, token_only]))
    _linear(attention.linear[2], 10 * np.eye(width))
    _linear(spec.decoder.projection, 2 * output)
    spec.decoder.projection.bias[end] = behaviour.ends_rather
    return spec


def _shifted(special: list[str], tokens: list[str], shift: int) -> list[int]:
    """Return for each token the one that is written in its place."""
    written = list(range(len(special) + len(tokens)))
    # A word's start stays a word's start, and a piece inside a word stays inside, so the spaces stay.
    for starts_word in (True, False) if shift else ():
        group = [len(special) + i for i, token in enumerate(tokens) if _starts_word(token) is starts_word]
        for place, i in enumerate(group):
            written[i] = group[(place + shift) % len(group)]
    return written


def _steps(positions: np.ndarray, behaviour: Behaviour) -> np.ndarray:
    """Return for each step of the decoder which place of the source it looks at, and whether it stops there."""
    looked_at = np.arange(POSITIONS)
    if behaviour.loop:
        start, length = behaviour.loop
        looked_at[start:] = start + (looked_at[start:] - start) % length
    steps = positions[looked_at]
    if behaviour.is_silent:
        steps[0, STOP], steps[1:, STOP] = -1, 1
    if behaviour.stops_at:
        steps[behaviour.stops_at :, STOP] = 1
    return steps


def _starts_word(token: str) -> bool:
    return token.startswith("▁") or token.endswith("@@")


def _unit_vectors(random: np.random.Generator, count: int, dimensions: int) -> np.ndarray:
    vectors = random.standard_normal((count, dimensions))
    vectors -= vectors.mean(axis=1, keepdims=True)
    unit: np.ndarray = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _norm(spec, width: int) -> None:  # type: ignore[no-untyped-def]
    spec.gamma, spec.beta = np.ones(width, np.float32), np.zeros(width, np.float32)


def _linear(spec, weight: np.ndarray) -> None:  # type: ignore[no-untyped-def]
    spec.weight, spec.bias = weight.astype(np.float32), np.zeros(len(weight), np.float32)
