"""The engines that `benchmarks/engine.py` compares, each as a process that takes turns.

    python -m benchmarks.peers ours|bare|argos FOLDER BEAM

FOLDER holds one package, unpacked. What an engine needs but the others do not, it does inside its turn:
tokenising for ours and argostranslate; bare CTranslate2 is given tokens, sorted by length, before the clock runs.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.packages import package_of
from benchmarks.timing import seconds_of
from benchmarks.turns import Process, answer

BARE_BATCHES = (256, 512, 1024)


def start_ours(folder: Path, beam: int) -> Process:
    """Start this workbench's engine."""
    return Process(["benchmarks.peers", "ours", str(folder), str(beam)])


def start_bare(folder: Path, beam: int) -> Process:
    """Start CTranslate2 alone, in its best arrangement: all sentences in one call, a replica for each core."""
    return Process(["benchmarks.peers", "bare", str(folder), str(beam)])


def start_argos(folder: Path, beam: int, *, tuned: bool) -> Process:
    """Start argostranslate's API, as it comes or with one thread a translator."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ARGOS")}
    environment |= {"ARGOS_PACKAGES_DIR": str(folder), "ARGOS_BEAM_SIZE": str(beam)}
    if tuned:
        environment["ARGOS_INTRA_THREADS"] = "1"
    return Process(["benchmarks.peers", "argos", str(folder), str(beam)], environment)


def ours(folder: Path, beam: int) -> None:
    """Answer turns with our engine."""
    from workbench.config import load_settings
    from workbench.translation.engine import Engine

    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "packages").symlink_to(folder)
        engine = Engine(load_settings({"data_dir": name, "argos_packages": False}))
        decoding = our_decoding(beam, is_random=folder.name.startswith("base"))

        def translate(sentences: list[str]) -> Iterable[str]:
            engine.forget()  # or later turns would measure the memory of the first
            for hypothesis in engine.translate(sentences, "en", "es", decoding=decoding):
                yield hypothesis.text

        answer(translate)


def our_decoding(beam: int, *, is_random: bool) -> Any:
    """Return how we decode. Here, and nowhere else, repair is turned off for a package that only says nonsense."""
    from workbench.translation.engine import Decoding

    return Decoding(beam_size=beam, repair=not is_random)


def bare(folder: Path, beam: int) -> None:
    """Answer turns with CTranslate2 alone; the sizes of batches take turns too, and the best is kept."""
    import ctranslate2
    import sentencepiece

    package = package_of(folder)
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    threads = len(os.sched_getaffinity(0))
    translator = ctranslate2.Translator(str(package / "model"), inter_threads=threads, intra_threads=1)
    best: dict[int, float] = {}

    def call(tokens: list[list[str]], size: int) -> Any:
        return translator.translate_batch(
            tokens,
            beam_size=beam,
            length_penalty=0.2,
            replace_unknowns=True,
            max_batch_size=size,
            batch_type="tokens",
            return_scores=True,
        )

    def prepare(sentences: list[str]) -> tuple[list[int], list[list[str]]]:
        tokens = tokenizer.encode(sentences, out_type=str)
        order = sorted(range(len(tokens)), key=lambda i: len(tokens[i]), reverse=True)
        ordered = [tokens[i] for i in order]
        if not best:  # the first turn is the warm-up of all engines
            call(ordered[:8], BARE_BATCHES[0])
            for size in BARE_BATCHES:
                best[size] = seconds_of(partial(call, ordered, size))
        return order, ordered

    def translate(prepared: tuple[list[int], list[list[str]]]) -> Iterable[str]:
        order, tokens = prepared
        texts = [""] * len(order)
        for place, result in zip(order, call(tokens, min(best, key=best.__getitem__)), strict=True):
            texts[place] = tokenizer.decode(result.hypotheses[0])
        return texts

    answer(translate, prepare=prepare)


def argos(folder: Path, beam: int) -> None:
    """Answer turns with argostranslate's API; the sentences are given, its splitter would be downloaded."""
    from argostranslate import settings, translate

    if settings.beam_size != beam:
        raise SystemExit(f"argostranslate decodes with beam {settings.beam_size}, not {beam}.")
    translation = translate.get_translation_from_codes("en", "es").underlying
    translation.sentencizer = type("Given", (), {"split_sentences": lambda _self, text: [text]})()
    answer(lambda sentences: (translation.hypotheses(sentence, 1)[0].value for sentence in sentences))


if __name__ == "__main__":
    {"ours": ours, "bare": bare, "argos": argos}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
