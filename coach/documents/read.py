"""Bytes of a known format → blocks, with the limits that hold for every format."""

from collections.abc import Callable

from coach.documents import MOST_CHARACTERS, Block, Content, markup, pdf, plain, word
from coach.errors import DocumentError

_READERS: dict[str, Callable[[bytes], list[Block]]] = {
    "markdown": markup.blocks_of_markdown,
    "text": plain.blocks_of_text,
    "html": markup.blocks_of_html,
    "docx": word.blocks_of_docx,
}


def read_document(data: bytes, kind: str) -> Content:
    """Return the content of a document; `kind` is one of the values of FORMATS.

    Raises:
        DocumentError: it is empty, broken, locked, too large, or holds no text; the message names no file.
    """
    if not data.strip():
        raise DocumentError("the file is empty.")
    found = pdf.content_of_pdf(data) if kind == "pdf" else Content(_READERS[kind](data))
    blocks = [block for block in found.blocks if any(c.isalnum() for c in block.text)]
    if not any(not block.level for block in blocks):
        raise DocumentError("no text was found in it.")
    length = sum(len(block.text) for block in blocks)
    if length > MOST_CHARACTERS:
        raise DocumentError(f"it holds {length:,} characters of text, the limit is {MOST_CHARACTERS:,}; split it.")
    return Content(blocks, found.note)
