import hashlib
import json
import os
import signal
import subprocess
import time

import pytest
from cli_parts import GERMAN, HARM, PATTERN, command, environment, run, spawn, talk, the_line, write

from coach.settings import data_path

SHIPPED = data_path("knowledge") / "rubric.yaml"


def jsonl(*values):
    return "".join(value if isinstance(value, str) else f"{json.dumps(value)}\n" for value in values)


def files_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def talks(tmp_path):
    lines = jsonl(talk("plain", PATTERN), talk("german", GERMAN), talk("harm", PATTERN, HARM), talk("brief", "Hello."))
    return write(tmp_path / "talks" / "talks.jsonl", lines).parent


def test_again_and_with_one_job_in_place_of_four_the_bytes_are_the_same(capsys, talks):
    first = run(capsys, "classify", talks, "--format", "json", "--jobs", "4")
    alone = run(capsys, "classify", talks, "--format", "json", "--jobs", "1")

    assert first.code == 0
    assert len(json.loads(first.out)) == 4
    assert first == alone


def test_one_conversation_is_an_object_and_nothing_else_is_on_stdout(capsys, tmp_path):
    done = run(capsys, "classify", write(tmp_path / "one.json", talk("one", PATTERN)), "--format", "json")
    record = json.loads(done.out)

    assert (done.code, done.err) == (0, "")
    assert (record["id"], record["messages"]) == ("one", talk("one", PATTERN)["messages"])
    for piece in record["evidence"]:
        assert record["messages"][piece["message"]]["content"][piece["start"] : piece["end"]] == piece["quote"]


def test_jsonl_is_one_record_a_line_in_the_order_of_the_input(capsys, talks):
    done = run(capsys, "classify", talks, "--format", "jsonl")
    records = [json.loads(line) for line in done.out.splitlines()]

    assert (done.code, done.err) == (0, "")
    assert [record["id"] for record in records] == ["plain", "german", "harm", "brief"]
    assert [record["tier"] == "unscored" for record in records] == [False, True, False, False]
    assert [record["flags"] for record in records] == [[], [], [{"message": 1, "harm": "self_harm"}], []]


def test_md_is_one_report_after_the_other(capsys, talks):
    done = run(capsys, "classify", talks, "--format", "md")

    assert done.code == 0
    assert [part.split("\n")[0] for part in done.out.split("\n\n---\n\n")][1:2] == ["# Not Scored"]
    assert done.out.count("\n---\n") == 3
    assert all(f"Conversation {name}, as described" in done.out for name in ("plain", "german", "harm", "brief"))


def test_the_table_shows_what_is_unscored_and_where_a_person_should_look(capsys, talks):
    done = run(capsys, "classify", talks)
    rows = {line.split()[0]: line for line in done.out.splitlines()}

    assert (done.code, done.err) == (0, "")
    assert list(rows) == ["CONVERSATION", "plain", "german", "harm", "brief"]
    assert "Not Scored" in rows["german"]
    assert "'de'" in rows["german"]
    assert rows["harm"].endswith("a person should look: self_harm")
    assert "person" not in rows["plain"]
    assert "Not Enough Evidence Yet" in rows["brief"]


def test_a_bad_file_or_line_is_a_line_on_stderr_and_stops_nothing_else(capsys, tmp_path):
    write(tmp_path / "in" / "a.json", "{oops")
    write(tmp_path / "in" / "b.jsonl", jsonl(talk("good", PATTERN), "{oops\n", talk("good too", "Hello.")))
    write(tmp_path / "in" / "c.txt", "Manager: Hello.\nBystander: Hm.\n")
    write(tmp_path / "in" / "d.json", {"messages": [{"role": "boss", "content": "Hello."}]})
    write(tmp_path / "in" / "e.json", talk("good", "Something else."))
    write(tmp_path / "in" / "f.md", "")
    (tmp_path / "empty").mkdir()
    done = run(
        capsys,
        "classify",
        tmp_path / "gone.json",
        tmp_path / "empty",
        tmp_path / "in",
        "--format",
        "jsonl",
        "--jobs",
        2,
    )
    lines = done.err.splitlines()

    assert done.code == 2
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["good", "good too"]
    expected = [
        ("gone.json: ", "no such file"),
        ("empty: ", "holds no transcripts"),
        ("a.json:1: ", "not valid JSON"),
        ("b.jsonl:2: ", "not valid JSON"),
        ("c.txt:2: ", "unknown speaker 'Bystander'"),
        ("d.json: ", "unknown role 'boss'"),
        ("e.json: ", "the id 'good' was already used in"),
        ("f.md: ", "empty"),
    ]
    assert len(lines) == len(expected)
    for line, (place, message) in zip(lines, expected, strict=True):
        assert line.startswith(f"coach: {tmp_path}{os.sep}")
        assert place in line
        assert message in line


def test_standard_input_is_read_as_a_file_is():
    done = spawn("classify", "-", "--format", "json", stdin=json.dumps(talk("piped", PATTERN)))

    assert (done.code, json.loads(done.out)["id"]) == (0, "piped")


def test_speakers_say_who_is_who(capsys, tmp_path):
    said = write(tmp_path / "s.txt", "Ada: What happened?\nFunmi: They wait for me.\n")
    who = write(tmp_path / "who.csv", "name,role\nFunmi,manager\nAda,coach\n")
    done = run(capsys, "classify", said, "--speakers", who, "--format", "json")

    assert (done.code, done.err) == (0, "")
    assert [message["role"] for message in json.loads(done.out)["messages"]] == ["assistant", "user"]


def test_others_are_named_on_stderr_and_are_no_failure(capsys, tmp_path):
    said = write(tmp_path / "s.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>They wait.</v> <v Ben>Coffee?</v>\n")
    who = write(tmp_path / "who.csv", "name,role\nAda,manager\nBen,other\n")
    done = run(capsys, "classify", said, "--speakers", who, "--format", "json")

    assert done.code == 0
    assert [message["content"] for message in json.loads(done.out)["messages"]] == ["They wait."]
    assert f"{said}: 1 turn of others left out" in the_line(done.err)


def test_notes_are_read_as_notes_and_their_record_can_be_verified_and_read_again(capsys, tmp_path):
    said = write(tmp_path / "notes.md", f"Session 3.\n\n{PATTERN}\n")
    done = run(capsys, "classify", said, "--notes", "--format", "json")
    record = json.loads(done.out)
    report = write(tmp_path / "report.json", done.out)
    checked = run(capsys, "verify", report)
    again = json.loads(run(capsys, "classify", report, "--format", "json").out)

    assert (done.code, done.err) == (0, "")
    assert record["kind"] == "notes"
    assert record["evidence"]
    assert {piece["certainty"] for piece in record["evidence"]} == {"hedged"}
    assert (checked.code, checked.out) == (0, f"{record['id']}: holds\n")
    assert again == record


def test_without_the_option_notes_are_refused_and_said_to_be_no_conversation(capsys, tmp_path):
    done = run(capsys, "classify", write(tmp_path / "notes.md", "Says the reps ring her."))

    assert (done.code, done.out) == (2, "")
    assert ":1: expected `Manager: …`" in the_line(done.err)


@pytest.mark.parametrize(
    ("content", "culprit"),
    [
        (None, "no such file"),
        ("Funmi,manager\n", ":1: expected the header `name,role`"),
        ("name,role\nFunmi,boss\n", ":2: "),
    ],
)
def test_a_bad_speakers_file_is_exit_2(capsys, tmp_path, content, culprit):
    who = tmp_path / "who.csv"
    if content is not None:
        write(who, content)
    done = run(capsys, "classify", "x.txt", "--speakers", who)

    assert (done.code, done.out) == (2, "")
    assert f"{who}{'' if culprit.startswith(':') else ': '}{culprit}" in the_line(done.err)


def test_a_rubric_with_another_threshold_changes_the_verdict_and_is_recorded(capsys, tmp_path):
    text = SHIPPED.read_text(encoding="utf-8")
    assert "{count: heard, at_most: 2}" in text
    strict = write(tmp_path / "strict.yaml", text.replace("{count: heard, at_most: 2}", "{count: heard, at_most: 8}"))
    said = write(tmp_path / "in.json", talk("one", PATTERN))
    shipped = json.loads(run(capsys, "classify", said, "--format", "json").out)
    other = json.loads(run(capsys, "classify", said, "--format", "json", "--rubric", strict).out)

    assert shipped["rule"] != "too_little_heard"
    assert (other["tier"], other["rule"]) == ("not_enough_evidence", "too_little_heard")
    assert other["evidence"] == shipped["evidence"]
    for record, path in ((shipped, SHIPPED), (other, strict)):
        assert record["versions"]["rubric_sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_bad_rubric_is_exit_2_before_anything_is_read(capsys, tmp_path, talks):
    done = run(capsys, "classify", talks, "--rubric", write(tmp_path / "r.yaml", "version: '1'\n"))

    assert (done.code, done.out) == (2, "")
    assert f"{tmp_path / 'r.yaml'}:1: " in the_line(done.err)


def test_reports_go_into_a_folder_of_their_own_and_cannot_leave_it(capsys, tmp_path):
    unsafe = ["../x", "a/b", "Case", "case", "/etc/passwd", "..", "a\\b"]
    said = write(tmp_path / "in.jsonl", jsonl(*(talk(name, f"I said {name}.") for name in unsafe)))
    out = tmp_path / "deep" / "out"
    done = run(capsys, "classify", said, "--format", "json", "--out", out)
    ids = [json.loads(path.read_text(encoding="utf-8"))["id"] for path in out.glob("*.json")]

    assert (done.code, done.out) == (0, "")
    assert sorted(ids) == sorted(unsafe)
    assert files_in(tmp_path) == sorted(["in.jsonl", *(f"deep/out/{path.name}" for path in out.iterdir())])


def test_with_a_table_the_report_is_written_for_programs_and_for_people(capsys, tmp_path):
    said = write(tmp_path / "in.json", talk("one", PATTERN))
    done = run(capsys, "classify", said, "--out", tmp_path / "out")

    assert done.code == 0
    assert done.out.startswith("CONVERSATION")
    assert files_in(tmp_path / "out") == ["index.html", "one.html", "one.json", "one.md", "summary.csv"]
    assert json.loads((tmp_path / "out" / "one.json").read_text(encoding="utf-8"))["id"] == "one"
    assert (tmp_path / "out" / "one.md").read_text(encoding="utf-8").startswith("# ")


def test_an_unwritable_folder_is_exit_2(capsys, tmp_path):
    said = write(tmp_path / "in.json", talk("one", "Hello."))
    done = run(capsys, "classify", said, "--out", said / "out")

    assert (done.code, done.out) == (2, "")
    assert f"{said / 'out'}: cannot be written" in the_line(done.err)


def test_half_a_character_in_an_id_stops_nothing_else(capsys, tmp_path):
    said = write(tmp_path / "in.jsonl", jsonl(talk("\ud800", "Hello."), talk("one", "Hello.")))
    done = run(capsys, "classify", said, "--format", "jsonl", "--out", tmp_path / "out")

    assert done.code in (0, 2)
    assert (tmp_path / "out" / "one.json").is_file()


def test_one_page_is_printed_whole(capsys, tmp_path):
    done = run(capsys, "classify", write(tmp_path / "one.json", talk("one", PATTERN)), "--format", "html")

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("<!doctype html>")
    assert done.out.endswith("</html>\n")


def test_several_pages_need_a_folder(capsys, talks):
    done = run(capsys, "classify", talks, "--format", "html")

    assert (done.code, done.out) == (2, "")
    assert "--out" in the_line(done.err)


def test_the_index_links_to_every_report_and_the_summary_has_a_line_for_each(capsys, tmp_path, talks):
    out = tmp_path / "out"
    done = run(capsys, "classify", talks, "--format", "html", "--out", out)
    index = (out / "index.html").read_text(encoding="utf-8")

    assert (done.code, done.out) == (0, "")
    for name in ("plain", "german", "harm", "brief"):
        assert (out / f"{name}.html").is_file()
        assert f'href="{name}.html"' in index
    assert len((out / "summary.csv").read_text(encoding="utf-8").splitlines()) == 5


def everything_in(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_again_nothing_is_assessed_or_written_and_that_is_said(capsys, tmp_path, talks):
    first = run(capsys, "classify", talks, "--out", tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    again = run(capsys, "classify", talks, "--out", tmp_path / "out")

    assert "4 assessed, 0 there already" in first.err
    assert "0 assessed, 4 there already" in again.err
    assert again.out == first.out
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()} == before


def test_changed_conversations_are_made_again_and_gone_ones_left_alone_and_both_are_said(capsys, tmp_path):
    said = write(tmp_path / "in.jsonl", jsonl(talk("a", PATTERN), talk("b", PATTERN), talk("c", "Hello.")))
    run(capsys, "classify", said, "--format", "json", "--out", tmp_path / "out")
    write(said, jsonl(talk("a", PATTERN), talk("b", "Something else."), talk("d", "New.")))
    done = run(capsys, "classify", said, "--format", "json", "--out", tmp_path / "out")

    assert done.code == 0
    assert done.err.splitlines() == [
        f"coach: 3 conversations in {tmp_path / 'out'}: 1 assessed, 1 there already.",
        "coach: 1 made again, for what was there did not count (the conversation changed).",
        f"coach: not from this run, left alone in {tmp_path / 'out'}: c.json",
    ]
    assert (tmp_path / "out" / "c.json").is_file()


def test_another_rubric_makes_every_report_again_and_says_so(capsys, tmp_path):
    said = write(tmp_path / "in.json", talk("one", PATTERN))
    text = SHIPPED.read_text(encoding="utf-8")
    strict = write(tmp_path / "strict.yaml", text.replace("{count: heard, at_most: 2}", "{count: heard, at_most: 8}"))
    run(capsys, "classify", said, "--out", tmp_path / "out")
    done = run(capsys, "classify", said, "--out", tmp_path / "out", "--rubric", strict)

    assert "1 made again, for what was there did not count (another rubric)." in done.err
    record = json.loads((tmp_path / "out" / "one.json").read_text(encoding="utf-8"))
    assert record["tier"] == "not_enough_evidence"


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A folder with enough work to be interrupted in, and what an undisturbed run makes of it."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(40):
        write(folder / "in" / f"{number:02}.json", talk(f"talk-{number:02}", f"{PATTERN} {number}.", PATTERN))
    done = spawn("classify", "in", "--jobs", 2, "--out", "out", cwd=folder, COACH_DATA_DIR=str(folder / "data"))
    assert done.code == 0
    return folder


def interrupted(many, out, signals, enough):
    """Start a run, send each signal as soon as so many more records are there, and return how the last one ended."""
    for sent in signals:
        running = subprocess.Popen(
            command("classify", "in", "--jobs", 2, "--out", out),
            cwd=many,
            env=environment(COACH_DATA_DIR=str(many / "data")),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
        )
        there = len(list((many / out).glob("*.json"))) if (many / out).is_dir() else 0
        deadline = time.monotonic() + 60
        while running.poll() is None and time.monotonic() < deadline:
            if len(list((many / out).glob("*.json"))) >= there + enough:
                running.send_signal(sent)
                break
            time.sleep(0.005)
        start = time.monotonic()
        _, err = running.communicate(timeout=60)
    return running.returncode, err, time.monotonic() - start


def test_killed_again_and_again_the_folder_ends_up_as_if_nothing_had_happened(many):
    code, _, _ = interrupted(many, "killed", [signal.SIGKILL] * 2, enough=7)
    assert code == -signal.SIGKILL
    there = everything_in(many / "killed")
    whole = everything_in(many / "out")
    assert 14 <= sum(name.endswith(".json") and name[0] != "." for name in there) < 40
    assert all(whole[name] == data for name, data in there.items() if name[0] != ".")

    done = spawn("classify", "in", "--jobs", 2, "--out", "killed", cwd=many, COACH_DATA_DIR=str(many / "data"))
    assert done.code == 0
    assert everything_in(many / "killed") == whole


def test_control_c_leaves_promptly_and_says_how_to_go_on(many):
    code, err, waited = interrupted(many, "stopped", [signal.SIGINT], enough=5)

    assert code == 130
    assert "give the same command again to go on" in the_line(err)
    assert waited < 5
    done = spawn("classify", "in", "--jobs", 1, "--out", "stopped", cwd=many, COACH_DATA_DIR=str(many / "data"))
    assert done.code == 0
    assert everything_in(many / "stopped") == everything_in(many / "out")


def test_lines_are_printed_while_later_conversations_are_still_worked_on(many):
    running = subprocess.Popen(
        command("classify", "in", "--jobs", 1, "--format", "jsonl"),
        cwd=many,
        env=environment(COACH_DATA_DIR=str(many / "data")),
        stdout=subprocess.PIPE,
        text=True,
    )
    first = json.loads(running.stdout.readline())
    ended = running.poll()
    rest = running.stdout.read().splitlines()
    running.wait(60)

    assert ended is None
    assert [first["id"], *(json.loads(line)["id"] for line in rest)] == [f"talk-{n:02}" for n in range(40)]


def test_one_conversation_that_breaks_is_a_line_and_exit_4_and_the_rest_is_done(capsys, tmp_path, talks, monkeypatch):
    from coach.reading.local import LocalReader

    read = LocalReader.read

    def breaks(self, conversation, message):
        if conversation.id == "brief":
            raise ZeroDivisionError("by nothing")
        return read(self, conversation, message)

    monkeypatch.setattr(LocalReader, "read", breaks)
    done = run(capsys, "classify", talks, "--format", "jsonl")

    assert done.code == 4
    assert "talks.jsonl:4: could not be assessed (ZeroDivisionError: by nothing)" in done.err
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["plain", "german", "harm"]


@pytest.fixture
def reports(capsys, tmp_path, talks):
    run(capsys, "classify", talks, "--out", tmp_path / "out")
    return tmp_path / "out"


def test_a_folder_of_reports_is_verified_whole(capsys, reports):
    done = run(capsys, "verify", reports)

    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [f"{name}: holds" for name in ("brief", "german", "harm", "plain")]


@pytest.mark.parametrize("name", ["plain.html", "plain.md"])
def test_a_page_that_says_something_else_than_its_record_does_not_hold(capsys, reports, name):
    page = reports / name
    write(page, page.read_text(encoding="utf-8").replace("concern", "strength"))
    done = run(capsys, "verify", reports)

    assert done.code == 1
    assert f"plain: does not hold\n  {name}: is not what this version makes of plain.json" in done.out


def test_a_record_in_a_folder_that_was_edited_does_not_hold_and_the_others_do(capsys, reports):
    record = json.loads((reports / "plain.json").read_text(encoding="utf-8"))
    write(reports / "plain.json", {**record, "tier": "under_control"})
    done = run(capsys, "verify", reports)

    assert done.code == 1
    assert done.out.count(": holds") == 3
    assert "plain: does not hold" in done.out


def test_a_record_that_is_no_json_is_a_line_and_the_others_are_verified(capsys, reports):
    write(reports / "german.json", "{oops")
    done = run(capsys, "verify", reports)

    assert done.code == 2
    assert f"{reports / 'german.json'}:1: not valid JSON" in the_line(done.err)
    assert done.out.count(": holds") == 3


def test_a_folder_without_reports_is_exit_2(capsys, tmp_path):
    done = run(capsys, "verify", tmp_path)

    assert (done.code, done.out) == (2, "")
    assert f"{tmp_path}: holds no reports" in the_line(done.err)
