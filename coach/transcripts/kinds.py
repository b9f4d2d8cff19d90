"""What bytes are, told by how they begin, so that a file nobody can read here gets a line that says what it is."""

from coach.errors import TranscriptError

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KINDS = {
    b"%PDF-": "a PDF; save its text as DOCX or as plain text.",
    b"{\\rtf": "an RTF file; open it in Word and save it as DOCX.",
}


def is_zip(data: bytes) -> bool:
    """Say whether bytes are a zip file, as a DOCX is."""
    return data.startswith(_ZIP)


def text_of(data: bytes) -> str:
    """Return the text in a file's bytes.

    Raises:
        TranscriptError: it is another kind of file, or not UTF-8.
    """
    if data.startswith(_OLE):
        raise TranscriptError(_of_ole(data))
    for start, what in _KINDS.items():
        if data.startswith(start):
            raise TranscriptError(what)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TranscriptError(_not_text(error.start)) from None
    if "\0" in text:
        raise TranscriptError(_not_text(data.index(0)))
    return text


def _not_text(byte: int) -> str:
    return f"not UTF-8 text (byte {byte}), nor a Word document; save it as UTF-8 text or as DOCX."


def _of_ole(data: bytes) -> str:
    """Tell what an OLE file holds by the names in its directory, which are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "protected by a password; save a copy without one."
    if "WordDocument".encode("utf-16-le") in data:
        return "an old Word document (.doc); open it in Word and save it as DOCX."
    return "an old Office file; save it as DOCX or as plain text."
