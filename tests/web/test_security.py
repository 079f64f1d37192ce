from __future__ import annotations

import base64
import hashlib

import pytest

from tests.conftest import test_settings as settings_for
from workbench.app import create_app
from workbench.config import resource_dir
from workbench.web.assets import CDN
from workbench.web.security import content_security_policy, is_loopback, is_trusted

DEFAULT = "localhost,127.0.0.1,[::1]"


@pytest.mark.parametrize(
    ("host", "trusted", "expected"),
    [
        ("localhost", DEFAULT, True),
        ("localhost:5000", DEFAULT, True),
        ("LOCALHOST:5000", DEFAULT, True),
        ("localhost.:5000", DEFAULT, True),
        ("127.0.0.1:5000", DEFAULT, True),
        ("[::1]", DEFAULT, True),
        ("[::1]:5000", DEFAULT, True),
        ("evil.example", DEFAULT, False),
        ("localhost.evil.example", DEFAULT, False),
        ("evil.example:127.0.0.1", DEFAULT, False),
        ("", DEFAULT, False),
        ("[", DEFAULT, False),
        ("desk.news.example", ".news.example", True),
        ("notnews.example", ".news.example", False),
        ("localhost", "", False),
    ],
)
def test_hosts(host, trusted, expected):
    assert is_trusted(host, trusted) is expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("::ffff:10.0.0.1", False),
        ("10.0.0.1", False),
        ("", False),
        (None, False),
        ("localhost", False),
    ],
)
def test_addresses(address, expected):
    assert is_loopback(address) is expected


def test_a_name_of_somebody_else_is_refused_before_anything_is_read(client):
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "WORKBENCH_TRUSTED_HOSTS" in answer.text
    answer = client.post("/articles", headers={"Host": "evil.example"}, data={"text": "x"})
    assert "WORKBENCH_TRUSTED_HOSTS" in answer.text


def test_another_machine_is_refused_unless_that_was_allowed(app, client, tmp_path):
    elsewhere = {"REMOTE_ADDR": "10.0.0.7"}
    assert client.get("/health", environ_base=elsewhere).status_code == 403
    app.config["WORKBENCH_UNSAFE_NO_LOGIN"] = True  # what `workbench serve --unsafe-no-login` sets
    assert client.get("/health", environ_base=elsewhere).status_code == 200
    allowed = create_app(settings_for(tmp_path / "open") | {"unsafe_no_login": True}).test_client()
    assert allowed.get("/health", environ_base=elsewhere).status_code == 200


def test_the_policy_allows_no_inline_script_and_one_host(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert policy == content_security_policy("local")
    assert "unsafe" not in policy + content_security_policy("cdn")
    assert "script-src 'self';" in policy
    assert "script-src 'self' https://cdn.jsdelivr.net;" in content_security_policy("cdn")


@pytest.mark.parametrize("path", ["/", "/nowhere", "/health", "/static/css/base.css"])
def test_every_answer_has_the_headers(client, path):
    with client.get(path) as answer:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Content-Security-Policy" in answer.headers
        assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_cookie_is_for_the_server_only(client):
    cookie = client.get("/articles/new").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_the_hash_of_htmx_is_that_of_the_vendored_file(app):
    data = (resource_dir("static") / "vendor" / "htmx" / "htmx.min.js").read_bytes()
    assert CDN.integrity == "sha384-" + base64.b64encode(hashlib.sha384(data).digest()).decode()
    version = CDN.path.split("@")[1].split("/")[0]
    assert f'version:"{version}"'.encode() in data


def test_the_page_names_the_network_only_when_it_may(client, tmp_path):
    assert "jsdelivr" not in client.get("/articles/new").text
    app = create_app(settings_for(tmp_path / "cdn") | {"assets": "cdn"})
    page = app.test_client().get("/articles/new").text
    assert CDN.url in page
    assert CDN.integrity in page


def test_files_with_a_hash_are_kept_and_others_asked_for(client):
    page = client.get("/articles/new").text
    hashed = page.split('rel="stylesheet" href="')[1].split('"')[0]
    with client.get(hashed) as answer:
        assert "immutable" in answer.headers["Cache-Control"]
    with client.get("/static/js/main.js") as answer:
        assert "immutable" not in answer.headers["Cache-Control"]
        assert answer.headers["ETag"]
    with client.get("/static/js/none.js?v=1") as answer:
        assert "immutable" not in answer.headers.get("Cache-Control", "")


def test_a_page_is_not_kept_by_caches_on_the_way(client):
    assert client.get("/").headers["Cache-Control"] == "private, no-cache"
