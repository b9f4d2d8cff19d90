"""Keep what users ingest: sources, their passages and vectors, each source whole or not at all.

Every change of a source counts the version of the stock up, in the same transaction; so whoever holds
passages in memory sees by one number whether they are still right. It knows nothing of files or indexes.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from coach.conversation import Frozen
from coach.errors import NoSourceError
from coach.retrieval.ingest import Document, shown
from coach.retrieval.passages import Passage
from coach.store.database import Database
from coach.store.tables import SourcePassageRow, SourceRow, StockRow

_LONGEST_SLUG = 32
_HASH_LENGTHS = (4, 8, 16, 64)


class Source(Frozen):
    """An ingested file: `id` begins the ids of its passages, `path` is where it was read, `words` of all passages."""

    id: str
    name: str
    path: str
    sha256: str
    format: str
    words: int
    passages: int
    added: datetime


class Stock(NamedTuple):
    """All passages of all sources, in their order, and the version that they are of."""

    version: int
    passages: tuple[Passage, ...]


class SourceStore(Database):
    """Sources in the SQLite file under a folder."""

    changed_elsewhere = "Another `coach ingest` stored the same file at this moment; run this one again."

    def version(self) -> int:
        """Return a number that differs after every change of a source; 0 where there never was one."""
        with self._transaction() as session:
            return _version(session)

    def stock(self) -> Stock:
        """Return every passage with the version, read at one moment."""
        with self._transaction() as session:
            session.connection().exec_driver_sql("BEGIN")  # else each SELECT would see a moment of its own
            rows = session.execute(
                select(SourcePassageRow.source, SourcePassageRow.position, SourcePassageRow.title)
                .add_columns(SourcePassageRow.text, SourcePassageRow.page, SourceRow.name)
                .join(SourceRow, SourceRow.id == SourcePassageRow.source)
                .order_by(SourcePassageRow.source, SourcePassageRow.position)
            )
            passages = tuple(
                Passage(
                    id=_passage_id(source, position),
                    title=title,
                    text=text,
                    source=name if page is None else f"{name}, page {page}",
                )
                for source, position, title, text, page, name in rows
            )
            return Stock(_version(session), passages)

    def sources(self) -> list[Source]:
        """Return every source, by name."""
        with self._transaction() as session:
            return _sources(session)

    def find(self, path: Path, sha256: str) -> tuple[Source | None, Source | None]:
        """Return the source that was read from this path, and the one with this very content."""
        with self._transaction() as session:
            found = _sources(session, (SourceRow.path == str(path)) | (SourceRow.sha256 == sha256))
        by_path = next((source for source in found if source.path == str(path)), None)
        return by_path, next((source for source in found if source.sha256 == sha256), None)

    def put(self, document: Document, vectors: Sequence[ArrayLike], encoder_sha256: str) -> Source:
        """Store a document with a vector for each piece, in place of what was read from the same path before.

        Where this very content is stored already, under whatever path, that source is returned instead.
        """
        path = str(document.path)
        with self._transaction() as session:
            _count_up(session)  # first, because it takes the lock that makes the rest one moment
            known = _sources(session, SourceRow.sha256 == document.sha256)
            if known:
                session.rollback()
                return known[0]
            replaced = session.execute(delete(SourceRow).where(SourceRow.path == path)).rowcount  # type: ignore[attr-defined]
            name = _free_name(session, document.path)
            source = _free_id(session, document.path.stem, document.sha256)
            words = sum(len(piece.text.split()) for piece in document.pieces)
            session.add(
                SourceRow(
                    id=source, name=name, path=path, sha256=document.sha256, format=document.format, words=words,
                    added=datetime.now(UTC),
                )
            )  # fmt: skip
            session.flush()
            session.add_all(
                SourcePassageRow(
                    source=source, position=position, title=piece.title, text=piece.text, page=piece.page,
                    encoder_sha256=encoder_sha256, vector=_bytes(vector),
                )
                for position, (piece, vector) in enumerate(zip(document.pieces, vectors, strict=True), 1)
            )  # fmt: skip
            session.flush()
            stored = _sources(session, SourceRow.id == source)[0]
        if replaced:
            self._wipe()
        return stored

    def move(self, source: str, path: Path) -> Source:
        """Note that a source's file is now at another path; its passages keep their ids."""
        with self._transaction() as session:
            _count_up(session)
            name = _free_name(session, path, apart_from=source)
            session.execute(update(SourceRow).where(SourceRow.id == source).values(path=str(path), name=name))
            return _sources(session, SourceRow.id == source)[0]

    def named(self, name_or_path: str) -> Source:
        """Return the source of that name, else the one that was read from that path.

        Raises:
            NoSourceError: there is none.
        """
        with self._transaction() as session:
            path = str(Path(name_or_path).resolve())
            found = _sources(session, (SourceRow.name == name_or_path) | (SourceRow.path == path))
        if not found:
            raise NoSourceError(f"{name_or_path}: no such source; `coach ingest --list` shows what there is.")
        return min(found, key=lambda source: source.name != name_or_path)

    def remove(self, source: str) -> bool:
        """Delete a source by its id; return whether its words are gone from the file already.

        They are not while another program is reading the file: then they go when that is done.
        """
        with self._transaction() as session:
            _count_up(session)
            session.execute(delete(SourceRow).where(SourceRow.id == source))
        return self._wipe()

    def vectors(self, encoder_sha256: str) -> dict[str, list[float]]:
        """Return passage id → vector, of those that this very encoder made."""
        query = select(SourcePassageRow.source, SourcePassageRow.position, SourcePassageRow.vector)
        with self._transaction() as session:
            rows = session.execute(query.where(SourcePassageRow.encoder_sha256 == encoder_sha256))
            return {_passage_id(source, n): np.frombuffer(raw, "<f4").tolist() for source, n, raw in rows}

    def keep_vectors(self, encoder_sha256: str, vectors: Mapping[str, ArrayLike]) -> None:
        """Replace vectors that another encoder made, by passage id; the passages stay as they are."""
        with self._transaction() as session:
            for name, vector in vectors.items():
                source, position = name.rsplit("-", 1)
                session.execute(
                    update(SourcePassageRow)
                    .where(SourcePassageRow.source == source, SourcePassageRow.position == int(position))
                    .values(encoder_sha256=encoder_sha256, vector=_bytes(vector))
                )


def _passage_id(source: str, position: int) -> str:
    return f"{source}-{position:03}"


def _bytes(vector: ArrayLike) -> bytes:
    return np.asarray(vector, dtype="<f4").tobytes()


def _version(session: Session) -> int:
    return session.scalar(select(StockRow.version)) or 0


def _count_up(session: Session) -> None:
    counted = session.execute(update(StockRow).values(version=StockRow.version + 1))
    if not counted.rowcount:  # type: ignore[attr-defined]
        session.add(StockRow(id=1, version=1))
        session.flush()


def _sources(session: Session, *conditions: object) -> list[Source]:
    counted = select(func.count()).where(SourcePassageRow.source == SourceRow.id).scalar_subquery()
    query = select(SourceRow, counted).where(*conditions).order_by(SourceRow.name)  # type: ignore[arg-type]
    return [
        Source(
            id=row.id, name=row.name, path=row.path, sha256=row.sha256, format=row.format, words=row.words,
            passages=number, added=row.added.replace(tzinfo=UTC),
        )
        for row, number in session.execute(query)
    ]  # fmt: skip


def _free_name(session: Session, path: Path, apart_from: str = "") -> str:
    """Return the file's name, with as many folders before it as it takes to tell it from other sources."""
    taken = set(session.scalars(select(SourceRow.name).where(SourceRow.id != apart_from)))
    names = (shown(Path(*path.parts[-count:])) for count in range(1, len(path.parts) + 1))
    return next((name for name in names if name not in taken), str(path))


def _free_id(session: Session, stem: str, sha256: str) -> str:
    """Return a readable beginning for passage ids, with as much of the hash as it takes to be the only one."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_SLUG].strip("-") or "source"
    taken: Iterable[str] = set(session.scalars(select(SourceRow.id)))
    return next(name for length in _HASH_LENGTHS if (name := f"{slug}-{sha256[:length]}") not in taken)
