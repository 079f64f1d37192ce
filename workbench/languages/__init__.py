"""Languages: one canonical code each, names, script and direction, and which language a text is in.

Codes come in as BCP 47 in any spelling (`EN`, `en_GB`, `iw`, `eng`) and leave in one form (`en`, `en-GB`,
`he`, `en`). Names and scripts are those of CLDR, through Babel, loaded at the first question.
"""

from workbench.languages.codes import (
    Language,
    canonical,
    from_argos,
    language,
    name_in,
    primary,
    to_argos,
    writes_without_spaces,
)
from workbench.languages.detection import SURE, Detection, detect, prepare_detection

__all__ = [
    "SURE",
    "Detection",
    "Language",
    "canonical",
    "detect",
    "from_argos",
    "language",
    "name_in",
    "prepare_detection",
    "primary",
    "to_argos",
    "writes_without_spaces",
]
