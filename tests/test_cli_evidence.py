import stat

import pytest
from cli_parts import PATTERN, run, the_line

from coach.chat import Chat
from coach.corpus import exchanges_in
from coach.store.conversations import ConversationStore


@pytest.fixture
def store(own_data_dir):
    store = ConversationStore(own_data_dir)
    yield store
    store.close()


@pytest.fixture
def corrected(coach, store):
    """Two conversations of two owners, with what was heard confirmed in the one and withdrawn in the other."""
    names = {}
    for owner, action in (("terminal", "confirmed"), ("a-cookie", "withdrawn")):
        chat = Chat(coach, store, owner)
        talk = chat.say(chat.start(), PATTERN)
        for piece in chat.assess(talk).verdict.read:
            chat.correct(talk, piece.place, action)
        names[action] = talk.id
    return names


def exported(path):
    """What the corpus's own loader makes of an exported file."""
    return list(exchanges_in(path))


def test_corrections_of_all_owners_are_written_as_the_corpus_reads_them(capsys, tmp_path, corrected):
    out = tmp_path / "corrections.jsonl"
    done = run(capsys, "evidence", "export", "--out", out)
    found = {exchange.scenario: exchange for exchange in exported(out)}

    assert (done.code, done.out) == (0, "")
    assert set(found) == set(corrected.values())
    assert all(sentence.labels for sentence in found[corrected["confirmed"]].sentences)
    assert not any(sentence.labels for sentence in found[corrected["withdrawn"]].sentences)
    for exchange in found.values():
        for sentence in exchange.sentences:
            assert sentence.text in PATTERN
            assert all(label.quote in sentence.text for label in sentence.labels)


def test_it_says_what_it_wrote_and_that_it_holds_peoples_words(capsys, tmp_path, corrected):
    out = tmp_path / "corrections.jsonl"
    done = run(capsys, "evidence", "export", "--out", out)
    sentences = sum(len(exchange.sentences) for exchange in exported(out))

    assert f"{out}: sentences {sentences}, messages 2, conversations 2." in done.err
    assert "it holds people's own words" in done.err
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_only_the_conversations_named_are_written(capsys, tmp_path, corrected):
    out = tmp_path / "one.jsonl"
    run(capsys, "evidence", "export", "--out", out, "--conversation", corrected["withdrawn"])

    assert {exchange.scenario for exchange in exported(out)} == {corrected["withdrawn"]}


def test_again_the_bytes_are_the_same(capsys, tmp_path, corrected):
    for name in ("a.jsonl", "b.jsonl"):
        run(capsys, "evidence", "export", "--out", tmp_path / name)

    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_without_corrections_nothing_is_written(capsys, tmp_path, coach, store):
    chat = Chat(coach, store, "terminal")
    chat.say(chat.start(), PATTERN)
    done = run(capsys, "evidence", "export", "--out", tmp_path / "none.jsonl")

    assert done.code == 0
    assert "nothing to write" in the_line(done.err)
    assert not (tmp_path / "none.jsonl").exists()


def test_a_file_that_is_there_is_left_as_it_is(capsys, tmp_path, corrected):
    out = tmp_path / "mine.jsonl"
    out.write_text("mine", encoding="utf-8")
    done = run(capsys, "evidence", "export", "--out", out)

    assert done.code == 2
    assert "is there already" in the_line(done.err)
    assert out.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "--out"),
        (("--out", "no/where.jsonl"), 2, "cannot be written"),
        (("--out", "x.jsonl", "--conversation", "nobody"), 4, "no conversation 'nobody'"),
    ],
)
def test_what_cannot_be_done_is_one_line(capsys, monkeypatch, tmp_path, corrected, arguments, code, said):
    monkeypatch.chdir(tmp_path)
    done = run(capsys, "evidence", "export", *arguments)

    assert done.code == code
    assert said in the_line(done.err)
    assert not list(tmp_path.glob("*.jsonl"))
