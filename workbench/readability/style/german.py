"""The German passive: a form of "werden" and a participle, at the end of its clause or right before.

Source: Duden, Die Grammatik (2016), "Das werden-Passiv". Left out: the state ("ist geschlossen"), "bekommen" with a
participle, and participles that are spelled like the infinitive (vergeben, behalten), which after "wird" may be a
future.
"""

from __future__ import annotations

import re

from workbench.readability.style.bracket import BracketPassive
from workbench.readability.style.tokens import words

_PREFIX = (
    "(?:ab|an|auf|aus|bei|da|dar|durch|ein|fern|fest|fort|frei|gegen|gleich|heim|her|heran|heraus|herab|herbei|hervor|hin"
    "|hinaus|hinein|hinzu|hoch|klar|los|mit|nach|nieder|preis|statt|still|teil|tot|über|um|unter|vor|voraus|vorbei|vorweg"
    "|weg|weiter|wieder|zu|zurück|zusammen|zwischen|bekannt|bereit|sicher|sichergestellt)?"
)
# ge-kauf-t, ab-ge-sag-t; be-stätig-t, ver-kauf-t; inform-iert.
_WEAK = re.compile(
    rf"{_PREFIX}ge[a-zäöüß]{{2,}}t|{_PREFIX}(?:be|emp|ent|er|ver|zer|miss)[a-zäöüß]{{2,}}t|{_PREFIX}(?:über|unter|um|durch"
    r"|wider|hinter|voll)[bcdfghjklmnpqrstvwxyzäöü][a-zäöüß]{2,}t|[a-zäöüß]{3,}iert"
)
_STRONG = re.compile(
    _PREFIX
    + "(?:ge(?:backen|beten|bissen|blasen|boten|bracht|braten|brochen|bunden|dacht|drungen|droschen|fahren|fangen"
    "|flogen|flochten|fochten|fressen|froren|funden|gangen|geben|gessen|glichen|gossen|graben|griffen|haben|halten|hangen"
    "|hauen|hoben|holfen|kniffen|laden|lassen|laufen|legen|lesen|liehen|logen|messen|mieden|molken|nannt|nommen|nossen"
    "|pfiffen|priesen|quollen|raten|rieben|rissen|ritten|rochen|rufen|salzen|schaffen|schieden|schlagen|schlichen"
    "|schlossen|schlungen|schmissen|schnitten|schoben|scholten|schoren|schossen|schrieben|schrien|schritten|schworen"
    "|sehen|sendet|sessen|soffen|sogen|sonnen|spalten|sponnen|sprochen|standen|stochen|stohlen|stoßen|strichen|stritten"
    "|sungen|tan|tragen|treten|trieben|troffen|trogen|trunken|waschen|wendet|wiesen|winkt|wogen|wonnen|worben|worfen"
    "|wunden|wusst|zogen|zwungen)"
    "|be(?:fohlen|gangen|gonnen|griffen|gossen|logen|rufen|schieden|schlossen|schossen|schrieben|schworen|sprochen|stochen"
    "|stohlen|trieben|troffen|trogen|wiesen|wogen|worben|worfen|zogen|zwungen|bunden)"
    "|emp(?:fohlen|funden)|ent(?:bunden|hoben|kommen|nommen|schieden|schlossen|sprochen|wendet|wichen|worfen|zogen)"
    "|er(?:funden|griffen|hoben|litten|schlossen|schossen|stochen|wiesen|worben|wogen|zogen|zwungen|öffnet)"
    "|ver(?:boten|brochen|bunden|dorben|gossen|glichen|holfen|liehen|loren|mieden|nommen|schlossen|schoben|schrieben"
    "|schwunden|sprochen|standen|stoßen|trieben|urteilt|wiesen|worfen|ziehen|zogen|bracht|brannt|bannt)"
    "|zer(?:brochen|rissen|schlagen|stochen)"
    "|unter(?:brochen|bunden|nommen|schieden|schrieben|worfen|zogen|sagt)"
    "|über(?:nommen|schritten|troffen|wiesen|wunden|zogen|worfen|trieben)|wider(?:sprochen|rufen)|durch(?:brochen)"
    "|um(?:geben|ge(?:zogen)))"
)
_OTHERS = words(
    """
    überhaupt umsonst bekannt beliebt berühmt bereit beredt beschränkt bewusst bedingt besorgt gesund gut geeignet
    geneigt gespannt gewohnt gewandt gerecht schlecht verrückt vertraut verwandt verliebt erkältet erfreut ernst
    gescheit gesamt geht gelingt gilt gefällt genügt geschieht besteht bekommt erhält berechtigt begeistert
    beeindruckt deprimiert erwachsen überzeugt begabt beherzt
    """
)


def is_participle(word: str) -> bool:
    """Say whether a word is a second participle that is not spelled like an infinitive, nor an adjective.

    Args:
        word: In lower case.
    """
    if word in _OTHERS:
        return False
    return _WEAK.fullmatch(word) is not None or _STRONG.fullmatch(word) is not None


PASSIVE = BracketPassive(
    auxiliaries=words("werde wirst wird werden werdet wurde wurdest wurden wurdet würde würden werdend"),
    only_after=words("worden"),
    is_participle=is_participle,
    ends_clause=words("und oder aber sondern denn dass ob weil wenn sowie"),
    needs_end=True,
    barred=words("zu"),
)
