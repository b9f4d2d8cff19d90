import subprocess
import sys

import pytest
from cli_parts import command, environment, run, spawn, talk, the_line, write
from documents.document_parts import docx, pdf

TEXT = "The quokka rule: a shift leader decides alone on refunds up to fifty pounds, and tells the manager on Friday."


def test_files_of_every_format_are_ingested_listed_and_found(capsys, tmp_path):
    folder = tmp_path / "in"
    write(folder / "a.md", f"# Refunds\n\n{TEXT}")
    write(folder / "b.txt", TEXT.replace("quokka", "walrus"))
    write(folder / "c.html", f"<p>{TEXT.replace('quokka', 'narwhal')}</p>")
    (folder / "d.docx").write_bytes(docx(lambda d: d.add_paragraph(TEXT.replace("quokka", "axolotl"))))
    (folder / "e.pdf").write_bytes(pdf([], [TEXT.replace("quokka", "capybara")]))
    done = run(capsys, "ingest", folder)
    assert (done.code, done.err) == (0, "")
    lines = [line.removesuffix("; 1 of 2 pages hold no text (scans or pictures?)") for line in done.out.splitlines()]
    assert lines == [f"{name}: added, 1 passage" for name in ("a.md", "b.txt", "c.html", "d.docx", "e.pdf")]

    listed = run(capsys, "ingest", "--list")
    assert [line.split()[6] for line in listed.out.splitlines()] == ["a.md", "b.txt", "c.html", "d.docx", "e.pdf"]
    assert all("1 passages" in line and "20 words" in line for line in listed.out.splitlines())

    for animal, source in [("quokka", "a.md"), ("capybara", "e.pdf, page 2")]:
        found = run(capsys, "search", f"{animal} rule for refunds", "--count", "1")
        assert found.out.splitlines()[0].endswith(source)


def test_problems_go_to_stderr_one_line_each_and_the_exit_code_is_2(capsys, tmp_path):
    good = write(tmp_path / "good.md", TEXT)
    bad = {
        write(tmp_path / "empty.md", ""): "the file is empty",
        write(tmp_path / "broken.pdf", "%PDF-1.7 x"): "not a readable PDF",
        write(tmp_path / "sheet.xlsx", "x"): "this kind of file cannot be read; save it as Markdown",
        write(tmp_path / "broken.docx", "x"): "not a readable DOCX",
        tmp_path / "missing.md": "no such file",
    }
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    (tmp_path / "locked.pdf").write_bytes(pdf([TEXT], password="secret"))
    bad |= {tmp_path / "scan.pdf": "OCR", tmp_path / "locked.pdf": "needs a password"}
    done = run(capsys, "ingest", *bad, good)
    assert (done.code, done.out) == (2, "good.md: added, 1 passage\n")
    lines = done.err.splitlines()
    assert len(lines) == len(bad)
    for (path, says), line in zip(bad.items(), lines, strict=True):
        assert line.startswith(f"coach: {path}: ")
        assert says in line


def test_a_folder_with_a_file_that_cannot_be_read_is_ingested_but_for_that_and_the_exit_code_is_2(capsys, tmp_path):
    write(tmp_path / "in" / "good.md", TEXT)
    picture = write(tmp_path / "in" / "picture.png", "x")
    write(tmp_path / "in" / ".DS_Store", "x")
    done = run(capsys, "ingest", tmp_path / "in")
    assert (done.code, done.out) == (2, "good.md: added, 1 passage\n")
    assert the_line(done.err).startswith(f"coach: {picture}: this kind of file cannot be read")


def test_what_pdf_and_word_libraries_have_to_say_is_not_printed(tmp_path):
    broken = pdf([TEXT]).replace(b"endobj", b"endobx", 2)
    (tmp_path / "odd.pdf").write_bytes(broken)
    done = spawn("ingest", tmp_path / "odd.pdf", COACH_DATA_DIR=str(tmp_path / "data"))
    assert len((done.out + done.err).splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [[], ["--list", "a.md"], ["--list", "--remove", "a.md"], ["a.md", "--remove", "b"]]
)
def test_a_call_that_says_not_what_to_do_is_one_line(capsys, arguments):
    done = run(capsys, "ingest", *arguments)
    assert (done.code, done.out) == (2, "")
    assert "Give files to ingest, or --list, or --remove NAME_OR_PATH." in the_line(done.err)


def test_listing_nothing_makes_no_store(capsys, own_data_dir):
    done = run(capsys, "ingest", "--list")
    assert done == (0, "", "Nothing was ingested yet.\n")
    assert not own_data_dir.exists()


def test_removing_says_what_was_removed_and_an_unknown_name_is_exit_2(capsys, tmp_path):
    run(capsys, "ingest", write(tmp_path / "a.md", TEXT))
    done = run(capsys, "ingest", "--remove", "b.md", "--remove", "a.md")
    assert (done.code, done.out) == (2, "a.md: removed, 1 passage\n")
    assert "b.md: no such source" in the_line(done.err)
    assert "a.md" not in run(capsys, "search", "refunds", "--count", "50").out


def test_the_doctor_tells_own_passages_from_the_guides(capsys, tmp_path):
    run(capsys, "ingest", write(tmp_path / "a.md", TEXT))
    (line,) = [line for line in run(capsys, "doctor").out.splitlines() if " index: " in line]
    assert line.endswith(" passages of the guide and 1 of yours, from 1 ingested: a.md")


def test_a_chat_cites_what_was_ingested_with_its_id_and_source(capsys, tmp_path):
    run(capsys, "ingest", write(tmp_path / "refunds.md", f"# The quokka rule\n\n{TEXT}"))
    words = "I want my shift leaders to decide on refunds.\nWhat is the quokka rule for refunds?\n/sources\n/quit\n"
    done = run(capsys, "chat", stdin=words.encode())
    assert done.code == 0
    said = " ".join(done.out.replace("│", " ").split())
    assert "a shift leader decides alone on refunds up to fifty pounds" in said
    assert "The quokka rule [refunds-" in said
    assert "-001] refunds.md" in said


def test_a_chat_cites_no_passage_that_names_a_verdict(capsys, tmp_path):
    run(capsys, "ingest", write(tmp_path / "a.md", f"# The quokka rule\n\nSerious Issue: nobody decides. {TEXT}"))
    words = "I want my shift leaders to decide on refunds.\nWhat is the quokka rule for refunds?\n/quit\n"
    done = run(capsys, "chat", stdin=words.encode())
    assert done.code == 0
    assert "Serious Issue" not in done.out


def test_classifying_opens_neither_store_nor_index_whatever_was_ingested(capsys, tmp_path, own_data_dir):
    run(capsys, "ingest", write(tmp_path / "a.md", TEXT))
    path = write(tmp_path / "talk.json", talk("t", "They wait for me to decide everything."))
    code = (
        "import sys\nfrom coach import cli\n"
        f"sys.argv = ['coach', 'classify', {str(path)!r}, '--format', 'md']\n"
        "try: cli.main()\nfinally: print(*sorted({m.split('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert not {"chromadb", "sqlalchemy", "pypdf", "bs4", "docx"} & set(done.stdout.splitlines()[-1].split())


def test_two_ingests_of_one_folder_at_once_leave_every_file_once(tmp_path):
    for number in range(5):
        write(tmp_path / "in" / f"{number}.md", f"# Number {number}\n\n{TEXT}")
    environ = environment(COACH_DATA_DIR=str(tmp_path / "data"))
    processes = [
        subprocess.Popen(
            command("ingest", tmp_path / "in"), env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for process in processes:
        _, err = process.communicate(timeout=180)
        assert (process.returncode, err) == (0, b"")
    listed = spawn("ingest", "--list", COACH_DATA_DIR=str(tmp_path / "data"))
    assert len(listed.out.splitlines()) == 5
