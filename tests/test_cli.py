import json
import socket
import subprocess
import sys

import click
import pytest
from cli_parts import PATTERN, command, environment, run, spawn, talk, the_line, write

from coach import cli
from coach.settings import data_path

COMMANDS = ["chat", "classify", "doctor", "rubric", "search", "sessions", "verify"]
SHIPPED = data_path("knowledge") / "rubric.yaml"


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reported")
    write(folder / "talks.jsonl", f"{json.dumps(talk('one', PATTERN))}\n{json.dumps(talk('two', PATTERN, 'Yes.'))}\n")
    return json.loads(spawn("classify", folder, "--format", "json", COACH_DATA_DIR=str(folder)).out)


def test_help_names_every_command():
    done = spawn("--help")

    assert done.code == 0
    assert all(f"\n  {name} " in done.out for name in COMMANDS)
    assert done.err == ""


def test_the_command_line_is_ready_before_anything_heavy_is_loaded():
    heavy = "{'chromadb', 'gradio', 'langchain_core', 'onnxruntime', 'openai', 'pydantic', 'sqlalchemy'}"
    code = f"import coach.cli, sys; print(sorted({heavy} & set(sys.modules)))"

    assert subprocess.check_output([sys.executable, "-c", code], env=environment(), text=True) == "[]\n"


def test_the_version_is_that_of_the_package(capsys):
    done = run(capsys, "--version")

    assert done.code == 0
    assert done.out.startswith("leadership-coach 0.")


@pytest.mark.parametrize(
    ("arguments", "culprit"),
    [
        (["juggle"], "'juggle'"),
        (["--juggle"], "'--juggle'"),
        (["classify"], "'PATHS...'"),
        (["classify", "--juggle", "x"], "'--juggle'"),
        (["classify", "x", "--format", "pdf"], "'pdf'"),
        (["classify", "x", "--jobs", "0"], "'--jobs'"),
        (["sessions", "juggle"], "'juggle'"),
        (["sessions", "show"], "'CONVERSATION'"),
        (["verify"], "'REPORT'"),
        (["search", "x", "--count", "0"], "'--count'"),
        (["--port", "many"], "'--port'"),
    ],
)
def test_bad_usage_is_exit_2_and_names_the_culprit_on_stderr(capsys, arguments, culprit):
    done = run(capsys, *arguments)

    assert done.code == 2
    assert done.out == ""
    assert culprit in the_line(done.err)


@pytest.mark.parametrize(
    ("environ", "toml", "culprit"),
    [
        ({"COACH_PORT": "many"}, "", "COACH_PORT"),
        ({"COACH_PORT": "70000"}, "", "COACH_PORT"),
        ({"COACH_MAX_ASKS": "0"}, "", "COACH_MAX_ASKS"),
        ({}, "juggle = 1", "'juggle'"),
        ({}, "port = ", "coach.toml"),
    ],
)
def test_bad_settings_are_exit_2_and_named(capsys, monkeypatch, own_data_dir, environ, toml, culprit):
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    write(own_data_dir / "coach.toml", toml)
    done = run(capsys, "sessions", "list")

    assert (done.code, done.out) == (2, "")
    assert culprit in the_line(done.err)
    assert done.err.count("\n") == 1


def broken(part, replacement):
    text = SHIPPED.read_text(encoding="utf-8")
    assert part in text
    return text.replace(part, replacement, 1)


@pytest.mark.parametrize(
    ("text", "culprit", "code"),
    [
        (None, "no such file", 2),
        ("version: [1", "not valid YAML", 2),
        ("version: '1'", "missing key", 2),
        (broken("tier: serious_issue\n", "tier: disaster\n"), "disaster", 1),
        (broken("{count: strength, at_most: 1}", "{count: strength, at_least: 1}"), "rule ", 1),
    ],
)
def test_a_rubric_file_is_malformed_or_fails_its_check_with_file_and_fault(capsys, tmp_path, text, culprit, code):
    path = tmp_path / "mine.yaml"
    if text is not None:
        write(path, text)
    done = run(capsys, "rubric", "check", path)

    assert (done.code, done.out) == (code, "")
    assert culprit in done.err
    assert done.err.startswith(f"coach: {path}")


def test_the_shipped_rubric_is_proved(capsys):
    done = run(capsys, "rubric", "check")

    assert done.code == 0
    assert done.out.startswith(f"{SHIPPED}: sound\n")


def test_a_rubric_is_shown_with_every_criterion_indicator_rule_and_tier(capsys, rubric):
    done = run(capsys, "rubric", "show")

    assert done.code == 0
    for criterion in rubric.criteria:
        assert f"  {criterion.title} [{criterion.id}]{', core' if criterion.core else ''}\n" in done.out
        for indicator in criterion.indicators:
            assert f" {'−' if indicator.polarity == 'concern' else '+'} {indicator.id}: " in done.out
    for rule in rubric.rules:
        assert f"{rubric.tier_of[rule.tier].title} [{rule.id}]\n" in done.out
        assert f"because: {rule.because}\n" in done.out
    assert "at least 2 core criteria are a concern" in done.out
    assert "no core criterion is a concern or a hint of concern or mixed" in done.out


def test_a_busy_port_is_exit_2_and_says_which(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(capsys, "--port", port, "--no-browser")

    assert (done.code, done.out) == (2, "")
    assert f"127.0.0.1:{port} " in the_line(done.err)
    assert "--port" in done.err


@pytest.mark.parametrize(
    "arguments",
    [["chat", "--resume"], ["sessions", "show"], ["sessions", "export"], ["sessions", "delete", "--yes"]],
)
def test_a_conversation_that_is_not_there_is_exit_4_and_says_where_to_look(capsys, arguments):
    done = run(capsys, *arguments, "nobody")

    assert (done.code, done.out) == (4, "")
    assert "'nobody'" in the_line(done.err)
    assert "coach sessions list" in done.err


def test_a_store_that_cannot_be_opened_is_exit_4(capsys, monkeypatch, tmp_path):
    write(tmp_path / "file", "")
    monkeypatch.setenv("COACH_DATA_DIR", str(tmp_path / "file" / "data"))
    done = run(capsys, "sessions", "list")

    assert (done.code, done.out) == (4, "")
    assert str(tmp_path / "file" / "data") in the_line(done.err)


def test_a_search_finds_passages_with_score_id_and_source_and_keeps_to_the_count(capsys):
    done = run(capsys, "search", "people", "wait", "to", "be", "told", "--count", "2")
    heads = [line for line in done.out.splitlines() if not line.startswith(" ")]

    assert done.code == 0
    assert len(heads) == 2
    assert all("[" in head and "guide/" in head for head in heads)
    assert [float(head.split()[0]) for head in heads] == sorted((float(h.split()[0]) for h in heads), reverse=True)


def test_an_empty_search_is_exit_2(capsys):
    done = run(capsys, "search", " ")

    assert (done.code, done.out) == (2, "")
    assert "empty" in the_line(done.err)


def explode():
    raise RuntimeError("a bolt came loose")


def test_what_nobody_foresaw_is_one_line_and_exit_4(capsys, monkeypatch):
    monkeypatch.setitem(cli.commands.commands, "explode", click.Command("explode", callback=explode))
    done = run(capsys, "explode")

    assert (done.code, done.out) == (4, "")
    assert done.err.count("\n") == 1
    assert "RuntimeError: a bolt came loose" in done.err
    assert "COACH_DEBUG=1" in done.err


def test_with_coach_debug_it_shows_where(monkeypatch):
    monkeypatch.setitem(cli.commands.commands, "explode", click.Command("explode", callback=explode))
    monkeypatch.setenv("COACH_DEBUG", "1")
    monkeypatch.setattr(sys, "argv", ["coach", "explode"])

    with pytest.raises(RuntimeError, match="bolt"):
        cli.main()


@pytest.fixture(scope="module")
def left_early():
    """Exit code and stderr of a command whose reader has gone."""
    process = subprocess.Popen(
        command("rubric", "show"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    process.stdout.close()
    err = process.stderr.read().decode()
    process.stderr.close()
    return process.wait(), err


def test_a_reader_that_left_early_is_no_error_message(left_early):
    assert left_early[1] == ""


def test_a_reader_that_left_early_is_no_failed_check(left_early):
    assert left_early[0] == 0


def test_untouched_reports_hold(capsys, tmp_path, reports):
    done = run(capsys, "verify", write(tmp_path / "r.json", reports))

    assert done == (0, "one: holds\ntwo: holds\n", "")


@pytest.mark.parametrize("form", ["object", "array", "lines"])
def test_a_tampered_report_is_exit_1_and_named_in_whatever_form(capsys, tmp_path, reports, form):
    altered = {**reports[1], "tier": "under_control"}
    text = {
        "object": json.dumps(altered),
        "array": json.dumps([reports[0], altered]),
        "lines": f"{json.dumps(reports[0])}\n{json.dumps(altered)}\n",
    }[form]
    done = run(capsys, "verify", write(tmp_path / "r.json", text))

    assert done.code == 1
    assert "two: does not hold\n  tier: the record says" in done.out
    assert ("one: holds\n" in done.out) == (form != "object")
    assert done.err == ""


def test_a_report_decided_by_another_rubric_is_named(capsys, tmp_path, reports):
    other = write(tmp_path / "other.yaml", SHIPPED.read_text(encoding="utf-8") + "# a comment\n")
    done = run(capsys, "verify", write(tmp_path / "r.json", reports[0]), "--rubric", other)

    assert done.code == 1
    assert "rubric changed" in done.out


@pytest.mark.parametrize(
    ("text", "culprit"), [(None, "cannot be read"), ("{\n oops", ":2: not valid JSON"), ("[]", "holds no report")]
)
def test_a_report_that_cannot_be_read_is_exit_2(capsys, tmp_path, text, culprit):
    path = tmp_path / "r.json"
    if text is not None:
        write(path, text)
    done = run(capsys, "verify", path)

    assert (done.code, done.out) == (2, "")
    assert culprit in the_line(done.err)
    assert str(path) in done.err


def test_what_is_no_report_does_not_hold_and_is_named_by_its_number(capsys, tmp_path):
    values = [talk("a talk", PATTERN), "a text", 7, None, []]
    done = run(capsys, "verify", write(tmp_path / "r.json", values))

    assert done.code == 1
    assert [line.split(":")[0] for line in done.out.splitlines()[::2]] == ["a talk", "2", "3", "4", "5"]
    assert done.out.count("not a verdict record") == 5


@pytest.mark.parametrize("text", ["9" * 5000, "[" * 100_000], ids=["a huge number", "nested deeply"])
def test_a_report_that_json_cannot_hold_is_exit_2(capsys, tmp_path, text):
    done = run(capsys, "verify", write(tmp_path / "r.json", text))

    assert done.code == 2


def test_a_report_with_half_a_character_in_its_id_is_answered(tmp_path, reports):
    path = write(tmp_path / "r.json", json.dumps({**reports[0], "id": "\ud800"}))

    assert spawn("verify", path).code in (0, 1, 2)
