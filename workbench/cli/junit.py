"""Findings as JUnit XML, for build servers that show which tests failed: a sentence is a test."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.checks.findings import Finding, Severity
from workbench.cli.outputs import write_whole
from workbench.cli.plain_text import clean, shorten

if TYPE_CHECKING:
    from junitparser import TestCase

    from workbench.services.views.dismissed import Dismissed

_LONGEST_NAME = 80
# What XML 1.0 has no way to write. Source: https://www.w3.org/TR/xml/#charsets
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class JUnitReport:
    """Collects the findings of translations, one test suite each, and writes them.

    A test is named by the sentence's number and its source. It fails when something that is found in it is blocking;
    warnings, hints and what was dismissed are its output. What is about the whole text is a test of its own, "text".
    """

    def __init__(self) -> None:
        from junitparser import JUnitXml

        self._xml: Any = JUnitXml("checks")

    def add(
        self,
        name: str,
        sources: Sequence[str],
        findings: Iterable[Finding],
        dismissed: Sequence[Sequence[Dismissed]] = (),
    ) -> None:
        """Add a translation.

        Args:
            name: For people, such as "article.txt → es".
            sources: Its sentences in the source language, in reading order.
            findings: With their positions, the worst of each sentence first.
            dismissed: What was dismissed in each sentence; empty where nothing could be.
        """
        from junitparser import TestSuite

        found: dict[int | None, list[Finding]] = {}
        for finding in findings:
            found.setdefault(finding.position, []).append(finding)
        suite: Any = TestSuite(_plain(name))
        for position, source in enumerate(sources, 1):
            title = f"{position}: {shorten(source, _LONGEST_NAME)}"
            let_pass = dismissed[position - 1] if dismissed else ()
            suite.append(_test(name, title, found.get(position, ()), let_pass))
        if None in found:
            suite.append(_test(name, "text", found[None], ()))
        self._xml.append(suite)

    def to_bytes(self) -> bytes:
        """Return the report as a file's content."""
        self._xml.update_statistics()
        stream = BytesIO()
        self._xml.write(stream)
        return stream.getvalue()

    def write(self, path: Path) -> None:
        """Write the report, whole or not at all.

        Raises:
            StorageProblem: The disk is full, or the folder cannot be written to.
        """
        write_whole(path, self.to_bytes())


def _test(suite: str, title: str, findings: Sequence[Finding], dismissed: Sequence[Dismissed]) -> TestCase:
    from junitparser import Failure, TestCase

    test = TestCase(_plain(title), classname=_plain(suite), time=0.0)
    blocking = [finding for finding in findings if finding.severity is Severity.BLOCKING]
    if blocking:
        failure = Failure(_plain(blocking[0].message), blocking[0].id)
        failure.text = "\n".join(map(_line, blocking))
        test.result = [failure]
    rest = [_line(finding) for finding in findings if finding.severity is not Severity.BLOCKING]
    rest += [f"dismissed: {_line(each.finding)} {_plain(each.reason)}".rstrip() for each in dismissed]
    if rest:
        test.system_out = "\n".join(rest)
    return test


def _line(finding: Finding) -> str:
    return f"{finding.severity.value} {finding.id}: {_plain(finding.message)}"


def _plain(text: str) -> str:
    return _NO_XML.sub("\ufffd", clean(text))
