import io

import pytest
from document_parts import pdf, said
from pypdf import PdfWriter
from pypdf.errors import DependencyError

from coach.documents import pdf as module
from coach.documents.pdf import content_of_pdf
from coach.errors import DocumentError

FULL = "People who are told everything learn one thing only, and that is to wait for"


def read(*pages, **more):
    return said(content_of_pdf(pdf(*pages, **more)).blocks)


def test_lines_become_paragraphs_and_a_short_line_ends_one():
    assert read([FULL, "the next word.", FULL, "another."]) == [f"{FULL} the next word.", f"{FULL} another."]


def test_a_short_line_without_a_full_stop_above_text_is_a_heading():
    assert read(["Why people wait", FULL, "a word.", "What to do", FULL, "it."]) == [
        "# Why people wait", f"{FULL} a word.", "# What to do", f"{FULL} it."
    ]  # fmt: skip


def test_words_broken_at_line_ends_are_joined():
    assert read([f"{FULL} their man-", "ager to decide."]) == [f"{FULL} their manager to decide."]


def test_a_paragraph_goes_on_over_the_page_and_belongs_to_the_page_where_it_began():
    (block,) = content_of_pdf(pdf([FULL], ["the next word."])).blocks
    assert (block.text, block.page) == (f"{FULL} the next word.", 1)


def test_headers_footers_and_page_numbers_that_repeat_are_dropped():
    names = ["Anna", "Berta", "Carla", "Dora"]
    pages = [
        ["The Handbook 2024", f"{FULL} {name}.", f"Acme Ltd, page {number} of 9", str(number)]
        for number, name in enumerate(names, 1)
    ]
    assert " ".join(read(*pages)) == " ".join(f"{FULL} {name}." for name in names)


def test_a_line_that_stands_on_few_pages_is_text():
    pages = [["Only once, at the top of it all.", FULL + " it."], [FULL + " that."], [FULL + " this."]]
    assert "Only once, at the top of it all." in read(*pages)


def test_pages_that_are_all_alike_are_not_dropped_whole():
    assert read(*[["The same words."]] * 4) == [" ".join(["The same words."] * 4)]


def test_pages_without_text_are_left_out_and_noted():
    content = content_of_pdf(pdf([], [FULL + " it."], []))
    assert said(content.blocks) == [f"{FULL} it."]
    assert content.note == "2 of 3 pages hold no text (scans or pictures?)"


def test_a_scan_is_said_to_be_one():
    with pytest.raises(DocumentError, match=r"no text layer \(a scan\?\).*OCR"):
        read([], [])


def test_a_password_is_said_to_be_needed():
    with pytest.raises(DocumentError, match=r"needs a password.*save a copy without one"):
        read([FULL], password="secret")


def test_an_encryption_that_pypdf_cannot_undo_is_said_to_be_one(monkeypatch):
    def lacks_a_library(*_):
        raise DependencyError("cryptography>=3.1 is required for AES algorithm")

    monkeypatch.setattr(module.PdfReader, "decrypt", lacks_a_library)
    with pytest.raises(DocumentError, match="encrypted in a way that cannot be read here; save a copy without it"):
        read([FULL], password="secret")


def test_a_file_that_only_restricts_printing_is_read():
    assert read([FULL + " it."], owner="secret") == [f"{FULL} it."]


@pytest.mark.parametrize("data", [b"%PDF-1.7\ngarbage", b"no pdf at all", pdf([FULL])[:300], pdf([FULL])[200:]])
def test_a_broken_file_is_one_line(data):
    with pytest.raises(DocumentError) as caught:
        content_of_pdf(data)
    assert "\n" not in str(caught.value)


def test_more_pages_than_the_limit_are_refused_with_the_limit(monkeypatch):
    monkeypatch.setattr(module, "_MOST_PAGES", 2)
    with pytest.raises(DocumentError, match="it has 3 pages, the limit is 2; split it"):
        read([FULL], [FULL], [FULL])


def test_a_page_that_unpacks_to_far_too_much_is_refused():
    writer = PdfWriter(clone_from=io.BytesIO(pdf([FULL] * 80_000)))
    for page in writer.pages:
        page.compress_content_streams()
    out = io.BytesIO()
    writer.write(out)
    assert len(out.getvalue()) < 100_000
    with pytest.raises(DocumentError, match="page 1 holds more than 5 MB"):
        content_of_pdf(out.getvalue())
