"""What places and languages are called in two languages, by CLDR through Babel: London, Londres; German, alemán."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

import regex

from workbench.checks.facts.spelling import fold

_WORD = regex.compile(r"[\p{L}\p{M}'’\-]+")
_LEAST = 3
_STEM_LESS = 2
_UNITED_STATES = (
    "ee.uu eeuu unid unis uniti estad etats stati vereinigt verenigd stanow stany zjedn сша amerik ameri eua eu"
)
_UNITED_KINGDOM = (
    "reino royaume regno unid unis unito vereinigt konigreich verenigd koninkrijk wielk zjedn "
    "bretagn bretan bretanh brytan brytyj"
)
# Abbreviations that differ, and what stands for them in full: the stems of a word that must be there.
_ALSO = {
    "us": f"usa u.s {_UNITED_STATES}",
    "usa": f"us u.s {_UNITED_STATES}",
    "u.s": f"usa {_UNITED_STATES}",
    "u.k": f"gb brit gran grand {_UNITED_KINGDOM}",
    "uk": f"u.k gb brit gran grand {_UNITED_KINGDOM}",
    "britain": f"uk brit gran grand gross {_UNITED_KINGDOM}",
    "american": "estadounid etats us usa norteameric estados stat",
    "americans": "estadounid etats us usa norteameric estados stat",
    "america": "estadounid etats us usa norteameric estados stat",
    "british": "brit anglais ingles englis engels englan inglaterra angleterre brytyj",
    "dutch": "holand hollan neerland niederland nederland paises pays",
    "french": "franc frans",
    "german": "aleman allemand deutsch tedesc alema duits niemiec nemets",
    "spanish": "espan spanisch spagnol spaans hiszpan ispan",
    "greek": "grieg grec griech grieks grek",
    "swiss": "suiz suiss schweiz svizzer suic zwitser szwajcar",
    "english": "ingles anglais englis ingl engels angiels",
    "welsh": "gales gallois walis galles wels walij",
    "scottish": "escoc ecoss schott scozz schot szkoc",
    "irish": "irland irlandes iers",
    "chinese": "chin",
    "turkish": "turc turk turquia tureck",
    "polish": "polac polon poln pools polsk",
    "russian": "rus",
    "labour": "travaill labor labur trabalh arbeid arbeit лейбор",
    "labor": "labour",
    "turkey": "turq turc turk tureck",
    "mrs": "mme sra signora frau mevr pani",
    "ms": "mme sra signora frau mevr pani",
    "mr": "dhr herr",
    "scotland": "escoc ecoss schott scozz schot szkoc шотл",
    "england": "inglat anglet englan inghilt engel angli англ",
    "wales": "gales galles wali уэльс",
    "europe": "europ евро",
    "nato": "otan нато",
    "unesco": "юнеско",
    "covid": "ковид",
    "aids": "sida vih",
    "beijing": "pekin peking pechino pequim пекин",
    "tory": "konserv conserv tori torie консерв",
    "tories": "konserv conserv tori консерв",
    "hague": "haya haye haag aja hag гаа",
    "muslim": "musulm muslim moslem moslim mucul muzul мусул",
    "muslims": "musulm muslim moslem moslim mucul muzul мусул",
    "rockies": "rocos rocheu rock rocci skalist",
    "vatican": "vatic vatik watyk ватик",
    # Rulers, popes and saints.
    "elizabeth": "isabel elisab elzbiet елизав",
    "william": "guiller guilla wilhelm gugliel guilher willem вильг",
    "charles": "carlo karl karol карл",
    "philip": "felip filip филип",
    "henry": "enriqu enric henri heinrich hendrik henryk генрих",
    "john": "juan jean johann giovanni joao jan ioann иоанн",
    "james": "jacob jaime jacqu jakob giacom tiago jakub яков",
    "george": "jorge georg giorgi jerzy георг",
    "mary": "maria marie мария",
    "peter": "pedro pierre petrus pietro piotr петр",
    "paul": "pablo paolo paulo pawel павел",
    "louis": "luis ludwig luigi lodewijk ludwik людов",
    "francis": "francisc francois franz francesco franciszek франциск",
    # Regions and cities that CLDR does not name.
    "bavaria": "baviera baviere bayern beier bawari бавар",
    "saxony": "sajon saxe sachs sassonia sakson саксон",
    "cologne": "coloni koln keulen kolon кельн",
    "munich": "munich munch monaco munique monach мюнхен",
    "nuremberg": "nuremb nurnb norimber neurenber нюрнб",
    "venice": "veneci venis vened veneti venez wenec венец",
    "florence": "florenc florenz firenz firenc флорен",
    "naples": "napol neapel neapol неапол",
    "milan": "milan mailand mediolan милан",
    "genoa": "genov genes genua genuy генуя",
    "tuscany": "toscan toskan тоскан",
    "sicily": "sicili sizili sycyl сицил",
    "catalonia": "catal katal каталон",
    "flanders": "fland vlaand flandr фландр",
    "antwerp": "amber anvers antwerp anversa antuerp антверп",
    "ghent": "gand gante gent гент",
    "crimea": "crime krim krym крым",
    "jewish": "judi juif jued jud ebre jood zydow",
}


@lru_cache(maxsize=16)
def other_names(source_language: str, target_language: str) -> dict[str, frozenset[str]]:
    """Return, by each folded word of a name in one language, the folded stems that may stand for it in the other.

    Args:
        source_language: Two-letter code.
        target_language: Two-letter code.
    """
    mine, theirs = _names(source_language), _names(target_language)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, name in mine.items():
        other = theirs.get(key)
        if not other:
            continue
        stems = {_stem(word) for word in _words(other)}
        for word in _words(name):
            found[word] |= stems
            found[_stem(word)] |= stems
    if source_language == "en":
        for word, stems_also in _ALSO.items():
            found[word] |= {fold(stem) for stem in stems_also.split()}
    if target_language == "en":
        for word, stems_also in _ALSO.items():
            for stem in stems_also.split():
                found[fold(stem)].add(word)
    return {word: frozenset(stems) for word, stems in found.items()}


def _words(name: str) -> list[str]:
    return [folded for word in _WORD.findall(name) if len(folded := fold(word)) >= _LEAST]


def _stem(word: str) -> str:
    """Return how a name begins in all its cases and in what is derived from it."""
    return word[: max(_LEAST + 1, len(word) - _STEM_LESS)]


@lru_cache(maxsize=32)
def _names(language: str) -> dict[str, str]:
    from babel import Locale, localedata

    if not localedata.exists(language):
        return {}
    locale = Locale.parse(language)
    names: dict[str, str] = {f"territory {code}": str(name) for code, name in locale.territories.items()}
    names.update({f"language {code}": str(name) for code, name in locale.languages.items()})
    cities = {zone: zone.rpartition("/")[2].replace("_", " ") for zone in _zones()}
    cities |= {str(zone): str(each["city"]) for zone, each in locale.time_zones.items() if "city" in each}
    return names | {f"city {zone}": name for zone, name in cities.items()}


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    from babel import Locale

    return frozenset(str(zone) for code in ("en", "es", "fr", "ru", "pl") for zone in Locale.parse(code).time_zones)
