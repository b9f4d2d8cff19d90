import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_parts import a_library, ingested, removed

from coach.intake import ingest
from coach.retrieval import ingest as reading


@pytest.fixture
def library(tmp_path):
    library = a_library(tmp_path / "library")
    yield library
    library.close()


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def state(library):
    store = library.store()
    return store.sources(), store.stock(), store.vectors(library.encoder().sha256)


def test_ingesting_again_changes_nothing_and_says_so(library, tmp_path):
    path = write(tmp_path / "a.md", "The quokka decides.")
    assert ingested(library, path) == ["a.md: added, 1 passage"]
    before = state(library)
    assert ingested(library, path) == ["a.md: unchanged, 1 passage"]
    assert state(library) == before


def test_a_changed_file_replaces_what_it_was(library, tmp_path):
    path = write(tmp_path / "a.md", "The quokka decides.")
    ingested(library, path)
    write(path, "The walrus decides.")
    assert ingested(library, path) == ["a.md: replaced, 1 passage instead of 1"]
    assert [p.text for p in library.store().stock().passages] == ["The walrus decides."]


def test_the_same_content_under_another_path_is_recognised(library, tmp_path):
    a, b = (write(tmp_path / name, "The quokka decides.") for name in ("a.md", "b.md"))
    assert ingested(library, a, b)[1] == f"{b}: the same content as a.md ({a}); nothing to add"
    assert len(library.store().sources()) == 1


def test_a_file_that_was_moved_is_followed_and_its_passages_keep_their_ids(library, tmp_path):
    path = write(tmp_path / "a.md", "The quokka decides.")
    ingested(library, path)
    ids = set(library.passages)
    path.rename(tmp_path / "b.md")
    assert ingested(library, tmp_path / "b.md") == [f"b.md: was at {path} before; 1 passage kept"]
    assert set(library.passages) == ids
    assert library.store().sources()[0].path == str(tmp_path / "b.md")


def test_content_that_went_to_another_file_is_followed_though_its_old_file_has_changed(library, tmp_path):
    path = write(tmp_path / "b.md", "The quokka decides.")
    ingested(library, path)
    write(path, "The walrus decides.")
    other = write(tmp_path / "a.md", "The quokka decides.")
    assert ingested(library, other, path) == [
        f"a.md: was at {path} before; 1 passage kept",
        "b.md: added, 1 passage",
    ]


def test_a_file_that_became_a_copy_of_another_leaves_no_old_passages(library, tmp_path):
    a, b = write(tmp_path / "a.md", "The quokka decides."), write(tmp_path / "b.md", "The walrus decides.")
    ingested(library, a, b)
    write(b, "The quokka decides.")
    assert "the same content as a.md" in ingested(library, b)[0]
    assert [p.text for p in library.store().stock().passages] == ["The quokka decides."]


def test_each_file_is_taken_once_however_often_it_is_named(library, tmp_path):
    path = write(tmp_path / "in" / "a.md", "The quokka decides.")
    (tmp_path / "link.md").symlink_to(path)
    assert len(ingested(library, path, tmp_path / "in", tmp_path / "in" / "*.md", tmp_path / "link.md")) == 1


def test_what_cannot_be_read_does_not_stop_the_others(library, tmp_path):
    bad, good = write(tmp_path / "a.pdf", "not a PDF"), write(tmp_path / "b.md", "The quokka decides.")
    lines = ingested(library, tmp_path / "missing", bad, good)
    assert [line.split(":")[0] for line in lines] == [str(tmp_path / "missing"), str(bad), "b.md"]
    assert len(library.store().sources()) == 1


def test_a_changed_file_that_cannot_be_read_any_more_keeps_what_was_stored_and_says_so(library, tmp_path):
    path = write(tmp_path / "my notes.md", "The quokka decides.")
    ingested(library, path)
    path.write_bytes(b"\xff")
    (line,) = ingested(library, path)
    assert line == (
        f"{path}: not UTF-8 text (byte 0); save it as UTF-8. What was ingested from it before is kept (1 passage); "
        "`coach ingest --remove 'my notes.md'` takes it out."
    )
    assert [p.text for p in library.store().stock().passages] == ["The quokka decides."]


def test_a_file_that_became_too_large_says_that_its_passages_are_kept(library, tmp_path, monkeypatch):
    path = write(tmp_path / "a.md", "The quokka decides.")
    ingested(library, path)
    monkeypatch.setattr(reading, "MOST_BYTES", 5)
    (line,) = ingested(library, path)
    assert "the limit for one file; split it. What was ingested from it before is kept (1 passage)" in line


def test_a_broken_file_that_was_never_ingested_keeps_nothing(library, tmp_path):
    (line,) = ingested(library, write(tmp_path / "a.pdf", "not a PDF"))
    assert "is kept" not in line


def test_what_lies_in_a_folder_and_cannot_be_read_gets_a_line_each_and_the_rest_is_ingested(library, tmp_path):
    folder = tmp_path / "in"
    write(folder / "a.md", "The quokka decides.")
    write(folder / "photo.png", "x")
    write(folder / "deep" / "sheet.xlsx", "x")
    os.mkfifo(folder / "pipe.md")
    (folder / "gone.md").symlink_to(folder / "nowhere.md")
    (folder / "loop.md").symlink_to(folder / "loop.md")
    (folder / os.fsdecode(b"\xff.md")).write_bytes(b"x")
    outcomes = list(ingest(library, [str(folder)], show_progress=False))
    assert [outcome.line for outcome in outcomes if not outcome.wrong] == ["a.md: added, 1 passage"]
    wrong = [outcome.line.removeprefix(f"{folder}/") for outcome in outcomes if outcome.wrong]
    kind = "this kind of file cannot be read; save it as Markdown, text, PDF, DOCX or HTML."
    assert wrong == [
        f"deep/sheet.xlsx: {kind}",
        "gone.md: no such file (a link to nothing); mend or remove it.",
        "loop.md: no such file (a link to nothing); mend or remove it.",
        f"photo.png: {kind}",
        "pipe.md: not a file.",
        "\\udcff.md: its name or folder is not UTF-8 text; rename it.",
    ]


def test_removing_by_path_and_removing_what_is_not_there(library, tmp_path):
    path = write(tmp_path / "a.md", "The quokka decides.")
    ingested(library, path)
    path.unlink()
    assert removed(library, "b.md", str(path), "a.md") == [
        "b.md: no such source; `coach ingest --list` shows what there is.",
        "a.md: removed, 1 passage",
        "a.md: no such source; `coach ingest --list` shows what there is.",
    ]
    assert library.store().sources() == []


files = st.dictionaries(st.sampled_from(["a.md", "b.txt", "c.html", "d/e.md"]), st.text(max_size=60), min_size=1)


@settings(max_examples=25, deadline=None)
@given(files, files)
def test_ingesting_any_folder_twice_is_the_same_as_once(first, second):
    with tempfile.TemporaryDirectory() as name:
        folder, library = Path(name) / "files", a_library(Path(name) / "library")
        for content in (first, second):
            for file, text in content.items():
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_bytes(text.encode())
            ingested(library, folder)
            once = state(library)
            again = ingested(library, folder)
            assert state(library) == once
            assert not [line for line in again if ": added" in line or ": replaced" in line]
            # Passages are of the files as they are now, or were when they could last be read.
            paths = {os.path.relpath(source.path, folder) for source in once[0]}
            assert paths <= set(first) | set(second)
        library.close()
