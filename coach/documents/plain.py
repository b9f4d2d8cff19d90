"""Plain text, and lines of text wherever they come from → paragraphs, list items and likely headings.

Lines are joined into paragraphs. Where two paragraphs are told apart by no empty line, the ends of short
lines tell; a line that goes on in lower case belongs to the sentence before, whatever lies between.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coach.documents import MOST_CHARACTERS, Block, one_line
from coach.errors import DocumentError

_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MARKER = re.compile(r"^(?:[-*•‣▪●–]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+(?=\S)")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_HEADING_WORDS = 10
_UNWRAPPED = 120  # where lines are longer than this, each is a paragraph of its own
_FULL, _HALF = 0.8, 0.5  # of the usual length: shorter lines ended early, because something ended there


class Line(NamedTuple):
    """A line of text and its page; an empty one parts paragraphs."""

    text: str
    page: int | None = None


def decoded(data: bytes) -> str:
    """Return text that is UTF-8, or UTF-16 with a byte order mark.

    Raises:
        DocumentError: it is neither, or far too long.
    """
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"not {encoding.removesuffix('-sig').upper()} text (byte {error.start}); save it as UTF-8."
        ) from None
    if "\0" in text:
        raise DocumentError("not a text file (it holds zero bytes); save it as UTF-8 text.")
    if len(text) > 4 * MOST_CHARACTERS:
        raise DocumentError(f"it has {len(text):,} characters, the limit is {4 * MOST_CHARACTERS:,}; split it.")
    return text


def blocks_of_text(data: bytes) -> list[Block]:
    """Return the blocks of a text file."""
    return paragraphs([Line(one_line(line)) for line in decoded(data).splitlines()])


def paragraphs(lines: Sequence[Line], hyphenated: bool = False) -> list[Block]:
    """Join lines (each on one line, without surrounding space) into blocks.

    With `hyphenated` a hyphen at the end of a line is taken for a broken word, unless the document has the
    word with its hyphen elsewhere.
    """
    lengths = sorted(len(line.text) for line in lines if line.text)
    usual = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
    compounds = _compounds(lines) if hyphenated else None
    blocks: list[Block] = []
    parted, last_length = True, 0
    for number, line in enumerate(lines):
        if not line.text:
            parted = True
            continue
        heads = _is_heading(lines, number, usual)
        if blocks and _goes_on(blocks[-1], line.text, parted, heads, usual, last_length):
            blocks[-1] = blocks[-1]._replace(text=_glued(blocks[-1].text, line.text, compounds))
        else:
            blocks.append(Block(line.text, int(heads), not heads and bool(_MARKER.match(line.text)), line.page))
        parted, last_length = False, len(line.text)
    return blocks


def _goes_on(before: Block, text: str, parted: bool, heads: bool, usual: int, last_length: int) -> bool:
    """Say whether a line belongs to the block before it."""
    if before.level or _MARKER.match(text):
        return False
    ended = bool(_ENDED.search(before.text))
    if text[0].islower() and not ended:
        return True
    if parted or usual > _UNWRAPPED:
        return False
    return last_length >= _HALF * usual if not ended else last_length >= _FULL * usual and not heads


def _is_heading(lines: Sequence[Line], number: int, usual: int) -> bool:
    """Say whether a line, if something begins with it, is likely to be the heading of what follows."""
    text = lines[number].text
    following = next((line.text for line in lines[number + 1 :] if line.text), "")
    bullet = _MARKER.match(text) and not text[0].isdigit()
    alone = number + 1 < len(lines) and not lines[number + 1].text
    if bullet or not following or not (alone or len(text) < 0.6 * usual):
        return False
    return _titular(text) and not following[0].islower() and not _titular(following)


def _titular(text: str) -> bool:
    return (
        len(text.split()) <= _HEADING_WORDS
        and (text[0].isupper() or text[0].isdigit())
        and any(c.isalpha() for c in text)
        and not re.search(r"[.!?:;,…\"”’'-]$", text)
    )


def _glued(before: str, after: str, compounds: frozenset[str] | None) -> str:
    broken = re.search(r"(\w+)-$", before)
    start = re.match(r"\w+", after)
    if broken is None or start is None or not after[0].islower():
        return f"{before} {after}"
    if compounds is None or f"{broken[1]}-{start[0]}".lower() in compounds:
        return before + after
    return before[:-1] + after


def _compounds(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words that are written with a hyphen inside a line, in lower case."""
    return frozenset(word.lower() for line in lines for word in re.findall(r"\w+-\w+", line.text))
