"""A word for probes: the server answers."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

bp = Blueprint("health", __name__)


@bp.get("/health")
def show() -> Response:
    """Say that the server is up; no database is asked, so a busy one does not restart it."""
    return jsonify(status="ok")
