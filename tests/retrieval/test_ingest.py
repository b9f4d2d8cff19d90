import os

import pytest

from coach.errors import DocumentError
from coach.retrieval import ingest
from coach.retrieval.ingest import cut_file, find_documents, read_file


def write(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {name}.")


def found(pattern, folder):
    return [str(path.relative_to(folder)) for path in find_documents(str(pattern))]


def test_a_folder_means_every_file_below_it_sorted_of_whatever_kind(tmp_path):
    write(tmp_path, "b.md", "a.TXT", "c/d.html", "c/e.docx", "f.png", "c/g.pdf")
    assert found(tmp_path, tmp_path) == ["a.TXT", "b.md", "c/d.html", "c/e.docx", "c/g.pdf", "f.png"]


@pytest.mark.parametrize(
    "clutter", [".b.md", ".git/c.md", "~$d.docx", ".DS_Store", "Thumbs.db", "c/desktop.ini", "__MACOSX/a.md"]
)
def test_hidden_files_lock_files_and_clutter_are_passed_over_in_folders_and_globs(tmp_path, clutter):
    write(tmp_path, "a.md", clutter)
    assert found(tmp_path, tmp_path) == ["a.md"]
    assert found(tmp_path / "**" / "*", tmp_path) == ["a.md"]


def test_a_hidden_file_that_is_named_is_meant(tmp_path):
    write(tmp_path, ".b.md")
    assert found(tmp_path / ".b.md", tmp_path) == [".b.md"]


def test_a_loop_of_links_is_not_followed(tmp_path):
    write(tmp_path, "a/b.md")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path, tmp_path) == ["a/b.md"]


def test_links_in_a_folder_that_lead_nowhere_in_a_circle_or_out_of_it_are_not_lost(tmp_path):
    write(tmp_path, "in/a.md", "out/b.md")
    (tmp_path / "in" / "circle.md").symlink_to(tmp_path / "in" / "circle.md")
    (tmp_path / "in" / "nowhere.md").symlink_to(tmp_path / "nowhere.md")
    (tmp_path / "in" / "outside").symlink_to(tmp_path / "out", target_is_directory=True)
    links = ["circle.md", "nowhere.md", "outside"]
    assert found(tmp_path / "in", tmp_path / "in") == ["a.md", *links]
    assert found(tmp_path / "in" / "*.md", tmp_path / "in") == ["a.md", *links[:2]]
    assert f"give {tmp_path / 'out'} as well" in refused(tmp_path / "in" / "outside")


def test_a_folder_below_that_cannot_be_opened_is_not_lost(tmp_path, monkeypatch):
    write(tmp_path, "a.md", "closed/b.md")
    scan = os.scandir

    def refusing(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert found(tmp_path, tmp_path) == ["a.md", "closed"]
    assert "a folder that cannot be opened" in refused(tmp_path / "closed")


def test_many_loops_of_links_are_not_followed_by_a_glob_either(tmp_path):
    write(tmp_path, "a/b.md")
    for number in range(5):
        (tmp_path / "a" / f"loop{number}").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path / "**" / "*.md", tmp_path) == ["a/b.md"]


def test_a_glob_is_taken_from_the_current_folder_too(tmp_path, monkeypatch):
    write(tmp_path, "a/b.md", "c.md")
    monkeypatch.chdir(tmp_path / "a")
    assert [str(path) for path in find_documents("*.m[d]")] == ["b.md"]
    assert [str(path) for path in find_documents("../*.md")] == ["../c.md"]


@pytest.mark.parametrize("name", ["a**b", "n" * 5000, "[", "?"])
def test_a_name_that_can_be_no_file_is_one_line(tmp_path, name):
    with pytest.raises(DocumentError, match=r"no such file|cannot be read"):
        find_documents(str(tmp_path / name))


def test_a_glob_means_the_files_that_match(tmp_path):
    write(tmp_path, "a.md", "b.txt", "c/d.md")
    assert found(tmp_path / "**" / "*.md", tmp_path) == ["a.md", "c/d.md"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path):
    write(tmp_path, "notes [1].md", "notes 1.md")
    assert found(tmp_path / "notes [1].md", tmp_path) == ["notes [1].md"]


@pytest.mark.parametrize("pattern", ["missing.md", "*.md", "empty"])
def test_what_means_no_file_is_one_line(tmp_path, pattern):
    (tmp_path / "empty").mkdir()
    with pytest.raises(DocumentError, match=r"no such file|holds no") as caught:
        find_documents(str(tmp_path / pattern))
    assert str(tmp_path) in str(caught.value)


def refused(path):
    with pytest.raises(DocumentError) as caught:
        cut_file(read_file(path))
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_an_unknown_kind_of_file_is_named_with_the_known_ones(tmp_path):
    write(tmp_path, "a.xlsx")
    assert "save it as Markdown, text, PDF, DOCX or HTML" in refused(tmp_path / "a.xlsx")


def test_a_lock_file_is_said_to_be_one(tmp_path):
    write(tmp_path, "~$a.docx")
    assert "lock file" in refused(tmp_path / "~$a.docx")


def test_a_file_larger_than_the_limit_is_refused_with_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(ingest, "MOST_BYTES", 2_000_000)
    (tmp_path / "a.txt").write_bytes(b"a " * 1_000_001)
    assert "larger than 2 MB, the limit for one file" in refused(tmp_path / "a.txt")


def test_more_passages_than_the_limit_are_refused_with_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(ingest, "MOST_PASSAGES", 4)
    (tmp_path / "a.txt").write_text("They wait for me. " * 200)
    assert "it would make 5 passages, the limit is 4; split it" in refused(tmp_path / "a.txt")


def test_what_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "broken.md").symlink_to(tmp_path / "nowhere.md")
    assert "not a file" in refused(tmp_path / "pipe.txt")
    assert "no such file" in refused(tmp_path / "broken.md")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_one_line(tmp_path):
    write(tmp_path, "a.md")
    (tmp_path / "a.md").chmod(0)
    assert "cannot be read" in refused(tmp_path / "a.md")


def test_a_name_that_is_no_text_is_one_line_that_can_be_printed(tmp_path):
    path = tmp_path / os.fsdecode(b"na\xefve.md")
    path.write_text("words")
    with pytest.raises(DocumentError, match="rename it") as caught:
        read_file(path)
    str(caught.value).encode()


def test_a_problem_inside_a_file_is_named_with_the_file(tmp_path):
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\x00")
    assert "not UTF-16 text" in refused(tmp_path / "a.md")


def test_a_document_is_its_pieces_with_the_hash_of_the_bytes(tmp_path):
    (tmp_path / "a.md").write_text("# Title\n\nThe text of it.")
    (tmp_path / "link.md").symlink_to("a.md")
    document = cut_file(read_file(tmp_path / "link.md"))
    assert (document.path, document.format, len(document.sha256)) == (tmp_path / "a.md", "markdown", 64)
    assert [(piece.title, piece.text) for piece in document.pieces] == [("Title", "The text of it.")]
