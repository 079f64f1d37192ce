"""The tables, one aggregate a file. Importing this package registers all of them."""

from workbench.tables.article import Article, Block, Seed, Segment
from workbench.tables.job import Job
from workbench.tables.memory import MemoryEntry, MemoryPair
from workbench.tables.reviewer import Reviewer
from workbench.tables.translation import Revision, TranslatedSegment, Translation

__all__ = [
    "Article",
    "Block",
    "Job",
    "MemoryEntry",
    "MemoryPair",
    "Reviewer",
    "Revision",
    "Seed",
    "Segment",
    "TranslatedSegment",
    "Translation",
]
