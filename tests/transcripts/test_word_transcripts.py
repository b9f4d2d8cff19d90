import io
import random
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from test_meeting_text import MEET, STAMPED, STAMPED_SAID, TIMED
from transcript_parts import found, problem, read, said

from coach.transcripts import KNOWN_SPEAKERS, to_text
from tests.conftest import EXAMPLES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DIALOGUE = [("assistant", "What keeps you busy?"), ("user", "The discounts.")]


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def paragraphs(*texts):
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def tables(*rows, before=()):
    document = docx.Document()
    for text in before:
        document.add_paragraph(text)
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return saved(document)


def with_xml(*inner):
    """A document whose paragraphs hold these elements."""
    document = docx.Document()
    for xml in inner:
        document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    return saved(document)


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def repacked(data, change):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in change({name: package.read(name) for name in package.namelist()}).items():
            made.writestr(name, content)
    return file.getvalue()


def test_teams_puts_picture_name_time_and_words_into_one_paragraph():
    document = docx.Document()
    document.add_paragraph("Catch-up-20250304-Meeting Transcript")
    document.add_paragraph("Tom Ray started transcription")
    for name, time, lines in [
        ("Tom Ray", "0:03", ["What keeps", "you busy?"]),
        ("Jane Doe", "1:02:09", ["The discounts."]),
    ]:
        paragraph = document.add_paragraph()
        paragraph.add_run().add_break()
        paragraph.add_run(name).bold = True
        paragraph.add_run("   ")
        paragraph.add_run(time)
        for line in lines:
            paragraph.add_run().add_break()
            paragraph.add_run(line)
    assert said(saved(document)) == DIALOGUE


@pytest.mark.parametrize(
    ("text", "expected"),
    [(STAMPED, STAMPED_SAID), (TIMED, said(TIMED)), (MEET, said(MEET))],
    ids=["teams", "older", "meet"],
)
def test_what_a_meeting_tool_exports_reads_alike_in_paragraphs_and_in_one_with_line_breaks(text, expected):
    assert said(paragraphs(*text.splitlines())) == expected
    assert said(paragraphs(text)) == expected


def test_named_turns_read_as_in_text_with_bold_names_and_soft_line_breaks():
    document = docx.Document()
    document.add_paragraph().add_run("Coach").bold = True
    document.paragraphs[0].add_run(": What keeps you busy?")
    second = document.add_paragraph()
    second.add_run("Manager:").bold = True
    second.add_run(" The discounts.\nAll of them.")
    document.add_paragraph("And more.")
    assert said(saved(document)) == [DIALOGUE[0], ("user", "The discounts.\nAll of them.\nAnd more.")]


@pytest.mark.parametrize(
    "rows",
    [
        [("Speaker", "Words"), ("Tom Ray", "What keeps you busy?"), ("Jane Doe", "The discounts.")],
        [("Tom Ray:", "What keeps you busy?"), ("Jane Doe:", "The discounts.")],
        [("Time", "Name", "Text"), ("0:03", "Tom Ray", "What keeps you busy?"), ("0:09", "Jane Doe", "The discounts.")],
    ],
)
def test_a_table_may_hold_a_speaker_and_their_words_a_row(rows):
    assert said(tables(*rows, before=["Catch-up: March"])) == DIALOGUE


def test_a_row_without_a_name_goes_on_the_one_above():
    assert said(tables(("Jane Doe", "They wait."), ("", "Every time."))) == [("user", "They wait.\nEvery time.")]


def test_a_table_of_something_else_is_passed_over():
    assert (
        said(tables(("Date", "4 March"), before=["Tom Ray: What keeps you busy?", "Jane Doe: The discounts."]))
        == DIALOGUE
    )


def test_speakers_both_in_a_table_and_in_paragraphs_are_a_problem():
    data = tables(("Jane Doe", "They wait."), before=["Jane Doe: The discounts."])
    assert "table 1, row 1: speakers are named in a table and in paragraphs" in problem(data)


@pytest.mark.parametrize(
    "xml",
    [
        f'{run("They ")}<w:del w:id="1" w:author="x"><w:r><w:delText>never </w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="x">{run("wait.")}</w:ins>',
        f'<w:moveTo w:id="1" w:author="x">{run("They ")}</w:moveTo>{run("wait.")}'
        f'<w:moveFrom w:id="2" w:author="x">{run("They ")}</w:moveFrom>',
        f"{run('They ')}{run('never ', '<w:rPr><w:vanish/></w:rPr>')}{run('wait.')}",
        f"{run('They ')}<w:sdt><w:sdtContent>{run('wait.')}</w:sdtContent></w:sdt>",
        f"{run('They')}{run(' ')}{run('wait.')}",
    ],
    ids=["inserted and deleted", "moved", "hidden", "content control", "a run of space"],
)
def test_a_document_reads_as_with_all_changes_accepted(xml):
    assert said(with_xml(run("Manager: ") + xml)) == [("user", "They wait.")]


def test_comments_are_nobodys_words():
    document = docx.Document()
    words = document.add_paragraph("Manager: They wait.").runs
    document.add_comment(words, text="Coach: is this so?", author="x")
    assert said(saved(document)) == [("user", "They wait.")]


def test_every_unknown_speaker_is_named_with_the_first_ones_paragraph():
    found_at = problem(paragraphs("Manager: hi", "Dana: hello", "Eli: yes"), KNOWN_SPEAKERS)
    assert found_at.startswith("file: paragraph 2: unknown speakers 'Dana', 'Eli'")


@pytest.mark.parametrize("texts", [(), ("",), ("Just a letter.",)])
def test_a_document_without_a_conversation_is_a_problem(texts):
    assert problem(paragraphs(*texts)).startswith("file: ")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
            "an old Word document (.doc); open it in Word and save it",
        ),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (OLE + b"\0" * 600, "an old Office file"),
        (b"PK\x03\x04" + b"\0" * 100, "a broken Word document"),
    ],
)
def test_an_old_locked_or_broken_document_gets_one_line(data, says):
    assert says in problem(data)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint file"),
        ("mimetype", "an OpenDocument file"),
        ("a.txt", "a zip file that is no Word document"),
    ],
)
def test_another_kind_of_zip_gets_a_line_that_says_what_it_is(name, says):
    assert says in problem(repacked(paragraphs(), lambda _: {name: b"x"}))


def test_a_document_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    data = repacked(paragraphs("Manager: hi"), lambda parts: {**parts, "word/media/a.bin": bytes(201_000_000)})
    assert len(data) < 1_000_000
    assert "unpacks to more than 200 MB" in problem(data)


def test_however_a_document_is_damaged_nothing_raises():
    data = (EXAMPLES / "under-control-heating.docx").read_bytes()
    chance = random.Random(7)
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(chance.choice([1, 9, 99])):
            damaged[chance.randrange(4, len(data))] = chance.randrange(256)
        assert read(bytes(damaged))
        assert read(data[: chance.randrange(4, len(data))])


@pytest.mark.parametrize(
    "part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"]
)
@pytest.mark.parametrize("content", [None, b"", b"<a/>", b"<a", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_however_a_part_is_missing_or_wrong_it_is_a_problem_or_nothing_lost(part, content):
    def change(parts):
        kept = {name: data for name, data in parts.items() if name != part}
        return kept if content is None else {**kept, part: content}

    (one,) = read(repacked(paragraphs("Manager: They wait."), change))
    assert "broken Word document" in str(one) or one.conversation.messages[0].content == "They wait."


def test_a_document_written_as_text_reads_back_the_same():
    conversation = found(paragraphs(*STAMPED.splitlines())).conversation
    assert found(to_text(conversation)).conversation == conversation
