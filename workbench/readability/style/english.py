"""The English passive: a form of "be" and a past participle.

Source: Quirk and others (1985), A Comprehensive Grammar of the English Language, 3.63-3.78. Left out: the passive with
"get", and participles that have become adjectives (tired, interested, supposed to): theirs are the lists below.
"""

from __future__ import annotations

from workbench.readability.style.adjacent import AdjacentPassive, Form
from workbench.readability.style.tokens import words

_BE = "am is are was were be been being isn't aren't wasn't weren't i'm we're you're they're who're"

_IRREGULAR = words(
    """
    awoken beaten begun bent bet bitten blown bought bound broadcast broken brought built burnt burst caught chosen
    cut dealt done drawn driven drunk dug eaten fed felt flown forbidden forced foreseen forgiven forgotten fought
    found frozen given ground hanged heard held hidden hit hung hurt kept known laid lain led left lent let lit lost
    made meant met misled mistaken mown outdone overcome overdone overheard overrun overseen overtaken overthrown
    overturned paid proven put rebuilt reread reset rewritten ridden rung said sawn seen sent set sewn shaken shed
    shot shown shut slain slit smitten sold sought spelt spent spilt split spoken spread spun stolen strewn struck
    sung sunk swept sworn swum taken taught thought thrown told torn trodden understood undertaken undone unsold
    upheld upset withdrawn withheld used owed tied dyed won worn wound woven written
    """
)
_ADJECTIVES = words(
    """
    accustomed advanced aged alarmed amazed amused annoyed anointed armed ashamed astonished beloved biased bored
    bothered certified committed complicated concerned confused convinced crooked crowded dated dedicated delighted
    depressed detailed determined devoted disappointed disgusted distinguished divided educated embarrassed engaged
    enthused excited exhausted experienced fascinated frightened frustrated furnished gifted hatred horrified hundred
    indebted indeed inclined interested intrigued involved isolated jaded limited located married mixed motivated
    naked occupied overjoyed overwhelmed packed pleased poised prepared puzzled ragged red related relaxed relieved
    retired rugged sacred satisfied scared shocked situated skilled sophisticated stunned supposed surprised talented
    tempted terrified thrilled tired troubled unaffected unchanged undecided undocumented unemployed uninterested
    united unprecedented unwanted upset varied wicked worried wretched
    """
)
_BASE_IN_EED = frozenset({"agreed", "decreed", "disagreed", "freed", "guaranteed", "refereed"})
_BETWEEN = words(
    """
    not never also always already still just now then often ever even only once soon since later yet both all almost
    first again being been therefore thus sometimes far long well widely
    """
)


def is_participle(word: str, _number: str = "") -> bool:
    """Say whether a word after "be" is a participle, no adjective and no noun.

    Args:
        word: In lower case.
    """
    if word in _IRREGULAR:
        return word not in _ADJECTIVES
    if not word.endswith("ed") or len(word) < 5 or word in _ADJECTIVES:
        return False
    return not word.endswith("eed") or word in _BASE_IN_EED


def _is_between(word: str) -> bool:
    return word in _BETWEEN or (word.endswith("ly") and len(word) > 4)


PASSIVE = AdjacentPassive(
    forms=dict.fromkeys(_BE.split(), Form()),
    is_participle=is_participle,
    is_between=_is_between,
    barred=frozenset({"there", "there's"}),
    idioms=frozenset({("set", "to"), ("used", "to"), ("bound", "to"), ("meant", "to"), ("left", "of"), ("made", "of")}),
)
