"""The application factory."""

from __future__ import annotations

from typing import Any

from flask import Flask
from werkzeug.utils import import_string

from workbench.config import BadConfiguration, ensure_secret_key, load_settings, resource_dir
from workbench.extensions import Workbench, csrf


def create_app(overrides: dict[str, Any] | None = None) -> Flask:
    """Make an application from the settings; `overrides` name settings as in `config.Settings`.

    Raises:
        BadConfiguration: A setting is unknown or cannot be used.
    """
    settings = load_settings(overrides)
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        secret_key = ensure_secret_key(settings)
    except OSError as error:
        raise BadConfiguration(
            f"The data folder {settings.data_dir} cannot be used: {error.strerror}.",
            hint="Name another with WORKBENCH_DATA_DIR, or correct its owner.",
        ) from error
    app = Flask(
        "workbench",
        template_folder=resource_dir("templates"),
        static_folder=resource_dir("static"),
        instance_path=str(settings.data_dir),
    )
    app.config.update(
        SECRET_KEY=secret_key,
        SQLALCHEMY_DATABASE_URI=settings.sqlalchemy_url,
        MAX_CONTENT_LENGTH=settings.max_upload_bytes,
        MAX_FORM_MEMORY_SIZE=settings.max_upload_bytes,
        WTF_CSRF_TIME_LIMIT=None,  # a desk stays open all day; the token lives as long as its session
    )
    Workbench(settings).init_app(app)
    csrf.init_app(app)
    for part in PARTS:
        import_string(part)(app)
    return app


PARTS = (
    "workbench.tables.setup:init_app",
    "workbench.jobs.worker:init_app",
    "workbench.web:init_app",
    "workbench.cli:init_app",
)
