"""French syllables as in careful speech: a final e is mute, an e inside a word counts.

The convention (docs/readability.md): e, es and the verb ending ent are mute at the end of a word when another
vowel came before; inside a word e counts between consonants (gou-ver-ne-ment); i, u, ou before
a vowel are no syllable of their own, save after a consonant with l or r (cli-ent).
"""

from __future__ import annotations

import re

from workbench.readability.syllable_rules.rule import rule

_RULES = rule("[aeo] [iîuùû] | eau | œu | [aeiouyàâéèêëîïôöùûüœæ]")

# que, guerre, nageons, feuille, mouille, œil
_SILENT = re.compile("(?<=q)u|(?<=g)u(?=[eiéèêîy])|(?<=g)e(?=[aouâô])|(?<=eu)i(?=l)|(?<=ou)i(?=ll)|(?<=œ)i(?=l)")

# i, u and ou glide into the next vowel: na-tion, nuit, oui. After two consonants such as bl or cr they do not
# (cli-ent, cri-er), save u before i (bruit).
_GLIDES = re.compile(
    """
    (?<! [bcdfgptv][lr] ) (?<! [aeo] ) (?: i | u | ou ) (?= [aeouéèêâôœ] )
  | (?: ou | (?<! [aeo] ) u ) (?= i )
  | ^y (?= [aeiouéèêâôœ] )
    """,
    re.VERBOSE,
)
_MUTE_END = re.compile(r"(?<=[^aeiouyàâéèêëîïôöùûüœæ.])e(?:s|nt)?$|(?<=[aeiouyéèêœîïû])e(?:s|nt)?$")

# Words in -ent that are no verb forms: the ending is spoken (moment, récent, président).
_SPOKEN_ENT = re.compile(
    r"""
    (?<! ^ai ) (?<! ^for ) (?<! fir ) (?<! pri ) (?<! esti ) (?<! ani ) (?<! dor ) (?<! som ) (?<! nom )
        (?<! allu ) (?<! ar ) (?<! ocla ) (?<! ecla ) (?<! tor ) (?<! trans for ) m ent$
  | (?: ^ | ^ac | ^ré | ^dé | ^pour | ^in?no | adoles | ^indé | lescen | ^magnifi ) c ent$
  | (?: ^ar | ^a | ^ur | ver | telli | contin | dili | ^ser | indi | ^ré | ^entre ) g ent$
  | (?: [ié] | pru | ar | ^ascen ) d ent$ (?<! décident ) (?<! coïncident )
  | (?: ^ | vio | excel | ta | inso | équiva | opu | poly | somno | ambiva ) l ent$
  | (?: conti | émi | perma | perti | immi | ^immanen | proémi | absti ) n ent$
  | (?: ^pa | diffé | ^diffe | cur | cohé | appa | ^tor | adhé | transpa | indiffé | réfé ) r ent$
  | (?: ^pré | ^ab | ^con | repré ) s ent$ | (?: ^con | mécon | ^pa | compé | la | intermit | péni | impo ) t ent$
  | (?: [pct]at | cl | or | ^inconvén | ffic | ^quot | ^ingréd | conc | consc | récip | ^sc
        | ^grad ) i ent$
  | (?: élo | fré | consé | délin | subsé ) q ent$ | ^vent$ | ^(?: fer | ser | sou | é | contre )? v ent$
    """,
    re.VERBOSE,
)


def count(word: str) -> int:
    """Return the syllables of a lower-case French word; 0 when it has no vowel (the l of l'eau).

    Args:
        word: Lower case, NFC, without an apostrophe.
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    word = _SILENT.sub("", word)
    singular = word.removesuffix("s")
    if not (singular.endswith("ent") and _SPOKEN_ENT.search(singular)):
        shorter = _MUTE_END.sub("", word)
        if _VOWEL.search(shorter):
            word = shorter
    word = _Y_BETWEEN.sub("i.", word)
    return _RULES.count(_GLIDES.sub(".", word))


_VOWEL = re.compile("[aeiouyàâéèêëîïôöùûüœæ]")
_Y_BETWEEN = re.compile("(?<=[aoeué])y(?=[aeiouéèêâô])")
_IRREGULAR = {"août": 1, "pays": 2, "paysan": 3, "paysans": 3, "abbaye": 3, "paysage": 3, "paysages": 3, "femme": 1}
