"""The library that a coach cites: the shipped guide and what the user ingested, both searched as one.

The store is the truth, the index is made from it. Before each search one number tells whether another
thread or process has changed the sources; then a new index is opened beside the old one. A search waits
for that only so long, and goes on with the old index, from which it leaves out what was removed.
It knows nothing of files and of how they are read.
"""

import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from filelock import FileLock

from coach.encoder.embedder import SentenceEncoder, Vector
from coach.errors import IndexUnusableError
from coach.retrieval.index import Hit, PassageIndex, embedded_text, generation
from coach.retrieval.passages import Passage
from coach.retrieval.shelf import Shelf
from coach.store import FILE

if TYPE_CHECKING:
    from coach.store.sources import SourceStore

LONGEST_WAIT = 3.0  # seconds that a search waits for news when an older index can answer
_PATIENCE = 600.0  # seconds that another process may hold the index
_ATTEMPTS = 3


class _Stock(NamedTuple):
    version: int
    passages: Mapping[str, Passage]


class KeptLibrary:
    """The guide and the sources in a data folder; safe to share between threads and processes.

    Nothing is opened before it is needed: no store where none was made yet, no index before a search.
    """

    def __init__(
        self,
        folder: Path,
        guide: Iterable[Passage],
        load_encoder: Callable[[], SentenceEncoder],
        sources: bool = True,
        longest_wait: float = LONGEST_WAIT,
    ) -> None:
        """Take the data folder, the guide's passages and what loads the encoder; without `sources`, the guide alone."""
        self._folder = folder
        self._guide = tuple(guide)
        self._load_encoder = load_encoder
        self._with_sources = sources
        self._longest_wait = longest_wait
        self._lock = threading.RLock()
        self._store: SourceStore | None = None
        self._stock = _Stock(0, {passage.id: passage for passage in self._guide})
        self._encoder: SentenceEncoder | None = None
        self._shelf: Shelf | None = None
        self._opener: ThreadPoolExecutor | None = None
        self._opening: Future[None] | None = None

    @property
    def passages(self) -> Mapping[str, Passage]:
        """Every passage there is now, by id: a mapping that stays as it is when the sources change."""
        return self._current().passages

    @property
    def guide(self) -> Sequence[Passage]:
        """The passages that were shipped."""
        return self._guide

    def search(self, query: str, count: int) -> Sequence[Hit]:
        """Return the `count` passages that fit the query best, of those there are now.

        Raises:
            IndexUnusableError: no index can be opened or built.
        """
        for attempt in range(1, _ATTEMPTS + 1):
            stock = self._current()
            shelf = self._shelf_for(stock.version)
            removed = len(shelf.ids - stock.passages.keys())
            try:
                hits = shelf.search(query, count + removed)
            except IndexUnusableError:  # another process has put a newer index in its place
                self._drop(shelf)
                if attempt == _ATTEMPTS:
                    raise
                continue
            return [hit for hit in hits if stock.passages.get(hit.passage.id) == hit.passage][:count]
        return []

    def store(self) -> "SourceStore":
        """Return the store of the sources, made where there is none."""
        from coach.store.sources import SourceStore

        with self._lock:
            if self._store is None:
                self._store = SourceStore(self._folder)
            return self._store

    def encoder(self) -> SentenceEncoder:
        """Return the encoder that passages and queries are embedded with."""
        with self._lock:
            if self._encoder is None:
                self._encoder = self._load_encoder()
            return self._encoder

    def embed(self, title: str, text: str) -> Vector:
        """Return the vector of a passage of this title and text."""
        return self.encoder().encode(embedded_text(Passage(id="", title=title, text=text, source="")))

    def refresh(self) -> None:
        """Open the index of what is stored now, however long it takes; older ones leave the disk."""
        self._open()

    def remove(self, source: str) -> bool:
        """Take a source out by its id, the index first; return whether its words have left the store's file already."""
        with self._exclusive():
            for path in self._index_folder.glob("*/"):
                shutil.rmtree(path, ignore_errors=True)
            gone = self.store().remove(source)
        self.refresh()
        return gone

    def close(self) -> None:
        """Release every file."""
        with self._lock:
            opener, self._opener = self._opener, None
        if opener is not None:
            opener.shutdown()
        with self._lock:
            if self._shelf is not None:
                self._shelf.retire()
                self._shelf = None
            if self._store is not None:
                self._store.close()
                self._store = None

    @property
    def _index_folder(self) -> Path:
        return self._folder / "index"

    def has_store(self) -> bool:
        """Say whether there is anything to ask about sources: else asking would make a store."""
        return self._with_sources and (self._store is not None or (self._folder / FILE).exists())

    @contextmanager
    def _exclusive(self) -> Iterator[None]:
        """Hold the lock under which the index is brought to the stock, so that an older one never comes after."""
        lock = FileLock(self._folder / "library.lock", timeout=_PATIENCE, mode=0o600)
        try:
            lock.acquire()
        except OSError as error:
            raise IndexUnusableError(f"{self._folder}: another program holds the library ({error}).") from error
        try:
            yield
        finally:
            lock.release()

    def _current(self) -> _Stock:
        with self._lock:
            if self.has_store() and self.store().version() != self._stock.version:
                version, passages = self.store().stock()
                self._stock = _Stock(version, {passage.id: passage for passage in (*passages, *self._guide)})
            return self._stock

    def _shelf_for(self, version: int) -> Shelf:
        """Return the shelf of this version or a later one; an older one where that takes too long."""
        latest = time.monotonic() + self._longest_wait
        while True:
            with self._lock:
                shelf = self._shelf
                if shelf is not None and shelf.version >= version:
                    return shelf
                if self._opening is None or self._opening.done():
                    self._opener = self._opener or ThreadPoolExecutor(1, thread_name_prefix="library")
                    self._opening = self._opener.submit(self._open)
                opening = self._opening
            if shelf is None:
                opening.result()
                continue
            try:
                opening.result(max(latest - time.monotonic(), 0))
            except TimeoutError:
                return shelf

    def _drop(self, shelf: Shelf) -> None:
        with self._lock:
            if self._shelf is shelf:
                self._shelf = None
        shelf.retire()

    def _open(self) -> None:
        """Bring the index to what is stored, and put it in the place of the one that was open."""
        if not self._current().version:  # nothing was ever ingested: the guide alone needs no care
            self._put(self._opened(self._current()))
            return
        with self._exclusive():
            self._put(self._opened(self._current()))

    def _opened(self, stock: _Stock) -> Shelf:
        from coach.retrieval.embedder import OnnxEmbeddings

        encoder = self.encoder()
        passages = tuple(stock.passages.values())
        with self._lock:
            before = self._shelf
        if before is not None and before.index.name == generation(passages, encoder.sha256):
            if (self._index_folder / before.index.name).is_dir():
                before.version = stock.version
                return before
            self._drop(before)  # its files are gone, and Chroma would go on with them as long as it has them open
        vectors = self._vectors(stock, encoder) if len(passages) > len(self._guide) else {}
        index = PassageIndex(self._index_folder, passages, OnnxEmbeddings(encoder), encoder.sha256, vectors)
        return Shelf(index, stock.version)

    def _vectors(self, stock: _Stock, encoder: SentenceEncoder) -> Mapping[str, Sequence[float]]:
        """Return the stored vectors, after making anew those that another encoder made."""
        vectors = self.store().vectors(encoder.sha256)
        own = {passage.id for passage in self._guide}
        missing = [passage for name, passage in stock.passages.items() if name not in vectors and name not in own]
        if missing:
            made = {passage.id: self.embed(passage.title, passage.text) for passage in missing}
            self.store().keep_vectors(encoder.sha256, made)
            vectors = self.store().vectors(encoder.sha256)
        return vectors

    def _put(self, shelf: Shelf) -> None:
        with self._lock:
            before, self._shelf = self._shelf, shelf
        if before is not None and before is not shelf:
            before.retire()
