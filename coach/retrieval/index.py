"""The passage index: nearness of meaning and shared words (BM25), joined.

Disposable, one immutable generation per content, its vectors in Chroma through LangChain. A generation is
built in a temporary folder under a file lock and renamed to the hash of its content; we never modify it,
and older ones are removed, so a deleted text does not linger in a file. A marker stands while a generation
is being opened and read. If it is still there at the next start, that opening died (a garbled vector file
kills the whole process), and we build anew.

Searching is exact, over vectors read once, and needs no file. Chroma's own search is approximate: its graph
comes out differently in every build, and among 20,000 generated vectors in clusters it found 54 % of the
guide's passages that were truly near (98 % with a graph four times as wide). The exact scan takes no longer.
It knows nothing of where passages come from or what is done with them.
"""

import hashlib
import json
import logging
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from coach.conversation import Frozen
from coach.errors import IndexUnusableError
from coach.retrieval.passages import Passage
from coach.retrieval.scrub import scrub
from coach.retrieval.word_index import WordIndex, build_word_index

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

FORMAT = 2
_COLLECTION = "passages"
_WORDS = "words"
_BATCH = 500
# What the best match of words is worth beside a cosine. In nDCG@10 this sum is ahead of reciprocal rank fusion
# in the guide alone and of cosines in a larger library; the other two leads are within noise (`make evals`).
# Adding scores over adding ranks: Bruch, Gai and Ingber 2023.
_WORDS_WEIGHT = 0.1
_DIGITS = 6  # beyond which two scores are a tie
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
        "libraries": {name: version(name) for name in ("chromadb", "bm25s", "pystemmer")},
        "encoder": encoder_sha256,
        "passages": [passage.model_dump() for passage in sorted(passages, key=lambda p: p.id)],
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


class PassageIndex:
    """An opened generation. Open once, query from any thread."""

    def __init__(
        self,
        folder: Path,
        passages: Sequence[Passage],
        embeddings: "Embeddings",
        encoder_sha256: str,
        vectors: Mapping[str, Sequence[float]] | None = None,
    ) -> None:
        """Open the generation for these passages under `folder`, building it first where needed.

        `vectors` gives, by passage id, what this encoder made of a passage's `embedded_text` earlier;
        those passages are not embedded again.

        Raises:
            IndexUnusableError: it can be neither opened nor built.
        """
        self.name = generation(passages, encoder_sha256)
        self._passages = {passage.id: passage for passage in sorted(passages, key=lambda passage: passage.id)}
        self._ids = list(self._passages)
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
                    self._build(vectors or {})
                self._directions, self._words = self._open_checked(vectors or {})
                scrub(self._path)
                self._remove_others()
        except OSError as error:
            raise IndexUnusableError(f"{folder}: the passage index cannot be written or read ({error}).") from error

    def search(self, query: str, count: int = 3) -> list[Hit]:
        """Return the `count` passages that fit the query best, by meaning and by shared words, ties by id.

        A hit's score is its cosine, so scores need not fall from hit to hit.
        """
        cosines = self._cosines(query)
        return self._best(cosines + _WORDS_WEIGHT * self._words.shares(query), cosines, count)

    def by_meaning(self, query: str, count: int = 3) -> list[Hit]:
        """Return the `count` passages nearest to the query by cosine alone, best first, ties by id."""
        cosines = self._cosines(query)
        return self._best(cosines, cosines, count)

    def by_words(self, query: str, count: int = 3) -> list[Hit]:
        """Return at most `count` passages that share words with the query, best by BM25 first, ties by id."""
        shares = self._words.shares(query)
        return self._best(shares, self._cosines(query), min(count, int(np.count_nonzero(shares))))

    def passages(self) -> tuple[Passage, ...]:
        """Return every passage in it, by id."""
        return tuple(self._passages.values())

    def close(self) -> None:
        """Do nothing: files are read while opening, and none is held after."""

    def _client(self, path: Path, embeddings: "Embeddings") -> "Chroma":
        from chromadb.config import Settings
        from langchain_chroma import Chroma

        logging.getLogger("chromadb.telemetry").setLevel(logging.CRITICAL)
        return Chroma(
            collection_name=_COLLECTION,
            embedding_function=embeddings,
            persist_directory=str(path),
            client_settings=Settings(anonymized_telemetry=False, is_persistent=True, persist_directory=str(path)),
            # A graph as thin as can be, for it is never searched.
            collection_configuration={"hnsw": {"space": "cosine", "max_neighbors": 8, "ef_construction": 40}},
        )

    def _cosines(self, query: str) -> NDArray[np.float64]:
        vector = np.asarray(self._embeddings.embed_query(query), dtype=np.float32)
        # einsum, not @: the same sums on any number of threads, and quicker than BLAS for one vector.
        cosines: NDArray[np.float32] = np.einsum("ij,j->i", self._directions, vector / np.linalg.norm(vector))
        return cosines.astype(np.float64).round(_DIGITS)

    def _best(self, worth: NDArray[np.floating], cosines: NDArray[np.float64], count: int) -> list[Hit]:
        """Return the hits of the `count` greatest worth; passages stand in the order of their ids, so ties do too."""
        wanted = min(max(count, 0), len(self._ids))
        rounded = -worth.astype(np.float64).round(_DIGITS)
        least = np.partition(rounded, wanted - 1)[wanted - 1] if wanted else -np.inf
        within = np.flatnonzero(rounded <= least)
        places = within[np.argsort(rounded[within], kind="stable")][:wanted]
        return [Hit(passage=self._passages[self._ids[place]], score=float(cosines[place])) for place in places]

    def _build(self, vectors: Mapping[str, Sequence[float]]) -> None:
        """Build in a temporary folder beside the goal, then rename: nobody ever sees half an index."""
        from coach.retrieval.embedder import KnownEmbeddings

        scratch = Path(tempfile.mkdtemp(prefix="building-", dir=self._folder))
        ordered = self.passages()
        texts = [embedded_text(passage) for passage in ordered]
        build_word_index(scratch / _WORDS, texts)
        known = {text: vectors[p.id] for text, p in zip(texts, ordered, strict=True) if p.id in vectors}
        chroma = self._client(scratch, KnownEmbeddings(known, self._embeddings))
        for start in range(0, len(ordered), _BATCH):
            ids = self._ids[start : start + _BATCH]
            chroma.add_texts(texts[start : start + _BATCH], metadatas=[{"id": name} for name in ids], ids=ids)
        chroma._client.close()  # noqa: SLF001
        scratch.rename(self._path)

    def _open_checked(self, vectors: Mapping[str, Sequence[float]]) -> tuple[NDArray[np.float32], WordIndex]:
        """Read everything while the marker stands; what cannot be read, or is not what it was, is built anew."""
        from chromadb.errors import ChromaError

        self._marker.touch()
        for attempt in ("opened", "rebuilt"):
            chroma: Chroma | None = None
            directions = None
            try:
                words = WordIndex(self._path / _WORDS)
                chroma = self._client(self._path, self._embeddings)
                directions = self._read(chroma)
            except (ChromaError, IndexUnusableError):  # files that cannot be read
                pass
            if chroma is not None:
                chroma._client.close()  # noqa: SLF001  (langchain-chroma has no public way to close)
            if directions is not None:
                self._marker.unlink()
                return directions, words
            _forget(self._path)
            if attempt == "opened":
                shutil.rmtree(self._path)
                self._build(vectors)
        raise IndexUnusableError(f"{self._path}: a freshly built index does not answer; run `coach doctor`.")

    def _read(self, chroma: "Chroma") -> NDArray[np.float32] | None:
        """Return every passage's vector at length 1, in the order of the ids; None where they are not sound.

        Sound: all are there, none is zero or no number, and the first, the last and the one in the middle
        are what the encoder makes of their texts.
        """
        rows: dict[str, NDArray[np.float32]] = {}
        for start in range(0, len(self._ids), _BATCH):
            kept = chroma.get(ids=self._ids[start : start + _BATCH], include=["embeddings"])
            rows |= zip(kept["ids"], np.asarray(kept["embeddings"], dtype=np.float32), strict=True)
        if len(rows) != len(self._ids):
            return None
        matrix = np.array([rows[name] for name in self._ids])
        lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
        if not (np.isfinite(lengths).all() and lengths.all()):
            return None
        matrix /= lengths
        for place in (0, len(self._ids) // 2, -1):
            made = np.asarray(self._embeddings.embed_query(embedded_text(self._passages[self._ids[place]])))
            if not made @ matrix[place] >= _SURELY_ITSELF * np.linalg.norm(made):
                return None
        return matrix

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


def embedded_text(passage: Passage) -> str:
    """Return what of a passage is embedded and searched for words."""
    return f"{passage.title}\n{passage.text}"
