import shutil
import sqlite3
import subprocess
import sys

import pytest
from sqlalchemy import text

from tests.conftest import test_settings
from workbench.app import create_app
from workbench.errors import StorageProblem
from workbench.extensions import db
from workbench.services.transactions import writing
from workbench.tables import Reviewer, sqlite
from workbench.tables.setup import MIGRATIONS_DIR, init_migrations, upgrade_database

NEWEST = max(path.name[:4] for path in (MIGRATIONS_DIR / "versions").glob("[0-9]*.py"))


def test_the_migrations_make_exactly_the_tables_of_the_code(app):
    from alembic import command

    init_migrations(app)
    with app.app_context():
        config = app.extensions["migrate"].migrate.get_config()
        command.check(config)  # raises when autogenerate would find a difference
        made = db.session.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'translated_segment'"))
    assert made == 1


def test_upgrading_twice_does_no_harm(tmp_path):
    app = create_app(test_settings(tmp_path))
    upgrade_database(app)
    before = (tmp_path / "workbench.sqlite").read_bytes()
    upgrade_database(app)
    assert (tmp_path / "workbench.sqlite").read_bytes() == before
    with app.app_context():
        db.engine.dispose()


def test_a_new_database_is_made_once_when_two_processes_start(tmp_path):
    code = (
        "from workbench.app import create_app; from workbench.tables.setup import upgrade_database; "
        f"upgrade_database(create_app({{'data_dir': {str(tmp_path)!r}, 'argos_packages': False}}))"
    )
    processes = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    with sqlite3.connect(tmp_path / "workbench.sqlite") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(NEWEST,)]
    connection.close()


@pytest.mark.parametrize(
    "content", [b"this is not a database, only some text" * 100, b"SQLite format 3\0" + b"x" * 4000]
)
def test_a_damaged_database_is_said_in_words_and_left_as_it_is(tmp_path, content):
    path = tmp_path / "workbench.sqlite"
    path.write_bytes(content)
    app = create_app(test_settings(tmp_path))
    with pytest.raises(StorageProblem) as refused:
        upgrade_database(app)
    assert "cannot be opened" in str(refused.value)
    assert path.read_bytes() == content
    with app.app_context():
        db.engine.dispose()


def test_connections_are_safe_for_many_writers(context):
    with db.engine.connect() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert values == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 15000}


def test_a_failed_transaction_leaves_nothing(context):
    with pytest.raises(ZeroDivisionError), writing() as session:
        session.add(Reviewer(colour="#000000"))
        session.flush()
        raise ZeroDivisionError
    assert db.session.query(Reviewer).count() == 0


def test_a_read_only_database_is_said_in_words(app, context):
    with pytest.raises(StorageProblem) as refused, writing() as session:
        session.connection().exec_driver_sql("PRAGMA query_only=ON")
        session.add(Reviewer(colour="#000000"))
        session.flush()
    assert "cannot be written" in str(refused.value)
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=OFF")


def test_a_full_disk_is_said_in_words_and_nothing_is_half_written(context):
    connection = db.session.connection()
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    db.session.rollback()
    with pytest.raises(StorageProblem) as refused, writing() as session:
        session.add_all(Reviewer(name="x" * 5000, colour="#000000") for _ in range(200))
        session.flush()
    assert "full" in str(refused.value)
    db.session.connection().exec_driver_sql("PRAGMA max_page_count=1073741823")
    db.session.rollback()
    assert db.session.query(Reviewer).count() == 0


def test_a_locked_database_is_called_busy_not_broken(app, tmp_path, monkeypatch):
    """Advice to put a backup in its place would cost edits."""
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 50)
    with sqlite3.connect(tmp_path / "data" / "workbench.sqlite", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        upgrade_database(app)  # up to date: it needs no lock
        with app.app_context(), pytest.raises(StorageProblem, match="busy"), writing():
            pass
        other.execute("ROLLBACK")
    other.close()


def test_a_newer_database_is_not_touched(app, tmp_path):
    copy = tmp_path / "newer"
    copy.mkdir()
    shutil.copy(tmp_path / "data" / "workbench.sqlite", copy)
    with sqlite3.connect(copy / "workbench.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    newer = create_app(test_settings(copy))
    with pytest.raises(StorageProblem) as refused:
        upgrade_database(newer)
    assert "newer version" in str(refused.value)
    with newer.app_context():
        db.engine.dispose()
