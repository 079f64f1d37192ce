"""The Portuguese passive: a form of "ser" and a participle that agrees with it.

Source: Cunha and Cintra (1985), Nova gramática do português contemporâneo, ch. 13, "Voz passiva". Left out: the passive
with "se", which is spelled like reflexive sentences, and "estar" with a participle, which tells of a state.
"""

from __future__ import annotations

import re

from workbench.readability.style.adjacent import AdjacentPassive, forms_by_number
from workbench.readability.style.tokens import words

_SINGULAR = "sou és é era eras fui foi fora fosse fosses for serei será seria seja sejas"
_PLURAL = "somos são éramos eram fomos foram fossem forem seremos serão seríamos seriam sejamos sejam"
_EITHER = "ser serem sido sendo"

_REGULAR = re.compile(r"(?:[a-zç]{2,}[ai]d|[a-zç]+íd|dad|lid|tid)[oa](s?)")
_IRREGULAR = re.compile(
    r"(?:[a-zç]*(?:feit|escrit|descrit|inscrit|prescrit|post|abert|cobert)|(?:pre|contra)?dit|(?:pre|re)?vist|(?:re)?eleit"
    r"|mort|pag|gast|pres|aceit|expuls|suspens|solt|extint|impress|pegad|ganh|imers)[oa](s?)|entregue(s?)|aceite(s?)"
)
_OTHERS = words(
    """
    sucedido abençoado aborrecido acertado adequado advogado agradecido animado antiquado apaixonado apropriado
    avançado cada cansado casado chegado comedido comida complicado conhecido convencido cuidado delegado delicado
    demasiado deputado desconhecido descuidado devido disposto divertido dotado educado elevado empregado encarregado
    engraçado equivocado errado esforçado estado exagerado fado graduado grado honrado ilimitado inadequado indevido
    inesperado inspirado jurado lado licenciado limitado mercado marido medida moderado movido nada oposto ousado
    parecido partido partida passado pecado pedido pesado preparado privado querido refugiado resultado sabido sagrado
    sentido senado sofisticado soldado suposto telhado todo unido variado vida vestido
    """
)


def is_participle(word: str, number: str = "") -> bool:
    """Say whether a word after "ser" is a participle, no adjective and no noun.

    Args:
        word: In lower case.
        number: "s" or "p" of the verb, "" when it does not tell.
    """
    found = _REGULAR.fullmatch(word) or _IRREGULAR.fullmatch(word)
    if found is None or word in _OTHERS or re.sub(r"[oa]s?$", "o", word) in _OTHERS:
        return False
    return number in {"", "p" if word.endswith("s") else "s"}


_BETWEEN = words(
    "não já também sempre nunca ainda depois então assim antes agora mal bem quase só apenas logo novamente"
)


def is_between(word: str) -> bool:
    """Say whether an adverb may part the verb from its participle."""
    return word in _BETWEEN or word.endswith("mente")


PASSIVE = AdjacentPassive(
    forms=forms_by_number(_SINGULAR, _PLURAL, _EITHER),
    is_participle=is_participle,
    is_between=is_between,
    barred=frozenset({"se"}),
)
