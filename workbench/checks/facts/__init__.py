"""Checks of what must not change in a translation, one concern a file."""

from __future__ import annotations

from workbench.checks.base import Check
from workbench.checks.facts.addresses import Addresses
from workbench.checks.facts.currency import Currency
from workbench.checks.facts.dates import Dates
from workbench.checks.facts.emoji import Emoji
from workbench.checks.facts.handles import Handles
from workbench.checks.facts.names import Names
from workbench.checks.facts.negation import Negation
from workbench.checks.facts.numbers import Numbers
from workbench.checks.facts.percent import Percent
from workbench.checks.facts.placeholders import Placeholders
from workbench.checks.facts.quotations import Quotations
from workbench.checks.facts.times import Times
from workbench.checks.facts.units import Units

FACT_CHECKS: tuple[Check, ...] = (
    Numbers(),
    Percent(),
    Currency(),
    Units(),
    Dates(),
    Times(),
    Names(),
    Quotations(),
    Negation(),
    Addresses(),
    Handles(),
    Placeholders(),
    Emoji(),
)
