"""An opened index that others may be searching while its successor is put in its place."""

import threading
from collections.abc import Sequence

from coach.errors import IndexUnusableError
from coach.retrieval.index import Hit, PassageIndex


class Shelf:
    """An index of one version of the stock; closed when it was retired and the last search in it has ended."""

    def __init__(self, index: PassageIndex, version: int) -> None:
        """Take an opened index."""
        self.index = index
        self.version = version
        self.ids = frozenset(passage.id for passage in index.passages())
        self._searches = 0
        self._retired = False
        self._lock = threading.Lock()

    def search(self, query: str, count: int) -> Sequence[Hit]:
        """Return the passages that fit the query best.

        Raises:
            IndexUnusableError: another process has removed the files, or this shelf was retired: search its successor.
        """
        from chromadb.errors import ChromaError

        with self._lock:
            if self._retired:
                raise IndexUnusableError("The index was replaced meanwhile; search again.")
            self._searches += 1
        try:
            return self.index.search(query, count)
        except ChromaError as error:
            raise IndexUnusableError(f"The index cannot be read ({error}); run `coach doctor`.") from error
        finally:
            self._leave()

    def retire(self) -> None:
        """Let no further search begin, and close when the last has ended."""
        with self._lock:
            self._retired = True
            self._searches += 1
        self._leave()

    def _leave(self) -> None:
        with self._lock:
            self._searches -= 1
            last = self._retired and not self._searches
        if last:
            self.index.close()
