import stat

import pytest

from workbench.config import BadConfiguration, ensure_secret_key, load_settings


def test_overrides_win_over_the_environment_which_wins_over_the_file(tmp_path, monkeypatch):
    (tmp_path / "config.toml").write_text("beam_size = 1\nthreads = 1\nassets = 'local'\n")
    monkeypatch.setenv("WORKBENCH_BEAM_SIZE", "2")
    monkeypatch.setenv("WORKBENCH_THREADS", "2")
    settings = load_settings({"data_dir": tmp_path, "threads": 3})
    assert (settings.assets, settings.beam_size, settings.threads) == ("local", 2, 3)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("WORKBENCH_BEAM_SIZE", "four", "whole number"),
        ("WORKBENCH_UNSAFE_NO_LOGIN", "maybe", "true or false"),
        ("WORKBENCH_MAX_TEXT_CHARS", "-1", "the least"),
        ("WORKBENCH_LEASE_SECONDS", "0", "the least"),
        ("WORKBENCH_NO_SUCH_THING", "1", "no_such_thing"),
    ],
)
def test_a_value_that_cannot_be_used_is_said(tmp_path, monkeypatch, name, value, says):
    monkeypatch.setenv(name, value)
    with pytest.raises(BadConfiguration, match=says):
        load_settings({"data_dir": tmp_path})


def test_a_damaged_file_is_said(tmp_path):
    (tmp_path / "config.toml").write_text("beam_size = = 1")
    with pytest.raises(BadConfiguration, match=r"config\.toml"):
        load_settings({"data_dir": tmp_path})


@pytest.mark.parametrize("value", ["yes", "1", "TRUE", "on"])
def test_booleans(tmp_path, monkeypatch, value):
    monkeypatch.setenv("WORKBENCH_UNSAFE_NO_LOGIN", value)
    assert load_settings({"data_dir": tmp_path}).unsafe_no_login is True


def test_the_secret_key_is_made_once_and_is_private(tmp_path):
    settings = load_settings({"data_dir": tmp_path / "new"})
    key = ensure_secret_key(settings)
    assert ensure_secret_key(settings) == key
    assert len(key) == 64
    assert stat.S_IMODE((tmp_path / "new" / "secret_key").stat().st_mode) == 0o600
