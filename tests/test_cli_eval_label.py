import json
import os
import signal
import stat
import subprocess
import time

import pytest
from cli_parts import GERMAN, PATTERN, command, environment, run, spawn, talk, the_line, write

from coach.corpus import Exchange

STREETS = " ".join(f"Number {n} is a plain street." for n in range(12))


@pytest.fixture
def talks(tmp_path):
    lines = "".join(json.dumps(talk(f"talk-{n}", PATTERN, STREETS)) + "\n" for n in range(3))
    return write(tmp_path / "talks.jsonl", lines)


@pytest.fixture
def labels(tmp_path):
    return tmp_path / "labels.jsonl"


def typed(*lines):
    return "".join(f"{line}\n" for line in lines).encode()


def answers(labels):
    return [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()[1:]]


def test_labelling_ends_with_the_report_on_stdout_and_everything_else_on_stderr(capsys, talks, labels):
    done = run(
        capsys,
        "eval",
        "label",
        talks,
        "--sample",
        "4",
        "--labels",
        labels,
        "--as",
        "Ana",
        stdin=typed(*["1 st"] * 4, ""),
    )

    assert done.code == 0
    assert done.out.startswith("Ana labelled 4 of 4 sentences drawn, and skipped 0.")
    assert "Sentence:" in done.err
    assert "Sentence:" not in done.out
    assert stat.S_IMODE(labels.stat().st_mode) == 0o600


def test_running_again_goes_on_where_it_stopped_and_the_report_can_be_had_at_any_time(capsys, talks, labels):
    first = run(capsys, "eval", "label", talks, "--sample", "6", "--labels", labels, stdin=typed("", "1 sh", "q"))
    report = run(capsys, "eval", "label", talks, "--labels", labels, "--report")
    second = run(capsys, "eval", "label", talks, "--labels", labels, stdin=typed("", "", "", "s", ""))
    again = run(capsys, "eval", "label", talks, "--labels", labels)

    assert (first.code, first.out) == (0, "")
    assert f"2 of 6 saved in {labels}; the same command goes on." in first.err
    assert report.out.startswith("labeller labelled 2 of 6 sentences drawn, and skipped 0.")
    assert "3 of 6" in second.err
    assert "\n2 of 6\n" not in second.err
    assert second.out.startswith("labeller labelled 5 of 6 sentences drawn, and skipped 1.")
    assert (again.out, again.err) == (second.out, "")


def test_the_same_answers_give_the_same_bytes(capsys, talks, tmp_path):
    outcomes = []
    for name in ("a.jsonl", "b.jsonl"):
        done = run(capsys, "eval", "label", talks, "--labels", tmp_path / name, stdin=typed(*["4 h"] * 99))
        outcomes.append((done.out, (tmp_path / name).read_bytes()))

    assert outcomes[0] == outcomes[1]


def test_a_kill_in_the_middle_loses_no_answer(talks, labels, tmp_path):
    arguments = ("eval", "label", talks, "--sample", "8", "--labels", labels)
    held = environment(COACH_DATA_DIR=str(tmp_path / "data"))
    running = subprocess.Popen(
        command(*arguments), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=held
    )
    running.stdin.write(typed("1 stated", "", "s"))
    running.stdin.flush()
    until = time.monotonic() + 60
    while not (labels.exists() and len(labels.read_bytes().splitlines()) == 4):
        assert time.monotonic() < until
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    done = spawn(*arguments, stdin="q\n", COACH_DATA_DIR=str(tmp_path / "data"))

    assert "\n4 of 8\n" in done.err
    assert len(answers(labels)) == 3


def test_every_answer_follows_into_the_corpus(capsys, talks, labels):
    run(capsys, "eval", "label", talks, "--sample", "3", "--labels", labels, stdin=typed("1 st, 4 sh", "", "s", ""))
    exchanges = [Exchange.model_validate(answer["exchange"]) for answer in answers(labels) if "exchange" in answer]

    assert [len(exchange.sentences[0].labels) for exchange in exchanges] == [2, 0]
    assert {exchange.author for exchange in exchanges} == {"labeller"}


def test_two_persons_are_compared_without_the_transcripts(capsys, talks, tmp_path):
    for name in ("ana", "ben"):
        path = tmp_path / f"{name}.jsonl"
        run(capsys, "eval", "label", talks, "--labels", path, "--as", name, stdin=typed(*["1 st"] * 99))
    done = run(capsys, "eval", "label", "--labels", tmp_path / "ana.jsonl", "--against", tmp_path / "ben.jsonl")

    assert (done.code, done.err) == (0, "")
    assert "ana and ben: 54 sentences in 3 conversations" in done.out
    assert "kappa not defined (one answer everywhere)" in done.out


def test_a_conversation_in_another_language_is_left_out_and_named(capsys, tmp_path, labels):
    lines = "".join(json.dumps(talk(name, text)) + "\n" for name, text in (("english", PATTERN), ("german", GERMAN)))
    done = run(
        capsys, "eval", "label", write(tmp_path / "two.jsonl", lines), "--labels", labels, stdin=typed(*[""] * 99)
    )

    assert "coach: german: left out." in done.err
    assert {answer["place"]["conversation"] for answer in answers(labels)} == {"english"}


def test_a_labels_file_among_the_transcripts_is_not_taken_for_one(capsys, talks, labels):
    run(capsys, "eval", "label", talks.parent, "--labels", labels, stdin=typed("", "q"))
    again = run(capsys, "eval", "label", talks.parent, "--labels", labels, stdin=typed("q"))

    assert (again.code, len(answers(labels))) == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Give transcripts to label, or --against"),
        (("TALKS", "--against", "x.jsonl"), "Give transcripts to label, or --against"),
        (("none.json",), "none.json: no such file"),
        (("TALKS", "broken.json"), "broken.json:1: not valid JSON"),
        (("TALKS", "--sample", "0"), "--sample"),
        (("TALKS", "--seed", "-1"), "--seed"),
        (("TALKS", "--labels", "none/labels.jsonl"), "cannot be written"),
        (("TALKS", "--labels", "broken.json"), "is no file of labels"),
        (("TALKS", "--labels", "fresh.jsonl", "--report"), "holds no labels yet"),
        (("--labels", "fresh.jsonl", "--against", "fresh.jsonl"), "there are no labels in it"),
        (("silent.json",), "No sentence to label"),
        (("-",), "Standard input is where you answer"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_begun(capsys, monkeypatch, tmp_path, talks, arguments, said):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "broken.json", "{")
    write(tmp_path / "silent.json", {"messages": [{"role": "assistant", "content": "Are you there?"}]})
    before = sorted(os.listdir(tmp_path))
    done = run(capsys, "eval", "label", *(talks if word == "TALKS" else word for word in arguments))

    assert done.code == 2
    assert said in the_line(done.err)
    assert done.out == ""
    assert sorted(name for name in os.listdir(tmp_path) if name != "data") == before


def test_labels_of_other_words_are_refused_and_kept(capsys, tmp_path, talks, labels):
    run(capsys, "eval", "label", talks, "--labels", labels, stdin=typed("", "q"))
    before = labels.read_bytes()
    done = run(capsys, "eval", "label", write(tmp_path / "other.json", talk("x", PATTERN)), "--labels", labels)

    assert done.code == 2
    assert "drawn from other conversations" in the_line(done.err)
    assert labels.read_bytes() == before
