"""Packages loaded into memory: each once, when it is first used, shared by all threads."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import Any

from workbench.errors import BrokenPackage
from workbench.translation.archives import open_contents
from workbench.translation.decoding import PLAIN, Decoding, Variation
from workbench.translation.packages import Package
from workbench.translation.repair_record import RepairRecord
from workbench.translation.tokenizers import load_tokenizer
from workbench.translation.trust import Trust
from workbench.wording import words

MODELS_KEPT = 8
BATCH_TOKENS = 256
# A large model reads all of its weights at every step, however few sentences it has before it.
LARGE_MODEL_BYTES = 20_000_000
LARGE_BATCH_TOKENS = 512
_REMEDY = words("Install it again (flask models install FROM TO); flask models check tests every package.")


def default_threads(threads: int = 0) -> int:
    """Return how many sentences are decoded side by side: `threads`, or for 0 one a core of this process."""
    if threads > 0:
        return threads
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Model:
    """One package, loaded. Safe in several threads.

    Args:
        package: The package.
        threads: Replicas that decode side by side, each on one core.

    Raises:
        BrokenPackage: A file is missing or damaged.
    """

    def __init__(self, package: Package, threads: int) -> None:
        self.package = package
        self.threads = threads
        self.key = _key(package)
        self.trust = Trust()
        self.repairs = RepairRecord()
        try:
            self.tokenizer = load_tokenizer(package)
            self._translator = _load_translator(package, threads)
        except BrokenPackage as error:
            raise BrokenPackage(
                words("The model {id} does not work. {error}", id=package.id, error=error), hint=_REMEDY
            ) from error

    @property
    def translator(self) -> Any:
        """CTranslate2's own object, for what `submit` does not do."""
        return self._translator

    def submit(self, batch: list[list[str]], decoding: Decoding, variation: Variation = PLAIN) -> list[Any]:
        """Start to decode and return at once.

        Args:
            batch: Tokens of each sentence; none empty.
            decoding: Parameters. With `repair` all hypotheses of the beam come out, with their attention: that
                takes no time that can be measured.
            variation: What is done otherwise.

        Returns:
            For each sentence an object whose `result()` waits for its `TranslationResult`.
        """
        if not batch:
            return []
        prefix = self.package.target_prefix
        beam_size = variation.beam_size or decoding.beam_size
        try:
            results: list[Any] = self._translator.translate_batch(
                batch,
                target_prefix=[[prefix]] * len(batch) if prefix else None,
                asynchronous=True,
                max_batch_size=self._batch_tokens(batch),
                batch_type="tokens",
                beam_size=beam_size,
                num_hypotheses=beam_size if decoding.repair else 1,
                no_repeat_ngram_size=variation.no_repeat_ngram_size,
                repetition_penalty=variation.repetition_penalty,
                length_penalty=decoding.length_penalty,
                replace_unknowns=decoding.replace_unknowns,
                max_input_length=0,
                max_decoding_length=decoding.max_decoding_length,
                return_scores=True,
                return_attention=decoding.repair,
            )
        except (RuntimeError, ValueError) as error:
            raise self.failure(error) from error
        return results

    def _batch_tokens(self, batch: list[list[str]]) -> int:
        """Return the size of a batch, smaller where few sentences are to keep all replicas busy."""
        largest = LARGE_BATCH_TOKENS if self.package.size_bytes > LARGE_MODEL_BYTES else BATCH_TOKENS
        shared = sum(map(len, batch)) // self.threads
        return max(min(largest, shared), max(map(len, batch)))

    def decode(self, tokens: list[str]) -> str:
        """Return the text of a translation's tokens, without the package's prefix."""
        return self.tokenizer.decode(self.without_prefix(tokens)).removeprefix(" ")

    def without_prefix(self, tokens: list[str]) -> list[str]:
        """Return a translation's tokens without the one that every translation of the package starts with."""
        prefix = self.package.target_prefix
        return tokens[1:] if prefix and tokens[:1] == [prefix] else tokens

    def failure(self, error: Exception) -> BrokenPackage:
        """Return what to raise when decoding failed with `error`."""
        return BrokenPackage(
            words("The model {id} stopped while translating: {error}.", id=self.package.id, error=error), hint=_REMEDY
        )


class LoadedModels:
    """The models in memory, `MODELS_KEPT` at most; the one unused for longest goes first.

    Args:
        threads: Replicas of each model.
    """

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._lock = Lock()
        self._slots: OrderedDict[tuple[Path, int, int], _Slot] = OrderedDict()

    def get(self, package: Package) -> Model:
        """Return the package's model, loading it if need be; other packages load meanwhile.

        Raises:
            BrokenPackage: It does not load.
        """
        key = _key(package)
        with self._lock:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            while len(self._slots) > MODELS_KEPT:
                self._slots.popitem(last=False)
        with slot.lock:
            if slot.model is None:
                slot.model = Model(package, self._threads)
            return slot.model

    def keep_only(self, packages: Iterable[Package]) -> None:
        """Drop the models of all other packages. A translation that runs on one of them still finishes."""
        kept = {_key(package) for package in packages}
        with self._lock:
            for key in [key for key in self._slots if key not in kept]:
                del self._slots[key]

    def __len__(self) -> int:
        with self._lock:
            return sum(slot.model is not None for slot in self._slots.values())


class _Slot:
    def __init__(self) -> None:
        self.lock = Lock()
        self.model: Model | None = None


def _key(package: Package) -> tuple[Path, int, int]:
    return package.path, package.changed_ns, package.size_bytes


def _load_translator(package: Package, threads: int) -> Any:
    import ctranslate2

    contents = open_contents(package.path)
    names = [name for name in contents.names if name.startswith("model/") and name.count("/") == 1]
    files = {name.removeprefix("model/"): content for name, content in contents.read_all(names).items()}
    try:
        # From memory, so that a zip file is used in place and a folder can go while it is read.
        return ctranslate2.Translator(
            package.id,
            device="cpu",
            inter_threads=threads,
            intra_threads=1,
            max_queued_batches=-1,  # a full queue would hold up the thread that looks after the finished sentences
            files=files,
        )
    except (RuntimeError, ValueError, TypeError, KeyError, MemoryError, OSError) as error:
        raise BrokenPackage(words("CTranslate2 cannot load it: {error}.", error=error)) from error
