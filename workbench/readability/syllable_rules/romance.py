"""Spanish, Italian, Portuguese: when two vowels are one syllable and when they are two."""

from __future__ import annotations

from workbench.readability.syllable_rules.rule import Rule, rule

# Real Academia Española and ASALE, Ortografía de la lengua española (2010), ch. II: i and u join a neighbouring
# vowel unless they carry the accent; an h between does not part them; two of a, e, o are two syllables.
SPANISH = rule(
    """
    [iuü]? [aeoáéó] (?: h?[iuü] (?![aeoáéóíú]) | y (?![aeiouáéíóú]) )?
  | [iuü]? [íú] y?
  | [iuü]{1,2} (?: y (?![aeiouáéíóú]) )?
  | y (?![aeiouáéíóú])
    """,
    silent="(?<=[gq])u(?=[eiéí])",
)

# Serianni, Grammatica italiana (1989), ch. I: unstressed i and u join the vowel beside them, save after the prefix
# ri- (ri-u-ni-re) and in what is derived from a word with a stressed i (in-vi-a-re from invio). Italian does not
# write the stress, so the words and endings in which i or u is stressed are listed.
ITALIAN = rule(
    """
    (?: iu | (?<=g) ui | [iu] )? [aeoàèéòóìíùú] (?: [iu] (?![aeouàèéòó]) )?
  | [iu]{1,2} (?![aeoàèéòó])
  | [iu] | y (?![aeiou])
    """,
    silent="(?<=[cg])i(?=[aouàòù]) | (?<=q)u",
    hiatus=r"""
    ^(?: [mzdprv]i[aeo] | [st]u[aeo] | due | io | (?:s|st|d)ia(?:no)? | spi[ae] | brio | addio | oblio
      | (?:inv|rinv|sv|brus|mormor)io )$
  | ^ri(?=[aeou][a-zàèéìòù]) | ^(?: (?:in|rin|av|de|s|tra|fuor)v | esp ) i (?= a (?: re | t[aeio] | ndo | v | r[eo] ) )
  | i(?=i$)                                                 # zii, rinvii
  | (?: log | graf | nom | craz | pat | fon | tom | sof | arch | (?<!ger)(?<!ro)man | metr | scop | terap | trof
      | gam | fob | gon | agenz | compagn | poliz | malatt | garanz | bug | pazz | foll | fantas | teor | categor
      | perifer | tuttav | lombard | turch | ungher | alger | niger | giudaf | farmac | cortes | gelos | mag | eres
      | ipocris | poes | iron | armon | utop | puliz | maestr | iatr | fattor | trattor | ferrov | malincon | prigion
      | bulgar | normand | (?:par|mel|aps|pros)od | (?:epi|pan|acca)dem | anem | nostalg | energ | allerg
      | sinerg | liturg | chirurg | strateg | reg | dinast
      | (?:libr|batt|gall|segret|tesor|ingegn|cavall|fant|artigl|pizz|industr|macell|tratt)er ) i[ae]$
  | ^qualsiasi$ | period(?=[oi]$) | prote(?=in) | o(?=ism|ist) | pa(?=ur) | ba(?=ul[ei]$) | pendio$ | avvio$
    """,
)

# Cunha and Cintra, Nova Gramática do Português Contemporâneo (1984), ch. 3: before another vowel i and u are a
# syllable of their own, save after q or g and in the unstressed ending of história, água; after a vowel they join
# it, save before nh and before an l, m, n, r, z that closes the syllable.
PORTUGUESE = rule(
    """
    [aeoáéóâêô] [iu] (?! nh | [lmnrz] (?![aeiouyáéíóúâêôãõh]) )
  | u i (?! nh | [lmnrz] (?![aeiouyáéíóúâêôãõh]) | [çu] )
  | i u (?! [lmnrz](?![aeiouáéíóúâêôãõh]) )
  | ^ao(?=s?$) | ã [eoi] | õ e | [aeiouyáéíóúâêôãõàü]
    """,
    silent="""
    (?<=q)u | (?<=g)u(?=[aeioáéíóâêãõ])
  | (?<= [áéíóúâêô][bcçdfglmnprstvxz] ) [iu] (?= [aeo]s?$ )
  | (?<= [áéíóúâêô][bcçdfghlmnprstvxz]{2} ) [iu] (?= [aeo]s?$ )
    """,
    hiatus="^proib | ^reun[ií]",
)

ROMANCE: dict[str, Rule] = {"es": SPANISH, "it": ITALIAN, "pt": PORTUGUESE}
