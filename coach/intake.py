"""Add a user's files to the library and take sources out: what `coach ingest` does.

Each file is stored whole or not at all, one after the other; one that cannot be read stops no other. It
knows nothing of formats or of how a passage is found.
"""

import os
import shlex
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coach.encoder.embedder import Vector
from coach.errors import DocumentError, NoSourceError
from coach.library import KeptLibrary
from coach.retrieval.ingest import Document, Raw, cut_file, find_documents, nameable, read_file, shown

if TYPE_CHECKING:
    from coach.store.sources import Source

_THREADS = min(4, os.cpu_count() or 1)


class Outcome(NamedTuple):
    """One line on what became of a file or source, and whether something was wrong with it."""

    line: str
    wrong: bool = False


def ingest(library: KeptLibrary, patterns: Iterable[str], show_progress: bool) -> Iterator[Outcome]:
    """Ingest every file that paths, folders and globs mean, each once, and then bring the index up to date."""
    version = library.store().version()
    seen: set[Path] = set()
    for pattern in patterns:
        try:
            found = find_documents(pattern)
        except DocumentError as error:
            yield Outcome(str(error), wrong=True)
            continue
        for path in found:
            real = Path(os.path.realpath(path))
            if real not in seen:
                seen.add(real)
                yield _ingested(library, path, show_progress)
    if library.store().version() != version:
        library.refresh()


def remove(library: KeptLibrary, names: Iterable[str]) -> Iterator[Outcome]:
    """Take sources out, by name or by the path that they were read from."""
    for name in names:
        try:
            source = library.store().named(name)
        except NoSourceError as error:
            yield Outcome(str(error), wrong=True)
            continue
        gone = library.remove(source.id)
        later = "" if gone else "; another program is reading the store, so its words leave the disk when that ends"
        yield Outcome(f"{source.name}: removed, {_counted(source.passages)}{later}")


def _ingested(library: KeptLibrary, path: Path, show_progress: bool) -> Outcome:
    store = library.store()
    try:
        raw = read_file(path)
        here, same = store.find(raw.path, raw.sha256)
        if same is not None and same == here:
            return Outcome(f"{same.name}: unchanged, {_counted(same.passages)}")
        if same is not None:
            if here is not None:  # it used to hold something else
                library.remove(here.id)
            return _known(library, raw, same)
        document = cut_file(raw)
    except DocumentError as error:
        return Outcome(f"{error}{_kept(library, path)}", wrong=True)
    stored = store.put(document, _vectors(library, document, show_progress), library.encoder().sha256)
    note = f"; {document.note}" if document.note else ""
    if here is None:
        return Outcome(f"{stored.name}: added, {_counted(stored.passages)}{note}")
    return Outcome(f"{stored.name}: replaced, {_counted(stored.passages)} instead of {here.passages}{note}")


def _kept(library: KeptLibrary, path: Path) -> str:
    """Say what is still stored of a file that could be read once and cannot be any more."""
    real = Path(os.path.realpath(path))  # where links go in a circle, Path.resolve has an error of its own
    source = library.store().find(real, "")[0] if nameable(real) else None
    if source is None:
        return ""
    again = f"`coach ingest --remove {shlex.quote(source.name)}` takes it out"
    return f" What was ingested from it before is kept ({_counted(source.passages)}); {again}."


def _known(library: KeptLibrary, raw: Raw, same: "Source") -> Outcome:
    """Say that content is known from another path, or let the file take over what that path holds no longer."""
    try:
        there = read_file(Path(same.path)).sha256 == same.sha256
    except DocumentError:
        there = False
    if there:
        return Outcome(f"{shown(raw.path)}: the same content as {same.name} ({same.path}); nothing to add")
    moved = library.store().move(same.id, raw.path)
    return Outcome(f"{moved.name}: was at {same.path} before; {_counted(moved.passages)} kept")


def _vectors(library: KeptLibrary, document: Document, show_progress: bool) -> list[Vector]:
    from tqdm import tqdm

    library.encoder()  # loaded once, before the threads ask for it
    with ThreadPoolExecutor(_THREADS) as pool:
        made = pool.map(lambda piece: library.embed(piece.title, piece.text), document.pieces)
        name, total = shown(Path(document.path.name)), len(document.pieces)
        bar = tqdm(made, name, total, leave=False, unit=" passages", disable=not show_progress, file=sys.stderr)
        return list(bar)


def _counted(passages: int) -> str:
    return "1 passage" if passages == 1 else f"{passages:,} passages"
