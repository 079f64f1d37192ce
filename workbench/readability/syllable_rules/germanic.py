"""German and Dutch: digraphs are one nucleus, except across a prefix or in a foreign ending."""

from __future__ import annotations

from workbench.readability.syllable_rules.rule import Rule, rule

# Spoken syllables as in Duden, Das Aussprachewörterbuch: the i of Nation, Union and Ministerium is not one.
GERMAN = rule(
    "aa|ee|oo|ie|ei|ai|au|eu|äu|oi|ey|ay|oy|ou|[aeiouäöüéèêáàâóô]|y(?![aeiouäöü])",
    silent="(?<=q)u | (?<=[tslnxgd])i(?=on) | (?<=[aeiouäöü][tslnrd])i(?=um|al|on)",
    hiatus="""
    ^(?: ge | be ) (?= e [hmnr] ) (?! er (?: e | en )? $ )    # geehrt, beenden; but Beere
  | ^ge (?= i[mr] ) | ^be (?= inh | irr )                     # geimpft, geirrt, beinhalten
  | (?<=[sl]) e (?= um (?: s | en )? $ ) | (?<=il) ä (?= um )       # Museum, Jubiläum
  | (?: logi | ori | teri | arti | grafi | demi | partei ) (?=en$)  # Theorien, Batterien
    """,
)

# Spoken syllables: the i of nationaal is none; a diaeresis always begins a new syllable.
DUTCH = rule(
    "eau|aai|ooi|oei|eeu|ieu|aa|ee|éé|oo|óó|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouëïöüáéèóêâ]|y(?![aeiou])",
    silent="(?<=q)u | (?<=[ts])i(?=on)",
    hiatus="(?<=[sl]) eum $ | ^be(?=ij) | ^ge(?=ij)",
)

GERMANIC: dict[str, Rule] = {"de": GERMAN, "nl": DUTCH}
