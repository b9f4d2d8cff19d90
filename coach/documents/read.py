"""Bytes of a known format → blocks, with the limits that hold for every format."""

import re
from collections.abc import Callable, Sequence

from coach.documents import MOST_CHARACTERS, Block, Content, markup, pdf, plain, word
from coach.errors import DocumentError

_READERS: dict[str, Callable[[bytes], list[Block]]] = {
    "markdown": markup.blocks_of_markdown,
    "text": plain.blocks_of_text,
    "html": markup.blocks_of_html,
    "docx": word.blocks_of_docx,
}

_FEWEST_JUDGED = 5_000  # characters: shorter texts cost nothing, and may well be a list of names or keys
_UNBROKEN = re.compile(r"[!-~]{50,}+")  # printable ASCII: scripts written without spaces are not meant


def read_document(data: bytes, kind: str) -> Content:
    """Return the content of a document; `kind` is one of the values of FORMATS.

    Raises:
        DocumentError: it is empty, broken, locked, too large, no prose, or holds no text; the message names no file.
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
    if length >= _FEWEST_JUDGED and 2 * _unbroken(blocks) > length:
        raise DocumentError("most of it is words of 50 characters and more: data, not prose; leave it out.")
    return Content(blocks, found.note)


def _unbroken(blocks: Sequence[Block]) -> int:
    """Return how many characters stand in words that nobody would read; addresses of pages are none of them."""
    words = (word for block in blocks for word in _UNBROKEN.findall(block.text))
    return sum(len(word) for word in words if "://" not in word)
