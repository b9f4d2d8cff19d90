"""The server's own routes, asked without a browser by somebody who should get nothing."""

import json
import sqlite3
import urllib.error
import urllib.request

import pytest

from coach.web.identity import COOKIE, new_token
from tests.conftest import ROOT

SESSION = "s0me5e55ion"


def ask(server, path, cookie=None, body=None):
    """Return the status and the body of a request."""
    headers = {"Content-Type": "application/json"} | ({"Cookie": f"{COOKIE}={cookie}"} if cookie else {})
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(server.address + path, data=data, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            return response.status, response.read(4000).decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, ""


@pytest.mark.parametrize(
    "path",
    [
        "config",
        "gradio_api/info",
        "gradio_api/openapi.json",
        "openapi.json",
        "docs",
        "gradio_api/upload",
        "gradio_api/deep_link?session_hash=x",
        "gradio_api/file=/etc/passwd",
        f"gradio_api/file={ROOT}/README.md",
        "gradio_api/runs",
        "gradio_api/app_id",
        "gradio_api/stream/x/y/z/playlist.m3u8",
        "monitoring",
        "login_check",
        "static/../../../etc/passwd",
    ],
)
@pytest.mark.parametrize("known", [False, True])
def test_a_route_the_page_does_not_need_is_not_there(server, path, known):
    assert ask(server, path, new_token() if known else None)[0] == 404


@pytest.mark.parametrize("path", ["gradio_api/queue/data?session_hash=x", f"gradio_api/heartbeat/{SESSION}"])
def test_an_event_without_the_cookie_is_refused(server, path):
    assert ask(server, path)[0] == 403


def test_a_session_belongs_to_the_first_cookie_that_used_it(server):
    mine, theirs = new_token(), new_token()
    body = {"fn_index": 0, "data": [], "session_hash": SESSION, "trigger_id": None, "event_data": None}
    assert ask(server, "gradio_api/queue/join", mine, body)[0] == 200
    assert ask(server, "gradio_api/queue/join", theirs, body)[0] == 403
    assert ask(server, f"gradio_api/queue/data?session_hash={SESSION}", theirs)[0] == 403
    assert ask(server, f"gradio_api/heartbeat/{SESSION}", theirs)[0] == 403


def test_a_link_to_a_stored_state_opens_nothing(server):
    assert ask(server, "?deep_link=abc", new_token())[0] == 404


def test_nothing_can_be_uploaded(server):
    assert ask(server, "gradio_api/upload", new_token(), {"files": "x"})[0] == 404


def test_two_first_starts_on_one_data_folder_both_work(tmp_path):
    import subprocess
    import sys

    code = "import sys, pathlib, coach.store.conversations as c; c.ConversationStore(pathlib.Path(sys.argv[1]))"
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "new")]) for _ in range(4)]
    assert [run.wait() for run in runs] == [0, 0, 0, 0]
    assert sqlite3.connect(tmp_path / "new" / "coach.sqlite").execute("select count(*) from messages").fetchone() == (
        0,
    )
