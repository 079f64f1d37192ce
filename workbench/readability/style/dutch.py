"""The Dutch passive: a form of "worden" and a participle, after it in the clause or right before.

Source: Haeseryn and others (1997), Algemene Nederlandse Spraakkunst, 2.3.1.2 and 22.5. Left out: the perfect passive
("is gebouwd"), which is spelled like the active perfect of other verbs.
"""

from __future__ import annotations

import re

from workbench.readability.style.bracket import BracketPassive
from workbench.readability.style.tokens import words

_PREFIX = (
    "(?:aan|achter|af|bekend|bij|binnen|buiten|deel|dicht|door|goed|in|klaar|leeg|los|mede|mee|na|neer|om|omver|onder|op"
    "|over|plaats|rond|samen|stil|stop|tegen|terug|thuis|toe|uit|vast|voor|vooruit|vol|vrij|waar|weer|weg|ter)?"
)
_WEAK = re.compile(
    rf"{_PREFIX}ge[a-zëïöü]{{2,}}[dt]|{_PREFIX}(?:be|her|ont|ver)[a-zëïöü]{{2,}}[dt]|er(?:ken|var)[dt]"
    r"|(?:onder|over|voor|door|mis|om|aan)[bcdfghjklmnpqrstvwz][a-zëïöü]{2,}[dt]"
)
_PRESENT = re.compile("(?<!k)end$")  # bepalend, verrassend; but erkend
# Those in -en are listed, because infinitives and plurals end so too.
_STRONG = re.compile(
    _PREFIX
    + "(?:ge(?:bakken|beten|blazen|boden|bogen|bonden|bracht|broken|daan|dacht|dragen|dreven|dronken|dwongen|geten"
    "|geven|gleden|gooid|goten|graven|grepen|hangen|heven|holpen|houden|jaagd|keken|klommen|knepen|kocht|kozen|kregen"
    "|laden|laten|legd|legen|lezen|logen|meten|meden|nomen|noten|prezen|raden|reden|roepen|roken|scheiden|schonken"
    "|schoten|schoven|schreven|slagen|slepen|sloten|smeten|smolten|sneden|snoven|sproken|spoten|sprongen|stoken|stolen"
    "|storven|stoten|streken|streden|trokken|troffen|vangen|vlochten|vochten|vonden|vouwen|vroren|wassen|wezen|wogen"
    "|wonden|wonnen|worpen|worven|wreven|zien|zocht|zonden|zongen|zonken|zogen|zouten)"
    "|be(?:dacht|dolven|dorven|dragen|dreven|dwongen|gonnen|graven|grepen|holpen|keken|klommen|legd|noemd|schoten|schreven"
    "|slopen|sloten|sproken|streden|stolen|trokken|wogen|wezen|zworen|zocht)"
    "|her(?:zien|schreven|kozen|nomen|vonden)|ont(?:boden|bonden|dekt|heven|houden|nomen|slagen|sloten|trokken|vangen"
    "|vreemd|worpen|zien|bloot)"
    "|ver(?:bannen|boden|bonden|bogen|broken|dacht|dreven|geten|geven|geleken|heven|holpen|kozen|kocht|kregen|laten|loren"
    "|meden|nomen|oordeeld|roepen|schoven|schoten|slagen|sloten|sproken|stoten|streken|taald|trokken|vangen|wezen|worpen"
    "|worven|zocht|zonden)"
    "|onder(?:broken|drukt|houden|nomen|schept|vonden|vraagd|worpen|zocht|schreven)"
    "|over(?:dreven|geven|nomen|laten|schreden|troffen|vallen|wonnen|wogen|tuigd)"
    "|voor(?:komen|zien)|door(?:broken|zocht|staan)|aan(?:vaard|bevolen)|aanbevolen)"
)
_OTHERS = words(
    """
    verkeerd verward bekend beroemd bereid geliefd gewend gezond geschikt gewoon verliefd verwant bewust begaafd
    gebied geluid gezicht gevecht gewicht gerecht gebed gebeurt geld geduld geest getal gevaar bericht besluit bestuur
    bedrijf begeleid beeld beleid verband verbod verbond verdriet verhaal verkeer verschil verstand verzet overheid
    onderwijs voorraad voorbeeld aandacht aanbod overmacht overwicht ontbijt gezelschap verloofd gehandicapt
    getalenteerd verslaafd gescheiden wordt werd gebrand gehaast gestrest bevriend vermoeid bezorgd verbaasd
    teleurgesteld verontwaardigd voorkant aanstaand beest
    """
)


def is_participle(word: str) -> bool:
    """Say whether a word after "worden" is a participle, no adjective and no noun.

    Args:
        word: In lower case.
    """
    if word in _OTHERS or word.endswith(("heid", "schap", "kant")) or _PRESENT.search(word):
        return False
    return _WEAK.fullmatch(word) is not None or _STRONG.fullmatch(word) is not None


PASSIVE = BracketPassive(
    auxiliaries=words("word wordt worden werd werden"),
    is_participle=is_participle,
    ends_clause=words("en of maar want dat die omdat toen om hoewel terwijl zodat"),
    barred=words("te het een de geen dit elk hun zijn haar ons mijn deze"),
)
