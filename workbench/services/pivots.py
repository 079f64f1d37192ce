"""Correcting the text in between: only the second half of the way is translated again."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from workbench.errors import BadInput, StaleEdit
from workbench.extensions import db, workbench
from workbench.memory.term_notes import followed_terms
from workbench.memory.terms import Glossary, broken_uses
from workbench.review import REVIEWED, Origin, SegmentState, state_after_machine
from workbench.services.change_counter import count_change
from workbench.services.glossary_lists import load_glossary
from workbench.services.merged import is_together
from workbench.services.revisions import revision_values, store_revisions
from workbench.services.rows import read_rows
from workbench.services.seen import lock_segment
from workbench.services.suggestions import as_alternative
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.typed import clean_text
from workbench.services.views import Onward
from workbench.tables import Reviewer, Segment, TranslatedSegment
from workbench.tables.types import now
from workbench.translation.decoding import Hypothesis
from workbench.translation.faults import Fault, FaultKind, write_faults
from workbench.translation.pivots import Route, pivot_language
from workbench.wording import words


def correct_pivot(
    article_id: int,
    language: str,
    position: int,
    *,
    pivot: str,
    seen_version: int,
    reviewer_id: int,
    seen_key: str = "",
) -> Onward:
    """Store a corrected text in between, and what the second model makes of it.

    A text that nobody has reviewed is replaced, and so are the repeats that follow it. A reviewer's stays, here and
    in a repeat; here the new translation is offered beside it.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        pivot: The whole sentence in the language in between.
        seen_version: The version that the reviewer's page showed.
        reviewer_id: Who corrects.
        seen_key: The sentence that the page showed at this position, as `Row.key` names it; "" for the one that
            stands there now.

    Raises:
        SourceChanged: A newer version of the article changed or dropped the sentence; nothing was stored.
        StaleEdit: The sentence was changed since that version; nothing was stored.
        BadInput: The text is empty or far too long, or the sentence has no text in between.
        NotFound: There is no such translation or segment.
        NoModel: The models of this chain are gone.
        BrokenPackage: The second one does not load or decode.
    """
    pivot = clean_text(pivot)
    article, translation = find_translation(article_id, language)
    translation_id, source, target = translation.id, article.source_language, translation.language
    packages = translation.packages
    segment, _ = lock_segment(translation_id, position, seen_key)
    if is_together(segment):
        raise BadInput(words("This sentence is translated together with another one: split them first."))
    if segment.pivot_text is None:
        raise BadInput(words("This sentence was translated directly: there is no text in between."))
    _require_version(segment, seen_version, pivot)
    sentence = db.session.get_one(Segment, segment.segment_id).text
    glossary = load_glossary(source, target)
    db.session.rollback()  # no read stays open while the model works
    route = _route(source, target, packages)
    hypothesis = _translate_onward(sentence, pivot, route, glossary)
    with writing() as session:
        segment, position = lock_segment(translation_id, position, seen_key)
        _require_version(segment, seen_version, pivot)
        is_replaced = segment.state not in REVIEWED
        followers = session.scalars(select(TranslatedSegment).where(TranslatedSegment.follows_id == segment.id)).all()
        if is_replaced:
            segment.follows_id = None
        rows = [segment, *followers]
        replaced = [row for row in rows if is_replaced and row.state not in REVIEWED]
        terms = followed_terms(_kept(glossary), sentence, hypothesis.text)
        _write(rows, hypothesis, reviewer_id, replaced=replaced, terms=terms)
        changed = [row.segment_id for row in rows]
    positions = db.session.scalars(select(Segment.position).where(Segment.id.in_(changed))).all()
    views = {view.position: view for view in read_rows(translation_id, positions=positions)}
    offered = None if is_replaced else as_alternative(hypothesis, Route(route.packages[-1:]), made_by="from your text")
    return Onward(row=views.pop(position), followers=tuple(views.values()), offered=offered)


def _translate_onward(sentence: str, pivot: str, route: Route, glossary: Glossary | None) -> Hypothesis:
    """Return what the second model makes of a corrected text; terms of the sentence that it breaks are faults.

    Only the terms that are kept as they are stand in the text in between too.
    """
    onward = workbench().engine.translate_onward(pivot, route, glossary=_kept(glossary))
    broken = broken_uses(glossary.find(sentence), onward.text) if glossary else ()
    terms = tuple(Fault(FaultKind.BROKEN_TERM, use.wanted) for use in broken)
    # A person wrote the text in between: only the second model can be unsure.
    return Hypothesis(onward.text, onward.score, pivot, tuple(dict.fromkeys((*onward.faults, *terms))))


def _kept(glossary: Glossary | None) -> Glossary | None:
    """Return the terms that are not translated: the only ones that a model of a language in between can keep to."""
    return Glossary(term for term in glossary.terms if term.keep) if glossary else None


def _write(
    segments: Sequence[TranslatedSegment],
    hypothesis: Hypothesis,
    reviewer_id: int,
    *,
    replaced: Sequence[TranslatedSegment],
    terms: Sequence[tuple[str, str]],
) -> None:
    """Inside a transaction: store the two texts, as one change; the text of the desk too in those that are replaced."""
    moment = now()
    translation_id = segments[0].translation_id
    change = count_change(translation_id, moment, is_edit=bool(replaced), reviewer_id=reviewer_id)
    state = state_after_machine(SegmentState.PENDING, is_faulty=bool(hypothesis.faults))
    if replaced:
        store_revisions(
            [
                revision_values(
                    segment.id,
                    moment,
                    Origin.PIVOT,
                    state,
                    segment.version + 1,
                    segment.text,
                    hypothesis.text,
                    reviewer_id=reviewer_id,
                    change=change,
                    terms=terms,
                )
                for segment in replaced
            ]
        )
    for segment in segments:
        segment.machine_text, segment.pivot_text = hypothesis.text, hypothesis.pivot
        segment.score, segment.faults = hypothesis.score, write_faults(hypothesis.faults)
        segment.version, segment.change = segment.version + 1, change
    for segment in replaced:
        segment.text, segment.state, segment.origin, segment.match = hypothesis.text, state, Origin.PIVOT, None
        segment.reviewer_id, segment.updated_at = reviewer_id, moment


def _require_version(segment: TranslatedSegment, seen_version: int, mine: str) -> None:
    if segment.version == seen_version:
        return
    reviewer = db.session.get(Reviewer, segment.reviewer_id) if segment.reviewer_id else None
    raise StaleEdit(
        theirs=segment.pivot_text or "",
        mine=mine,
        version=segment.version,
        author=reviewer.shown_name if reviewer else "",
    )


def _route(source: str, target: str, packages: str) -> Route:
    """Return the chain that translated, or the best one there is now through the same language."""
    ids = packages.split("|")
    between = pivot_language(ids)
    chains = [route for route in workbench().engine.routes(source, target) if route.pivot == between is not None]
    if not chains:
        raise BadInput(
            words("The models that translated through this language are gone."),
            hint=words("Correct the translation itself, or install them again."),
        )
    return next((route for route in chains if [package.id for package in route.packages] == ids), chains[0])
