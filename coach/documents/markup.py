"""HTML and Markdown (by way of HTML) → blocks. Scripts, styles and navigation are left out."""

import re
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString
from markdown_it import MarkdownIt

from coach.documents import Block, one_line
from coach.documents.plain import decoded
from coach.errors import DocumentError

_LEFT_OUT = [
    "script", "style", "noscript", "template", "nav", "footer", "form", "button", "select", "svg", "iframe", "object",
    "head", "dialog",
]  # fmt: skip
_HIDDEN = "[hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search]"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {
    *_HEADINGS, "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "table", "tr", "caption", "figure",
    "figcaption", "section", "article", "aside", "header", "main", "body", "html", "address", "details", "summary",
    "hr",
}  # fmt: skip
_ITEMS = {"li", "tr", "dt", "dd"}
_CELLS = {"td", "th"}
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_NESTING = 100


def blocks_of_markdown(data: bytes) -> list[Block]:
    """Return the blocks of a Markdown file (CommonMark with tables), without front matter and comments."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    renderer = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
    return _blocks(BeautifulSoup(renderer.render(_FRONT_MATTER.sub("", text)), "html.parser"))


def blocks_of_html(data: bytes) -> list[Block]:
    """Return the blocks of a web page: of its main part, where it names one.

    Besides the encodings of text files, the one that the page declares is believed where it fits.
    """
    soup = BeautifulSoup(_page_text(data), "html.parser")
    for unwanted in soup.find_all(_LEFT_OUT):
        unwanted.decompose()
    for unwanted in soup.select(_HIDDEN):
        unwanted.decompose()
    main = soup.find("main") or soup.find(None, {"role": "main"})
    return (_blocks(main) if isinstance(main, Tag) else []) or _blocks(soup)


def _page_text(data: bytes) -> str:
    try:
        return decoded(data)
    except DocumentError:
        declared = EncodingDetector.find_declared_encoding(data, is_html=True)
        if declared is None:
            raise
        try:
            return data.decode(declared)
        except (LookupError, UnicodeDecodeError):
            raise DocumentError(f"not {declared} text, as it declares; save it as UTF-8.") from None


class _Place(NamedTuple):
    """The nearest elements around a text: a block, a table's row and its cell."""

    block: Tag
    row: Tag | None = None
    cell: Tag | None = None

    def inside(self, tag: Tag) -> "_Place":
        return _Place(
            tag if tag.name in _BLOCKS else self.block,
            tag if tag.name == "tr" else self.row,
            tag if tag.name in _CELLS else self.cell,
        )


def _blocks(root: Tag) -> list[Block]:
    """Collect the text of each block element; a table's row is one block, its cells parted by bars."""
    blocks: list[Block] = []
    # By identity, each from its parent's: a walk up from every text would take time squared where tags nest deep.
    places = {id(root): _Place(root)}
    holder: Tag | None = None
    cell: Tag | None = None
    parts: list[str] = []

    def finish() -> None:
        text = one_line("".join(parts))
        if text and holder is not None:
            blocks.append(Block(text, _HEADINGS.get(holder.name, 0), holder.name in _ITEMS))
        parts.clear()

    for node in root.descendants:
        place = places[id(node.parent)]
        if isinstance(node, Tag):
            places[id(node)] = place.inside(node)
            if node.name == "br":
                parts.append(" ")
            continue
        if type(node) is not NavigableString or not node.strip():  # comments and such are subclasses
            parts += [" "] if type(node) is NavigableString else []
            continue
        block = place.row or place.block
        if block is not holder:
            finish()
            holder, cell = block, None
        if place.row is not None and place.cell is not cell and parts:
            parts.append(" | ")
        cell = place.cell
        parts.append(str(node))
    finish()
    return blocks
