"""Every setting: its default, what it means, and where its value comes from.

The last of these that names a setting wins: the default below; `config.toml` in the data folder
(`max_text_chars = 400000`); the environment (`WORKBENCH_MAX_TEXT_CHARS=400000`); overrides in code.
"""

from __future__ import annotations

import os
import secrets
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError

PREFIX = "WORKBENCH_"
_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


class BadConfiguration(WorkbenchError):
    """A setting has a value of the wrong type, or its name is not known."""

    title = "The configuration cannot be used"


def is_checkout() -> bool:
    """Say whether this code runs from a checkout (true) or from an installed wheel."""
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "templates").is_dir()


def resource_dir(name: str) -> Path:
    """Return the folder `templates`, `static` or `seeds`: the checkout's own, else the wheel's copy."""
    return (_CHECKOUT if is_checkout() else _PACKAGE / "bundled") / name


def default_data_dir() -> Path:
    """Return `instance/` in a checkout, else the user's own data folder for this program."""
    if is_checkout():
        return _CHECKOUT / "instance"
    from platformdirs import user_data_path

    return user_data_path("translation-workbench", appauthor=False)


def _setting(default: Any, meaning: str, minimum: int | None = None) -> Any:
    return field(default=default, metadata={"meaning": meaning, "minimum": minimum})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one application. Immutable; made by `load_settings`."""

    data_dir: Path = field(
        default_factory=default_data_dir,
        metadata={"meaning": "folder of the database, the installed packages and config.toml"},
    )
    database_url: str = _setting("", "SQLAlchemy URL; empty means workbench.sqlite in the data folder")
    secret_key: str = _setting("", "signs cookies; empty means a random one kept in the data folder")
    assets: str = _setting("cdn", "where htmx comes from: cdn (with a local fallback) or local")
    max_text_chars: int = _setting(400_000, "longest article, in characters", minimum=1)
    max_upload_bytes: int = _setting(4_000_000, "largest upload, in bytes", minimum=1)
    beam_size: int = _setting(4, "hypotheses kept while decoding; 1 is fastest, 4 is what Argos uses", minimum=1)
    threads: int = _setting(0, "decoder threads; 0 means one for each core", minimum=0)
    run_jobs: bool = _setting(True, "translate in the background of this server process")
    lease_seconds: int = _setting(30, "how long a worker may be silent before its job is taken over", minimum=1)
    max_attempts: int = _setting(3, "how often a job that dies is started again", minimum=1)
    undo_hours: int = _setting(24, "how long a deleted article can be brought back", minimum=0)
    trusted_hosts: str = _setting("localhost,127.0.0.1,[::1]", "host names the server answers to")
    unsafe_no_login: bool = _setting(False, "serve beyond this machine although nobody logs in")
    argos_packages: bool = _setting(True, "also use packages that Argos Translate itself installed")
    package_index: str = _setting("", "URL of the package index; empty means the one Argos uses")

    @property
    def packages_dir(self) -> Path:
        """Folder of the packages that the workbench installed."""
        return self.data_dir / "packages"

    @property
    def sqlalchemy_url(self) -> str:
        """The database's URL, with the default filled in."""
        return self.database_url or f"sqlite:///{self.data_dir / 'workbench.sqlite'}"


def load_settings(overrides: dict[str, Any] | None = None) -> Settings:
    """Read the settings from `config.toml`, the environment and `overrides`.

    Args:
        overrides: Names as in `Settings`, lower case; these win.

    Raises:
        BadConfiguration: A name is unknown or a value has the wrong type.
    """
    kinds = {f.name: f.type for f in fields(Settings)}
    values: dict[str, Any] = dict(overrides or {})
    environment = {
        name.removeprefix(PREFIX).lower(): value for name, value in os.environ.items() if name.startswith(PREFIX)
    }
    data_dir = Path(values.get("data_dir") or environment.get("data_dir") or default_data_dir()).expanduser()
    merged = {**_read_toml(data_dir / "config.toml"), **environment, **values, "data_dir": data_dir.absolute()}
    unknown = sorted(set(merged) - set(kinds))
    if unknown:
        raise BadConfiguration(
            f"Unknown setting: {', '.join(unknown)}.",
            hint=f"The settings are: {', '.join(sorted(kinds))}.",
        )
    settings = Settings(**{name: _convert(name, str(kinds[name]), value) for name, value in merged.items()})
    for each in fields(Settings):
        minimum, value = each.metadata.get("minimum"), getattr(settings, each.name)
        if minimum is not None and value < minimum:
            raise BadConfiguration(f"{PREFIX}{each.name.upper()} is {value}; {minimum} is the least.")
    return settings


def ensure_secret_key(settings: Settings) -> str:
    """Return the key that signs cookies, made once and kept, readable by its owner only."""
    if settings.secret_key:
        return settings.secret_key
    path = settings.data_dir / "secret_key"
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        if key := path.read_text(encoding="ascii").strip():
            return key
        descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key := secrets.token_hex(32))
    return key


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise BadConfiguration(
            f"The data folder {path.parent} cannot be used: {error.strerror}.",
            hint="Name another with WORKBENCH_DATA_DIR, or correct its owner.",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadConfiguration(f"{path.name} in the data folder cannot be read: {error}.") from error


def _convert(name: str, kind: str, value: Any) -> Any:
    try:
        if kind == "Path":
            return Path(value)
        if kind == "bool":
            return value if isinstance(value, bool) else _BOOLEANS[str(value).strip().lower()]
        if kind == "int":
            return int(value)
        return str(value)
    except (KeyError, TypeError, ValueError) as error:
        raise BadConfiguration(f"{PREFIX}{name.upper()} is {value!r}, which is not {_KINDS[kind]}.") from error


_BOOLEANS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
_KINDS = {"Path": "a folder", "bool": "true or false", "int": "a whole number"}
