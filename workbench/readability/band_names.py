"""The names of the bands in the languages that have a formula, as their authors or the literature of each give them.

Spanish: Fernández Huerta (1959) and INFLESZ (Barrio-Cantalejo and others 2008). German: Amstad (1978). Dutch: Douma
(1960). Italian: Lucisano and Piemontese (1988) for the steps of schooling. Portuguese: Martins and others (1996).
The rest are plain translations of Flesch's and of Dale and Chall's.
"""

from __future__ import annotations

LANGUAGES = ("de", "es", "fr", "it", "nl", "pt", "ru")

# One column for each of `LANGUAGES`, in their order; English names stand with the bands.
_TABLE = """
very_difficult | Sehr schwer | Muy difícil | Très difficile | Molto difficile | Zeer moeilijk | Muito difícil | Очень трудный
difficult | Schwer | Difícil | Difficile | Difficile | Moeilijk | Difícil | Трудный
fairly_difficult | Mittelschwer | Algo difícil | Assez difficile | Abbastanza difficile | Tamelijk moeilijk | Razoavelmente difícil | Довольно трудный
standard | Mittel | Normal | Standard | Normale | Normaal | Padrão | Средний
fairly_easy | Mittelleicht | Algo fácil | Assez facile | Abbastanza facile | Tamelijk gemakkelijk | Razoavelmente fácil | Довольно лёгкий
easy | Leicht | Fácil | Facile | Facile | Gemakkelijk | Fácil | Лёгкий
very_easy | Sehr leicht | Muy fácil | Très facile | Molto facile | Zeer gemakkelijk | Muito fácil | Очень лёгкий
somewhat_difficult | Etwas schwer | Algo difícil | Assez difficile | Abbastanza difficile | Tamelijk moeilijk | Um pouco difícil | Довольно трудный
normal | Normal | Normal | Normal | Normale | Normaal | Normal | Обычный
quite_easy | Ziemlich leicht | Bastante fácil | Assez facile | Abbastanza facile | Tamelijk gemakkelijk | Bastante fácil | Довольно лёгкий
hard_upper_secondary | Schwer auch mit Abitur | Difícil incluso con bachillerato | Difficile même avec le baccalauréat | Difficile anche con il diploma superiore | Moeilijk, ook met een diploma van de middelbare school | Difícil mesmo com o ensino médio | Трудный даже со средним образованием
easy_upper_secondary | Leicht mit Abitur | Fácil con bachillerato | Facile avec le baccalauréat | Facile con il diploma superiore | Gemakkelijk met een diploma van de middelbare school | Fácil com o ensino médio | Лёгкий со средним образованием
easy_lower_secondary | Leicht mit Mittelschule | Fácil con educación secundaria | Facile avec le collège | Facile con la licenza media | Gemakkelijk met de onderbouw | Fácil com o ensino fundamental completo | Лёгкий с неполным средним образованием
easy_primary | Leicht mit Grundschule | Fácil con educación primaria | Facile avec l’école primaire | Facile con la licenza elementare | Gemakkelijk met de basisschool | Fácil com os primeiros anos de escola | Лёгкий с начальным образованием
grade_4 | Bis zum 4. Schuljahr | Hasta 4.º grado | Jusqu’à la 4e année | Fino al 4º anno | Tot en met leerjaar 4 | Até o 4.º ano | До 4-го класса
grades_5_6 | 5. und 6. Schuljahr | 5.º y 6.º grado | 5e et 6e années | 5º e 6º anno | Leerjaar 5 en 6 | 5.º e 6.º anos | 5-й и 6-й классы
grades_7_8 | 7. und 8. Schuljahr | 7.º y 8.º grado | 7e et 8e années | 7º e 8º anno | Leerjaar 7 en 8 | 7.º e 8.º anos | 7-й и 8-й классы
grades_9_10 | 9. und 10. Schuljahr | 9.º y 10.º grado | 9e et 10e années | 9º e 10º anno | Leerjaar 9 en 10 | 9.º e 10.º anos | 9-й и 10-й классы
grades_11_12 | 11. und 12. Schuljahr | 11.º y 12.º grado | 11e et 12e années | 11º e 12º anno | Leerjaar 11 en 12 | 11.º e 12.º anos | 11-й и 12-й классы
college | Hochschule | Universidad | Université | Università | Universiteit | Universidade | Вуз
college_graduate | Hochschulabschluss | Título universitario | Diplôme universitaire | Laurea | Universitair diploma | Diploma universitário | Высшее образование
"""  # noqa: E501 - a row of a table is one line


def _read() -> dict[str, dict[str, str]]:
    rows = (line.split(" | ") for line in _TABLE.strip().splitlines())
    return {band: dict(zip(LANGUAGES, names, strict=True)) for band, *names in rows}


BAND_NAMES: dict[str, dict[str, str]] = _read()
"""The names of each band, by its id and then by language."""
