"""Who may ask, and what a page may do: hosts, addresses, cookies, headers."""

from __future__ import annotations

import ipaddress
from datetime import timedelta
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin

from workbench.extensions import workbench
from workbench.web.assets import CDN, SENDERS, keep_for_good
from workbench.wording import words


class _Sessions(SecureCookieSessionInterface):
    """Cookies that live a year from their last change, and that only an answer that changed something sends.

    The answers to a poll, a picture or a beacon may arrive after the answer to a form: with a cookie, they would bring
    the reader's old name back, ask again what was answered, and lose the message with the undo in it.
    """

    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        return session.modified


def init_app(app: Flask) -> None:
    """Guard every request and every answer of an application."""
    app.session_interface = _Sessions()
    app.config.update(
        SESSION_COOKIE_NAME="workbench",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(days=365),
    )
    app.before_request(_refuse_strangers)
    app.after_request(_add_headers)
    # Before any other guard: the body of a request from elsewhere is not even read.
    guards = app.before_request_funcs[None]
    guards.insert(0, guards.pop())


def content_security_policy(assets: str) -> str:
    """Return the policy of every page.

    Args:
        assets: The setting of that name; "cdn" allows htmx's one host.
    """
    scripts = f"'self' {CDN.origin}" if assets == "cdn" else "'self'"
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def is_trusted(host: str, trusted: str) -> bool:
    """Say whether a Host header names this server.

    Args:
        host: As sent, perhaps with a port: "localhost:5000", "[::1]:5000".
        trusted: Names separated by commas; one that begins with a dot stands for all below it.
    """
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    names = [known.strip().strip("[]").lower() for known in trusted.split(",") if known.strip()]
    return any(name == known or (known.startswith(".") and name.endswith(known)) for known in names)


def is_loopback(address: str | None) -> bool:
    """Say whether a client's address is this machine's own."""
    try:
        parsed = ipaddress.ip_address(address or "")
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None)
    return bool((mapped or parsed).is_loopback)


def _refuse_strangers() -> None:
    settings = workbench().settings
    # A page on the web could reach this machine under a name of its own (DNS rebinding): names are checked.
    if not is_trusted(request.environ.get("HTTP_HOST", ""), settings.trusted_hosts):
        abort(400, words("This server does not answer to that name. Add it to WORKBENCH_TRUSTED_HOSTS to allow it."))
    is_open = settings.unsafe_no_login or current_app.config.get("WORKBENCH_UNSAFE_NO_LOGIN")
    if not is_open and not is_loopback(request.remote_addr):
        abort(403, words("Nobody logs in yet, so this server answers to its own machine only."))


def _add_headers(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", content_security_policy(workbench().settings.assets))
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
    if request.endpoint == "static" and "v" in request.args and response.status_code in (200, 304):
        keep_for_good(response)
    elif request.endpoint not in SENDERS or response.status_code >= 400:  # a page that says so has a reader's token
        headers.setdefault("Cache-Control", "private, no-cache")
    return response
