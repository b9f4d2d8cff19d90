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
_ENDING = (".", "!", "?", ":", ";", "…")
_CLOSING = "\"'”’)]"
_LONGEST_COMPOUND = 100
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
    """Join lines (each on one line, without surrounding space) into blocks, in time linear in their length.

    With `hyphenated` a hyphen at the end of a line is taken for a broken word, unless the document has the
    word with its hyphen elsewhere.
    """
    lengths = sorted(len(line.text) for line in lines if line.text)
    usual = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
    compounds = _compounds(lines) if hyphenated else None
    blocks: list[Block] = []
    held: list[str] = []  # the lines of the last block
    parted = True
    for number, line in enumerate(lines):
        if not line.text:
            parted = True
            continue
        heads = _is_heading(lines, number, usual)
        if held and not blocks[-1].level and _goes_on(held[-1], line.text, parted, heads, usual):
            held.append(line.text)
        else:
            _finish(blocks, held, compounds)
            held = [line.text]
            blocks.append(Block(line.text, int(heads), not heads and bool(_MARKER.match(line.text)), line.page))
        parted = False
    _finish(blocks, held, compounds)
    return blocks


def _finish(blocks: list[Block], held: Sequence[str], compounds: frozenset[str] | None) -> None:
    if len(held) > 1:
        blocks[-1] = blocks[-1]._replace(text=_glued(held, compounds))


def _goes_on(before: str, text: str, parted: bool, heads: bool, usual: int) -> bool:
    """Say whether a line belongs to the paragraph whose last line is `before`."""
    if _MARKER.match(text):
        return False
    ended = before.rstrip(_CLOSING).endswith(_ENDING)
    if text[0].islower() and not ended:
        return True
    if parted or usual > _UNWRAPPED:
        return False
    return len(before) >= _HALF * usual if not ended else len(before) >= _FULL * usual and not heads


def _is_heading(lines: Sequence[Line], number: int, usual: int) -> bool:
    """Say whether a line, if something begins with it, is likely to be the heading of what follows."""
    text = lines[number].text
    following = next((lines[later].text for later in range(number + 1, len(lines)) if lines[later].text), "")
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


def _glued(lines: Sequence[str], compounds: frozenset[str] | None) -> str:
    """Join the lines of a paragraph, words that are broken at a hyphen into one."""
    parts = [lines[0]]
    end = lines[0][-_LONGEST_COMPOUND:]  # of what is joined so far: looking at all of it would take time squared
    for after in lines[1:]:
        broken, start = re.search(r"(\w+)-$", end), re.match(r"\w+", after)
        joint = ""
        if broken is None or start is None or not after[0].islower():
            joint = " "
        elif compounds is not None and f"{broken[1]}-{start[0]}".lower() not in compounds:
            parts[-1], end = parts[-1][:-1], end[:-1]
        parts += [joint, after]
        end = (end + joint + after)[-_LONGEST_COMPOUND:]
    return "".join(parts)


def _compounds(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words that are written with a hyphen inside a line, in lower case."""
    return frozenset(word.lower() for line in lines for word in re.findall(r"\b\w++-\w++", line.text))
