"""Adverbs made from adjectives: English -ly, Spanish, Italian and Portuguese -mente, French -ment.

German and Dutch do not mark them. Sources: Quirk and others (1985), 7.46; RAE and ASALE (2009), 7.14; Serianni (1989),
XII.3; Cunha and Cintra (1985), ch. 15; Grevisse and Goosse, Le bon usage, "Les adverbes en -ment".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from workbench.readability.style.tokens import Token, words

_NO_ADVERBS_IN_LY = words(
    """
    ally anomaly apply assembly beastly belly bodily brotherly bubbly bully burly butterfly chilly comely comply
    costly courtly cowardly crumbly cuddly curly daily dally deadly disorderly doily dolly dragonfly early earthly
    elderly family fatherly firefly folly friendly gadfly ghastly ghostly giggly godly goodly grizzly gully heavenly
    hilly holly holy homely homily hourly housefly imply jelly jolly leisurely likely lily lively lonely lovely lowly
    manly masterly matronly mayfly measly melancholy miserly misapply monopoly monthly motherly multiply nightly oily
    oligopoly orderly oversupply pearly pebbly potbelly prickly princely quarterly rally reapply rely reply resupply
    saintly scaly scholarly seemly shapely sickly silly sisterly smelly sprightly squiggly stately steely sully supply
    surly tally timely tingly treacly ugly underbelly unfriendly ungodly unholy unlikely unruly unseemly unsightly
    untimely weekly wily wobbly womanly woolly worldly wrinkly yearly
    """
)
# At the beginning of a sentence, where a name has no mark.
_NAMES_IN_LY = words(
    "beverly billy carly connolly donnelly emily holly italy july kelly kimberly lily milly molly nelly philly polly"
    " reilly sally sicily tilly willy"
)
# Nouns, adjectives and verbs: mente, clemente, que aumente.
_NO_ADVERBS_IN_MENTE = words(
    """
    acrescente argumente atormente clemente complemente demente documente experimente fermente fundamente implemente
    inclemente incremente instrumente lamente ornamente semente sedimente vehemente veemente
    """
)
_ADVERBS_IN_MENTE = words("comumente somente")  # Portuguese: of comum and só
# Endings that only adverbs have, save for the nouns below. The adverbs with other endings are listed, because
# nouns of the same form are many (seulement, but changement).
_FRENCH = re.compile(
    r"""
    \w+ (?: [ae]mment
          | (?: ell | al | iv | eus | iqu | i[èe]r | èr | air | abl | ibl | ett | ain | ienn
              | ct | fait | rt | xt ) ement )
    """,
    re.VERBOSE,
)
_FRENCH_NOUNS = words(
    """
    accablement amoncellement appartement avalement comportement creusement département déportement emportement
    endettement entrainement ensablement entêtement étalement émiettement heurtement morcellement nivellement
    pansement pincement ravalement régalement renouvellement signalement surendettement avortement affectement
    écartement enfantement
    """
)
_FRENCH_ADVERBS = words(
    """
    absolument adroitement aisément amplement assurément aveuglément bravement brièvement brusquement carrément
    chaudement clairement communément complètement concrètement conformément confusément couramment décidément
    délibérément différemment discrètement doucement durement énormément entièrement étrangement évidemment
    expressément extrêmement facilement difficilement fermement finalement finement forcément franchement gentiment
    gravement hautement honnêtement immensément impunément indéfiniment infiniment instantanément inversement joliment
    justement largement lentement librement longuement lourdement lâchement manifestement modestement mûrement
    nettement nullement obscurément anonymement opportunément pauvrement pleinement poliment précisément prématurément
    profondément promptement proprement purement quasiment rapidement rarement rigidement rudement sagement
    secrètement séparément seulement simplement simultanément sincèrement sobrement solidement spontanément
    supposément strictement subitement sûrement tellement tendrement totalement tristement uniformément vachement
    vaguement vivement vraiment autrement aucunement étroitement contrairement bizarrement explicitement immédiatement
    implicitement parallèlement présentement tranquillement désespérément gratuitement également résolument éperdument
    dûment assidûment goulûment continûment
    """
)


def _is_english(token: Token, is_first: bool) -> bool:
    word = token.word
    if not word.endswith("ly") or len(word) < 5 or word in _NO_ADVERBS_IN_LY:
        return False
    return not token.is_capital or (is_first and word not in _NAMES_IN_LY)


def _is_in_mente(token: Token, is_first: bool) -> bool:
    word = token.word
    if not word.endswith("mente") or word in _NO_ADVERBS_IN_MENTE or (token.is_capital and not is_first):
        return False
    # A feminine adjective stands before -mente: it ends in a or e or a consonant (rápida, feliz).
    return (len(word) > 7 and word[-6] in "aelrnsz") or word in _ADVERBS_IN_MENTE


def _is_french(token: Token, is_first: bool) -> bool:
    word = token.word
    if not word.endswith("ment") or word in _FRENCH_NOUNS or (token.is_capital and not is_first):
        return False
    return word in _FRENCH_ADVERBS or _FRENCH.fullmatch(word) is not None


ADVERBS: dict[str, Callable[[Token, bool], bool]] = {
    "en": _is_english,
    "es": _is_in_mente,
    "fr": _is_french,
    "it": _is_in_mente,
    "pt": _is_in_mente,
}
