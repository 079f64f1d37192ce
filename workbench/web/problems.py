"""Every error becomes an answer here: a page, an htmx fragment, or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from workbench.errors import WorkbenchError
from workbench.extensions import workbench
from workbench.web.hypermedia import is_fragment_wanted, leave_page_alone
from workbench.wording import words


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, for a person: a title of a few words, what happened, what to do."""

    status: int
    title: str
    message: str
    hint: str = ""


_WORDS = {
    403: (words("Not allowed"), words("This cannot be opened from here."), ""),
    404: (
        words("Not found"),
        words("There is no such page."),
        words("The list of articles has everything that is still there."),
    ),
    405: (
        words("Not possible here"),
        words("This address does not take that kind of request."),
        words("Go back and try it from the page."),
    ),
}


def init_app(app: Flask) -> None:
    """Let an application answer all its errors from here."""
    app.register_error_handler(WorkbenchError, _on_workbench_error)
    app.register_error_handler(HTTPException, _on_http_exception)
    app.register_error_handler(Exception, _on_surprise)


def problem_of(error: WorkbenchError) -> Problem:
    """Return how an error of the workbench is told."""
    return Problem(error.status, error.title, error.args[0], error.hint)


def answer(problem: Problem) -> Response:
    """Return a problem in the form that the client asked for."""
    if _prefers_json():
        response = jsonify(error=problem.message, hint=problem.hint)
    elif is_fragment_wanted():
        response = leave_page_alone(make_response(render_template("problems/_problem.html", problem=problem)))
    else:
        response = make_response(render_template("problems/problem.html", problem=problem))
    response.status_code = problem.status
    return response


def _on_workbench_error(error: WorkbenchError) -> Response:
    if error.status >= 500:
        current_app.logger.warning("%s: %s", error.title, error)
    return answer(problem_of(error))


def _on_http_exception(error: HTTPException) -> Response:
    status = error.code or 500
    response = error.get_response()
    if status < 400:  # a redirect is an exception, too
        return make_response(response)
    answered = answer(_http_problem(error, status))
    for name in ("Allow", "Retry-After"):
        if name in response.headers:
            answered.headers[name] = response.headers[name]
    return answered


def _on_surprise(error: Exception) -> Response:
    current_app.logger.exception("unexpected error on %s %s", request.method, request.path)
    if current_app.testing or current_app.config.get("PROPAGATE_EXCEPTIONS"):
        raise error
    return answer(
        Problem(
            500,
            words("Something went wrong"),
            words("The workbench did not expect this."),
            words("Its log says more; texts are safe."),
        )
    )


def _http_problem(error: HTTPException, status: int) -> Problem:
    if isinstance(error, CSRFError):
        return Problem(
            status,
            words("This page is out of date"),
            words("The page was open too long, or cookies are switched off."),
            words("Reload the page and try again; your text is kept."),
        )
    if isinstance(error, RequestEntityTooLarge):
        limit = workbench().settings.max_upload_bytes
        return Problem(
            status,
            words("This is too large"),
            words("More than {size:g} MB cannot be sent at once.", size=limit / 1e6),
            words("Split it, or raise WORKBENCH_MAX_UPLOAD_BYTES."),
        )
    title, message, hint = _WORDS.get(status, (HTTPStatus(status).phrase, error.description or "", ""))
    if status in (400, 403) and error.description:
        message = error.description
    return Problem(status, title, message, hint)


def _prefers_json() -> bool:
    accepted = request.accept_mimetypes
    return accepted["application/json"] > accepted["text/html"]
