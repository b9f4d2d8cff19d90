"""Word documents (DOCX) → lines and tables, as they read with all tracked changes accepted.

Own walk over the document's elements, because python-docx leaves out what was inserted under tracking and what
stands in content controls. Comments, deleted and hidden text, pictures and text boxes are left out.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from coach.errors import TranscriptError
from coach.transcripts.dialogue import TIME, turns_of
from coach.transcripts.speakers import NOBODY, Speakers, plain_name
from coach.transcripts.turns import Line, Turn

_LARGEST_UNPACKED = 200_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {f"{_W}{name}" for name in ("del", "moveFrom", "drawing", "pict", "object", "pPr", "rPr")} | {_FALLBACK}
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OTHER_ZIPS = {
    "xl/": "an Excel workbook; save the conversation as DOCX or as plain text.",
    "ppt/": "a PowerPoint file; save the conversation as DOCX or as plain text.",
    "mimetype": "an OpenDocument file; save it as DOCX.",
}
_SPEAKER_TITLES = {"speaker", "name", "who", "person", "participant"}


class Paragraph(NamedTuple):
    """The text of a paragraph, a line break in it as a newline."""

    place: str
    text: str


class Row(NamedTuple):
    """A row of a table: the text of each cell."""

    place: str
    cells: tuple[str, ...]


class Document(NamedTuple):
    """The paragraphs outside tables, and the rows of each table."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[tuple[Row, ...], ...]


def read_document(data: bytes) -> Document:
    """Return what a DOCX says.

    Raises:
        TranscriptError: it is broken, too large, or another kind of file.
    """
    body = _body(data)
    paragraphs = [element for element in _within(body, "p", "tbl") if element.tag == f"{_W}p"]
    tables = list(_within(body, "tbl"))
    return Document(
        tuple(Paragraph(f"paragraph {n}", _text(element)) for n, element in enumerate(paragraphs, 1)),
        tuple(tuple(_rows(element, number)) for number, element in enumerate(tables, 1)),
    )


def document_turns(document: Document, speakers: Speakers) -> list[Turn]:
    """Return who says what in a document: in its paragraphs, or in a table with a speaker and their words a row.

    Raises:
        TranscriptError: neither is there, or both are.
    """
    rows = [row for table in document.tables for row in _spoken_rows(table)]
    told_in_rows = [row for row in rows if plain_name(row.cells[0]) in speakers]
    try:
        turns = turns_of(_lines(document), speakers)
    except TranscriptError:
        if not rows:
            raise
        turns = []
    told = any(plain_name(turn.name) in speakers for turn in turns)
    if told and told_in_rows:
        place = told_in_rows[0].place
        raise TranscriptError(f"{place}: speakers are named in a table and in paragraphs; keep one of them.")
    return _table_turns(rows) if told_in_rows or not turns else turns


def document_text(document: Document) -> str:
    """Return all text of a document: its paragraphs, then its tables, a line each."""
    rows = ["\t".join(row.cells) for table in document.tables for row in table]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *rows])


def _lines(document: Document) -> list[Line]:
    return [Line(p.place, line.strip()) for p in document.paragraphs for line in p.text.split("\n")]


def _body(data: bytes) -> Any:
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
        names = [member.filename for member in members]
        for start, what in _OTHER_ZIPS.items():
            if any(name.startswith(start) for name in names):
                raise TranscriptError(what)
        if not any(name.startswith("word/") for name in names):
            raise TranscriptError("a zip file that is no Word document; unpack it first.")
        if sum(member.file_size for member in members) > _LARGEST_UNPACKED:
            raise TranscriptError(f"unpacks to more than {_LARGEST_UNPACKED // 1_000_000} MB; save its text by itself.")
        return docx.Document(io.BytesIO(data)).element.body
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, OSError),  # a damaged package
        *(LookupError, ValueError, AttributeError, TypeError, AssertionError),  # parts missing or out of place
        *(SyntaxError, RuntimeError, NotImplementedError),  # XML that does not parse, a locked or odd zip
    ) as error:
        raise TranscriptError(
            f"a broken Word document ({type(error).__name__}); open it in Word and save it again as DOCX."
        ) from None


def _within(parent: Any, *names: str) -> Iterator[Any]:
    """Yield the nearest elements of these names in order, also those in content controls and tracked changes."""
    wanted = {f"{_W}{name}" for name in names}
    for element in parent:
        if element.tag in wanted:
            yield element
        elif element.tag not in _LEFT_OUT:
            yield from _within(element, *names)


def _text(element: Any) -> str:
    pieces: list[str] = []
    for child in element:
        tag = child.tag
        if tag in _MARKS:
            pieces.append(_MARKS[tag])
        elif tag == f"{_W}t":
            pieces.append(child.text or "")
        elif tag not in _LEFT_OUT and not _is_hidden(child):
            pieces.append(_text(child))
    return "".join(pieces)


def _is_hidden(run: Any) -> bool:
    return run.tag == f"{_W}r" and run.find(f"{_W}rPr/{_W}vanish") is not None


def _rows(table: Any, number: int) -> Iterator[Row]:
    for at, row in enumerate(_within(table, "tr"), 1):
        if row.find(f"{_W}trPr/{_W}del") is None:
            cells = _within(row, "tc")
            texts = ("\n".join(_text(block) for block in _within(cell, "p")).strip() for cell in cells)
            yield Row(f"table {number}, row {at}", tuple(texts))


def _spoken_rows(table: Sequence[Row]) -> list[Row]:
    """Return the rows of a table of speakers and words, without a column of times; nothing for another table."""
    rows = [row for row in table if any(row.cells)]
    width = max((len(row.cells) for row in rows), default=0)
    columns = [[row.cells[at] for row in rows if at < len(row.cells)] for at in range(width)]
    kept = [at for at, cells in enumerate(columns) if not _are_times(cells)]
    if len(kept) != 2 or any(len(row.cells) != width for row in rows):
        return []
    name, words = kept
    spoken = [Row(row.place, (row.cells[name].rstrip(" :"), row.cells[words])) for row in rows]
    return spoken[1:] if plain_name(spoken[0].cells[0]) in _SPEAKER_TITLES else spoken


def _are_times(column: Sequence[str]) -> bool:
    """Say whether a column, apart from its title, holds times and nothing else."""
    filled = [cell for cell in column[1:] if cell]
    return bool(filled) and all(re.fullmatch(TIME, cell) for cell in filled)


def _table_turns(rows: Sequence[Row]) -> list[Turn]:
    turns: list[Turn] = []
    for row in rows:
        name, words = row.cells
        if name or not turns:
            turns.append(Turn(name or NOBODY, words, row.place))
        else:
            turns[-1] = turns[-1]._replace(words=f"{turns[-1].words}\n{words}")
    return [turn for turn in turns if turn.words]
