"""The formulas, one function each, with the constants of their authors.

Every function takes the counts of a text with at least one word and one sentence; `scores` sees to that, and
says when a text is too short for the number to mean anything.
"""

from workbench.readability.formulas.english import (
    ari,
    coleman_liau,
    dale_chall,
    flesch,
    flesch_kincaid,
    gunning_fog,
    smog,
)
from workbench.readability.formulas.german import (
    amstad,
    wiener_1,
    wiener_2,
    wiener_3,
    wiener_4,
)
from workbench.readability.formulas.others import (
    douma,
    flesch_pt,
    flesch_vacca,
    gulpease,
    kandel_moles,
    oborneva,
)
from workbench.readability.formulas.spanish import (
    crawford,
    fernandez_huerta,
    gutierrez_polini,
    szigriszt_pazos,
)

__all__ = [
    "amstad",
    "ari",
    "coleman_liau",
    "crawford",
    "dale_chall",
    "douma",
    "fernandez_huerta",
    "flesch",
    "flesch_kincaid",
    "flesch_pt",
    "flesch_vacca",
    "gulpease",
    "gunning_fog",
    "gutierrez_polini",
    "kandel_moles",
    "oborneva",
    "smog",
    "szigriszt_pazos",
    "wiener_1",
    "wiener_2",
    "wiener_3",
    "wiener_4",
]
