"""Build workbench/readability/data/common_words/ from the frequency lists of wordfreq.

Run it with a Python that has wordfreq; nothing of it is needed at run time:

    python -m venv /tmp/wordfreq && /tmp/wordfreq/bin/pip install wordfreq==3.1.1
    /tmp/wordfreq/bin/python tools/build_word_lists.py
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "workbench" / "readability" / "data" / "common_words"
STEM_LETTERS = 3  # as `rarity` reads it
FORMS = 10_000
# Where a word has dozens of forms, 10,000 forms are few words: these get twice as many.
FORMS_OF = dict.fromkeys(("ar", "fi", "hu", "pl", "ru", "tr", "uk"), 20_000)
LANGUAGES = ("ar", "de", "en", "es", "fi", "fr", "hi", "hu", "it", "nl", "pl", "pt", "ru", "sv", "tr", "uk")

_NO_WORD = re.compile(r"[\d\s._/:,@#&+]")

HEAD = """\
# The {number:,} commonest word forms of {language}, lower case, from wordfreq 3.1.1 (Speer 2022).
# CC BY-SA 4.0, see LICENSE. Made by tools/build_word_lists.py.
# A line is three first letters, then how the words that begin so go on; "." is the end.
"""


def compact(words: Iterable[str]) -> str:
    """Return the words, a line for those with the same beginning."""
    endings: dict[str, list[str]] = defaultdict(list)
    for word in words:
        endings[word[:STEM_LETTERS]].append(word[STEM_LETTERS:] or ".")
    return "".join(f"{stem} {' '.join(sorted(rest))}\n" for stem, rest in sorted(endings.items()))


def main() -> None:
    """Write a list for each language and say how large it is."""
    import wordfreq

    for language in LANGUAGES:
        number = FORMS_OF.get(language, FORMS)
        ranked = wordfreq.top_n_list(language, 3 * number)
        words = [word for word in ranked if not _NO_WORD.search(word)][:number]
        text = HEAD.format(number=len(words), language=language) + compact(words)
        (FOLDER / f"{language}.txt").write_text(text, encoding="utf-8")
        print(f"{language}: {len(words):,} forms, {len(text.encode()):,} bytes")


if __name__ == "__main__":
    main()
