import pytest
from document_parts import docx, said, zipped
from docx.oxml import parse_xml

from coach.documents.word import blocks_of_docx
from coach.errors import DocumentError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(build):
    return said(blocks_of_docx(docx(build)))


def with_xml(xml):
    def build(document):
        document.add_paragraph("before")
        document.element.body.insert(1, parse_xml(xml))

    return build


def test_headings_paragraphs_and_lists_come_in_their_order():
    def build(document):
        document.add_heading("Handbook", 0)
        document.add_heading("Waiting", 2)
        document.add_paragraph("They wait.")
        document.add_paragraph("ask", style="List Bullet")
        document.add_paragraph("listen", style="List Number")
        document.add_paragraph("")

    assert read(build) == ["# Handbook", "## Waiting", "They wait.", "- ask", "- listen"]


def test_a_row_of_a_table_is_one_line_and_a_merged_cell_is_said_once():
    def build(document):
        table = document.add_table(2, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Goals"
        table.cell(0, 2).text = "By"
        for column, text in enumerate(["calls", "visits", "Friday"]):
            table.cell(1, column).text = text

    assert read(build) == ["- Goals | By", "- calls | visits | Friday"]


def test_tables_in_tables_and_lists_in_tables_keep_every_word():
    def build(document):
        outer = document.add_table(1, 2)
        outer.cell(0, 0).text = "outside"
        cell = outer.cell(0, 1)
        cell.text = "around"
        inner = cell.add_table(2, 1)
        inner.cell(0, 0).text = "inside one"
        inner.cell(1, 0).text = "inside two"

    assert read(build) == ["- outside", "around", "- inside one", "- inside two"]


def test_a_table_of_one_cell_is_a_frame_around_its_paragraphs():
    def build(document):
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "first"
        cell.add_paragraph("second")

    assert read(build) == ["first", "second"]


def test_what_was_inserted_in_tracked_changes_counts_and_what_was_deleted_does_not():
    xml = (
        f"<w:p {W}><w:r><w:t>ask</w:t></w:r><w:ins><w:r><w:t xml:space='preserve'> first</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>tell</w:delText></w:r></w:del></w:p>"
    )
    assert read(with_xml(xml)) == ["before", "ask first"]


def test_content_controls_and_links_are_looked_into():
    xml = (
        f"<w:sdt {W}><w:sdtContent><w:p><w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>"
        "<w:r><w:tab/><w:t>words</w:t><w:br/><w:t>here</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read(with_xml(xml)) == ["before", "linked words here"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 cut off", "not a readable DOCX"),
        (b"just words", "not a readable DOCX"),
        (zipped(a="b"), "not a readable DOCX"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password-protected, or an old .doc file; save it"),
    ],
)
def test_what_is_no_docx_file_is_one_line(data, says):
    with pytest.raises(DocumentError, match=says) as caught:
        blocks_of_docx(data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["word__document.xml", "media__picture.png"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(name):
    with pytest.raises(DocumentError, match=r"unpacks to \d+ MB, the limit is"):
        blocks_of_docx(zipped(**{name: bytes(60_000_000 if name.endswith("xml") else 201_000_000)}))


def test_entities_are_not_expanded():
    bomb = docx(lambda document: document.add_paragraph("PLACE"))
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bomb)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                head, rest = data.split(b"?>", 1)
                doctype = b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                data = head + b"?>" + doctype + rest.replace(b"PLACE", b"safe &e; words")
            new.writestr(entry.filename, data)
    assert "root" not in " ".join(said(blocks_of_docx(out.getvalue())))
