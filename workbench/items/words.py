"""Words that stand for numbers, scales, halves of a day and currencies, in the languages that are known well."""

from __future__ import annotations

import regex


def _counted(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Map "a|b c" to {a: start, b: start, c: start + step}: variants by "|", numbers by spaces."""
    return {variant: start + step * index for index, group in enumerate(words.split()) for variant in group.split("|")}


NUMBER_WORDS: dict[str, dict[str, int]] = {
    "en": _counted(
        "zero|nil one|first|once|a|an two|second|twice three|third|thrice four|fourth five|fifth six|sixth "
        "seven|seventh eight|eighth nine|ninth ten|tenth eleven|eleventh twelve|twelfth|dozen|noon|midday "
        "thirteen|thirteenth fourteen|fourteenth fifteen|fifteenth sixteen|sixteenth seventeen eighteen nineteen"
    )
    | _counted("twenty|twenties thirty|thirties forty|forties fifty|fifties sixty|sixties", 20, 10)
    | _counted("seventy|seventies eighty|eighties ninety|nineties hundred", 70, 10)
    | {"thousand": 1000, "both": 2, "pair": 2, "couple": 2, "midnight": 12, "half": 2},
    "es": _counted(
        "cero un|uno|una|primero|primera|primer dos|segundo|segunda|ambos|ambas tres|tercero|tercera|tercer "
        "cuatro|cuarto|cuarta|cuartos cinco|quinto|quinta seis|sexto|sexta siete|séptimo|séptima ocho|octavo|octava|octavos "
        "nueve|noveno|novena diez|décimo|décima|decena once|undécimo|undécima doce|duodécimo|mediodía|docena|medianoche "
        "trece catorce quince|quincena dieciséis diecisiete dieciocho diecinueve veinte veintiuno|veintiún|veintiuna "
        "veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta"
    )
    | _counted("cuarenta cincuenta sesenta setenta ochenta noventa cien|ciento|centenar|centenares|centésimo", 40, 10)
    | _counted("doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas", 200, 100)
    | {"quinientos": 500, "quinientas": 500, "mil": 1000, "milésimo": 1000, "medio": 2, "media": 2, "mitad": 2},
    "fr": _counted(
        "zéro un|une|premier|première|1er deux|second|seconde|deuxième|secondes trois|troisième quatre|quatrième|quart|quarts "
        "cinq|cinquième six|sixième sept|septième huit|huitième|huitièmes neuf|neuvième dix|dixième|dizaine "
        "onze|onzième douze|douzième|douzaine|midi|minuit treize|treizième quatorze|quatorzième quinze|quinzième|quinzaine "
        "seize|seizième dix-sept|dix-septième dix-huit|dix-huitième dix-neuf|dix-neuvième"
    )
    | _counted(
        "vingt|vingtaine|vingtième trente|trentaine|trentième quarante|quarantaine cinquante|cinquantaine", 20, 10
    )
    | _counted(
        "soixante|soixantaine soixante-dix quatre-vingts|quatre-vingt quatre-vingt-dix cent|cents|centaine", 60, 10
    )
    | {"mille": 1000, "millier": 1000, "milliers": 1000, "demi": 2, "moitié": 2},
    "de": _counted(
        "null ein|eins|eine|einen|einem|einer|eines|erste|ersten|erster|erstes|erstmals|einmal "
        "zwei|zweite|zweiten|zweiter|zweites|zweimal|beide|beiden drei|dritte|dritten|dritter|drittes|dreimal|drittel "
        "vier|vierte|vierten|vierter|viertes|viermal|viertel fünf|fünfte|fünften|fünfter|fünfmal sechs|sechste|sechsten "
        "sieben|siebte|siebten|siebter acht|achte|achten|achter neun|neunte|neunten zehn|zehnte|zehnten elf|elfte|elften "
        "zwölf|zwölfte|zwölften|mittag|mittags|mitternacht|dutzend dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
    )
    | _counted(
        "zwanzig|zwanziger dreißig|dreissig|dreißiger vierzig|vierziger fünfzig|fünfziger sechzig|sechziger", 20, 10
    )
    | _counted("siebzig|siebziger achtzig|achtziger neunzig|neunziger hundert|einhundert", 70, 10)
    | {"tausend": 1000, "eintausend": 1000, "halb": 2, "hälfte": 2, "halbe": 2, "halben": 2},
    "it": _counted(
        "zero un|uno|una|un'|primo|prima|primi due|secondo|seconda|entrambi|entrambe tre|terzo|terza|terzi "
        "quattro|quarto|quarta|quarti cinque|quinto|quinta sei|sesto|sesta sette|settimo|settima otto|ottavo|ottava "
        "nove|nono|nona dieci|decimo|decima|decina undici|undicesimo|undicesima dodici|dodicesimo|mezzogiorno|mezzanotte "
        "tredici|tredicesimo quattordici|quattordicesimo quindici|quindicesimo|quindicina sedici|sedicesimo diciassette diciotto "
        "diciannove venti|ventesimo ventuno ventidue ventitré ventiquattro venticinque ventisei ventisette ventotto ventinove trenta"
    )
    | _counted("quaranta cinquanta sessanta settanta ottanta novanta cento|centesimo|centinaio|centinaia", 40, 10)
    | {"mille": 1000, "migliaio": 1000, "mila": 1000, "duecento": 200, "metà": 2, "mezzo": 2, "mezza": 2},
    "pt": _counted(
        "zero um|uma|primeiro|primeira dois|duas|segundo|segunda|ambos|ambas três|terceiro|terceira|terços "
        "quatro|quarto|quarta|quartas cinco|quinto|quinta seis|meia|sexto|sexta sete|sétimo|sétima oito|oitavo|oitava|oitavas "
        "nove|nono|nona dez|décimo|décima|dezena onze doze|dúzia|meio-dia|meia-noite treze catorze|quatorze quinze "
        "dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove"
    )
    | _counted("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem|cento|centena|centenas", 20, 10)
    | {"mil": 1000, "milhar": 1000, "duzentos": 200, "trezentos": 300, "quinhentos": 500, "metade": 2},
    "nl": _counted(
        "nul een|één|eerste|eenmaal twee|tweede|beide|tweemaal|helft drie|derde vier|vierde vijf|vijfde zes|zesde "
        "zeven|zevende acht|achtste negen|negende tien|tiende elf|elfde twaalf|twaalfde|middag|middernacht|dozijn "
        "dertien|dertiende veertien|veertiende vijftien|vijftiende zestien zeventien achttien negentien"
    )
    | _counted("twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd", 20, 10)
    | {"duizend": 1000},
    "ru": _counted(
        "ноль|нулевой один|одна|одно|одного|одной|одному|одним|первый|первая|первое|первого|первой|первом|первую|первые "
        "два|две|двух|двум|двумя|двое|оба|обе|второй|вторая|второе|второго|вторую|втором|вторые|дважды "
        "три|трёх|трех|трем|тремя|трое|третий|третья|третье|третьего|третьей|третьем|трижды "
        "четыре|четырёх|четырех|четверо|четвёртый|четвертый|четвертого|четвертой|четвёртого|четвёртой|четверть "
        "пять|пяти|пятью|пятеро|пятый|пятая|пятого|пятой шесть|шести|шестеро|шестой|шестая|шестого "
        "семь|семи|семеро|седьмой|седьмая|седьмого восемь|восьми|восьмой|восьмая|восьмого девять|девяти|девятый|девятого "
        "десять|десяти|десятый|десятого|десяток|десятка одиннадцать|одиннадцати двенадцать|двенадцати|дюжина|полдень|полночь "
        "тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать семнадцать восемнадцать девятнадцать "
        "двадцать|двадцати"
    )
    | _counted(
        "тридцать|тридцати сорок|сорока пятьдесят|пятидесяти шестьдесят семьдесят восемьдесят девяносто сто|ста|сотня|сотни",
        30,
        10,
    )
    | {"тысяча": 1000, "тысячи": 1000, "тысяч": 1000, "половина": 2, "двести": 200, "триста": 300, "пятьсот": 500},
}
MONTHS: dict[str, dict[str, int]] = {
    "en": _counted(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec",
        1,
    ),
    "es": _counted(
        "enero|ene febrero|feb marzo abril|abr mayo junio|jun julio|jul agosto|ago septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic",
        1,
    ),
    "fr": _counted(
        "janvier|janv février|févr mars avril|avr mai juin juillet|juil août septembre|sept octobre|oct novembre|nov décembre|déc",
        1,
    ),
    "de": _counted(
        "januar|jänner|jan februar|feb märz|mär april|apr mai juni|jun juli|jul august|aug september|sept|sep oktober|okt november|nov dezember|dez",
        1,
    ),
    "it": _counted(
        "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set ottobre|ott novembre|nov dicembre|dic",
        1,
    ),
    "pt": _counted(
        "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez",
        1,
    ),
    "nl": _counted(
        "januari|jan februari|feb maart april mei juni|jun juli|jul augustus|aug september|sept oktober|okt november|nov december|dec",
        1,
    ),
    "ru": _counted(
        "января|январь|январе февраля|февраль|феврале марта|март|марте апреля|апрель|апреле мая|май|мае июня|июнь|июне июля|июль|июле августа|август|августе сентября|сентябрь|сентябре октября|октябрь|октябре ноября|ноябрь|ноябре декабря|декабрь|декабре",
        1,
    ),
}
_SCALES = {
    3: "thousand|thousands|k|mil|mille|tausend|tsd|duizend|mila|milhares|miles|milliers|тыс|тысяч|тысячи|тысяча|тысяче|тысячам|хиляди|千",
    4: "万|萬|만",
    6: "million|millions|m|mn|mln|mio|millón|millones|millon|millionen|milione|milioni|milhão|milhões|miljoen|miljoenen|"
    "млн|миллион|миллиона|миллионов|millions|milj|百万|मिलियन|مليون",
    8: "亿|億|억",
    9: "bn|b|milliard|milliards|milliarde|milliarden|mrd|md|mds|miliardo|miliardi|miljard|miljarden|bilhão|bilhões|"
    "млрд|миллиард|миллиарда|миллиардов|مليار",
    12: "tn|billón|billones|billionen|biljoen|bilione|bilioni|trilhão|trilhões|трлн|триллион|триллиона|триллионов|兆",
}
SCALES: dict[str, int] = {word: power for power, words in _SCALES.items() for word in words.split("|")}
"""Powers of ten of scale words in all languages; those that mean different things are in `SCALES_OF`."""
SCALES_OF: dict[str, dict[str, int]] = {
    "en": {"billion": 9, "billions": 9, "trillion": 12, "trillions": 12, "mil": 6},
    "pt": {"bilião": 12, "biliões": 12, "mi": 6, "bi": 9},
    "fr": {"billion": 12, "billions": 12},
    "de": {"billion": 12},
}

PERCENT_WORDS = regex.compile(
    r"[%٪％‰]|per\s?cent|por\s?cien|pour\s?-?cent|prozent|procent|per\s?cento|por\s?cento|процент|punto|point|punkt|"
    r"ponto|пункт|percentage|porcent|pct",
    regex.IGNORECASE,
)
_CURRENCIES = {
    "$": r"\$|usd|d[oóò]l+ar|доллар|долл|pesos|дол",
    "€": r"€|eur|евро|євро",
    "£": r"£|gbp|pound|libra|livre|pfund|sterlin|sterling|pond|фунт",
    "¥": r"¥|jpy|cny|yen|yuan|иен|юан|円|元|jen|iene",
    "₹": r"₹|inr|rup|рупи|roup",
    "₽": r"₽|rub|руб|rouble",
}
CURRENCIES = {sign: regex.compile(pattern, regex.IGNORECASE) for sign, pattern in _CURRENCIES.items()}
CURRENCY_OF_CODE = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "¥", "INR": "₹", "RUB": "₽"}
