"""The Spanish passive: a form of "ser" and a participle that agrees with it.

Source: RAE and ASALE (2009), Nueva gramática de la lengua española, 41.1-41.5. Left out: the passive with "se", which
is spelled like reflexive and impersonal sentences, and "estar" with a participle, which tells of a state.
"""

from __future__ import annotations

import re

from workbench.readability.style.adjacent import AdjacentPassive, forms_by_number
from workbench.readability.style.tokens import words

_SINGULAR = "soy eres es era eras fui fuiste fue fuera fueras fuese fuere seré serás será sería serías sea seas"
_PLURAL = "somos sois son éramos eran fuimos fueron fueran fuesen fuéramos seremos serán seríamos serían seamos sean"
_EITHER = "ser sido siendo"

# A participle is stressed on -ado or -ido, so another accent rules it out (rápido).
_REGULAR = re.compile(r"(?:[a-zñü]{2,}[ai]d|[a-zñü]+íd|dad)[oa](s?)")
_IRREGULAR = re.compile(
    r"(?:[a-zñü]*(?:hech|escrit|descrit|inscrit|suscrit|prescrit|puest|abiert|cubiert|suelt|vuelt)|(?:pre)?dich"
    r"|(?:pre|re)?vist|previst|provist|impres|elect|rot|muert|contradich|desmentid)[oa](s?)"
)
# Nouns and adjectives that stand after "ser" by themselves.
_OTHERS = words(
    """
    abogado acertado aburrido adecuado afortunado agradecido alejado allegado anticuado apasionado apropiado apurado
    arriesgado atrevido avanzado bienvenido cada cansado candidato casado callado comedido comida complicado confiado
    conocido crecido cuidado debido decidido delegado delicado delgado demasiado demasiada demasiados demasiadas
    desconocido desgraciado desmedido despiadado destacado diputado dispuesto divertido dotado educado elevado
    empleado encantado encargado enfadado entendido equivocado estado exagerado graduado grado honrado ilimitado
    ilustrado inadecuado indebido inesperado inspirado jurado lado licenciado limitado marcado marido medida mercado
    moderado nada nublado olvido opuesto osado parecido partido partida pasado pecado pedido pesado posado preparado
    privado prolongado querido recado refugiado resultado sabido sagrado sentido senado sobrado sofisticado soldado
    sonido supuesto tejado todo unido variado vida vestido
    """
)


def _singular(word: str) -> str:
    return re.sub(r"[oa]s?$", "o", word)


def is_participle(word: str, number: str = "") -> bool:
    """Say whether a word after "ser" is a participle, no adjective and no noun.

    Args:
        word: In lower case.
        number: "s" or "p" of the verb, "" when it does not tell.
    """
    found = _REGULAR.fullmatch(word) or _IRREGULAR.fullmatch(word)
    if found is None or word in _OTHERS or _singular(word) in _OTHERS:
        return False
    return number in {"", "p" if found[found.lastindex or 1] else "s"}


_BETWEEN = words(
    "no ya también siempre nunca aún todavía después luego así antes ahora entonces mal bien casi solo sólo"
    " ampliamente apenas posteriormente recientemente"
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
