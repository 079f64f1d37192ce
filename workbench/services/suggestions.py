"""Other translations of one sentence, made when somebody asks. Nothing is stored; no model runs in a transaction."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.errors import BadInput
from workbench.extensions import db, workbench
from workbench.services.glossary_lists import load_glossary
from workbench.services.segments import view_row
from workbench.services.translations import find_translation
from workbench.services.views import Alternative, Suggestions
from workbench.translation.alternatives import MOST, text_key
from workbench.translation.confidence import confidence_of, read_scales, scale_of
from workbench.translation.decoding import Decoding, Hypothesis
from workbench.translation.pivots import Route
from workbench.wording import words

BEAMS = (1, 4, 8)
"""The beams that the desk offers for translating a sentence again."""


def suggest(
    article_id: int,
    language: str,
    position: int,
    *,
    beam: int | None = None,
    route_id: str = "",
    seen_key: str = "",
) -> Suggestions:
    """Return up to five other translations of a sentence, and one made with another beam or route if asked for.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        beam: To translate it again with; None for the settings'.
        route_id: `Route.id` to translate it again on; "" for the best.
        seen_key: The sentence that the page showed at this position, as `Row.key` names it; "" for any.

    Raises:
        SourceChanged: A newer version of the article has another sentence there.
        NotFound: There is no such translation or segment.
        BadInput: There is no such route or beam.
        NoModel: No package translates this pair.
        BrokenPackage: A package does not load or decode.
        ModelBusy: Other translations kept the decoder busy for too long.
    """
    article, translation = find_translation(article_id, language)
    source, target = article.source_language, translation.language
    row = view_row(article_id, language, position, seen_key=seen_key)
    glossary = load_glossary(source, target)
    db.session.rollback()  # no read stays open while the model works
    engine = workbench().engine
    routes = engine.routes(source, target)
    route = _chosen(routes, route_id)
    again = None
    if beam is not None or route_id:
        decoding = _decoding(beam)
        again = engine.retranslate(row.whole_source, source, target, decoding=decoding, route=route, glossary=glossary)
    known = [row.target, again.text] if again else [row.target]
    found = engine.alternatives(
        row.whole_source, source, target, count=MOST, route=route, avoid=known, glossary=glossary
    )
    alternatives = [as_alternative(hypothesis, route) for hypothesis in found]
    is_same = again is not None and text_key(again.text) == text_key(row.target)
    if again is not None and again.text.strip() and not is_same:
        alternatives.insert(0, as_alternative(again, route, made_by=_made_by(beam, route_id)))
    return Suggestions(
        row=row,
        alternatives=tuple(alternatives[:MOST]),
        routes=tuple(each.id for each in routes),
        beam=beam,
        route=route_id,
        is_same=is_same,
    )


def as_alternative(hypothesis: Hypothesis, route: Route, *, made_by: str = "") -> Alternative:
    """Return a hypothesis as the desk shows it."""
    scale = scale_of([package.id for package in route.packages], read_scales(workbench().settings.data_dir))
    confidence = confidence_of(hypothesis.score, hypothesis.faults, scale)
    return Alternative(hypothesis.text, confidence, scale.is_measured, hypothesis.pivot, made_by)


def _chosen(routes: Iterable[Route], route_id: str) -> Route:
    for route in routes:
        if not route_id or route.id == route_id:
            return route
    raise BadInput(
        words("There is no model {route_id}.", route_id=route_id), hint=words("Choose one of those that are listed.")
    )


def _decoding(beam: int | None) -> Decoding:
    return Decoding(beam_size=workbench().settings.beam_size if beam is None else beam)


def _made_by(beam: int | None, route_id: str) -> str:
    parts = ([f"beam {beam}"] if beam is not None else []) + ([route_id] if route_id else [])
    return ", ".join(parts)
