import base64
import textwrap
import time

import pytest
from document_parts import docx, pdf
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.documents import FORMATS, read
from coach.documents.read import read_document
from coach.errors import DocumentError
from coach.retrieval.cutting import cut

WORDS = "They wait until somebody tells them."
WHOLE = {
    "markdown": f"# Waiting\n\n{WORDS}".encode(),
    "text": WORDS.encode(),
    "html": f"<p>{WORDS}</p>".encode(),
    "docx": docx(lambda document: document.add_paragraph(WORDS)),
    "pdf": pdf([WORDS]),
}


@pytest.mark.parametrize("kind", sorted(set(FORMATS.values())))
def test_every_format_gives_its_words(kind):
    assert WORDS in [block.text for block in read_document(WHOLE[kind], kind).blocks]


@pytest.mark.parametrize("kind", sorted(WHOLE))
@pytest.mark.parametrize("data", [b"", b" \n\t "])
def test_a_file_of_nothing_is_empty_whatever_its_kind(kind, data):
    with pytest.raises(DocumentError, match="the file is empty"):
        read_document(data, kind)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("text", b"-----\n***"),
        ("markdown", b"# Only a heading\n"),
        ("html", b"<script>x</script>"),
        ("docx", docx(lambda document: None)),
    ],
)
def test_a_file_without_text_is_said_to_have_none(kind, data):
    with pytest.raises(DocumentError, match="no text was found"):
        read_document(data, kind)


def test_more_text_than_the_limit_is_refused_with_the_limit(monkeypatch):
    monkeypatch.setattr(read, "MOST_CHARACTERS", 1000)
    with pytest.raises(DocumentError, match=r"1,300 characters of text, the limit is 1,000; split it"):
        read_document(b"many words " * 118 + b"xx", "text")


BASE64 = base64.b64encode(bytes(range(256)) * 40).decode()


@pytest.mark.parametrize(
    "data",
    ["a" * 10_000, "a.b.c.d." * 1_250, BASE64, "\n".join(textwrap.wrap(BASE64, 76))],
    ids=["one word", "no spaces", "base64", "base64 in lines"],
)
def test_data_that_nobody_reads_is_refused_as_no_prose(data):
    with pytest.raises(DocumentError, match="characters and more: data, not prose"):
        read_document(data.encode(), "text")


@pytest.mark.parametrize(
    "text",
    [f"{WORDS}\n\n" * 300, "他们在等我决定一切。" * 1_000, f"https://example.org/{'a' * 60} " * 200, "k" * 4_000],
    ids=["prose", "Chinese", "addresses", "a key"],
)
def test_prose_a_script_without_spaces_addresses_and_a_short_text_are_no_such_data(text):
    assert read_document(text.encode(), "text").blocks


LONG = {
    "prose": ("text", f"{WORDS}\n\n"),
    "one paragraph of short lines": ("text", "They wait until\n"),
    "one letter a line": ("text", "a\n"),
    "lines without a full stop": ("text", "2024-01-12 INFO http[17] served items in 30 ms\n"),
    "words without a full stop": ("text", "wait until "),
    "paragraphs that are never closed": ("html", "<p>x"),
    "marks that are never closed": ("html", "<b>x "),
    "rows that are never closed": ("html", "<tr><td>x"),
}


@pytest.mark.parametrize("what", LONG)
def test_twenty_times_the_text_takes_not_nearly_four_hundred_times_as_long(what):
    kind, unit = LONG[what]

    def seconds(length):
        data = (unit * (length // len(unit))).encode()
        began = time.process_time()
        blocks = read_document(data, kind).blocks
        assert cut(blocks)
        return time.process_time() - began

    seconds(1_000)  # whatever is loaded at first use
    assert seconds(200_000) < 100 * max(seconds(10_000), 0.01)


def outcome(data, kind):
    """The words, or the one line that says why there are none."""
    try:
        return " ".join(block.text for block in read_document(data, kind).blocks)
    except DocumentError as error:
        return str(error)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.integers(0, 2000), st.binary(max_size=40), st.integers(0, 400))
def test_a_damaged_file_is_read_or_refused_with_an_error_of_ours(kind, place, noise, cut):
    data = WHOLE[kind]
    place %= len(data)
    said = outcome(data[:place] + noise + data[place + cut :], kind)
    assert said
    assert "\n" not in said


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_an_error_of_ours(kind, data):
    said = outcome(data, kind)
    assert said
    assert "\n" not in said
