"""The only place that reads and writes htmx's headers."""

from __future__ import annotations

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse


def init_app(app: Flask) -> None:
    """Tell caches that a page and its fragment are two answers of one address."""
    app.after_request(_vary)


def is_fragment_wanted() -> bool:
    """Say whether a part of the page was asked for, to be put into the page that is there."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Boosted") != "true"


def leave_page_alone(response: Response) -> Response:
    """Let htmx take only the out-of-band parts of this answer."""
    response.headers["HX-Reswap"] = "none"
    return response


def go_to(url: str) -> AnyResponse:
    """Send the browser to another page after a POST, whichever way it asked."""
    if is_fragment_wanted():
        return Response(status=204, headers={"HX-Redirect": url})
    return redirect(url, code=303)


def _vary(response: Response) -> Response:
    # Without it, going back could show a fragment from the cache as if it were the page.
    response.vary.add("HX-Request")
    return response
