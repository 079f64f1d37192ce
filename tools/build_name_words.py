"""Build workbench/checks/facts/data/words/: the common words of a language that are no names, and words that are both.

Run it with a Python that has wordfreq and names, where Debian's word lists are unpacked; nothing is needed at run time:

    apt-get download wamerican wbritish wdutch wfrench witalian wngerman wpolish wportuguese wspanish
    for each in *.deb; do dpkg -x $each lists; done
    python -m venv venv && venv/bin/pip install wordfreq==3.1.1 names==0.3.0
    venv/bin/python tools/build_name_words.py lists/usr/share/dict

Common: among the commonest 30,000 forms of wordfreq. No name: Debian's list has it in lower case; for German, which
writes nouns with a capital too, it has it with a capital, and no other language's list has it only with a capital
unless it has German plurals. Both: English words that are first or last names of the US Census of 1990, and that the
English and the Polish list have with a capital too, less those that news writes with a capital in other names.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "workbench" / "checks" / "facts" / "data" / "words"
LISTS = {
    "de": "ngerman",
    "en": "american-english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
}
COMMON = 30_000
STEM_LETTERS = 3
PLURALS = ("e", "en", "n", "nen")
# Of titles, official names, places and headlines.
NOT_NAMES = """
amber angel apple atlas august bacon bay beach begin bell bend best bird bishop black bond born bourbon buddy
buffalo cage camel cancer cannon canon challenger cherry cliff commons constable corp cotton coward crane creek
dean delta derby diesel duke earl east faith fielding forest gale gall garland gay gene genesis glass golden grass
green gross hall hamlet heath hill holder holiday hood horn house hull innocent ivory jersey jewel job jobs king
kitty lance land lean little long lot major man mar margarita marina marks mars masters meadows media mercury mill
millet mills min miss monk moor more mount mouse news nice noble north orange pace page pan park parks peace pearl
pole polo pope post potter pound powers prince queen reading red rich roach rock roman rose rover royal ruby sand
savannah sellers sharp shell singer sol south spears stern sun sung tell temple union urban villa villas violet
wake wales wall wasp waters watt watts west western white will wolf wonder wood woods young day
"""
HEAD = """\
# Common words of {language} that are no names, from wordfreq 3.1.1 (Speer 2022) and Debian's {source}: see LICENSE.
# Made by tools/build_name_words.py. A line is three first letters, then how words that begin so go on; "." is the end.
"""


def read(path: Path) -> frozenset[str]:
    """Return the words of a list."""
    data = path.read_bytes()
    try:
        return frozenset(data.decode("utf-8").split("\n"))
    except UnicodeDecodeError:
        return frozenset(data.decode("latin-1").split("\n"))


def compact(words: Iterable[str]) -> str:
    """Return the words, a line for those with the same beginning."""
    endings: dict[str, list[str]] = defaultdict(list)
    for word in words:
        endings[word[:STEM_LETTERS]].append(word[STEM_LETTERS:] or ".")
    return "".join(f"{stem} {' '.join(sorted(rest))}\n" for stem, rest in sorted(endings.items()))


def is_german_noun(word: str, lists: dict[str, frozenset[str]]) -> bool:
    """Say whether a German word with a capital is a noun and no name."""
    capital = word.capitalize()
    if capital not in lists["de"]:
        return False
    is_name = any(capital in lists[each] and word not in lists[each] for each in ("en", "nl", "pt"))
    return not is_name or any(capital + ending in lists["de"] for ending in PLURALS)


def names_too(lists: dict[str, frozenset[str]], ranked: Iterable[str]) -> list[str]:
    """Return the English words that are names as well."""
    import names

    folder = Path(names.__file__).parent
    census = {
        line.split()[0].lower()
        for file in ("dist.all.last", "dist.male.first", "dist.female.first")
        for line in (folder / file).read_text().splitlines()
    }
    excluded = NOT_NAMES.split()
    capitals = lists["en"] & lists["pl"]
    both = [word for word in ranked if word in lists["en"] and word.capitalize() in capitals]
    brands = ("amazon", "google", "netflix", "twitter", "yahoo")
    return sorted(brands) + sorted(word for word in both if word in census and word not in excluded and len(word) > 2)


def main() -> None:
    """Write a list for each language and say how large it is."""
    import wordfreq

    folder = Path(sys.argv[1])
    lists = {language: read(folder / name) for language, name in LISTS.items()}
    lists["en"] |= read(folder / "british-english")
    lists["de"] = frozenset(word.replace("ß", "ss") for word in lists["de"])  # as wordfreq writes it
    for language in LISTS:
        ranked = [word for word in wordfreq.top_n_list(language, COMMON) if word.isalpha() and len(word) > 2]
        words = [
            word for word in ranked if word in lists[language] or (language == "de" and is_german_noun(word, lists))
        ]
        text = HEAD.format(language=language, source=LISTS[language]) + compact(words)
        (OUT / f"{language}.txt").write_text(text, encoding="utf-8")
        print(f"{language}: {len(words):,} words, {len(text.encode()):,} bytes")
        if language == "en":
            both = names_too(lists, ranked)
            (OUT / "en_names.txt").write_text(
                f"# English words that are names as well. Made by tools/build_name_words.py.\n{' '.join(both)}\n",
                encoding="utf-8",
            )
            print(len(both), "names")


if __name__ == "__main__":
    main()
