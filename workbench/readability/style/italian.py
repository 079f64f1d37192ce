"""The Italian passive: "venire", "stato" or "essere" and a participle.

"Essere" is also the perfect of verbs of motion and change (è andato), so a simple form of it counts only with the one
who acts (è visto da); the infinitive and the past historic (essere, fu) count without.

Source: Serianni (1989), Grammatica italiana, XI.10-17. Left out: the passive with "si" and "andare", and the state
(la porta è chiusa).
"""

from __future__ import annotations

import re

from workbench.readability.style.adjacent import AdjacentPassive, Form, forms_by_number
from workbench.readability.style.tokens import words

_VENIRE_SINGULAR = "viene veniva venne verrà verrebbe venga venisse"
_VENIRE_PLURAL = "vengono venivano vennero verranno verrebbero vengano venissero"
_BARE = "venir venire venendo essere esser essendo"
_ESSERE_SINGULAR = "è era sarà sarebbe sia fosse"
_ESSERE_PLURAL = "sono erano saranno sarebbero siano fossero"

_REGULAR = re.compile(r"[a-zàèéìòù]{2,}(?:at|it|ut)([oaie])")
_IRREGULAR = re.compile(
    r"(?:[a-z]*(?:fatt|scritt|dett|lett|pres|mess|post|volt|tolt|colt|scelt|chius|apert|copert|offert|chiest|uccis|divis"
    r"|decis|dott|strutt|frant|vint|pint|punt|rott|pers|spes|fus|clus|lus|tratt|cott|fritt|protett|corrett|dirett|press"
    r"|nascost|svolt|accolt|assunt|sepolt|mors|corrott|trodott|cint|unt|stint|spint|cuss|moss|cess)"
    r"|(?:ri|pre)?vist|(?:ap|ac|at|di)?tes|stes|difes|offes|sospes|(?:ri)?elett)([oaie])"
)
# Verbs whose perfect has "essere", nouns and adjectives.
_OTHERS = words(
    """
    abituato risoluto spietato benvenuto accaduto adeguato aiuto andato apparso appassionato approdato arrabbiato
    arrivato atterrato aumentato avanzato avvenuto avvocato bastato caduto cambiato candidato cominciato complicato
    convinto corso costato costituito cresciuto decollato delegato delicato deluso deputato derivato diminuito dipeso
    diventato divenuto dotato durato educato emerso entrato esistito esploso evoluto finito fortunato fuggito
    fuoriuscito giunto impazzito impegnato inaspettato iniziato intenzionato interessato intervenuto invecchiato lato
    mercato migliorato minuto morto mutato nato obbligato partito passato peggiorato piaciuto preoccupato preparato
    prevenuto privato pronto provenuto rimasto rinato rincasato ripartito risultato ritornato riuscito salito saltato
    sbagliato sbarcato scaduto scappato scattato scaturito scomparso scoppiato sembrato senato sfortunato soddisfatto
    soldato sparito sposato stato stupito succeduto successo svanito tornato trapelato tutto uscito venuto vissuto
    volato
    """
)
_ENDINGS = {"s": "oa", "p": "ie", "": "oaie"}


def is_participle(word: str, number: str = "") -> bool:
    """Say whether a word is a participle of a verb that has a passive.

    Args:
        word: In lower case.
        number: "s" or "p" of the verb, "" when it does not tell.
    """
    found = _REGULAR.fullmatch(word) or _IRREGULAR.fullmatch(word)
    if found is None or word[:-1] + "o" in _OTHERS:
        return False
    return word[-1] in _ENDINGS[number]


_BETWEEN = words(
    "non già anche sempre mai ancora poi così prima ora allora male bene quasi solo appena spesso subito"
    " stato stata stati state"
)


def _is_between(word: str) -> bool:
    return word in _BETWEEN or word.endswith("mente")


PASSIVE = AdjacentPassive(
    forms={
        **forms_by_number(_VENIRE_SINGULAR, _VENIRE_PLURAL, _BARE),
        **dict.fromkeys(["stato", "stata", "fu"], Form("s")),
        **dict.fromkeys(["stati", "state", "furono"], Form("p")),
        **dict.fromkeys(_ESSERE_SINGULAR.split(), Form("s", needs_agent=True)),
        **dict.fromkeys(_ESSERE_PLURAL.split(), Form("p", needs_agent=True)),
    },
    is_participle=is_participle,
    is_between=_is_between,
    barred=words("si mi ti ci vi se ce s' c'"),
    agents=words("da dal dallo dalla dai dagli dalle dall'"),
)
