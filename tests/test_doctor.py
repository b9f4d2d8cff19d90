import http.server
import os
import shutil
import socket
import subprocess
import threading

import pytest
from cli_parts import CHECKOUT, command, environment, run, write

from coach import doctor
from coach.doctor import examine
from coach.settings import Settings, data_path

NAMES = ["python", "versions", "data folder", "models", "rubric", "index", "language model"]


def checks(**changes):
    return {check.name: check for check in examine(Settings(**changes))}


def lines_of(out):
    return {line[9:].split(":")[0]: line for line in out.splitlines()}


class Server:
    """Answers GET /v1/models on this machine, and counts who asks."""

    def __init__(self, body, kind="application/json", status=200):
        asked = self.asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                self.send_response(status if self.path == "/v1/models" else 404)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self):
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


MODELS = b'{"object": "list", "data": [{"id": "small", "object": "model", "created": 0, "owned_by": "me"}]}'


def with_model(monkeypatch, url):
    monkeypatch.setenv("COACH_MODEL", "small")
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    monkeypatch.setenv("OPENAI_BASE_URL", url)


def language_model():
    return doctor._language_model(Settings())  # the last check alone: proving the rubric each time is slow


def test_on_a_fresh_data_folder_all_is_well(capsys, own_data_dir):
    done = run(capsys, "doctor")

    assert (done.code, done.err) == (0, "")
    assert list(lines_of(done.out)) == NAMES
    assert all(line.startswith("ok       ") for line in done.out.splitlines())
    assert f"{own_data_dir} is writable" in done.out
    assert [path.name for path in own_data_dir.iterdir()] == ["index"]


def test_a_data_folder_that_cannot_be_written_is_a_problem_and_exit_1(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("COACH_DATA_DIR", str(write(tmp_path / "file", "") / "data"))
    done = run(capsys, "doctor")

    assert (done.code, done.err) == (1, "")
    line = lines_of(done.out)["data folder"]
    assert line.startswith(f"problem  data folder: {tmp_path / 'file' / 'data'}: Not a directory")
    assert line.endswith("set COACH_DATA_DIR to a folder you can write")
    assert list(lines_of(done.out)) == NAMES


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_data_folder_is_a_problem(tmp_path):
    (tmp_path / "data").mkdir(mode=0o500)

    assert not checks(data_dir=tmp_path / "data")["data folder"].ok


def test_a_leftover_marker_is_a_problem_that_the_next_search_cures(capsys, own_data_dir):
    run(capsys, "search", "promotion")
    built = lines_of(run(capsys, "doctor").out)["index"]
    (generation,) = (path for path in (own_data_dir / "index").iterdir() if path.is_dir())
    (own_data_dir / "index" / f"{generation.name}.opening").touch()
    left = run(capsys, "doctor")
    run(capsys, "search", "promotion")

    assert built.startswith(f"ok       index: {generation.parent}: current, ")
    assert left.code == 1
    assert lines_of(left.out)["index"].startswith("problem  index: the last opening did not finish")
    assert "coach search" in lines_of(left.out)["index"]
    assert run(capsys, "doctor").code == 0


def test_a_garbled_index_is_mended_where_it_is_looked_at(capsys, own_data_dir):
    run(capsys, "search", "promotion")
    (database,) = own_data_dir.glob("index/*/chroma.sqlite3")
    database.write_bytes(b"garbage" * 1000)

    assert lines_of(run(capsys, "doctor").out)["index"].startswith("ok ")
    assert database.read_bytes()[:6] == b"SQLite"


def test_a_rubric_that_fails_is_a_problem_with_its_file(tmp_path):
    found = checks(rubric=write(tmp_path / "mine.yaml", "version: '1'\n"))["rubric"]

    assert not found.ok
    assert found.detail.startswith(f"{tmp_path / 'mine.yaml'}:1: ")


def test_a_rubric_that_is_proved_is_named_with_its_file():
    assert checks()["rubric"].detail.startswith(f"{data_path('knowledge') / 'rubric.yaml'}: proved over ")


@pytest.mark.parametrize("damage", ["altered", "missing"])
def test_a_model_file_that_is_not_the_shipped_one_is_a_problem_that_names_it(tmp_path, damage):
    shutil.copytree(CHECKOUT / "coach", tmp_path / "coach", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(CHECKOUT / "knowledge", tmp_path / "knowledge", copy_function=os.symlink)
    write(tmp_path / "pyproject.toml", "")
    head = tmp_path / "knowledge" / "models" / "evidence-reader" / "reader.json"
    text = head.read_text(encoding="utf-8")
    head.unlink()
    if damage == "altered":
        write(head, text + " ")
    environ = environment(PYTHONPATH=str(tmp_path))
    done = subprocess.run(command("doctor"), capture_output=True, text=True, cwd=tmp_path, env=environ, check=False)

    assert done.returncode == 1
    line = lines_of(done.stdout)["models"]
    assert line.startswith(f"problem  models: {head}: ")
    assert "reinstall the package" in line
    assert sum(line.startswith("problem") for line in done.stdout.splitlines()) == 1


def test_without_coach_model_no_server_is_asked(monkeypatch):
    with Server(MODELS) as server:
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        found = language_model()

    assert found.ok
    assert found.detail.startswith("none")
    assert server.asked == []


def test_a_server_that_answers_is_reachable(monkeypatch):
    with Server(MODELS) as server:
        with_model(monkeypatch, server.url)
        found = language_model()

    assert found == ("language model", True, f"small: reachable at {server.url}")
    assert server.asked == ["/v1/models"]


def dead_url():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"


def test_a_server_that_is_dead_is_a_problem_and_exit_1(capsys, monkeypatch):
    url = dead_url()
    with_model(monkeypatch, url)
    done = run(capsys, "doctor")

    assert (done.code, done.err) == (1, "")
    assert lines_of(done.out)["language model"].startswith(f"problem  language model: small at {url}: not reachable")


def test_a_server_that_is_dead_is_a_problem_with_what_to_do(monkeypatch):
    with_model(monkeypatch, dead_url())

    assert any(name in language_model().detail for name in ("OPENAI_BASE_URL", "COACH_MODEL"))


@pytest.mark.parametrize("url", ["nonsense", "http://[bad", "http://127.0.0.1:99999/v1"])
def test_an_address_that_makes_no_sense_is_a_problem(monkeypatch, url):
    with_model(monkeypatch, url)

    assert not language_model().ok


def test_a_missing_key_is_a_problem_that_names_the_key(monkeypatch):
    with_model(monkeypatch, dead_url())
    monkeypatch.delenv("OPENAI_API_KEY")

    assert not language_model().ok
    assert "OPENAI_API_KEY" in language_model().detail


@pytest.mark.parametrize("status", [401, 404, 500])
def test_a_server_that_refuses_is_a_problem(monkeypatch, status):
    with Server(b"no", status=status) as server:
        with_model(monkeypatch, server.url)

        assert str(status) in language_model().detail


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"<html>Log in</html>", "text/html"), (b"oops", "application/json"), (b"[1]", "application/json")],
    ids=["a web page", "broken JSON", "a list"],
)
def test_a_server_that_answers_something_else_is_a_problem(monkeypatch, body, kind):
    with Server(body, kind) as server:
        with_model(monkeypatch, server.url)

        assert not language_model().ok
