"""What services hand to pages, commands and JSON: plain frozen values, no database rows.

A page that only sees these cannot start a query by reading an attribute.
"""

from workbench.services.views.articles import (
    ArticlePage,
    ArticleSummary,
    ArticleView,
    JobView,
    Progress,
    SourceBlock,
    TranslationSummary,
)
from workbench.services.views.desk import (
    Changes,
    Desk,
    DeskHead,
    ModelNote,
    Paragraph,
    ProfileLine,
    Writer,
)
from workbench.services.views.dismissed import Dismissed
from workbench.services.views.glossary import GlossaryPage, ImportCount, Pair, TermView
from workbench.services.views.review import Export, ReviewerView, RevisionView, Saved
from workbench.services.views.rows import Row
from workbench.services.views.suggestions import Alternative, Onward, Suggestions

__all__ = [
    "Alternative",
    "ArticlePage",
    "ArticleSummary",
    "ArticleView",
    "Changes",
    "Desk",
    "DeskHead",
    "Dismissed",
    "Export",
    "GlossaryPage",
    "ImportCount",
    "JobView",
    "ModelNote",
    "Onward",
    "Pair",
    "Paragraph",
    "ProfileLine",
    "Progress",
    "ReviewerView",
    "RevisionView",
    "Row",
    "Saved",
    "SourceBlock",
    "Suggestions",
    "TermView",
    "TranslationSummary",
    "Writer",
]
