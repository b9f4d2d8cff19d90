import json
import os

import pytest
from cli_parts import GERMAN, HARM, PATTERN
from hypothesis import given
from hypothesis import strategies as st

from coach.conversation import Conversation, Message
from coach.engine import Coach
from coach.errors import InputError
from coach.report.folder import FileNames, Named, ReportFolder
from coach.report.rendering import Renderer
from coach.report.texts import shipped_texts
from coach.transcripts import Found


@pytest.fixture(scope="module")
def renderer(coach):
    return Renderer(coach.table, shipped_texts(coach.table.rubric), coach.library.passages)


@pytest.fixture
def folder(coach, renderer, tmp_path):
    return lambda style="table", of=coach: ReportFolder(tmp_path / "out", style, of, renderer)


def named(name, *contents):
    messages = tuple(Message(role="user", content=content) for content in contents or ("Hello.",))
    return Named(place="in.json", conversation=Conversation(id=name, messages=messages), file=name)


def bytes_of(path):
    return {file.name: file.read_bytes() for file in sorted(path.iterdir())}


def with_versions(coach, **changes):
    """The same coach under other versions."""
    return Coach(
        table=coach.table,
        reader=coach.reader,
        writer=coach._writer,
        bank=coach._bank,
        library=coach.library,
        versions=coach.versions.model_copy(update=changes),
    )


@pytest.mark.parametrize(
    ("style", "suffixes"),
    [
        ("table", ["html", "json", "md"]),
        ("json", ["json"]),
        ("jsonl", ["json"]),
        ("md", ["json", "md"]),
        ("html", ["html", "json"]),
    ],
)
def test_the_record_is_always_written_and_the_pages_that_were_asked_for(folder, style, suffixes):
    reports = folder(style)
    written = reports.write(named("one", PATTERN))

    assert sorted(path.name for path in reports.path.iterdir()) == [f"one.{suffix}" for suffix in suffixes]
    assert written.row.link in bytes_of(reports.path)


def test_what_is_there_is_not_assessed_again_and_not_touched(folder, monkeypatch):
    reports = folder()
    assert not reports.write(named("one", PATTERN)).kept
    before = {path.name: path.stat().st_mtime_ns for path in reports.path.iterdir()}
    monkeypatch.setattr(Coach, "assess", lambda *_: pytest.fail("assessed again"))

    assert reports.write(named("one", PATTERN)).kept
    assert {path.name: path.stat().st_mtime_ns for path in reports.path.iterdir()} == before


@pytest.mark.parametrize("contents", [(GERMAN,), (PATTERN, HARM), ("Hello.",)], ids=["unscored", "flagged", "nothing"])
def test_whatever_came_of_it_is_kept(folder, contents):
    folder().write(named("one", *contents))

    assert folder().write(named("one", *contents)).kept


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"app": "0.0.1"}, "another version of leadership-coach"),
        ({"rubric_sha256": "0" * 64}, "another rubric"),
        ({"reader_sha256": "0" * 64}, "another reader"),
        ({"reader": "older", "reader_sha256": "0" * 64}, "another reader"),
        ({"prompts": {"read": "0" * 64}}, "another prompts"),
    ],
)
def test_what_another_version_made_is_made_again_and_says_so(coach, folder, changes, why):
    folder(of=with_versions(coach, **changes)).write(named("one", PATTERN))
    written = folder().write(named("one", PATTERN))

    assert (written.kept, written.why) == (False, why)
    assert json.loads((folder().path / "one.json").read_text("utf-8"))["versions"]["app"] == coach.versions.app


def test_what_was_made_from_other_words_is_made_again_and_says_so(folder):
    folder().write(named("one", PATTERN))
    written = folder().write(named("one", "Hello."))

    assert (written.kept, written.why) == (False, "the conversation changed")
    assert PATTERN.encode() not in b"".join(bytes_of(folder().path).values())


def test_a_transcript_read_as_notes_is_another_conversation(folder):
    one = named("one", PATTERN)
    folder().write(one)
    as_notes = one.model_copy(update={"conversation": one.conversation.model_copy(update={"kind": "notes"})})
    written = folder().write(as_notes)

    assert (written.kept, written.why) == (False, "the conversation changed")
    assert folder().write(as_notes).kept


def edit(**changes):
    return lambda record: json.dumps({**record, **changes})


def edit_evidence(record):
    record["evidence"][0]["certainty"] = "hedged"
    return json.dumps(record)


TAMPERED = {
    "evidence": (edit_evidence, "edited"),
    "flags": (edit(flags=[{"message": 0, "harm": "abuse"}]), "edited"),
    "hashes": (edit(sha256={}), "edited"),
    "corrections": (edit(corrections=[{"action": "withdrawn"}]), "corrections"),
    "tier": (edit(tier="under_control"), "json missing or altered"),
    "margin": (edit(margin=9), "json missing or altered"),
    "unscored": (edit(tier="unscored"), "not scored"),
    "id": (edit(id="two"), "another conversation"),
    "no record": (lambda _: "[]", "not a verdict record"),
    "half a file": (lambda record: json.dumps(record)[:100], "unreadable"),
    "nothing": (lambda _: "", "unreadable"),
}


@pytest.mark.parametrize("kind", TAMPERED)
def test_a_record_that_was_altered_does_not_count_and_is_made_again(folder, kind):
    reports = folder()
    reports.write(named("one", PATTERN))
    sound = bytes_of(reports.path)
    path = reports.path / "one.json"
    alter, why = TAMPERED[kind]
    path.write_text(alter(json.loads(path.read_text("utf-8"))), encoding="utf-8")
    written = reports.write(named("one", PATTERN))

    assert (written.kept, written.why) == (False, why)
    assert bytes_of(reports.path) == sound


@pytest.mark.parametrize("name", ["one.md", "one.html"])
def test_a_page_that_is_missing_or_altered_is_made_again_from_the_record(folder, monkeypatch, name):
    reports = folder()
    reports.write(named("one", PATTERN))
    sound = bytes_of(reports.path)
    monkeypatch.setattr(Coach, "assess", lambda *_: pytest.fail("assessed again"))
    for spoil in (os.unlink, lambda path: path.write_text("All is well.")):
        spoil(reports.path / name)
        written = reports.write(named("one", PATTERN))

        assert (written.kept, written.why) == (False, f"{name.split('.')[1]} missing or altered")
        assert bytes_of(reports.path) == sound


def test_index_and_summary_do_not_outlive_the_reports_they_speak_of(folder):
    reports = folder()
    reports.close([reports.write(named("one", PATTERN)).row])
    assert {"index.html", "summary.csv"} <= set(bytes_of(reports.path))
    reports.write(named("one", PATTERN))
    assert {"index.html", "summary.csv"} <= set(bytes_of(reports.path))
    reports.write(named("one", "Hello."))
    assert not {"index.html", "summary.csv"} & set(bytes_of(reports.path))


def test_reports_of_nobody_in_this_run_are_named_and_left_alone(folder):
    reports = folder()
    reports.close([reports.write(named(name)).row for name in ("one", "two")])
    (reports.path / "notes.txt").write_text("Mine.")

    assert reports.close([reports.write(named("two")).row]) == ["one.html", "one.json", "one.md"]
    assert {"one.html", "one.json", "one.md", "notes.txt"} <= set(bytes_of(reports.path))


def test_a_page_of_another_format_is_not_of_this_run(folder):
    folder("table").write(named("one"))
    reports = folder("json")

    assert reports.close([reports.write(named("one")).row]) == ["one.html", "one.md"]


def test_a_report_is_replaced_whole(folder):
    reports = folder()
    reports.write(named("one", PATTERN))
    path = reports.path / "one.json"
    before = path.read_bytes()
    with path.open("rb") as reader:
        reports.write(named("one", "Hello."))

        assert reader.read() == before
    assert path.read_bytes() != before


def test_what_a_killed_run_left_half_written_is_cleared_away_and_nothing_else(folder):
    reports = folder()
    (reports.path / ".one.json.part").write_text("{")
    (reports.path / ".mine").write_text("Mine.")
    with reports.alone():
        pass

    assert list(bytes_of(reports.path)) == [".mine"]


def test_two_runs_do_not_write_into_one_folder_at_once(folder):
    with folder().alone(), pytest.raises(InputError, match="another run"), folder().alone():
        pass
    with folder().alone():
        pass
    assert bytes_of(folder().path) == {}


@given(
    ids=st.lists(
        st.text(st.sampled_from("aAbB./\\-: é\n\0…"), min_size=1, max_size=6), min_size=1, max_size=8, unique=True
    )
)
def test_every_id_gets_a_name_of_its_own_inside_the_folder(ids):
    names = FileNames()
    given_names = [names.of(one) for one in ids]

    assert len({name.lower() for name in given_names}) == len(ids)
    assert not any("/" in name or "\\" in name or name.startswith(".") or name != name.strip() for name in given_names)


@pytest.mark.parametrize(
    "ids", [["Team", "team", "TEAM"], ["x" * 300 + "a", "x" * 300 + "b"], ["index", "INDEX", "summary", "nul"]]
)
def test_names_do_not_fall_together_on_any_disk_nor_with_what_is_ours(ids):
    names = FileNames()
    given_names = {names.of(one).lower() for one in ids}

    assert len(given_names) == len(ids)
    assert not {"index", "summary", "nul"} & given_names


def test_a_safe_id_is_its_name():
    assert FileNames().of("Team_A-2.x") == "Team_A-2.x"


def test_an_id_that_looks_like_the_name_of_another_gets_another():
    names = FileNames()
    taken = names.of("a/b")

    assert names.of(taken) != taken


def test_a_name_is_added_to_what_was_found_and_nothing_is_lost():
    one = Found(place="in.json:3", conversation=Conversation(id="a/b"))
    two = FileNames().named(one)

    assert dict(one) == {key: value for key, value in dict(two).items() if key != "file"}
    assert two.file.startswith("a-b-")
