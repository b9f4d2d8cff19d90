import re
import threading
from pathlib import Path

import numpy as np
import pytest
from store_parts import files_holding

from coach.errors import NoSourceError
from coach.retrieval.cutting import Piece
from coach.retrieval.ingest import Document
from coach.retrieval.passages import load_guide
from coach.settings import data_path
from coach.store.conversations import ConversationStore
from coach.store.sources import SourceStore

ENCODER = "e" * 64


@pytest.fixture
def sources(folder):
    store = SourceStore(folder)
    yield store
    store.close()


def document(*texts, path="/home/anna/handbook.pdf", sha256=None, page=None):
    pieces = tuple(Piece(title=text.split()[0], text=text, page=page) for text in texts)
    return Document(path=Path(path), sha256=sha256 or f"{abs(hash(texts)):064x}"[-64:], format="pdf", pieces=pieces)


def put(store, *texts, **more):
    return store.put(document(*texts, **more), [[float(len(text))] * 384 for text in texts], ENCODER)


def test_what_was_put_is_there_with_its_words_and_place(sources):
    stored = put(sources, "quokka one two", "walrus three", page=7)
    assert sources.sources() == [stored]
    assert (stored.name, stored.path, stored.words, stored.passages) == (
        "handbook.pdf",
        "/home/anna/handbook.pdf",
        5,
        2,
    )
    assert [(p.title, p.text, p.source, p.criterion) for p in sources.stock().passages] == [
        ("quokka", "quokka one two", "handbook.pdf, page 7", "general"),
        ("walrus", "walrus three", "handbook.pdf, page 7", "general"),
    ]


def test_ids_are_made_of_name_hash_and_place_and_can_be_cited(sources):
    put(sources, "one", "two", path="/x/Führung & Team (2).md", sha256="3f2a" + "0" * 60)
    assert [p.id for p in sources.stock().passages] == ["fuhrung-team-2-3f2a-001", "fuhrung-team-2-3f2a-002"]


def test_a_name_without_latin_letters_still_gives_an_id(sources):
    put(sources, "one", path="/x/指導.md", sha256="ab" * 32)
    assert [p.id for p in sources.stock().passages] == ["source-abab-001"]


def test_sources_of_one_name_and_one_beginning_of_the_hash_have_different_ids(sources):
    put(sources, "one", path="/a/notes.md", sha256="3f2a" + "0" * 60)
    put(sources, "two", path="/b/notes.md", sha256="3f2a" + "1" * 60)
    assert [p.id for p in sources.stock().passages] == ["notes-3f2a-001", "notes-3f2a1111-001"]


def test_no_passage_of_the_guide_has_an_id_of_that_form():
    assert not [p.id for p in load_guide(data_path("knowledge") / "guide") if re.search(r"-[0-9a-f]{4,}-\d{3,}$", p.id)]


def test_sources_of_one_name_are_told_apart_by_their_folders(sources):
    names = [put(sources, path, path=path).name for path in ("/a/x/notes.md", "/b/x/notes.md", "/c/x/notes.md")]
    assert names == ["notes.md", "x/notes.md", "c/x/notes.md"]


def test_a_changed_file_replaces_its_passages_and_their_words_are_in_no_file(sources, folder):
    put(sources, "quokka " * 500)
    put(sources, "walrus")
    assert [p.text for p in sources.stock().passages] == ["walrus"]
    assert not files_holding(folder, "quokka")


def test_content_that_is_there_already_is_not_stored_again(sources):
    first = put(sources, "one", sha256="a" * 64)
    version = sources.version()
    assert put(sources, "one", sha256="a" * 64, path="/elsewhere.pdf") == first
    assert (sources.version(), len(sources.sources())) == (version, 1)


def test_the_version_changes_with_every_change_and_with_nothing_else(sources, folder):
    versions = [sources.version()]
    one = put(sources, "one")
    versions.append(sources.version())
    sources.move(one.id, Path("/moved.pdf"))
    versions.append(sources.version())
    sources.remove(one.id)
    versions.append(sources.version())
    other = ConversationStore(folder)
    other.create("anna")
    other.close()
    sources.keep_vectors(ENCODER, {})
    assert versions == [0, 1, 2, 3]
    assert sources.version() == 3
    assert sources.stock() == (3, ())


def test_a_source_is_found_by_path_and_by_content(sources):
    one = put(sources, "one", path="/a.md", sha256="a" * 64)
    two = put(sources, "two", path="/b.md", sha256="b" * 64)
    assert sources.find(Path("/a.md"), "a" * 64) == (one, one)
    assert sources.find(Path("/a.md"), "b" * 64) == (one, two)
    assert sources.find(Path("/c.md"), "c" * 64) == (None, None)


def test_a_source_is_named_by_name_or_path(sources):
    one = put(sources, "one")
    assert sources.named("handbook.pdf") == sources.named("/home/anna/handbook.pdf") == one
    with pytest.raises(NoSourceError, match="coach ingest --list"):
        sources.named("other.pdf")


def test_a_moved_source_keeps_its_ids(sources):
    one = put(sources, "one")
    ids = [p.id for p in sources.stock().passages]
    assert sources.move(one.id, Path("/new/guide.pdf")).name == "guide.pdf"
    assert [p.id for p in sources.stock().passages] == ids
    assert [p.source for p in sources.stock().passages] == ["guide.pdf"]


def test_after_removal_its_words_and_its_name_are_in_no_file(sources, folder):
    kept = put(sources, "walrus", path="/kept.md")
    gone = put(sources, *(f"quokka {n} " * 50 for n in range(40)), path="/home/zebracorn/handbook.pdf")
    assert files_holding(folder, "quokka")
    assert sources.remove(gone.id) is True
    assert sources.sources() == [kept]
    for word in ("quokka", "zebracorn"):
        assert not files_holding(folder, word)
    sources.close()
    for word in ("quokka", "zebracorn"):
        assert not files_holding(folder, word)


def test_vectors_come_back_as_they_were_and_belong_to_one_encoder(sources):
    vectors = np.random.default_rng(1).normal(size=(2, 384)).astype(np.float32)
    sources.put(document("one", "two", sha256="c" * 64), list(vectors), ENCODER)
    kept = sources.vectors(ENCODER)
    assert np.array_equal([kept["handbook-cccc-001"], kept["handbook-cccc-002"]], vectors)
    assert sources.vectors("another") == {}


def test_vectors_of_another_encoder_are_replaced_passage_by_passage(sources):
    put(sources, "one", "two", sha256="c" * 64)
    sources.keep_vectors("another", {"handbook-cccc-002": np.ones(384)})
    assert set(sources.vectors("another")) == {"handbook-cccc-002"}
    assert set(sources.vectors(ENCODER)) == {"handbook-cccc-001"}


def test_the_stock_is_of_one_moment(sources, folder):
    """Each version has exactly as many passages as its number says: never those of another version."""
    writer = SourceStore(folder)

    def grow():
        for number in range(1, 40):
            writer.put(document(*[f"{number} {n}" for n in range(number)], path="/a.md"), [[0.0] * 4] * number, ENCODER)

    thread = threading.Thread(target=grow)
    thread.start()
    while thread.is_alive():
        stock = sources.stock()
        assert len(stock.passages) == stock.version
    thread.join()
    writer.close()


def test_two_stores_that_put_the_same_content_at_once_leave_it_once(folder):
    stores = [SourceStore(folder) for _ in range(4)]
    threads = [threading.Thread(target=put, args=(store, "one", "two")) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [source.passages for source in stores[0].sources()] == [2]
    for store in stores:
        store.close()
