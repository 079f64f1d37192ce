"""Finding words in a sentence, and putting others in their place: pure matching, without a database."""

from workbench.search.matching import Match, Matcher
from workbench.search.query import BadPattern, BadReplacement, Query
from workbench.search.replacing import Replacement

__all__ = ["BadPattern", "BadReplacement", "Match", "Matcher", "Query", "Replacement"]
