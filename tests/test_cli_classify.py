import hashlib
import json
import os

import pytest
from cli_parts import GERMAN, HARM, PATTERN, run, spawn, talk, the_line, write

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
    ids = [json.loads(path.read_text(encoding="utf-8"))["id"] for path in out.iterdir()]

    assert (done.code, done.out) == (0, "")
    assert sorted(ids) == sorted(unsafe)
    assert files_in(tmp_path) == sorted(["in.jsonl", *(f"deep/out/{path.name}" for path in out.iterdir())])


def test_with_a_table_the_report_is_written_for_programs_and_for_people(capsys, tmp_path):
    said = write(tmp_path / "in.json", talk("one", PATTERN))
    done = run(capsys, "classify", said, "--out", tmp_path / "out")

    assert done.code == 0
    assert done.out.startswith("CONVERSATION")
    assert files_in(tmp_path / "out") == ["one.json", "one.md"]
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
    assert (tmp_path / "out" / "one.jsonl").is_file()
