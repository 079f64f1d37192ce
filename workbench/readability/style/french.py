"""The French passive: a form of "être" and a participle.

"Être" is also the perfect of verbs of motion and of reflexive verbs (est allé, s'est levé). So "est" and "était" count
only with the one who acts (est vu par); "été", the infinitive, the future and the past historic count without.

Source: Grevisse and Goosse, Le bon usage, § 771-773. Left out: the state (la porte est fermée), and the passive
with "se".
"""

from __future__ import annotations

import re

from workbench.readability.style.adjacent import AdjacentPassive, Form
from workbench.readability.style.tokens import words

_SURE = "été être fut furent sera seront serait seraient soit soient fût fussent"
_WITH_AGENT = "est sont était étaient sommes êtes"

# aimé, fini, vendu; fait, écrit, conduit, peint, mis, pris, ouvert …
_REGULAR = re.compile(r"[a-zàâçèéêëîïôûùœ]{2,}(?:é|(?<![aou])i|(?<![aeogq])u)e?s?|vus?|vues?|lus?|lues?")
_IRREGULAR = re.compile(
    r"""
    (?: [a-zé]* (?: fait | dit | écrit | scrit
          | nduit | struit | truit | duit | peint | joint | teint | traint | craint )
      | [a-zé]* (?: mis | pris | quis | ouvert | couvert | offert | clos | sous | clus ) ) e?s?
    """,
    re.VERBOSE,
)
# Verbs whose perfect has "être", nouns and adjectives.
_OTHERS = words(
    """
    allé arrivé entré rentré resté tombé retombé monté remonté retourné né décédé passé devenu venu revenu parvenu
    survenu intervenu advenu parti reparti sorti mort descendu été marié beauté bonté clé côté santé liberté égalité
    vérité réalité sécurité capacité priorité possibilité majorité minorité société volonté nécessité unité difficulté
    responsabilité situé âgé aisé carré démesuré dévoué doué fatigué motivé obligé persuadé réservé usé zélé ouvert
    connu inconnu déçu ému absolu aigu barbu bossu charnu chevelu confus cru dodu dû du bu exigu goulu menu moustachu
    nu pointu poilu têtu touffu trapu velu individu tissu vertu plus jus abus refus tous vous nous dessous inclus
    aussi ainsi ami ennemi parmi demi merci midi ici voici ceci quasi joli poli impoli demeuré décidé hardi étourdi
    abri cri ravi pari mari lundi mardi mercredi jeudi vendredi samedi infini gris anis permis conflit
    """
)


def is_participle(word: str, _number: str = "") -> bool:
    """Say whether a word is a participle of a verb that has a passive.

    Args:
        word: In lower case.
    """
    found = _REGULAR.fullmatch(word) or _IRREGULAR.fullmatch(word)
    return found is not None and word not in _OTHERS and re.sub(r"e?s?$", "", word) not in _OTHERS


_BETWEEN = words(
    "pas jamais déjà aussi toujours encore ensuite ainsi alors bien mal presque bientôt souvent tous toutes"
    " donc également mieux vite été"
)


def _is_between(word: str) -> bool:
    return word in _BETWEEN or (word.endswith("ment") and len(word) > 6)


PASSIVE = AdjacentPassive(
    forms={
        **dict.fromkeys(_SURE.split(), Form()),
        **dict.fromkeys(_WITH_AGENT.split(), Form(needs_agent=True)),
    },
    is_participle=is_participle,
    is_between=_is_between,
    barred=words("s' me m' te t' se nous vous"),
    agents=words("par"),
)
