import shutil
import subprocess
import sys
import threading
import time

import pytest
from cli_parts import command, environment
from filelock import FileLock
from library_parts import GUIDE, HashingEncoder, a_library, holding, ingested, removed

from coach.library import KeptLibrary


@pytest.fixture
def data(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def library(data):
    library = a_library(data)
    yield library
    library.close()


@pytest.fixture
def other(data):
    """The same data folder, opened elsewhere."""
    library = a_library(data)
    yield library
    library.close()


@pytest.fixture
def handbook(tmp_path):
    path = tmp_path / "handbook.md"
    path.write_text("# Handbook\n\nThe quokka decides alone up to fifty pounds.\n")
    return path


def sources_of(library, query="quokka"):
    return {hit.passage.source for hit in library.search(query, 10)}


def test_without_sources_the_library_is_the_guide_and_makes_no_store(library, data):
    assert sources_of(library) == {"guide/1.md", "guide/2.md"}
    assert list(library.passages.values()) == GUIDE
    assert [path.name for path in data.iterdir()] == ["index"]


def test_what_was_ingested_is_searched_beside_the_guide_and_says_where_it_comes_from(library, handbook):
    ingested(library, handbook)
    assert sources_of(library) == {"guide/1.md", "guide/2.md", "handbook.md"}
    assert {passage.source for passage in library.passages.values()} == sources_of(library)


def test_an_open_library_sees_what_was_added_changed_and_removed_elsewhere_at_its_next_search(library, other, handbook):
    assert "handbook.md" not in sources_of(library)
    ingested(other, handbook)
    assert [h.passage.text for h in library.search("quokka", 9) if h.passage.source == "handbook.md"] == [
        "The quokka decides alone up to fifty pounds."
    ]
    handbook.write_text("# Handbook\n\nThe walrus decides.\n")
    ingested(other, handbook)
    found = [h.passage.text for h in library.search("walrus", 9) if h.passage.source == "handbook.md"]
    assert found == ["The walrus decides."]
    removed(other, "handbook.md")
    assert "handbook.md" not in sources_of(library)
    assert len(library.passages) == len(GUIDE)


def test_the_passages_are_up_to_date_before_any_search(library, other, handbook):
    ingested(other, handbook)
    assert {passage.source for passage in library.passages.values()} >= {"handbook.md"}


def test_a_mapping_of_passages_stays_as_it_was(library, other, handbook):
    ingested(library, handbook)
    before = library.passages
    removed(other, "handbook.md")
    assert len(before) == len(GUIDE) + 1
    assert len(library.passages) == len(GUIDE)


def test_a_process_that_ingests_and_removes_is_seen_by_an_open_library(coach, tmp_path, handbook):
    data = tmp_path / "shared"
    library = KeptLibrary(data, coach.library.guide, coach.library.encoder)
    library.search("quokka", 1)

    def elsewhere(*arguments):
        subprocess.run(
            command("ingest", *arguments), env=environment(COACH_DATA_DIR=str(data)), check=True, timeout=120
        )

    elsewhere(handbook)
    assert library.search("the quokka decides", 1)[0].passage.source == "handbook.md"
    elsewhere("--remove", "handbook.md")
    assert "handbook.md" not in sources_of(library)
    library.close()
    assert not holding(data, "quokka")


def test_while_another_program_holds_the_library_an_open_one_answers_from_what_it_has(library, other, data, handbook):
    library._longest_wait = 0.2
    ingested(library, handbook)
    library.search("quokka", 1)
    with FileLock(data / "library.lock"):
        other.store().remove(other.store().named("handbook.md").id)
        started = time.monotonic()
        assert sources_of(library) == {"guide/1.md", "guide/2.md"}, "what was removed is left out at once"
        assert time.monotonic() - started < 5
    library._longest_wait = 60
    sources_of(library)
    assert not holding(data / "index", "quokka"), "and leaves the index as soon as it can"


def test_searches_go_on_in_many_threads_while_sources_come_and_go(library, other, tmp_path):
    stop = threading.Event()
    problems = []

    def search():
        while not stop.is_set():
            try:
                hits = library.search("quokka", 4)
                assert len(hits) >= len(GUIDE)
            except Exception as error:  # noqa: BLE001
                problems.append(repr(error))
                return

    threads = [threading.Thread(target=search) for _ in range(6)]
    library.search("quokka", 1)
    for thread in threads:
        thread.start()
    for number in range(6):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"The quokka says {number}.")
        ingested(other, path)
        if number % 2:
            removed(other, f"{number - 1}.txt")
    stop.set()
    for thread in threads:
        thread.join(60)
    assert problems == []
    assert sources_of(library) == {"guide/1.md", "guide/2.md", "1.txt", "3.txt", "5.txt"}


def test_rebuilding_the_index_embeds_no_passage_of_a_source_again(library, data, handbook):
    ingested(library, handbook)
    library.close()
    shutil.rmtree(data / "index")
    encoder = HashingEncoder()
    again = a_library(data, encoder)
    assert "handbook.md" in sources_of(again)
    again.close()
    assert encoder.asked
    passages_asked = [text for text in encoder.asked if "fifty pounds" in text]
    assert len(passages_asked) <= 1, "only the check of a fresh index asks with a passage's own words"


def test_vectors_of_another_encoder_are_made_anew_and_kept(library, data, handbook):
    ingested(library, handbook)
    library.close()
    newer = a_library(data, HashingEncoder("n" * 64))
    assert "handbook.md" in sources_of(newer)
    assert len(newer.store().vectors("n" * 64)) == 1
    newer.close()


def test_a_library_of_the_guide_alone_leaves_sources_out(library, data, handbook):
    ingested(library, handbook)
    guide_only = a_library(data, sources=False)
    assert list(guide_only.passages.values()) == GUIDE


def test_after_removal_nothing_of_a_source_is_left_in_the_data_folder(library, other, data, tmp_path):
    path = tmp_path / "zebracorn.md"
    path.write_text("# Quokka\n\n" + "The quokka decides alone. " * 200)
    ingested(library, path)
    other.search("quokka", 3)
    assert holding(data, "quokka")
    assert removed(library, "zebracorn.md") == ["zebracorn.md: removed, 5 passages"]
    for word in ("quokka", "zebracorn", "Quokka"):
        assert not holding(data, word)
    other.search("quokka", 3)
    other.close()
    library.close()
    for word in ("quokka", "zebracorn", "Quokka"):
        assert not holding(data, word)


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_a_killed_ingest_leaves_each_file_whole_or_not_there(tmp_path):
    data, folder = tmp_path / "data", tmp_path / "files"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(" ".join(f"Sentence {n} of file {number}." for n in range(400)))
    process = subprocess.Popen(
        command("ingest", folder), env=environment(COACH_DATA_DIR=str(data)), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline().startswith("00.txt: added")
    process.kill()
    process.communicate(timeout=30)
    library = a_library(data)
    sources = library.store().sources()
    assert 1 <= len(sources) < 12
    assert len({source.passages for source in sources}) == 1
    assert all(source.words == 2000 for source in sources)
    assert len(library.passages) == len(GUIDE) + sum(source.passages for source in sources)
    library.close()
