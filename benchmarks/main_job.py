"""The main job: `flask translate` on the seed article, beside bare CTranslate2 and beside Argos' own API.

Questions: how much longer than one bare CTranslate2 call does the engine need for the same sentences; how much
does the whole process add to a bare script that does the same; how many times faster than Argos is it?
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from benchmarks.timing import median_ratio, print_table, seconds_of, side_by_side
from workbench.config import load_settings, resource_dir
from workbench.formats import read_document, repeated_blocks
from workbench.segments import segment_block

SEED = next((resource_dir("seeds") / "articles").glob("000_*.txt"))
PACKAGE = next((resource_dir("seeds") / "models").glob("translate-en_es-*.argosmodel"))
ROUNDS = 7
BARE_BATCH_TOKENS = 1024

BARE_SCRIPT = """
import os, sys, ctranslate2, sentencepiece
folder, sentences = sys.argv[1], open(sys.argv[2], encoding="utf-8").read().split("\\n")
tokenizer = sentencepiece.SentencePieceProcessor(model_file=folder + "/sentencepiece.model")
translator = ctranslate2.Translator(folder + "/model", inter_threads=os.cpu_count(), intra_threads=1)
results = translator.translate_batch(
    tokenizer.encode(sentences, out_type=str), beam_size=4, length_penalty=0.2, replace_unknowns=True,
    max_batch_size=1024, batch_type="tokens", return_scores=True)
print("\\n".join(tokenizer.decode(result.hypotheses[0]) for result in results))
"""

ARGOS_SCRIPT = """
import sys, time
from argostranslate import translate
sentences = open(sys.argv[1], encoding="utf-8").read().split("\\n")
translation = translate.get_translation_from_codes("en", "es").underlying
translation.sentencizer = type("Given", (), {"split_sentences": lambda self, text: [text]})()
translation.hypotheses(sentences[0], 1)
times = []
for _ in range(3):
    start = time.perf_counter()
    for sentence in sentences:
        translation.hypotheses(sentence, 1)
    times.append(time.perf_counter() - start)
print(sorted(times)[1])
"""


def distinct_sentences() -> list[str]:
    """Return the sentences of the seed article that have to be decoded."""
    document = read_document(SEED.read_bytes(), name=SEED.name, max_chars=1_000_000)
    repeats = repeated_blocks(document.blocks)
    found = [
        segment.text
        for index, block in enumerate(document.blocks)
        if block.is_translatable and index not in repeats
        for segment in segment_block(block.text, "en")
    ]
    return list(dict.fromkeys(found))


def main() -> None:
    """Measure and print."""
    sentences = distinct_sentences()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with zipfile.ZipFile(PACKAGE) as archive:
            archive.extractall(folder / "packages")
        unpacked = folder / "packages" / PACKAGE.stem
        listed = folder / "sentences.txt"
        listed.write_text("\n".join(sentences), encoding="utf-8")
        decode(unpacked, sentences, argos_seconds(folder, listed))
        whole_process(unpacked, listed)


def decode(unpacked: Path, sentences: list[str], argos: float) -> None:
    """Time decoding inside one process, models warm."""
    import ctranslate2
    import sentencepiece

    from workbench.translation.engine import Engine

    engine = Engine(load_settings({"argos_packages": False}))
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(unpacked / "sentencepiece.model"))
    threads = len(__import__("os").sched_getaffinity(0))
    translator = ctranslate2.Translator(str(unpacked / "model"), inter_threads=threads, intra_threads=1)

    def ours() -> None:
        engine.forget()  # or later rounds would measure the memory of the first
        list(engine.translate(sentences, "en", "es"))

    def bare() -> None:
        tokens = tokenizer.encode(sentences, out_type=str)
        results = translator.translate_batch(
            tokens,
            beam_size=4,
            length_penalty=0.2,
            replace_unknowns=True,
            max_batch_size=BARE_BATCH_TOKENS,
            batch_type="tokens",
            return_scores=True,
        )
        for result in results:
            tokenizer.decode(result.hypotheses[0])

    ours_seconds, bare_seconds = side_by_side([ours, bare], ROUNDS)
    mid_ours, mid_bare = statistics.median(ours_seconds), statistics.median(bare_seconds)
    count = len(sentences)
    print_table(
        f"Decoding the {count} distinct sentences of the seed article (starter, beam 4, warm)",
        ["", "seconds", "sentences/s", "against bare"],
        [
            ["bare CTranslate2, one call", f"{mid_bare:.2f}", f"{count / mid_bare:.0f}", "1.00"],
            [
                "our engine",
                f"{mid_ours:.2f}",
                f"{count / mid_ours:.0f}",
                f"{median_ratio(ours_seconds, bare_seconds):.2f}",
            ],
            ["Argos' API as it comes", f"{argos:.2f}", f"{count / argos:.0f}", f"{argos / mid_bare:.1f}"],
        ],
    )
    print(f"\nOur engine against Argos' API: {argos / mid_ours:.1f} times the sentences per second (target: 5).")


def argos_seconds(folder: Path, listed: Path) -> float:
    """Return the seconds that Argos' own API needs for the same sentences, model warm."""
    environment = {"ARGOS_PACKAGES_DIR": str(folder / "packages"), "HOME": str(folder), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", ARGOS_SCRIPT, str(listed)], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def whole_process(unpacked: Path, listed: Path) -> None:
    """Time the command from its start to its end, beside a bare script for the same sentences."""
    flask = str(Path(sys.executable).with_name("flask"))
    commands = {
        "bare script": [sys.executable, "-c", BARE_SCRIPT, str(unpacked), str(listed)],
        "flask translate --from en": [flask, "translate", str(SEED), "--to", "es", "--from", "en"],
        "flask translate (language recognised)": [flask, "translate", str(SEED), "--to", "es"],
        "flask --help": [flask, "--help"],
    }

    def call(command: list[str]) -> None:
        subprocess.run(command, capture_output=True, check=True)

    times = side_by_side([lambda c=command: call(c) for command in commands.values()], ROUNDS)  # type: ignore[misc]
    bare = times[0]
    rows = []
    for name, seconds in zip(commands, times, strict=True):
        above = statistics.median(a - b for a, b in zip(seconds, bare, strict=True))
        rows.append([name, f"{statistics.median(seconds):.2f}", f"{above:+.2f}"])
    print_table("The whole process", ["", "seconds", "above the bare script"], rows)


if __name__ == "__main__":
    print(f"{seconds_of(main):.0f} s")
