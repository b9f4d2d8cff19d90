import pytest
from document_parts import docx, pdf
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.documents import FORMATS, read
from coach.documents.read import read_document
from coach.errors import DocumentError

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
