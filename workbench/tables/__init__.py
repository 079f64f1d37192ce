"""The tables, one aggregate a file. Importing this package registers all of them."""

from workbench.tables.article import Article, Block, Seed, Segment
from workbench.tables.dismissal import DismissedFinding
from workbench.tables.glossary import GlossaryPair, GlossaryTerm
from workbench.tables.job import Job
from workbench.tables.memory import MemoryEntry, MemoryPair
from workbench.tables.reviewer import Reviewer
from workbench.tables.translation import Revision, TranslatedSegment, Translation
from workbench.tables.version import ArticleVersion, RetiredText
from workbench.tables.workflow import Comment, TranslationVersion, VersionKind, WorkflowEntry

__all__ = [
    "Article",
    "ArticleVersion",
    "Block",
    "Comment",
    "DismissedFinding",
    "GlossaryPair",
    "GlossaryTerm",
    "Job",
    "MemoryEntry",
    "MemoryPair",
    "RetiredText",
    "Reviewer",
    "Revision",
    "Seed",
    "Segment",
    "TranslatedSegment",
    "Translation",
    "TranslationVersion",
    "VersionKind",
    "WorkflowEntry",
]
