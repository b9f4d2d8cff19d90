"""The passage index: Chroma through LangChain, disposable, one immutable generation per content.

A generation is built in a temporary folder under a file lock and renamed to the hash of its content;
we never modify it, and older ones are removed, so a deleted text does not linger in a file. A marker
stands while a generation is being opened and queried for the first time. If it is still there at the
next start, that opening died (a garbled vector file kills the whole process), and we build anew.
It knows nothing of where passages come from or what is done with them.
"""

import hashlib
import json
import logging
import shutil
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from coach.conversation import Frozen
from coach.errors import IndexUnusableError
from coach.retrieval.passages import Passage

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

FORMAT = 1
_COLLECTION = "passages"
_BATCH = 500
_SURELY_ITSELF = 0.99
_PATIENCE = 300.0  # seconds that another process may take to build


class Hit(Frozen):
    """A passage found, with its cosine similarity to the query (1 is the same direction)."""

    passage: Passage
    score: float


def generation(passages: Sequence[Passage], encoder_sha256: str) -> str:
    """Return the name of the index for this content: a hash of everything that shapes it."""
    content = {
        "format": FORMAT,
        "chromadb": version("chromadb"),
        "encoder": encoder_sha256,
        "passages": [passage.model_dump() for passage in sorted(passages, key=lambda p: p.id)],
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


class PassageIndex:
    """An opened generation. Open once, query from any thread, close when done."""

    def __init__(
        self, folder: Path, passages: Sequence[Passage], embeddings: "Embeddings", encoder_sha256: str
    ) -> None:
        """Open the generation for these passages under `folder`, building it first where needed.

        Raises:
            IndexUnusableError: it can be neither opened nor built.
        """
        self.name = generation(passages, encoder_sha256)
        self._passages = {passage.id: passage for passage in passages}
        self._embeddings = embeddings
        self._folder = folder
        self._path = folder / self.name
        self._marker = folder / f"{self.name}.opening"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with FileLock(folder / "lock", timeout=_PATIENCE):
                if self._marker.exists():
                    shutil.rmtree(self._path, ignore_errors=True)
                if not self._path.is_dir():
                    self._build()
                self._chroma = self._open_checked()
                self._remove_others()
        except OSError as error:
            raise IndexUnusableError(f"{folder}: the passage index cannot be written or read ({error}).") from error

    def search(self, query: str, count: int = 3) -> list[Hit]:
        """Return the `count` passages nearest to the query, best first, ties by id.

        Chroma cuts through ties as it likes, so enough are fetched to hold every tie, and cut here.
        """
        vector = self._embeddings.embed_query(query)
        wanted = min(max(count, 0), len(self._passages))
        fetch = min(wanted + 1, len(self._passages))
        while wanted:
            found = self._chroma.similarity_search_by_vector_with_relevance_scores(vector, k=fetch)
            hits = [Hit(passage=self._passages[d.metadata["id"]], score=round(1 - dist, 6)) for d, dist in found]
            hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
            if fetch == len(self._passages) or hits[-1].score < hits[wanted - 1].score:
                return hits[:wanted]
            fetch = min(2 * fetch, len(self._passages))
        return []

    def passages(self) -> tuple[Passage, ...]:
        """Return every passage in it, by id."""
        return tuple(self._passages[name] for name in sorted(self._passages))

    def close(self) -> None:
        """Release Chroma's files."""
        self._chroma._client.close()  # noqa: SLF001  (langchain-chroma has no public way to close)

    def _client(self, path: Path) -> "Chroma":
        from chromadb.config import Settings
        from langchain_chroma import Chroma

        logging.getLogger("chromadb.telemetry").setLevel(logging.CRITICAL)
        return Chroma(
            collection_name=_COLLECTION,
            embedding_function=self._embeddings,
            persist_directory=str(path),
            client_settings=Settings(anonymized_telemetry=False, is_persistent=True, persist_directory=str(path)),
            collection_configuration={"hnsw": {"space": "cosine"}},
        )

    def _build(self) -> None:
        """Build in a temporary folder beside the goal, then rename: nobody ever sees half an index."""
        scratch = Path(tempfile.mkdtemp(prefix="building-", dir=self._folder))
        chroma = self._client(scratch)
        ordered = self.passages()
        for start in range(0, len(ordered), _BATCH):
            batch = ordered[start : start + _BATCH]
            chroma.add_texts(
                [_embedded_text(passage) for passage in batch],
                metadatas=[{"id": passage.id} for passage in batch],
                ids=[passage.id for passage in batch],
            )
        chroma._client.close()  # noqa: SLF001
        scratch.rename(self._path)

    def _open_checked(self) -> "Chroma":
        """Open, and query for the first time while the marker stands; what answers wrongly is built anew."""
        from chromadb.errors import ChromaError

        self._marker.touch()
        for attempt in ("opened", "rebuilt"):
            chroma: Chroma | None = None
            try:
                chroma = self._client(self._path)
                sound = self._answers(chroma)
            except ChromaError:  # files that it cannot read
                sound = False
            if chroma is not None and sound:
                self._marker.unlink()
                return chroma
            if chroma is not None:
                chroma._client.close()  # noqa: SLF001
            _forget(self._path)
            if attempt == "opened":
                shutil.rmtree(self._path)
                self._build()
        raise IndexUnusableError(f"{self._path}: a freshly built index does not answer; run `coach doctor`.")

    def _answers(self, chroma: "Chroma") -> bool:
        """Say whether everything is there, and passages from its ends and middle are found by their own text."""
        ordered = self.passages()
        if len(chroma.get(include=[])["ids"]) != len(ordered):
            return False
        for passage in (ordered[0], ordered[len(ordered) // 2], ordered[-1]):
            found = chroma.similarity_search_with_score(_embedded_text(passage), k=1)
            if not found or 1 - found[0][1] < _SURELY_ITSELF:
                return False
        return True

    def _remove_others(self) -> None:
        for path in self._folder.iterdir():
            if path.name in ("lock", self.name):
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _forget(path: Path) -> None:
    """Make Chroma forget a folder that it could not open; it keeps the failed attempt under its name."""
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient._identifier_to_system.pop(str(path), None)  # noqa: SLF001


def _embedded_text(passage: Passage) -> str:
    return f"{passage.title}\n{passage.text}"
