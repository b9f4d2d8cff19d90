import io
import json
import os
import sys

import pytest
from cli_parts import talk, write
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import batch
from coach.errors import InputError
from coach.transcripts import KNOWN_SPEAKERS, Found, Problem


@pytest.fixture
def folder(tmp_path):
    for name in ("b.json", "a.TXT", "deep/c.jsonl", "deep/d.md", "e.csv", "f.png", ".hidden/g.json"):
        write(tmp_path / "in" / name, "")
    return tmp_path / "in"


def found(*patterns):
    return batch.find_files(map(str, patterns))


def read(*paths, speakers=KNOWN_SPEAKERS):
    return list(batch.read_files(map(str, paths), speakers))


def test_a_folder_is_searched_in_depth_for_transcripts_only_and_sorted(folder):
    files, problems = found(folder)

    assert [os.path.relpath(name, folder) for name in files] == sorted(
        [".hidden/g.json", "a.TXT", "b.json", "deep/c.jsonl", "deep/d.md"]
    )
    assert problems == []


def test_what_word_and_macos_put_beside_a_document_is_passed_over(tmp_path):
    for name in ("a.docx", "b.vtt", "c.SRT", "d.doc", "~$a.docx", "._a.docx"):
        write(tmp_path / name, "")

    assert [os.path.basename(name) for name in found(tmp_path)[0]] == ["a.docx", "b.vtt", "c.SRT", "d.doc"]


def test_a_file_named_outright_is_taken_whatever_its_suffix(folder):
    assert found(folder / "e.csv") == ([str(folder / "e.csv")], [])


def test_a_glob_finds_files_and_no_folders(folder):
    assert found(folder / "*") == ([str(folder / name) for name in ("a.TXT", "b.json", "e.csv", "f.png")], [])
    assert found(folder / "**" / "*.md") == ([str(folder / "deep" / "d.md")], [])


def test_a_name_with_brackets_is_that_file_and_no_glob(folder):
    named = write(folder / "talk[1].json", "")

    assert found(named) == ([str(named)], [])


def test_a_file_found_twice_is_read_once(folder):
    assert found(folder / "b.json", folder / "*.json", "-", "-") == ([str(folder / "b.json"), "-"], [])


@pytest.mark.parametrize("name", ["gone.json", "*.docx"])
def test_what_is_not_there_is_a_problem_of_its_own(folder, name):
    files, problems = found(folder / name, folder / "b.json")

    assert files == [str(folder / "b.json")]
    assert [str(problem) for problem in problems] == [f"{folder / name}: no such file."]


def test_an_empty_folder_is_a_problem_of_its_own(tmp_path):
    assert [str(problem) for problem in found(tmp_path)[1]] == [f"{tmp_path}: holds no transcripts."]


def test_a_name_no_file_can_have_is_a_problem_of_its_own(folder):
    assert len(found("x" * 300, folder / "b.json")[1]) == 1


def test_a_number_json_cannot_hold_is_a_problem_of_its_own(tmp_path):
    bad = write(tmp_path / "bad.json", f'{{"id": {"9" * 5000}, "messages": []}}')
    good = write(tmp_path / "good.json", talk("one", "Hello."))

    assert [type(item) for item in read(bad, good)] == [Problem, Found]


def test_a_file_that_cannot_be_read_is_a_problem_and_the_next_is_read(tmp_path):
    good = write(tmp_path / "good.json", talk("one", "Hello."))
    problem, item = read(tmp_path / "gone.json", good)

    assert str(problem) == f"{tmp_path / 'gone.json'}: cannot be read (No such file or directory)."
    assert item.conversation.id == "one"


def test_standard_input_is_named_stdin(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{oops"), encoding="utf-8"))
    (problem,) = read("-")

    assert str(problem).startswith("stdin:1: not valid JSON")


def test_an_id_used_before_is_a_problem_that_names_both_places(tmp_path):
    lines = f"{json.dumps(talk('one', 'Hello.'))}\n{json.dumps(talk('two', 'Hello.'))}\n"
    first = write(tmp_path / "a.jsonl", lines)
    again = write(tmp_path / "b.json", talk("two", "Something else."))
    read_items = read(first, again)

    assert [item.conversation.id for item in read_items[:2]] == ["one", "two"]
    assert str(read_items[2]) == f"{again}: the id 'two' was already used in {first}:2."


@given(
    data=st.one_of(st.binary(max_size=60), st.text(alphabet='{}[]":,\n idmesagrolcnt0', max_size=60).map(str.encode))
)
@settings(max_examples=150, deadline=None)
def test_whatever_a_file_holds_the_next_one_is_read(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.json").write_bytes(data)
    good = write(folder / "b.json", talk("good", "Hello."))

    assert [item.conversation.id for item in read(folder / "a.json", good) if isinstance(item, Found)][-1] == "good"


def test_what_breaks_one_conversation_is_a_problem_in_its_place_and_the_next_is_worked_on(tmp_path):
    paths = [write(tmp_path / f"{name}.json", talk(name, "Hello.")) for name in "abc"]

    def act(found):
        if found.conversation.id == "b":
            raise ZeroDivisionError("by nothing")
        return found.conversation.id

    results = list(batch.each(act, read(*paths), jobs=2))

    assert [results[0], results[2]] == ["a", "c"]
    assert isinstance(results[1], batch.Failure)
    assert str(results[1]).startswith(f"{paths[1]}: could not be assessed (ZeroDivisionError: by nothing)")


def test_where_nothing_can_be_written_the_run_ends(tmp_path):
    def act(found):
        raise InputError("full")

    with pytest.raises(InputError):
        list(batch.each(act, read(write(tmp_path / "a.json", talk("a", "Hello."))), jobs=1))


def test_a_problem_keeps_its_place_between_the_results(tmp_path):
    write(tmp_path / "a.json", talk("a", "Hello."))
    write(tmp_path / "b.json", "{oops")
    write(tmp_path / "c.json", talk("c", "Hello."))
    results = batch.each(lambda found: found.conversation.id, read(*sorted(tmp_path.iterdir())), jobs=3)

    assert [item if isinstance(item, str) else type(item) for item in results] == ["a", Problem, "c"]
