"""German and Dutch: digraphs are one nucleus, except across a prefix or in a foreign ending."""

from __future__ import annotations

from workbench.readability.syllable_rules.rule import Rule, rule

# Spoken syllables as in Duden, Das Aussprachewörterbuch (2015): the i of Nation, Union and Ministerium is not one.
GERMAN = rule(
    "aa|ee|oo|ie|ei|ai|au|eu|äu|oi|ey|ay|oy|ou|[aeiouäöüéèêáàâóô]|y(?![aeiouäöü])",
    silent="(?<=q)u | (?<=[tslnxgd])i(?=on) | (?<=[aeiouäöü][bdgklmnprstvz])i(?=um|al|on)",
    hiatus="""
    ^(?: ge | be ) (?= e [hmnr] ) (?! er (?: e | en )? $ )    # geehrt, beenden; but Beere
  | ^ge (?= i[mr] ) | ^be (?= inh | irr )                     # geimpft, geirrt, beinhalten
  | ^(?: ge | be ) (?= u[nr] )                                # beunruhigen, geurteilt
  | (?<=[sl]) e (?= um (?: s | en )? $ ) | (?<=il) ä (?= um )       # Museum, Jubiläum
  | (?: logi | ori | teri | arti | grafi | demi ) (?=en$)            # Theorien, Batterien
    """,
)

# Woordenlijst Nederlandse Taal (2015): a diaeresis begins a new syllable, also in a digraph (na-ïef, be-ëin-di-gen).
# Booij, The Phonology of Dutch (1995): ei, ui, ou are diphthongs; aai, ooi, oei, eeu, ieu a vowel and a glide. The i
# of nationaal is no vowel. ai, oi and ay stand in loans: po-pu-lair, toi-let.
DUTCH = rule(
    """
    eau | aai | ooi | oei | eeu | ieu | aa | ee | éé | oo | óó | uu | ie | ïe | ëi | oe | eu | ui | [aeo]i | ij | au
  | ou | [aeo]y (?![aeiou]) | [aeiouëïöüáéèóêâ] | y (?![aeiou])
    """,
    silent="(?<=q)u | (?<=[ts])i(?=on)",
    hiatus="(?<=[sl]) eum $ | ^be(?=ij) | ^ge(?=ij) | ri(?=eur)",
)

GERMANIC: dict[str, Rule] = {"de": GERMAN, "nl": DUTCH}
