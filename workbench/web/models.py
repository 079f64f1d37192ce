"""The page of translation models: what is installed, whether it works, and how to get more."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from flask import Blueprint, flash, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from workbench.errors import BadInput, WorkbenchError
from workbench.services.models import (
    ModelView,
    check_models,
    disable_model,
    enable_model,
    install_model_file,
    list_models,
    list_quarantined,
    list_unusable,
    remove_model,
)
from workbench.web.hypermedia import go_to
from workbench.web.interface import said
from workbench.wording import words

bp = Blueprint("models", __name__, url_prefix="/models")

MAX_PACKAGE_BYTES = 1_000_000_000  # official packages have 60 to 250 MB; a float one of a large model more


@bp.url_value_preprocessor
def raise_limit(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let a package be larger than an article. This runs before anything reads the form."""
    if endpoint == "models.install" and request.method == "POST":
        request.max_content_length = MAX_PACKAGE_BYTES


@bp.get("")
def index() -> str:
    """Show the packages."""
    return _page()


@bp.post("")
def install() -> Response | tuple[str, int]:
    """Install an uploaded package."""
    upload = request.files.get("package")
    try:
        if upload is None or not upload.filename:
            raise BadInput(words("No file was chosen."), hint=words("Choose a file that ends in .argosmodel."))
        model = install_model_file(cast(BinaryIO, upload.stream), upload.filename)
    except WorkbenchError as error:
        if error.status >= 500:
            raise
        return _page(problem=error), 422
    if model.evidence is None:
        flash(gettext("Installed: %(model)s.", model=_name(model)))
    else:
        quarantined = gettext("%(model)s is in quarantine.", model=_name(model))
        flash(f"{quarantined} {said(model.evidence.reason)}")
    return go_to(url_for("models.index"))


@bp.post("/remove")
def remove() -> Response:
    """Remove a package that the workbench installed."""
    source, target = request.form.get("source", ""), request.form.get("target", "")
    remove_model(source, target)
    flash(gettext("Removed: %(model)s.", model=f"{source} → {target}"))
    return go_to(url_for("models.index"))


@bp.post("/enable")
def enable() -> Response:
    """Use a quarantined package all the same."""
    model = enable_model(request.form.get("source", ""), request.form.get("target", ""))
    flash(gettext("%(model)s is used all the same.", model=_name(model)))
    return go_to(url_for("models.index"))


@bp.post("/disable")
def disable() -> Response:
    """Put a package back into quarantine."""
    model = disable_model(request.form.get("source", ""), request.form.get("target", ""))
    flash(gettext("%(model)s is in quarantine again.", model=_name(model)))
    return go_to(url_for("models.index"))


@bp.post("/check")
def check() -> str:
    """Translate a sentence with each package and show what came."""
    return _page(checks=check_models())


def _name(model: ModelView) -> str:
    pair = f"{model.source} → {model.target}"
    return str(gettext("%(pair)s, version %(version)s", pair=pair, version=model.version))


def _page(**values: Any) -> str:
    return render_template(
        "models/index.html",
        models=list_models(),
        quarantined=list_quarantined(),
        unusable=list_unusable(),
        **values,
    )
