"""A user's file on disk → a document in pieces, ready to be embedded and stored.

It finds the files that paths, folders and globs mean, reads each once, within limits, and cuts it. It knows
nothing of the store, the index or the encoder.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coach.conversation import Frozen
from coach.documents import FORMATS
from coach.errors import DocumentError
from coach.retrieval.cutting import Piece, cut

MOST_BYTES = 50_000_000
MOST_PASSAGES = 10_000  # the most text that is read, in the shortest passages, makes some 9,000
_KINDS = "Markdown, text, PDF, DOCX or HTML"
_CLUTTER = {"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"}  # besides hidden files, in lower case


class Document(Frozen):
    """A file's content in pieces; `path` is absolute and without links, `sha256` is of its bytes.

    `note` is what a person should know was not read.
    """

    path: Path
    sha256: str
    format: str
    pieces: tuple[Piece, ...]
    note: str = ""


class Raw(NamedTuple):
    """A file as it was read, not looked into yet."""

    path: Path
    data: bytes
    sha256: str
    format: str


def find_documents(pattern: str) -> list[Path]:
    """Return what one path, folder (with everything below) or glob means, sorted.

    Whatever lies there is returned, whether `read_file` can read it or says why not. Only hidden files, lock
    files of word processors and what systems leave in folders are passed over, unless named themselves. Links to
    folders are not followed; of them, those that lead out of the folder are returned.

    Raises:
        DocumentError: there is nothing of the kind.
    """
    path = Path(pattern)
    try:
        if path.is_dir():
            found, nothing = list(_below(path)), "the folder holds no files"
        elif path.exists() or path.is_symlink():
            return [path]
        else:
            found, nothing = list(_matching(path)), "no such file or folder"
    except OSError as error:
        raise DocumentError(f"{shown(path)}: cannot be read ({error.strerror}).") from None
    if not found:
        raise DocumentError(f"{shown(path)}: {nothing}.")
    return sorted(found)


def _matching(pattern: Path) -> Iterator[Path]:
    """Yield what a glob means, folders apart; `**` does not follow links to folders."""
    root = Path(pattern.anchor)
    try:
        for path in root.glob(str(pattern.relative_to(root))):
            if not path.is_dir() and not any(map(_passed_over, path.relative_to(root).parts)):
                yield path
    except ValueError:  # no glob at all, like a**b
        return


def _below(folder: Path) -> Iterator[Path]:
    real = folder.resolve()
    closed: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=closed.append):  # follows no links, so there are no loops
        folders[:] = [name for name in folders if not _passed_over(name)]
        links = (Path(here, name) for name in folders if Path(here, name).is_symlink())
        yield from (link for link in links if not link.resolve().is_relative_to(real))
        yield from (Path(here, name) for name in files if not _passed_over(name))
    yield from (Path(error.filename) for error in closed)


def _passed_over(name: str) -> bool:
    return (name.startswith((".", "~$")) and name != "..") or name.lower() in _CLUTTER


def read_file(path: Path) -> Raw:
    """Read a file's bytes, once.

    Raises:
        DocumentError: it is no file of a known kind, cannot be read, or is too large.
    """
    kind = FORMATS.get(path.suffix.lower())
    try:
        if not path.is_file():
            raise DocumentError(f"{shown(path)}: {_no_file(path)}.")
        if path.name.startswith("~$"):
            raise DocumentError(f"{shown(path)}: a word processor's lock file, not a document; leave it out.")
        if kind is None:
            raise DocumentError(f"{shown(path)}: this kind of file cannot be read; save it as {_KINDS}.")
        real = path.resolve()
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DocumentError(f"{shown(path)}: cannot be read ({error.strerror}).") from None
    if len(data) > MOST_BYTES:
        raise DocumentError(f"{shown(path)}: larger than {MOST_BYTES // 10**6} MB, the limit for one file; split it.")
    if not nameable(real):
        raise DocumentError(f"{shown(path)}: its name or folder is not UTF-8 text; rename it.")
    return Raw(real, data, hashlib.sha256(data).hexdigest(), kind)


def _no_file(path: Path) -> str:
    """Say why there is no file."""
    if path.is_dir():
        if path.is_symlink():
            return f"a link to a folder, which is not followed; give {shown(path.resolve())} as well if it is meant"
        return "a folder that cannot be opened; change its permissions"
    if path.exists():
        return "not a file"
    return "no such file (a link to nothing); mend or remove it" if path.is_symlink() else "no such file"


def cut_file(raw: Raw) -> Document:
    """Return the document that a file's bytes are.

    Raises:
        DocumentError: it is empty, broken, locked, no prose, or larger than can be used.
    """
    from coach.documents.read import read_document

    try:
        content = read_document(raw.data, raw.format)
    except DocumentError as error:
        raise DocumentError(f"{shown(raw.path)}: {error}") from None
    pieces = tuple(cut(content.blocks))
    if len(pieces) > MOST_PASSAGES:
        limit = f"{len(pieces):,} passages, the limit is {MOST_PASSAGES:,}"
        raise DocumentError(f"{shown(raw.path)}: it would make {limit}; split it.")
    return Document(path=raw.path, sha256=raw.sha256, format=raw.format, pieces=pieces, note=content.note)


def nameable(path: Path) -> bool:
    """Say whether a path is text all through; others no database takes."""
    return "\\udc" not in ascii(str(path))


def shown(path: Path) -> str:
    """Return a path as it can be printed on one line; what is no text in it is escaped or marked."""
    text = str(path).encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)
