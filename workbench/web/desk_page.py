"""What a desk shows below its head: read when its template comes to it, while the head is on its way."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from workbench.services.desk import view_desk
from workbench.services.undo import view_steps
from workbench.services.workflow_view import view_workflow
from workbench.web.find_view import FindView, view_find

if TYPE_CHECKING:
    from workbench.services.views import Desk
    from workbench.services.views.undo import StepsView
    from workbench.services.views.workflow import Workflow
    from workbench.web.find_form import FindForm


class DeskPage:
    """The desk that a request asks for.

    Args:
        article_id: Of the article.
        language: Of the translation, which is known to be there.
        form: What to look for, and which sentences to show.
        place: The position of the sentence that is to be open.
    """

    def __init__(self, article_id: int, language: str, form: FindForm, place: int | None) -> None:
        self._article_id = article_id
        self._language = language
        self._form = form
        self._place = place

    @cached_property
    def desk(self) -> Desk:
        """Its sentences and figures."""
        return view_desk(self._article_id, self._language)

    @cached_property
    def find(self) -> FindView:
        """What is found and shown."""
        return view_find(self.desk.rows, self._form)

    @cached_property
    def edit(self) -> int | None:
        """The sentence that is open: where the text of the one that was asked for stands."""
        rows = (row for row in self.desk.rows if row.position == self._place)
        return next((row.merged_into or row.position for row in rows), None)

    @cached_property
    def steps(self) -> StepsView | None:
        """What can be undone and redone in the open sentence."""
        return view_steps(self._article_id, self._language, self.edit) if self.edit else None

    @cached_property
    def workflow(self) -> Workflow:
        """Where its review stands."""
        return view_workflow(self._article_id, self._language)
