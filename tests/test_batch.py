import io
import json
import os
import sys

import pytest
from cli_parts import GERMAN, HARM, PATTERN, talk, write
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import batch
from coach.conversation import Conversation, Message
from coach.engine import Assessment
from coach.report.texts import load_texts
from coach.settings import data_path
from coach.transcripts import KNOWN_SPEAKERS, Found, Problem, load_speakers
from tests.conftest import EXAMPLES


@pytest.fixture(scope="module")
def texts(rubric):
    return load_texts(data_path("knowledge") / "verdicts.yaml", rubric)


@pytest.fixture
def folder(tmp_path):
    for name in ("b.json", "a.TXT", "deep/c.jsonl", "deep/d.md", "e.csv", "f.png", ".hidden/g.json"):
        write(tmp_path / "in" / name, "")
    return tmp_path / "in"


def found(*patterns):
    return batch.find_files(map(str, patterns))


def read(*paths, speakers=KNOWN_SPEAKERS):
    return list(batch.read_files(map(str, paths), speakers))


def conversation(name, *contents):
    return Conversation(id=name, messages=tuple(Message(role="user", content=content) for content in contents))


def unscored(coach, name):
    return Assessment(conversation=conversation(name), verdict=None, unscored="A reason.", versions=coach.versions)


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


def test_turns_of_others_are_a_notice_with_their_place_and_number(coach, tmp_path):
    said = write(tmp_path / "a.txt", "Manager: They wait.\nAna: Hm.\nAna: So.\n")
    done = batch.classify(coach, [str(said)], {**KNOWN_SPEAKERS, "ana": "other"}, 1, show_progress=False)

    assert done.notices == [f"{said}: 2 turns of others left out: neither the manager's nor the coach's."]
    assert done.problems == []


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


def test_results_keep_the_order_of_the_input_and_do_not_depend_on_the_number_of_jobs(coach, texts):
    paths = [str(path) for path in sorted(EXAMPLES.iterdir()) if path.suffix != ".csv"]
    who = load_speakers(EXAMPLES / "speakers.csv")
    alone, together = (batch.classify(coach, paths, who, jobs, show_progress=False) for jobs in (1, 5))

    assert [a.conversation for a in alone.assessments] == [item.conversation for item in read(*paths, speakers=who)]
    assert alone == together
    for style in ("json", "jsonl", "md"):
        rendered = [[batch.render(a, style, coach, texts) for a in run.assessments] for run in (alone, together)]
        assert rendered[0] == rendered[1]


def test_a_conversation_that_is_not_english_is_unscored_and_the_rest_is_scored(coach, texts):
    german, plain = coach.classify([conversation("german", GERMAN), conversation("plain", PATTERN)])
    record = json.loads(batch.render(german, "json", coach, texts))

    assert (record["tier"], record["title"]) == ("unscored", "Not Scored")
    assert "'de'" in record["reason"]
    assert not {"evidence", "margin", "rule"} & set(record)
    assert "# Not Scored" in batch.render(german, "md", coach, texts)
    assert plain.verdict is not None


def test_a_flagged_conversation_says_in_every_form_that_a_person_should_look(coach, texts):
    (assessment,) = coach.classify([conversation("harm", PATTERN, HARM)])

    assert "a person should look: self_harm" in batch.table_of([assessment], ["in.json"], coach)
    assert json.loads(batch.render(assessment, "json", coach, texts))["flags"] == [{"message": 1, "harm": "self_harm"}]
    assert "self harm" in batch.render(assessment, "md", coach, texts)
    assert "a person should look at it" in batch.render(assessment, "md", coach, texts)
    assert HARM not in batch.render(assessment, "md", coach, texts)


def test_a_flagged_conversation_that_is_unscored_says_so_in_the_table_too(coach):
    (assessment,) = coach.classify([conversation("harm", GERMAN, HARM)])

    assert assessment.verdict is None
    assert assessment.flags
    assert "a person should look" in batch.table_of([assessment], ["in.json"], coach)


def test_the_table_aligns_its_columns_and_prints_no_control_characters(coach):
    said = [conversation("\x1b[31mred\n", "Hello."), conversation("a much longer name", "Hello.")]
    assessments = list(coach.classify(said))
    lines = batch.table_of(assessments, ["in.json"] * len(assessments), coach).splitlines()

    assert len(lines) == 3
    assert {line.index("Not Enough") for line in lines[1:]} == {lines[0].index("VERDICT")}
    assert "\x1b" not in "".join(lines)


def test_json_lines_are_one_line_and_keep_every_language_readable(coach, texts):
    line = batch.render(unscored(coach, "Ёжик 会议"), "jsonl", coach, texts)

    assert line.count("\n") == 1
    assert "Ёжик 会议" in line


@given(
    ids=st.lists(
        st.text(st.sampled_from("aAbB./\\-: é\n\0…"), min_size=1, max_size=6), min_size=1, max_size=8, unique=True
    )
)
@settings(max_examples=60, deadline=None)
def test_every_id_gets_a_file_of_its_own_inside_the_folder(coach, texts, tmp_path_factory, ids):
    out = tmp_path_factory.mktemp("out")
    assert batch.write_reports(out / "in", [unscored(coach, name) for name in ids], "json", coach, texts) == len(ids)
    files = [path for path in out.rglob("*") if path.is_file()]

    assert {path.parent for path in files} == {out / "in"}
    assert sorted(json.loads(path.read_text(encoding="utf-8"))["id"] for path in files) == sorted(ids)
    assert len({path.name.lower() for path in files}) == len(ids)
    assert not any(path.name.startswith(".") for path in files)


def test_ids_that_differ_in_case_only_do_not_fall_together_on_any_disk(coach, texts, tmp_path):
    batch.write_reports(tmp_path, [unscored(coach, name) for name in ("Team", "team", "TEAM")], "json", coach, texts)

    assert len({path.name.lower() for path in tmp_path.iterdir()}) == 3


def test_ids_that_differ_only_far_behind_do_not_fall_together(coach, texts, tmp_path):
    ids = ["x" * 300 + end for end in "ab"]
    batch.write_reports(tmp_path, [unscored(coach, name) for name in ids], "json", coach, texts)

    assert len(list(tmp_path.iterdir())) == 2


def test_a_safe_id_is_the_name_of_its_file(coach, texts, tmp_path):
    batch.write_reports(tmp_path, [unscored(coach, "Team_A-2.x")], "md", coach, texts)

    assert [path.name for path in tmp_path.iterdir()] == ["Team_A-2.x.md"]


def test_an_id_that_looks_like_the_name_of_another_does_not_overwrite_it(coach, texts, tmp_path):
    batch.write_reports(tmp_path, [unscored(coach, "a/b")], "json", coach, texts)
    (taken,) = tmp_path.iterdir()
    batch.write_reports(tmp_path / "two", [unscored(coach, name) for name in ("a/b", taken.stem)], "json", coach, texts)

    assert len(list((tmp_path / "two").iterdir())) == 2


def test_a_report_is_replaced_whole_and_nothing_is_left_beside_it(coach, texts, tmp_path):
    before = write(tmp_path / "one.json", "the report of last week")
    with before.open(encoding="utf-8") as reader:
        batch.write_reports(tmp_path, [unscored(coach, "one")], "json", coach, texts)

        assert reader.read() == "the report of last week"
    assert [path.name for path in tmp_path.iterdir()] == ["one.json"]
    assert json.loads(before.read_text(encoding="utf-8"))["id"] == "one"


def test_reports_of_an_earlier_run_are_not_taken_for_transcripts(coach, texts, tmp_path):
    said = write(tmp_path / "in.json", talk("one", PATTERN))
    assessments = batch.classify(coach, [str(said)], KNOWN_SPEAKERS, 1, show_progress=False).assessments
    out = tmp_path / "reports"
    batch.write_reports(out, assessments, "table", coach, texts)
    again = batch.classify(coach, [str(tmp_path)], KNOWN_SPEAKERS, 1, show_progress=False, apart_from=out)

    assert again.problems == []
    assert [assessment.conversation.id for assessment in again.assessments] == ["one"]
