"""French syllables as in careful speech: a final e is mute, an e inside a word counts.

The convention (docs/readability.md): e, es and the verb ending ent are mute at the end of a word when another
vowel came before; inside a word e counts between consonants (gou-ver-ne-ment), as in Lexique 3.83; i, u, ou before
a vowel are no syllable of their own, save after a consonant with l or r (cli-ent).
"""

from __future__ import annotations

import re

from workbench.readability.syllable_rules.rule import rule

# moelle and poêle have the vowel of moi; oo in a closed syllable is English (football), but not in coopérer.
_RULES = rule("""
    eau | œu | o (?: ê | e (?=ll) | o (?=[fklmntz]) ) | [aeo] [iîuùû] | â [iî] | [aeo] y | [aeiouyàâéèêëîïôöùûüœæ]
""")

# que, guerre, nageons, feuille, mouille, œil, asseoir; ï is a consonant in aïeul, païen. After a vowel e is mute
# inside a word as well: paiement, oubliera, gaieté (Fouché, Traité de prononciation française, 1959).
_SILENT = re.compile(
    r"""
    (?= [uieë] ) (?:                                      # the only letters that can be mute; looked at first for speed
        (?<=q) u | (?<=g) u (?=[eiéèêîy]) | (?<=g) e (?=[aouâô])
      | (?<=eu) i (?=l) | (?<=ou) i (?=ll) | (?<=œ) i (?=l) | e (?= oi[rst] ) | (?<= gu ) ë
      | (?<= é ) e (?= ri ) | (?<= ai ) e (?= té )
      | (?: (?<= [^qg]u ) | (?<= [éi] ) ) e
        (?= ments?$ | r (?: a | ai | as | ait | ais | aient | ons | ont | i?ez | ions )$ )
    )
    """,
    re.VERBOSE,
)

# i, u and ou glide into the next vowel: na-tion, nuit, oui. After two consonants such as bl or cr they do not
# (cli-ent, cri-er), save u before i (bruit).
_GLIDES = re.compile(
    """
    (?= [iyuo] ) (?:
        (?<! [bcdfgptv][lr] ) (?<! [aeo] ) (?: [iyu] | ouh? ) (?= [aeouéèêâôœ] )
      | (?: (?<! [bcdfgptv][lr] ) ou | (?<! [aeo] ) u ) (?= [iîï] )
    )
    """,
    re.VERBOSE,
)
_MUTE_END = re.compile(r"(?<=[^aeiouyàâéèêëîïôöùûüœæ.])e(?:s|nt)?$|(?<=[aeiouyéèêœîïû])e(?:s|nt)?$")

# Words in -ent that are no verb forms: the ending is spoken (moment, récent, président). Adverbs and nouns in -ement,
# -ément, -amment, -escent are all so; of the others, those of Lexique 3.83 (New and others 2004) are listed.
_SPOKEN_ENT = re.compile(
    r"""
    (?: [eéû] | (?<! fl ) (?<! gr ) am | em | ^(?: com | mo | fro | ser | sar | fer | tour | frag | seg | pig ) ) m ent$
  | (?: médic | ^test | firm | tempér | ^lig | ^fil | sacr | linéa ) am ent$
  | (?: bât | sent | ^rég | compl | ^al | ^p | ^cond | rud | ^séd | assort | détr | chât | vra | jol | pol | hard
      | in(?:dé)?fin | quas | ^un | étourd | gent | ^c | compart | bra | ^bon | fourn | blanch | ^lin | nutr ) im ent$
  | (?: ^doc | instr | ^arg | ^mon | ^j | absol | résol | éperd | ingén | prétend | dr | ^tég | ^émol ) um ent$
  | (?: es | ^ac | ^ré | ^dé | ^pour | ^in?no | ^indé | magnifi | réti | concupis | ^ ) c ent$
  | (?: ^acc | ^inc | ^occ | ^prés | ^vice.?prés | ^rés | diss | conf | ^str | ^tr | ^év ) id ent$
  | (?: cé | pru | ^impu | ^ar | ^ascen | déca | ^chien | ^ ) d ent$
  | (?: ^ar | ^a | ^ur | ^diver | telli | ^contin | dili | ^ser | ^indi | ^ré | ^entre | indul | ^négli | astrin | ^tan
      | déter | ^co ) g ent$
  | (?: ^ | vio | excel | ^ta | ^inso | ^équiva | opu | polyva | cova | somno | ambiva | turbu | succu | corpu | viru
      | ^indo | trucu | puru | flatu | ^do | pesti | ^re | sanguino | fécu ) l ent$
  | (?: ^(?: af | con | ef | in )flu | congru | ^ong u ) ent$
  | (?: conti | émi | ^immi | perma | perti | imma | réma | proémi | absti ) n ent$
  | (?: ^pa | diffé | concur | récur | cohé | appa | ^tor | adhé | transpa | réfé | inhé | ^défé | affé ) r ent$
  | (?: ^pré | ^omnipré | ^ab | ^con | ^res ) s ent$
  | (?: ^con | ^mécon | ^malcon | ^pa | compé | ^la | intermit | péni | (?: ^im | ^omni | ventri )po ) t ent$
  | (?: [pct]at | cl | or | ^inconvén | ffic | ^quot | ^ingréd | consc | récip | ^esc | ^grad | résil | ambi ) i ent$
  | (?: élo | fré | consé | délin | subsé | grandilo ) qu ent$
  | ^(?: ser | re | ar ) p ent$ | ^(?: fer | sou | é | contre | cou | au | para | a | con | engoule )? v ent$
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
    singular = word.removesuffix("s")
    word = word.replace("oeu", "œu").replace("oei", "œi").replace("pays", "pé.is")
    word = _SILENT.sub("", _I_CONSONANT.sub("j", word))
    if not (singular.endswith("ent") and _SPOKEN_ENT.search(singular)):
        shorter = _MUTE_END.sub("", word)
        if _VOWEL.search(shorter):
            word = shorter
    word = _Y_BETWEEN.sub("i.", word)
    return _RULES.count(_GLIDES.sub(".", word))


_VOWEL = re.compile("[aeiouyàâéèêëîïôöùûüœæ]")
_I_CONSONANT = re.compile("(?<=[aoué])ï(?=[aeouéè])")
_Y_BETWEEN = re.compile("(?<=[aoeué])y(?=[aeiouéèêâô])")
_IRREGULAR = {"août": 1, "abbaye": 3, "abbayes": 3}
