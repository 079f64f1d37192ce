"""The index follows what this and other processes write, and a large memory is read in the background."""

import subprocess
import sys
import threading
from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import update

from tests.factories import make_translated
from workbench.extensions import db
from workbench.formats.tmx import write_tmx
from workbench.memory.units import Unit
from workbench.services import match_index
from workbench.services.match_index import match_indexes
from workbench.services.memory import Wording, add_entry, correct_entry, remove_entry, restore_entry
from workbench.services.memory_exchange import import_tmx
from workbench.services.memory_lists import find_matches
from workbench.services.reviewers import ensure_reviewer
from workbench.tables import MemoryEntry
from workbench.tables.types import now

PAIR = ("en", "es")


@pytest.fixture
def ana(context):
    return ensure_reviewer(None).id


def find(sentence="The cat sleeps."):
    db.session.rollback()
    found = match_indexes().find(PAIR, sentence, 5)
    return None if found is None else [match.id for match in found]


def add(source, target, ana):
    return add_entry(Wording(*PAIR, source, target), reviewer_id=ana)


def test_the_index_follows_every_write(context, ana):
    assert find() == []
    one = add("The cat sleeps.", "Uno.", ana)
    two = add("The cat sleeps!", "Dos.", ana)
    assert find() == [one, two]
    remove_entry(one)
    assert find() == [two]
    restore_entry(one)
    correct_entry(two, source="Nothing like it.", target="Dos.", note="", seen_version=1, reviewer_id=ana)
    assert find() == [one]


def test_an_index_that_missed_a_removal_for_good_begins_anew(context, ana):
    one = add("The cat sleeps.", "Uno.", ana)
    assert find() == [one]
    remove_entry(one)
    db.session.execute(update(MemoryEntry).values(deleted_at=now() - timedelta(days=9)))
    db.session.commit()
    two = add("The cat sleeps.", "Dos.", ana)
    assert find() == [two]


def test_what_another_process_writes_is_found(context, ana):
    one = add("The cat sleeps.", "Uno.", ana)
    assert find() == [one]
    code = (
        "import sys; from workbench.app import create_app; from tests.conftest import test_settings as s\n"
        "from pathlib import Path; from workbench.services.memory import Wording, add_entry\n"
        "app = create_app(s(Path(sys.argv[1])))\n"
        "with app.app_context(): add_entry(Wording('en', 'es', 'The cat sleeps?', 'Tres.'), reviewer_id=1)"
    )
    subprocess.run([sys.executable, "-c", code, context.instance_path], check=True)
    assert len(find()) == 2


def test_a_large_memory_is_read_in_the_background(context, ana):
    units = [Unit(*PAIR, f"The cat sleeps {n} times.", f"{n}.") for n in range(match_index.AT_ONCE_ENTRIES + 10)]
    file = BytesIO()
    write_tmx(units, file, source="en")
    file.seek(0)
    assert import_tmx(file).added == len(units)
    article_id = make_translated(context, "The cat sleeps 77 times. The dog runs.")
    assert find_matches(article_id, "es", 1).is_reading
    match_indexes().wait()
    matches = find_matches(article_id, "es", 1)
    assert not matches.is_reading
    assert (matches.items[0].percent, matches.items[0].entry.target) == (100, "77.")
    assert len(matches.items) == 5


def test_several_threads_ask_at_once(context, ana):
    one = add("The cat sleeps.", "Uno.", ana)
    answers = []

    def ask():
        with context.app_context():
            answers.append(find())
            db.session.remove()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [[one]] * 8
