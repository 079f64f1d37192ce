"""Reading ahead: nothing is lost, nothing waits, and an error comes after what came before it."""

import threading

import pytest

from workbench.jobs import ahead
from workbench.jobs.ahead import ReadAhead

PATIENCE_SECONDS = 20


def test_everything_in_order_and_the_first_at_once():
    """The second item comes only when the first was given out: a reader that gathers first would never end."""
    was_given = threading.Event()

    def items():
        yield 0
        assert was_given.wait(PATIENCE_SECONDS)
        yield from range(1, 6)

    given = []
    with ReadAhead(items()) as reader:
        for batch in reader.batches(pause_seconds=PATIENCE_SECONDS):
            given.append(batch)
            was_given.set()
    assert given == [[0], [1, 2, 3, 4, 5]]


def test_the_model_goes_on_while_a_batch_is_stored():
    went_on = threading.Event()

    def items():
        yield 0
        went_on.set()
        yield 1

    with ReadAhead(items()) as reader:
        for batch in reader.batches(pause_seconds=0.0):
            if batch[0] == 0:
                assert went_on.wait(PATIENCE_SECONDS), "the reader waits for the one that stores"


def test_an_error_comes_after_what_came_before_it():
    def items():
        yield 1
        raise ValueError("broken package")

    given = []
    with ReadAhead(items()) as reader, pytest.raises(ValueError, match="broken package"):
        given.extend(item for batch in reader.batches(0.0) for item in batch)
    assert given == [1]


def test_leaving_closes_the_generator_in_the_thread_that_reads_it():
    closed_by = []
    is_closed = threading.Event()

    def items():
        try:
            while True:
                yield 1
        finally:
            closed_by.append(threading.current_thread().name)
            is_closed.set()

    with ReadAhead(items()) as reader:
        next(reader.batches(0.0))
    assert is_closed.wait(PATIENCE_SECONDS)
    assert closed_by == ["read-ahead"]


def test_nothing_at_all():
    with ReadAhead(number for number in ()) as reader:
        assert list(reader.batches(0.4)) == []


def test_few_wait_to_be_stored(monkeypatch):
    """A disk that is slower than the model holds the model up, not the memory."""
    monkeypatch.setattr(ahead, "MOST_WAITING", 3)
    taken = 0

    def items():
        nonlocal taken
        for number in range(50):
            taken += 1
            yield number

    given = []
    with ReadAhead(items()) as reader:
        for batch in reader.batches(0.0):
            assert len(batch) <= 3
            assert taken <= len(given) + len(batch) + 4
            given += batch
    assert given == list(range(50))
