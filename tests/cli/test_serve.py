import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from tests.conftest import test_settings
from workbench.app import create_app
from workbench.config import load_settings

COMMAND = [sys.executable, "-c", "from workbench.cli import main; main()"]


@pytest.fixture
def environment(tmp_path):
    return os.environ | {
        "WORKBENCH_DATA_DIR": str(tmp_path / "data"),
        "WORKBENCH_ARGOS_PACKAGES": "no",
        "PYTHONUNBUFFERED": "1",
    }


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def test_the_first_start_translates_the_seed_article_and_the_second_does_not(environment):
    for is_first in (True, False):
        port = free_port()
        process = subprocess.Popen(
            [*COMMAND, "serve", "--port", str(port)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert f"http://127.0.0.1:{port}" in line
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/articles/1/es", timeout=20) as answer:
                page = answer.read().decode()
            assert page.count("data-segment=") == 34
            assert "Naciones Unidas" in page
            assert not re.search(r'data-state="pending"', page)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=20) as answer:
                assert answer.status == 200
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                _, errors = process.communicate(timeout=20)
            finally:
                process.kill()
        assert ("seed articles" in errors) is is_first
        assert "Traceback" not in errors


def test_a_busy_port_is_said(environment):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        done = subprocess.run([*COMMAND, "serve", "--port", str(port)], env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert f"Port {port} is in use" in done.stderr
    assert f"PORT={port + 1}" in done.stderr


def test_it_does_not_listen_beyond_the_machine_unless_told(environment):
    done = subprocess.run([*COMMAND, "serve", "--host", "0.0.0.0"], env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "--unsafe-no-login" in done.stderr


def test_doctor_names_what_is_missing_and_what_to_do(tmp_path):
    runner = create_app(test_settings(tmp_path)).test_cli_runner()
    before = runner.invoke(args=["doctor"])
    assert before.exit_code == 1
    assert "workbench setup" in before.stdout
    assert "en-es 0.1 (starter)" in before.stdout
    assert runner.invoke(args=["setup"]).exit_code == 0
    after = runner.invoke(args=["doctor"])
    assert (after.exit_code, "→" in after.stdout) == (0, False), after.stdout


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("WORKBENCH_THREADS", "x", "not a whole number"),
        ("WORKBENCH_FOO", "1", "Unknown setting: foo"),
        ("WORKBENCH_DATA_DIR", "/etc/passwd", "cannot be used"),
        ("WORKBENCH_DATABASE_URL", "foo", "WORKBENCH_DATABASE_URL"),
    ],
)
@pytest.mark.parametrize("command", [["doctor"], ["articles", "list"], ["serve"]])
def test_a_bad_configuration_ends_every_command_with_a_sentence(environment, name, value, says, command):
    done = subprocess.run([*COMMAND, *command], env=environment | {name: value}, capture_output=True, text=True)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_the_data_folder_s_settings_are_read(tmp_path):
    (tmp_path / "config.toml").write_text("max_text_chars = 10\n")
    assert load_settings({"data_dir": tmp_path}).max_text_chars == 10
