import errno
import json
import os
import pty
import signal
import subprocess
import tempfile

import pytest
from cli_parts import GERMAN, PATTERN, command, environment, run, talk, the_line, write
from test_terminal import keys_until

TROUBLE_AND_TEACHING = (
    f"{PATTERN} We have no written goals. On Tuesday Priya re-planned the shift on her own and told me afterwards."
)


@pytest.fixture
def record(capsys, tmp_path):
    said = write(tmp_path / "in" / "talk.json", talk("plain", TROUBLE_AND_TEACHING))
    return write(tmp_path / "report.json", run(capsys, "classify", said, "--format", "json").out)


@pytest.fixture
def several(capsys, tmp_path):
    lines = [talk("first", PATTERN), talk("german", GERMAN), talk("second", PATTERN)]
    said = write(tmp_path / "in" / "talks.jsonl", "".join(f"{json.dumps(line)}\n" for line in lines))
    return write(tmp_path / "reports.jsonl", run(capsys, "classify", said, "--format", "jsonl").out)


def review(capsys, path, answers, *options):
    return run(capsys, "classify", "--review", path, *options, stdin="".join(f"{a}\n" for a in answers).encode())


def loaded(path):
    return json.loads(path.read_text(encoding="utf-8"))


def beside(path, number=""):
    return path.with_name(f"{path.stem}.reviewed{number}{path.suffix}")


def of(record, polarity):
    return [piece["polarity"] == polarity for piece in record["evidence"]]


def test_every_piece_is_shown_with_its_words_what_it_was_heard_as_how_sure_and_where(capsys, record, rubric):
    done = review(capsys, record, ["q"])
    (piece, *_), count = loaded(record)["evidence"], len(loaded(record)["evidence"])

    assert f"1 of {count}  “{piece['quote']}”" in done.err
    assert rubric.vocabulary[piece["indicator"]].heard_when in done.err
    assert f"message {piece['message'] + 1}\n" in done.err
    assert "keep (k), confirm (c), withdraw (w), quit and save (q)? " in done.err


def test_what_was_withdrawn_and_confirmed_is_written_beside_and_holds(capsys, record):
    before = record.read_bytes()
    pieces = loaded(record)["evidence"]
    done = review(capsys, record, ["w", "c", *["k"] * (len(pieces) - 2)], "--by", "Ana")
    after = loaded(beside(record))

    assert done.code == 0
    assert f"written to {beside(record)}; {record} is as it was." in done.err
    assert record.read_bytes() == before
    assert after["withdrawn"] == pieces[:1]
    assert after["evidence"] == pieces[1:]
    assert [(c["action"], c["by"]) for c in after["corrections"]] == [("withdrawn", "Ana"), ("confirmed", "Ana")]
    assert run(capsys, "verify", beside(record)) == (0, "plain: holds\n", "")


def test_the_verdict_is_printed_as_read_and_as_corrected_and_a_bought_one_is_called_so(capsys, record):
    (piece, *_) = loaded(record)["evidence"]
    concerns = of(loaded(record), "concern")
    done = review(capsys, record, ["w" if concern else "k" for concern in concerns], "--by", "Ana")
    after = loaded(beside(record))

    assert loaded(record)["tier"] == after["as_read"]["tier"] != after["tier"]
    assert done.out.splitlines()[0] == f"plain: as read {loaded(record)['title']} → as corrected {after['title']}"
    assert f"{sum(concerns)} quotes were taken back by Ana." in done.out
    assert "no better verdict" in done.out or "Only taking back made this verdict better" in done.out
    assert f"  “{piece['quote']}” (" in done.out


@pytest.mark.parametrize("ending", [["q"], ["quit"], []], ids=["q", "quit", "end of input"])
def test_quitting_saves_what_was_said_so_far(capsys, record, ending):
    done = review(capsys, record, ["withdraw", *ending])

    assert done.code == 0
    assert len(loaded(beside(record))["withdrawn"]) == 1
    assert loaded(beside(record))["corrections"][0]["by"] == "a reviewer"


def test_when_nothing_was_changed_nothing_is_written(capsys, record):
    done = review(capsys, record, ["keep"] * len(loaded(record)["evidence"]))

    assert (done.code, done.out) == (0, "")
    assert "nothing was changed, nothing written." in done.err
    assert not beside(record).exists()


def test_an_answer_that_is_none_is_asked_again(capsys, record):
    done = review(capsys, record, ["", "perhaps", "W ", "q"])

    assert "'An empty line' is no answer; say keep (k)" in done.err
    assert "'perhaps' is no answer; say keep (k)" in done.err
    assert len(loaded(beside(record))["withdrawn"]) == 1


def test_a_second_review_is_written_beside_the_first_and_both_reviewers_are_named(capsys, record):
    review(capsys, record, ["w"], "--by", "Ana")
    done = review(capsys, beside(record), ["c"], "--by", "Ben")
    review(capsys, record, ["w"], "--by", "Cleo")

    assert "taken back by Ana" in done.err
    second = loaded(beside(record, "-2"))
    assert [(c["action"], c["by"]) for c in second["corrections"]] == [("withdrawn", "Ana"), ("confirmed", "Ben")]
    assert second["withdrawn"] == []
    assert loaded(beside(record, "-3"))["corrections"][0]["by"] == "Cleo"
    assert run(capsys, "verify", beside(record, "-2")).code == 0


def test_the_managers_own_corrections_stay_and_are_shown_as_the_managers(capsys, table, record):
    from coach.report.record import assessment_of, to_record
    from coach.verdict import Correction, judge

    assessment = assessment_of(loaded(record), table)
    piece = assessment.verdict.evidence[0]
    taken = judge(assessment.verdict.read, table, [Correction.of(piece.place, "withdrawn", "the manager")])
    write(record, to_record(assessment.model_copy(update={"verdict": taken}), table))
    done = review(capsys, record, ["k", "w"], "--by", "Ana")

    assert "; taken back by the manager\n" in done.err
    assert [c["by"] for c in loaded(beside(record))["corrections"]] == ["the manager", "Ana"]


def test_many_records_are_gone_through_in_order_and_written_in_the_same_form(capsys, several):
    lines = several.read_text(encoding="utf-8").splitlines()
    count = len(json.loads(lines[0])["evidence"])
    done = review(capsys, several, [*["k"] * count, "w", "q"], "--by", "Ana")
    after = beside(several).read_text(encoding="utf-8").splitlines()

    assert done.err.index("Conversation first (1 of 3)") < done.err.index("Conversation german (2 of 3)")
    assert "There is no evidence in it to review." in done.err
    assert after[:2] == lines[:2]
    assert len(json.loads(after[2])["withdrawn"]) == 1
    assert done.out.startswith("second: as read ")
    assert run(capsys, "verify", beside(several)).code == 0


def test_an_array_stays_an_array(capsys, several):
    records = [json.loads(line) for line in several.read_text(encoding="utf-8").splitlines()]
    path = write(several.with_name("array.json"), records)
    review(capsys, path, ["w"])

    assert [len(record.get("withdrawn", [])) for record in loaded(beside(path))] == [1, 0, 0]


@pytest.mark.parametrize(("style", "shows"), [("md", "# "), ("html", "<!doctype html>"), ("json", "{"), ("jsonl", "{")])
def test_the_whole_corrected_report_is_printed_in_another_format(capsys, record, style, shows):
    done = review(capsys, record, ["w"], "--by", "Ana", "--format", style)

    assert done.code == 0
    assert done.out.startswith(shows)
    assert "Ana" in done.out


def test_the_words_of_a_record_cannot_command_the_terminal(capsys, tmp_path):
    said = write(tmp_path / "in.json", talk("x\x1b[2J", f"{PATTERN[:20]}\x1b[31m{PATTERN[20:]}"))
    path = write(tmp_path / "report.json", run(capsys, "classify", said, "--format", "json").out)
    done = review(capsys, path, ["w"] * 9)

    assert beside(path).exists()
    assert "\x1b" not in done.err + done.out


@pytest.mark.parametrize(
    ("content", "culprit"),
    [
        ("not json", "not valid JSON"),
        ("[]", "holds no report"),
        ("{}", "this is not a verdict record"),
        ({"id": "x", "messages": [{"role": "user", "content": "They wait."}]}, "this is not a verdict record"),
        (None, "cannot be read"),
    ],
)
def test_a_bad_file_is_one_line_and_exit_2(capsys, tmp_path, content, culprit):
    path = tmp_path / "bad.json"
    if content is not None:
        write(path, content)
    done = review(capsys, path, [])

    assert (done.code, done.out) == (2, "")
    assert str(path) in the_line(done.err)
    assert culprit in done.err


def test_a_record_that_was_tampered_with_is_not_built_on(capsys, record, several):
    altered = {**loaded(record), "tier": "under_control"}
    assert "tier: the record says" in the_line(review(capsys, write(record, altered), ["w"]).err)

    records = [json.loads(line) for line in several.read_text(encoding="utf-8").splitlines()]
    records[2]["versions"] = {**records[2]["versions"], "app": 7}
    done = review(capsys, write(several, records), ["w"])
    assert done.code == 2
    assert f"{several}: record 3: " in the_line(done.err)
    assert not beside(several).exists()


def test_a_folder_that_cannot_be_written_to_is_said_before_anything_is_asked(capsys, record, monkeypatch):
    def refused(**_where):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    done = review(capsys, record, ["w"])

    assert done.code == 2
    assert "cannot be written to (Read-only file system)" in the_line(done.err)
    assert "keep (k)" not in done.err


@pytest.mark.parametrize(
    "options", [["--review", "r.json", "talks"], ["--review", "r.json", "--notes"], ["x.json", "--by", "Ana"]]
)
def test_options_that_do_not_go_together_are_refused(capsys, options):
    done = run(capsys, "classify", *options)

    assert done.code == 2
    assert "--review" in the_line(done.err)


@pytest.mark.parametrize("name", ["", "  ", "a" * 81, "Ana\x1b[2J"])
def test_a_name_that_cannot_be_shown_is_refused(capsys, record, name):
    done = review(capsys, record, ["w"], "--by", name)

    assert done.code == 2
    assert "A reviewer's name" in the_line(done.err)


def test_at_a_real_terminal_it_asks_who_reviews_and_control_c_saves_and_quits(record):
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command("classify", "--review", record),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a background job ignores it
    )
    os.close(theirs)
    keys_until(ours, b"Who reviews? [a reviewer]")
    keys_until(ours, b"quit and save (q)?", b"Ana\r")
    keys_until(ours, b"2 of ", b"w\r")
    process.send_signal(signal.SIGINT)
    keys_until(ours, b"as corrected")

    assert process.wait(60) == 0
    os.close(ours)
    assert loaded(beside(record))["corrections"][0]["by"] == "Ana"
