"""A user's file → blocks of text: headings, paragraphs, list items and table rows, in their order.

The only owner of the libraries that read documents. It knows nothing of passages, and never looks at a path.
"""

from typing import NamedTuple

FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
}
"""What a file is, by the lower-case end of its name."""

MOST_CHARACTERS = 3_000_000  # of text in a document: more than any handbook, half an hour's work at the very most


class Block(NamedTuple):
    """A piece of text on one line: a heading (level 1 to 6) or text (level 0), and the page it begins on."""

    text: str
    level: int = 0
    item: bool = False
    page: int | None = None


class Content(NamedTuple):
    """What was read of a document: its blocks, and what a person should know was not."""

    blocks: list[Block]
    note: str = ""


def one_line(text: str) -> str:
    """Return text with every run of white space, and of characters that cannot be printed, made one space."""
    return " ".join("".join(c if c.isprintable() else "" if c in _INVISIBLE else " " for c in text).split())


_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphens and joints of no width split no word
