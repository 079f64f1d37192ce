"""Checks of how a translation is written, one concern a file."""

from __future__ import annotations

from workbench.checks.base import Check
from workbench.checks.form.brackets import Brackets
from workbench.checks.form.capital import Capital
from workbench.checks.form.copied import Copied
from workbench.checks.form.double_words import DoubleWords
from workbench.checks.form.empty import Empty
from workbench.checks.form.end_mark import EndMark
from workbench.checks.form.french_spaces import FrenchSpaces
from workbench.checks.form.glossary import GlossaryTerms
from workbench.checks.form.inverted_marks import InvertedMarks
from workbench.checks.form.junk import Junk
from workbench.checks.form.language import WrongLanguage
from workbench.checks.form.length import Length
from workbench.checks.form.mixed_letters import MixedLetters
from workbench.checks.form.native_marks import NativeMarks
from workbench.checks.form.no_break import NoBreak
from workbench.checks.form.quote_pairs import QuotePairs
from workbench.checks.form.quote_style import QuoteStyle
from workbench.checks.form.readability import Readability
from workbench.checks.form.repetition import Repetition
from workbench.checks.form.script import Script
from workbench.checks.form.spacing import Spacing
from workbench.checks.form.untranslated import Untranslated

FORM_CHECKS: tuple[Check, ...] = (
    Empty(),
    Untranslated(),
    Repetition(),
    Script(),
    WrongLanguage(),
    Copied(),
    Length(),
    GlossaryTerms(),
    DoubleWords(),
    Junk(),
    MixedLetters(),
    Capital(),
    EndMark(),
    InvertedMarks(),
    NativeMarks(),
    Brackets(),
    QuotePairs(),
    QuoteStyle(),
    Spacing(),
    FrenchSpaces(),
    NoBreak(),
    Readability(),
)
"""What there is to say of the whole sentence first, then of its words, its marks, its spaces."""
