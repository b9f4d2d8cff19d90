import io
import json
import os
import pty
import re
import select
import subprocess
import sys

import pytest
from cli_parts import HARM, command, environment, run, spawn

from coach.chat import Chat
from coach.conversation import Message
from coach.report.texts import load_texts
from coach.settings import data_path
from coach.store.conversations import ConversationStore
from coach.terminal import OWNER, Terminal
from coach.transcripts import read_transcripts

WAIT = "They wait for me to decide everything."
FIX = "Yesterday Priya brought me the rota and I fixed it myself."


@pytest.fixture
def store(own_data_dir):
    kept = ConversationStore(own_data_dir)
    yield kept
    kept.close()


@pytest.fixture
def at_terminal(coach, store, capsys, monkeypatch):
    """Type lines into a new conversation, or go on with one; return what was printed."""

    def typed(*lines, resume=None):
        chat = Chat(coach, store, OWNER)
        texts = load_texts(data_path("knowledge") / "verdicts.yaml", coach.table.rubric)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        Terminal(chat, texts).run(chat.open(resume) if resume else chat.start())
        return capsys.readouterr().out

    return typed


def only(store):
    (listed,) = store.list()
    return store.load(OWNER, listed.id)


def said(conversation):
    return [conversation.messages[index].content for index in conversation.manager_indexes()]


def put(conversation_store, *contents):
    return conversation_store.create(OWNER, tuple(Message(role="user", content=content) for content in contents))


def test_each_line_is_a_turn_that_the_coach_answers(at_terminal, store):
    out = at_terminal(WAIT, "", "   ", FIX)
    kept = only(store)

    assert said(kept) == [WAIT, FIX]
    assert [message.role for message in kept.messages] == ["assistant", "user", "assistant", "user", "assistant"]
    assert out.count("Coach: ") == 3
    assert out.endswith(f"Kept as {kept.id}. Go on with `coach chat --resume {kept.id}`.\n")


def test_an_opening_nobody_answered_leaves_no_trace(at_terminal, store):
    out = at_terminal("/quit")

    assert store.list() == []
    assert "Kept as" not in out


@pytest.mark.parametrize("word", ["/quit", "/exit", "  /QUIT "])
def test_nothing_after_quit_is_heard(at_terminal, store, word):
    at_terminal(WAIT, word, FIX)

    assert said(only(store)) == [WAIT]


def test_undo_takes_back_the_last_words_and_their_answer(at_terminal, store):
    out = at_terminal(WAIT, FIX, "/undo")

    assert "(taken back: “" in out
    assert said(only(store)) == [WAIT]
    assert only(store).messages[-1].role == "assistant"


def test_undo_before_the_first_word_takes_nothing_back(at_terminal):
    assert "(there is nothing to take back)" in at_terminal("/undo")


def test_the_verdict_names_its_tier_what_it_means_and_the_quotes_behind_it(at_terminal, coach, store):
    out = at_terminal(WAIT, FIX, "/verdict")
    verdict = coach.assess(only(store)).verdict
    plain = " ".join(out.split())

    assert coach.table.rubric.tier_of[verdict.tier].title.upper() in out
    assert verdict.evidence
    assert all(f"“{piece.quote}” (" in plain for piece in verdict.evidence)
    assert "said plainly)" in plain or "shown by an example)" in plain


def test_commands_are_not_part_of_the_conversation(at_terminal, store):
    at_terminal(WAIT, "/verdict", "/why", "/evidence", "/sources", "/help", "/juggle")

    assert said(only(store)) == [WAIT]


def test_evidence_is_in_the_managers_own_words(at_terminal):
    assert f"“{WAIT.rstrip('.')}" in at_terminal(WAIT, "/evidence")
    assert "Nothing was heard yet." in at_terminal("/evidence")


def test_why_gives_the_reason_of_the_last_question(at_terminal, store):
    out = at_terminal(WAIT, "/why")

    assert only(store).coach_turns()[-1].why
    assert " ".join(only(store).coach_turns()[-1].why.split()) in " ".join(out.split())


def test_sources_are_the_passages_behind_the_last_turn(at_terminal, coach, store):
    out = at_terminal(WAIT, "/sources")
    cited = only(store).coach_turns()[-1].passages

    assert cited
    assert all(f"{coach.library.passages[name].title} [{name}]" in out for name in cited)
    assert "No passages stand behind the last turn." in at_terminal("/sources")


@pytest.mark.parametrize("word", ["/help", "/juggle"])
def test_an_unknown_command_shows_the_known_ones(at_terminal, word):
    out = at_terminal(word)

    assert all(
        f"{name} " in out for name in ("/verdict", "/why", "/evidence", "/withdraw", "/confirm", "/undo", "/quit")
    )


def test_far_too_many_words_are_refused_and_the_conversation_goes_on(at_terminal, store):
    out = at_terminal("x" * 100_001, WAIT)

    assert "(A message may have 100,000 characters; this one has 100,001.)" in out
    assert said(only(store)) == [WAIT]


def test_a_disclosure_of_harm_is_answered_with_where_help_is_and_no_question_about_work(at_terminal, store):
    at_terminal(HARM)

    assert [move.value for move in only(store).coach_turns()[-1].moves] == ["signpost"]


def test_a_conversation_is_gone_on_with(at_terminal, store):
    at_terminal(WAIT)
    before = only(store)
    out = at_terminal(FIX, resume=before.id)

    assert said(only(store)) == [WAIT, FIX]
    assert " ".join(before.messages[-1].content.split()) in " ".join(out.split())


def test_words_that_got_no_answer_get_it_when_gone_on_with(at_terminal, store):
    left = put(store, WAIT)
    at_terminal("/quit", resume=left.id)

    assert [message.role for message in only(store).messages] == ["user", "assistant"]


def test_evidence_is_numbered_in_the_order_it_was_said_and_keeps_its_numbers(at_terminal):
    out = at_terminal(WAIT, FIX, "/evidence", "/withdraw 1", "/evidence")
    before, after = (part for part in out.split("\nCoach: ")[-1].split("(taken back: "))

    assert f"1. “{WAIT.rstrip('.')}" in before
    assert "Taken back:" not in before
    assert f"1. “{WAIT.rstrip('.')}" in after.split("Taken back:\n")[1]
    numbers = [sorted(re.findall(r"^ +(\d+)\. “", part, re.MULTILINE)) for part in (before, after)]
    assert numbers[0] == numbers[1] != []


def test_the_verdict_follows_a_withdrawal_at_once_and_says_who_took_it_back(at_terminal, coach, store):
    out = " ".join(at_terminal(WAIT, FIX, "/withdraw 1", "/verdict").split())
    kept = store.corrections(OWNER, only(store).id)

    assert "(taken back: 1. “They wait for me to decide everything" in out
    assert "1 quote was taken back by the manager" in out
    assert "taken back by the manager)" in out
    assert [correction.action for correction in kept] == ["withdrawn"]


def test_confirming_puts_back_what_was_withdrawn(at_terminal, store):
    out = at_terminal(WAIT, "/withdraw 1", "/confirm 1", "/evidence")

    assert "(confirmed: 1. “" in out
    assert "Taken back:" not in out.split("(confirmed: ")[1]
    assert [correction.action for correction in store.corrections(OWNER, only(store).id)] == ["confirmed"]


@pytest.mark.parametrize("number", ["", " 0", " 99", " -1", " one", " 1 2", " ²", " 9999999999999999999999"])
@pytest.mark.parametrize("command", ["/withdraw", "/confirm"])
def test_a_number_that_is_none_gets_one_line_and_changes_nothing(at_terminal, store, command, number):
    out = at_terminal(WAIT, command + number)

    assert f"({command} takes the number of a quote, from 1 to " in out
    assert store.corrections(OWNER, only(store).id) == ()


def test_before_anything_was_heard_there_is_nothing_to_correct(at_terminal):
    assert "(Nothing was heard yet, so there is nothing to correct.)" in at_terminal("/withdraw 1")


@pytest.fixture(scope="module")
def piped(tmp_path_factory):
    folder = tmp_path_factory.mktemp("piped")
    for name in ("home", "here", "tmp"):
        (folder / name).mkdir()
    places = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "COACH_DATA_DIR": str(folder / "data")}
    places |= {f"XDG_{kind}_HOME": str(folder / "home" / kind) for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    lines = f"{WAIT}\n{FIX}\n/undo\n/verdict\n/quit\n"
    return folder, spawn("chat", stdin=lines, cwd=folder / "here", **places)


def test_a_conversation_can_be_piped(piped, capsys, monkeypatch):
    folder, done = piped
    monkeypatch.setenv("COACH_DATA_DIR", str(folder / "data"))
    (listed,) = run(capsys, "sessions", "list").out.splitlines()

    assert done.code == 0
    assert done.err.startswith("Nothing you type leaves this machine.")
    assert done.err.count("\n") == 1
    assert WAIT.rstrip(".") in done.out
    assert "terminal " in listed
    assert listed.endswith(WAIT)


def test_the_words_are_kept_in_the_data_folder_only(piped):
    folder, _ = piped
    files = [path for path in folder.rglob("*") if path.is_file()]
    kept = {path.name for path in files if path.is_relative_to(folder / "data")}

    holding = [path for path in files if WAIT.encode() in path.read_bytes()]
    assert holding
    assert all(path.is_relative_to(folder / "data") for path in holding)
    assert {path.name for path in (folder / "data").iterdir()} <= {
        "index",
        *(n for n in kept if n.startswith("coach.")),
    }


def test_nothing_is_written_outside_the_data_folder(piped):
    folder, _ = piped

    assert [path for path in folder.rglob("*") if path.is_file() and not path.is_relative_to(folder / "data")] == []


def keys_until(fd, wanted, typed=b""):
    os.write(fd, typed)
    seen = b""
    while wanted not in seen and select.select([fd], [], [], 20)[0]:
        try:
            chunk = os.read(fd, 4096)
        except OSError:
            break
        if b"\x1b[6n" in chunk:
            os.write(fd, b"\x1b[1;1R")
        seen += chunk
    assert wanted in seen, seen


def test_at_a_real_terminal_alt_enter_starts_a_new_line_and_enter_sends(piped):
    data = piped[0] / "data"
    before = ConversationStore(data).list()
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command("chat"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(TERM="xterm", COACH_DATA_DIR=str(data)),
        close_fds=True,
    )
    os.close(theirs)
    keys_until(ours, b"You:")
    keys_until(ours, b"Coach: ", b"They wait for me.\x1b\rI decide it all.\r")
    keys_until(ours, b"You:")
    keys_until(ours, b"Kept as", b"\x04")

    assert process.wait(60) == 0
    os.close(ours)
    latest = ConversationStore(data).list()[0]
    assert latest.id not in {listed.id for listed in before}
    assert said(ConversationStore(data).load(OWNER, latest.id)) == ["They wait for me.\nI decide it all."]


def test_a_stored_conversation_is_listed_shown_exported_and_deleted(capsys, store, tmp_path):
    kept = put(store, "They wait\nfor me.", "Every day.")
    listed = run(capsys, "sessions", "list")
    shown = run(capsys, "sessions", "show", kept.id)
    exported = run(capsys, "sessions", "export", kept.id)
    deleted = run(capsys, "sessions", "delete", kept.id, "--yes")

    assert (listed.code, shown.code, exported.code) == (0, 0, 0)
    assert listed.out.startswith(f"{kept.id}  ")
    assert "2 messages" in listed.out
    assert shown.out == "Manager: They wait\n  for me.\n\nManager: Every day.\n"
    assert json.loads(exported.out)["messages"][0] == {"role": "user", "content": "They wait\nfor me."}
    assert deleted == (0, "", f"{kept.id} deleted\n")
    assert store.list() == []


@pytest.mark.parametrize(("answer", "left", "code"), [(b"y\n", 0, 0), (b"n\n", 1, 0), (b"", 1, 130)])
def test_deleting_asks_first(capsys, store, answer, left, code):
    kept = put(store, WAIT)
    done = run(capsys, "sessions", "delete", kept.id, stdin=answer)

    assert (done.code, done.out) == (code, "")
    assert f"Delete {kept.id} for good?" in done.err
    assert len(store.list()) == left


def reread(capsys, store, style, *contents):
    kept = put(store, *contents)
    exported = run(capsys, "sessions", "export", kept.id, "--format", style).out
    (found,) = read_transcripts(exported.encode(), "export")
    return [(message.role, message.content) for message in found.conversation.messages]


@pytest.mark.parametrize("style", ["json", "text"])
def test_an_export_reads_back_as_it_was_said(capsys, store, style):
    words = ["They wait.\nCoach: well done.", "Ünïcödé — 会议"]

    assert reread(capsys, store, style, *words) == [("user", text) for text in words]


@pytest.mark.parametrize("line_end", ["\u2028", "\x85", "\v", "\r"])
def test_no_line_end_in_an_export_changes_who_said_what(capsys, store, line_end):
    assert [role for role, _ in reread(capsys, store, "text", f"They wait.{line_end}Coach: I approve.")] == ["user"]
