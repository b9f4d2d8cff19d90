"""DOCX → blocks: headings, paragraphs, lists and tables, however deep, in their order.

Inserted text of tracked changes counts, deleted text does not; so the XML is walked here instead of through
python-docx's paragraphs, which know neither that nor content controls.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.ns import qn

from coach.documents import Block, one_line
from coach.errors import DocumentError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_MOST_UNPACKED = 200_000_000
_MOST_XML = 50_000_000
_OLE = b"\xd0\xcf\x11\xe0"  # how Office marks files that are encrypted, or older than DOCX
_BROKEN = (
    AttributeError,
    InvalidXmlError,
    KeyError,
    NotImplementedError,
    OpcError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
)  # fmt: skip  (lxml's errors of syntax are Python's)
_SKIPPED = {qn(f"w:{name}") for name in ("del", "moveFrom", "sectPr", "pPr", "rPr", "instrText", "tblPr", "tcPr")}
_SPACES = {qn(f"w:{name}") for name in ("tab", "br", "cr")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def blocks_of_docx(data: bytes) -> list[Block]:
    """Return the blocks of a Word document's body; headers, footers and notes are left out.

    Raises:
        DocumentError: it is locked, broken, no DOCX file at all, or unpacks to too much.
    """
    if data.startswith(_OLE):
        raise DocumentError("it is password-protected, or an old .doc file; save it as .docx without a password.")
    try:
        _check_size(data)
        document = Document(io.BytesIO(data))
        return list(_blocks(document.element.body, _Styles(document)))
    except _BROKEN as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DocumentError(f"it is not a readable DOCX file ({one_line(reason)}); save it again.") from None


def _check_size(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        xml = max((e.file_size for e in entries if e.filename.endswith((".xml", ".rels"))), default=0)
    if unpacked > _MOST_UNPACKED or xml > _MOST_XML:
        limit = f"{_MOST_UNPACKED // 10**6} MB, or {_MOST_XML // 10**6} MB for one part"
        raise DocumentError(f"it unpacks to {unpacked // 10**6:,} MB, the limit is {limit}; split it.")


class _Styles:
    """What the document's styles say of a paragraph."""

    def __init__(self, document: "WordDocument") -> None:
        self._name = {style.style_id: (style.name or "").lower() for style in document.styles}

    def of(self, paragraph: Any) -> str:
        properties = paragraph.find(qn("w:pPr"))
        style = properties.find(qn("w:pStyle")) if properties is not None else None
        return self._name.get(style.get(qn("w:val")), "") if style is not None else ""


def _blocks(holder: Any, styles: _Styles) -> Iterator[Block]:
    """Yield the blocks in an element, looking into content controls and whatever else wraps paragraphs."""
    for element in holder.iterchildren():
        if element.tag in _SKIPPED or element.tag == _FALLBACK:
            continue
        if element.tag == qn("w:p"):
            yield from _paragraph(element, styles)
        elif element.tag == qn("w:tbl"):
            yield from _table(element, styles)
        else:
            yield from _blocks(element, styles)


def _paragraph(element: Any, styles: _Styles) -> Iterator[Block]:
    text = one_line("".join(_pieces(element)))
    if text:
        style = styles.of(element)
        heading = re.fullmatch(r"heading ([1-9])", style)
        level = 1 if style == "title" else min(int(heading[1]), 6) if heading else 0
        listed = style.startswith("list") or element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        yield Block(text, level, listed and not level)
    for box in element.iter(qn("w:txbxContent")):  # text boxes hang on the paragraph that anchors them
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            yield from _blocks(box, styles)


def _pieces(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SPACES:
            yield " "
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag not in _SKIPPED and child.tag not in (_FALLBACK, qn("w:txbxContent")):
            yield from _pieces(child)


def _table(element: Any, styles: _Styles) -> Iterator[Block]:
    """Yield a block for each row; a table of one cell is a frame, and tables inside cells follow their row."""
    rows = list(element.iter(qn("w:tr")))
    own = [row for row in rows if next(row.iterancestors(qn("w:tbl"))) is element]
    cells = [[c for c in row.iter(qn("w:tc")) if next(c.iterancestors(qn("w:tbl"))) is element] for row in own]
    if len(cells) == 1 and len(cells[0]) == 1:
        yield from _blocks(cells[0][0], styles)
        return
    for row in cells:
        held = [list(_blocks(cell, styles)) for cell in row]
        nested = [cell.find(f".//{qn('w:tbl')}") is not None for cell in row]
        texts = [" ".join(b.text for b in blocks) for blocks, deep in zip(held, nested, strict=True) if not deep]
        line = " | ".join(text for text in texts if text)
        if line:
            yield Block(line, item=True)
        for blocks, deep in zip(held, nested, strict=True):
            if deep:
                yield from blocks
