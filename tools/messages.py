"""Collect the texts of the interface, bring the catalogues up to date and compile them: `make messages`.

    python tools/messages.py            collect, update, compile; says what is not translated yet
    python tools/messages.py --check    change nothing; exit 1 where a catalogue is not up to date

A text that is new comes into each catalogue empty, never guessed from a similar one. One that is not in the code any
more goes.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "workbench" / "locales"
_PLAIN = dict.fromkeys(("_", "gettext", "lazy_gettext", "trans", "words"))
DOMAINS = {
    "messages": ("babel.cfg", {**_PLAIN, "ngettext": (1, 2), "counted": (1, 2)}),
    "scripts": ("babel-scripts.cfg", {"t": None, "tn": (1, 2)}),
}
"""For each domain the file that says where its texts stand, and the names of the functions that they are given to."""

# Headers that nobody fills in, or that would make every run a change.
_UNSTEADY = tuple(
    f'"{name}'.encode() for name in ("POT", "PO-", "Generated", "Last-", "Language-Team", "Report", "Project")
)


def collect(domain: str) -> Catalog:
    """Return a catalogue of all texts of a domain, without translations, in the order of the alphabet."""
    mapping, keywords = DOMAINS[domain]
    with (ROOT / mapping).open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = Catalog(charset="utf-8")
    texts = set()
    for _name, _line, text, _comments, _context in extract_from_dir(
        ROOT, methods, options, keywords, directory_filter=_is_ours
    ):
        texts.add(text)
    for text in sorted(texts, key=lambda each: (each,) if isinstance(each, str) else each):
        found.add(text)
    return found


def catalogue(language: str, domain: str) -> tuple[Path, Catalog]:
    """Return the catalogue of a language as it lies in the checkout, and where; an empty one where there is none."""
    path = LOCALES / language / "LC_MESSAGES" / f"{domain}.po"
    if not path.exists():
        return path, Catalog(locale=language, domain=domain)
    with path.open("rb") as file:
        return path, read_po(file, locale=language, domain=domain)


def updated(known: Catalog, collected: Catalog) -> bytes:
    """Return a catalogue with exactly the texts that were collected, as its file has it."""
    fresh = Catalog(locale=known.locale, project="Workbench", charset="utf-8", header_comment="#", fuzzy=False)
    for message in collected:
        if message.id:
            before = known.get(message.id)
            strings = before.string if before is not None and before.pluralizable == message.pluralizable else None
            fresh.add(message.id, strings or (("",) * fresh.num_plurals if message.pluralizable else ""))
    return _written(fresh)


def compiled(known: Catalog) -> bytes:
    """Return a catalogue as programs read it."""
    steady, file = _Steady(locale=known.locale, charset="utf-8"), io.BytesIO()
    for message in known:
        if message.id:
            steady.add(message.id, message.string)
    write_mo(file, steady)
    return file.getvalue()


class _Steady(Catalog):
    """A catalogue without the hour and the version of the program that wrote it: the same texts, the same file."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        steady = {"Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
        return [(name, value) for name, value in super().mime_headers if name in steady]


def main() -> int:
    """Write what is out of date, or name it."""
    is_check, stale, untranslated = "--check" in sys.argv, [], 0
    for domain in DOMAINS:
        collected = collect(domain)
        for folder in sorted(LOCALES.iterdir()):
            path, known = catalogue(folder.name, domain)
            content = updated(known, collected)
            now = read_po(io.BytesIO(content), locale=folder.name, domain=domain)
            untranslated += sum(not all(_strings(message)) for message in now if message.id)
            for file, wanted in ((path, content), (path.with_suffix(".mo"), compiled(now))):
                if file.exists() and file.read_bytes() == wanted:
                    continue
                stale.append(str(file.relative_to(ROOT)))
                if not is_check:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(wanted)
    print(f"{len(stale)} files {'are out of date' if is_check else 'written'}; {untranslated} texts not translated.")
    return 1 if is_check and stale else 0


def _strings(message: object) -> tuple[str, ...]:
    string = message.string  # type: ignore[attr-defined]
    return string if isinstance(string, (tuple, list)) else (string,)


def _written(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=120, no_location=True, omit_header=False)
    lines = file.getvalue().split(b"\n")
    return b"\n".join(line for line in lines if not line.startswith(_UNSTEADY))


def _is_ours(path: str) -> bool:
    return Path(path).name not in {".venv", "instance", "node_modules", "__pycache__", "build", "dist", ".git"}


if __name__ == "__main__":
    sys.exit(main())
