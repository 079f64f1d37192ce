"""Languages in which the written vowels, with few combinations, are the syllables."""

from __future__ import annotations

from workbench.readability.syllable_rules.rule import Rule, rule

# Every vowel letter is a nucleus. Sources: Аванесов, Русское литературное произношение (1984); Український правопис
# (2019); Türk Dil Kurumu, Yazım Kılavuzu (2012), on syllables; A magyar helyesírás szabályai (12th ed., 2015), which
# parts as many syllables as there are vowels.
RUSSIAN = rule("[аеёиоуыэюя]")
UKRAINIAN = rule("[аеєиіїоуюя]")
BELARUSIAN = rule("[аеёіоуыэюя]")
BULGARIAN = rule("[аеиоуъюяѝ]")
TURKISH = rule("[aeıioöuüâîû]")
HUNGARIAN = rule("[aáeéiíoóöőuúüű]")
SWEDISH = rule("au|eu|[aeiouyåäöéü]", "(?<=[ts])i(?=on)")
DANISH = rule("au|eu|[aeiouyæøåéöü]")
NORWEGIAN = rule("ei|øy|au|eu|[aeiouyæøåéöü]")

# Long vowels and the diphthongs of each language are one nucleus.
FINNISH = rule("""
    ^[^aeiouyäöå]* (?: ie | uo | yö )             # these three only in the first syllable
  | aa | ee | ii | oo | uu | yy | ää | öö
  | [aeouyäö]i | [aeio]u | [äöe]y | iy
  | [aeiouyäöå]
""")
ESTONIAN = rule("aa|ee|ii|oo|uu|ää|öö|üü|õõ|[aeouäöüõ]i|[aeioäõö]u|[aoäöõ]e|[aeiouõäöü]")

# r and l between consonants are nuclei too.
CZECH = rule("""
    [aeo]u | [aeiouyáéíóúůýě]
  | (?<=[bcčdďfghjklmnňpqrřsštťvwxzž]) [rl] (?![aeiouyáéíóúůýěrl])
""")
SLOVAK = rule("""
    i[aeu] | [aeiouyáéíóúýäôŕĺ] | (?<=[bcčdďfghjkmnňpsštťvzž]) [rl] (?![aeiouyáéíóúýäôrl])
""")
SOUTH_SLAVIC = rule("""
    [aeiouаеиоу]
  | (?: (?<=[bcčćdđfghjklmnpsštvzž]) | ^ ) r (?= [bcčćdđfghjklmnpsštvzž] )
  | (?: (?<=[бвгдђѓжзјклљмнњпстћќфхцчџш]) | ^ ) р (?= [бвгдђѓжзјклљмнњпстћќфхцчџш] )
""")

# i before a vowel only softens the consonant; au and eu are one syllable, save after a prefix and in -eum (muzeum).
# Source: Ostaszewska and Tambor, Fonetyka i fonologia współczesnego języka polskiego (2000).
POLISH = rule(
    "au | eu | [aąeęoóuy] | i (?! [aąeęioóu] )",
    hiatus="^nau | ^zau | ^nieu | ^przeu | eum$",
)

GREEK = rule("ο[υύ]|α[ιί]|ε[ιί]|ο[ιί]|υ[ιί]|α[υύ]|ε[υύ]|η[υύ]|[αεηιουωάέήίόύώϊϋΐΰ]")

VOWELS: dict[str, Rule] = {
    "be": BELARUSIAN,
    "bg": BULGARIAN,
    "bs": SOUTH_SLAVIC,
    "cs": CZECH,
    "da": DANISH,
    "el": GREEK,
    "et": ESTONIAN,
    "fi": FINNISH,
    "hr": SOUTH_SLAVIC,
    "hu": HUNGARIAN,
    "mk": SOUTH_SLAVIC,
    "nb": NORWEGIAN,
    "nn": NORWEGIAN,
    "no": NORWEGIAN,
    "pl": POLISH,
    "ru": RUSSIAN,
    "sk": SLOVAK,
    "sl": SOUTH_SLAVIC,
    "sr": SOUTH_SLAVIC,
    "sv": SWEDISH,
    "tr": TURKISH,
    "uk": UKRAINIAN,
}
