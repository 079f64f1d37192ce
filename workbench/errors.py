"""The errors that the workbench raises on purpose; one that a single part raises is a subclass beside it.

    WorkbenchError
    ├── BadInput                 the text, file or option that was given cannot be used
    │   ├── InvalidField         one field of a form, or of a file's line, has to be corrected
    │   ├── EmptyText
    │   ├── BinaryInput
    │   ├── TextTooLong
    │   ├── UnknownFormat
    │   └── UnknownLanguage
    ├── NotFound                 there is no such article, sentence, term, entry or job
    ├── StaleEdit                somebody else saved this sentence first
    ├── SourceChanged            a newer version of the article changed the sentence meanwhile
    ├── ModelProblem             a translation package is missing or does not work
    │   ├── NoModel
    │   ├── BrokenPackage
    │   ├── ModelBusy
    │   ├── IndexUnreachable
    │   └── NoSuchPair
    ├── StorageProblem           the disk is full, read-only or locked
    └── JobLost                  the job was cancelled or taken over while it ran

Each class has an HTTP `status` and a `title` of a few words; `str(error)` says what happened and `hint` what to do.
`web/problems.py` turns them into a page, an htmx fragment or JSON; the command line prints both sentences.
"""

from __future__ import annotations

from workbench.wording import words


class WorkbenchError(Exception):
    """Base of all errors meant for people.

    Args:
        message: What happened, one sentence.
        hint: What to do about it, one sentence; the class has a default.
    """

    status = 500
    title: str = words("Something went wrong")
    hint: str = ""

    def __init__(self, message: str = "", *, hint: str | None = None) -> None:
        super().__init__(message or self.title)
        if hint is not None:
            self.hint = hint


class BadInput(WorkbenchError):
    """The text, file or option that was given cannot be used."""

    status = 422
    title = words("This cannot be used")


class InvalidField(BadInput):
    """One field has to be corrected; `field` is its name."""

    def __init__(self, field: str, message: str, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.field = field


class EmptyText(BadInput):
    """There is no text in the input."""

    title = words("There is no text")
    hint = words("Paste the article's text, or choose a file that has some.")


class BinaryInput(BadInput):
    """The input is not text."""

    status = 415
    title = words("This is not a text file")
    hint = words("Save the article as plain text (UTF-8) and try again.")


class TextTooLong(BadInput):
    """The input is over the configured limit."""

    status = 413
    title = words("The text is too long")
    hint = words("Split it into several articles, or raise WORKBENCH_MAX_TEXT_CHARS.")


class UnknownFormat(BadInput):
    """No reader or writer is known for this format."""

    title = words("This format is not known")


class UnknownLanguage(BadInput):
    """A language code is not valid, or the language could not be recognised."""

    title = words("This language is not known")
    hint: str = words("Use a BCP 47 code such as en, es or pt-BR.")


class NotFound(WorkbenchError):
    """There is no such article, translation, sentence, term, memory entry or job."""

    status = 404
    title = words("Not found")
    hint = words("It may have been deleted. The list of articles has everything that is still there.")


class StaleEdit(WorkbenchError):
    """A segment was saved by somebody else since the editor saw it.

    Attributes:
        theirs, mine: The text that stands in the database now, and the one that was not saved.
        version: The segment's current version, for saving again on purpose.
        author: Name of the reviewer who saved it, or "".
        base: The text that the editor saw, from which both were made; None where nobody knows it any more.
    """

    status = 409
    title = words("Somebody else changed this sentence")
    hint = words("Compare both texts and keep one, or combine them.")

    def __init__(self, *, theirs: str, mine: str, version: int, author: str = "", base: str | None = None) -> None:
        who = author or words("Somebody else")
        super().__init__(words("{who} saved this sentence while you were typing.", who=who))
        self.base, self.theirs, self.mine, self.version, self.author = base, theirs, mine, version, author


class SourceChanged(WorkbenchError):
    """A newer version of the article changed or dropped a sentence that somebody had open."""

    status = 410
    title = words("This sentence is not there any more")
    hint = words("Copy your text if you need it, and reload the page.")


class ModelProblem(WorkbenchError):
    """A translation package is missing or does not work."""

    status = 422
    title = words("No translation is possible")


class NoModel(ModelProblem):
    """No installed package, nor a chain of two, translates this pair."""

    title = words("No model for this language pair")

    def __init__(self, source: str, target: str) -> None:
        super().__init__(
            words("No installed model translates from {source} to {target}.", source=source, target=target),
            hint=words("Install one: flask models install {source} {target}", source=source, target=target),
        )
        self.source, self.target = source, target


class BrokenPackage(ModelProblem):
    """A package lacks a file, has damaged weights, or is not a package at all."""

    title = words("This model package does not work")


class ModelBusy(ModelProblem):
    """A single sentence had to wait too long behind other work."""

    status = 503
    title = words("The model is busy")
    hint = words("Try again when the running translations are further on.")


class IndexUnreachable(ModelProblem):
    """The index of packages, or a package in it, could not be fetched."""

    status = 502
    title = words("The model index cannot be reached")
    hint = words("Connect to the network, or install a downloaded file: flask models install FILE")


class NoSuchPair(ModelProblem):
    """The index has no package for this pair."""

    status = 404
    title = words("There is no model for this pair")


class StorageProblem(WorkbenchError):
    """The disk is full or read-only, or the database stayed locked."""

    status = 507
    title = words("This could not be stored")
    hint = words("Free some disk space (flask doctor shows where the data is) and try again.")


class JobLost(WorkbenchError):
    """The job was cancelled, or another worker took it over, while it ran."""

    status = 409
    title = words("The job was taken away")
