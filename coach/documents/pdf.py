"""PDF → blocks: lines of each page joined into paragraphs, without what repeats at the edges of pages."""

import io
import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Sequence

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from coach.documents import MOST_CHARACTERS, Content, one_line
from coach.documents.plain import Line, paragraphs
from coach.errors import DocumentError

_MOST_PAGES = 3_000
_MOST_CONTENT = 5_000_000  # bytes of drawing instructions on a page; text pages have some thousands
_EDGE = 2  # lines at the top and at the bottom of a page that may be its header and footer
_FEWEST_PAGES = 3  # for something to repeat
_PAGE_NUMBER = re.compile(
    r"^(?:page |p\. ?|- ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:of|/|\|) ?\d{1,4})?(?: ?-)?$", re.IGNORECASE
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# pypdf says itself that broken files may cause other errors than its own.
_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError, PyPdfError,
    RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


def content_of_pdf(data: bytes) -> Content:
    """Return the blocks of a PDF's text layer, each with the page (from 1) that it begins on.

    Pages without a text layer are left out, and noted.

    Raises:
        DocumentError: it needs a password, is broken, too large, or has no text layer.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it comments on every oddity of a file
    try:
        pages = _pages(_opened(data))
    except DependencyError:
        raise DocumentError("it is encrypted in a way that cannot be read here; save a copy without it.") from None
    except _BROKEN as error:
        reason = one_line(str(error))[:100] or type(error).__name__
        raise DocumentError(f"it is not a readable PDF file ({reason}); save it again.") from None
    if not any(pages):
        raise DocumentError("it has no text layer (a scan?); run text recognition (OCR) over it first.")
    kept = _without_edges(pages)
    lines = [Line(text, number) for number, page in enumerate(kept, 1) for text in page]
    blank = sum(not page for page in pages)
    note = f"{blank} of {len(pages)} pages hold no text (scans or pictures?)" if blank else ""
    return Content(paragraphs(lines, hyphenated=True), note)


def _opened(data: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError("it needs a password to be opened; save a copy without one.")
    return reader


def _pages(reader: PdfReader) -> list[list[str]]:
    """Return the lines of every page, those without anything on them left out."""
    if len(reader.pages) > _MOST_PAGES:
        raise DocumentError(f"it has {len(reader.pages):,} pages, the limit is {_MOST_PAGES:,}; split it.")
    pages: list[list[str]] = []
    length = 0
    for number, page in enumerate(reader.pages, 1):
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > _MOST_CONTENT:
            raise DocumentError(
                f"page {number} holds more than {_MOST_CONTENT // 10**6} MB of drawing; leave that page out."
            )
        text = page.extract_text().translate(_LIGATURES)
        length += len(text)
        if length > 2 * MOST_CHARACTERS:
            raise DocumentError(f"it holds more than {MOST_CHARACTERS:,} characters of text, the limit; split it.")
        pages.append([line for raw in text.splitlines() if (line := one_line(raw))])
    return pages


def _without_edges(pages: Sequence[list[str]]) -> list[list[str]]:
    """Drop page numbers, and lines at the edges that stand on most pages, alike but for the page's number."""
    written = [(number, page) for number, page in enumerate(pages) if page]
    repeated: set[str] = set()
    if len(written) >= _FEWEST_PAGES:
        edges = ({key for line in page[:_EDGE] + page[-_EDGE:] for key in _keys(line, n)} for n, page in written)
        counts = Counter(key for keys in edges for key in keys)
        least = max(_FEWEST_PAGES, (len(written) + 1) // 2)
        repeated = {key for key, count in counts.items() if count >= least}
    kept = []
    for number, page in enumerate(pages):
        at_edge = [bool(_PAGE_NUMBER.match(line)) or not repeated.isdisjoint(_keys(line, number)) for line in page]
        start, end = 0, len(page)
        while start < min(end, _EDGE) and at_edge[start]:
            start += 1
        while end > max(start, len(page) - _EDGE) and at_edge[end - 1]:
            end -= 1
        kept.append(page[start:end])
    return kept if any(kept) else list(pages)


def _keys(line: str, page: int) -> set[str]:
    """Return what a line is compared by: itself, and itself with its first or last number counted from the page's."""
    keys = {line.casefold()}
    if numbers := list(re.finditer(r"[0-9]{1,6}", line)):
        for match in (numbers[0], numbers[-1]):
            keys.add(f"{line[: match.start()]}#{int(match[0]) - page}{line[match.end() :]}".casefold())
    return keys
