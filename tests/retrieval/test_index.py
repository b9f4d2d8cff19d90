import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from index_worker import HashedEmbeddings, make_passages, query_for

import coach
from coach.errors import IndexUnusableError
from coach.retrieval.index import PassageIndex, embedded_text, generation
from coach.retrieval.passages import Passage

ENV = {**os.environ, "PYTHONPATH": str(Path(coach.__file__).parent.parent)}
LARGE = 1_500  # enough for Chroma to write its vector files; small sets are replayed from SQLite


def start(folder, count, kind="open"):
    command = [sys.executable, str(Path(__file__).with_name("index_worker.py")), str(folder), str(count), kind]
    return subprocess.Popen(command, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def answer(process):
    out, _ = process.communicate(timeout=120)
    return json.loads(out.splitlines()[-1]) if process.returncode == 0 else f"exit code {process.returncode}"


def open_index(folder, passages=None, embeddings=None, vectors=None):
    passages = make_passages(20) if passages is None else passages
    return PassageIndex(folder, passages, embeddings or HashedEmbeddings(), "encoder", vectors)


def contents(folder):
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def generations(folder):
    return [path.name for path in folder.iterdir() if path.is_dir()]


def holds(folder, word):
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    open_index(folder, make_passages(LARGE)).close()
    return folder


@pytest.fixture
def large_copy(large, tmp_path):
    return Path(shutil.copytree(large, tmp_path / "copy"))


class Directions(HashedEmbeddings):
    def __init__(self, vectors):
        self.vectors = vectors

    def embed_query(self, text):
        return self.vectors.get(text.removeprefix("T\n"), [1.0, 0.0])


def named(*texts):
    return [Passage(id=f"id-{text}", title="T", text=text, source="s") for text in texts]


def test_a_passage_is_found_by_its_own_words_with_a_score_of_one(tmp_path):
    best = open_index(tmp_path).search(query_for(7), 3)[0]
    assert (best.passage.id, best.score) == ("p0007", pytest.approx(1.0, abs=1e-5))


def test_the_metric_is_cosine_so_length_does_not_count(tmp_path):
    vectors = {"far along": [10.0, 0.0], "near but aslant": [0.9, 1.0], "query": [1.0, 0.0]}
    hits = open_index(tmp_path, named("far along", "near but aslant"), Directions(vectors)).search("query", 2)
    assert [hit.passage.text for hit in hits] == ["far along", "near but aslant"]
    assert [hit.score for hit in hits] == pytest.approx([1.0, 0.9 / 1.81**0.5], abs=1e-4)


def test_the_best_comes_first_and_scores_equal_to_six_digits_are_ordered_by_id(tmp_path):
    vectors = {"z": [0.0, 1.0], "a": [1.0, 0.0006], "b": [1.0, 0.0], "query": [1.0, 0.0]}
    hits = open_index(tmp_path, named("z", "b", "a"), Directions(vectors)).search("query", 3)
    assert [hit.passage.text for hit in hits] == ["a", "b", "z"]


def test_ties_across_the_cut_are_decided_by_id_too(tmp_path):
    index = open_index(tmp_path, named(*(f"{n:02}" for n in range(40))), Directions({}))
    found = [[hit.passage.text for hit in index.search("query", count)] for count in (1, 2, 3, 5)]
    assert found == [[f"{n:02}" for n in range(count)] for count in (1, 2, 3, 5)]


def test_a_shared_word_brings_a_passage_forward_and_its_score_is_still_its_cosine(tmp_path):
    vectors = {"nearer": [1.0, 0.0], "a zebracorn": [0.99, 0.14], "Zebracorns?": [1.0, 0.0]}
    hits = open_index(tmp_path, named("nearer", "a zebracorn"), Directions(vectors)).search("Zebracorns?", 2)
    assert [hit.passage.text for hit in hits] == ["a zebracorn", "nearer"]
    assert [hit.score for hit in hits] == pytest.approx([0.99 / (0.99**2 + 0.14**2) ** 0.5, 1.0], abs=1e-6)


def test_a_shared_word_is_worth_little_beside_nearness(tmp_path):
    vectors = {"near": [1.0, 0.0], "a zebracorn": [0.0, 1.0], "zebracorn": [1.0, 0.0]}
    hits = open_index(tmp_path, named("near", "a zebracorn"), Directions(vectors)).search("zebracorn", 2)
    assert [hit.passage.text for hit in hits] == ["near", "a zebracorn"]


def test_a_passage_that_many_are_nearer_than_is_found_by_its_words(tmp_path):
    vectors = {f"{n:03}": [1.0, 0.0002 * n] for n in range(300)} | {"zebracorn": [1.0, 0.1], "a zebracorn?": [1.0, 0.0]}
    index = open_index(tmp_path, named(*(text for text in vectors if text[-1] != "?")), Directions(vectors))
    assert "zebracorn" not in {hit.passage.text for hit in index.by_meaning("a zebracorn?", 300)}
    best = index.search("a zebracorn?", 1)[0]
    assert (best.passage.text, best.score) == ("zebracorn", pytest.approx(1 / 1.01**0.5, abs=1e-6))


def test_a_score_does_not_depend_on_how_a_passage_was_found(tmp_path):
    index = open_index(tmp_path)
    by_meaning = {hit.passage.id: hit.score for hit in index.by_meaning("text number 7", 20)}
    assert {hit.passage.id: hit.score for hit in index.by_words("text number 7", 20)} == by_meaning


def test_every_build_of_the_same_passages_gives_the_same_answers(large, tmp_path):
    first, again = (open_index(folder, make_passages(LARGE)) for folder in (large, tmp_path))
    for number in range(30):
        assert first.search(f"number {number}", 50) == again.search(f"number {number}", 50)


def test_the_nearest_are_the_truly_nearest_in_a_large_index(large):
    index = open_index(large, make_passages(LARGE))
    query = np.array(HashedEmbeddings().embed_query("anything"))
    made = np.array(HashedEmbeddings().embed_documents([query_for(number) for number in range(LARGE)]))
    cosines = made @ query / np.linalg.norm(made, axis=1) / np.linalg.norm(query)
    exact = sorted(range(LARGE), key=lambda number: (-round(cosines[number], 6), number))[:20]
    assert [hit.passage.id for hit in index.by_meaning("anything", 20)] == [f"p{number:04}" for number in exact]


def test_a_longer_answer_begins_with_the_shorter_one(tmp_path):
    index = open_index(tmp_path)
    longest = index.search("text number 7", 20)
    assert all(index.search("text number 7", count) == longest[:count] for count in range(20))


def test_by_words_finds_nothing_where_no_word_is_shared(tmp_path):
    assert open_index(tmp_path).by_words("entirely different, or not at all", 5) == []


@pytest.mark.parametrize("count", [0, -1])
def test_asking_for_no_passages_gives_none(tmp_path, count):
    index = open_index(tmp_path)
    assert index.search("anything", count) == index.by_meaning("anything", count) == index.by_words("text", count) == []


def test_asking_for_more_passages_than_there_are_gives_all_of_them(tmp_path):
    hits = open_index(tmp_path).search("anything", 500)
    assert sorted(hit.passage.id for hit in hits) == [passage.id for passage in make_passages(20)]


def test_a_large_index_still_gives_all_of_them(large_copy):
    index = open_index(large_copy, make_passages(LARGE))
    assert len({hit.passage.id for hit in index.search("anything", 10_000)}) == LARGE


def test_many_threads_get_the_same_answers_as_one(tmp_path):
    index = open_index(tmp_path)
    queries = [query_for(number) for number in range(20)] * 3
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda query: index.search(query, 3), queries))
    assert together == [index.search(query, 3) for query in queries]


def test_passages_are_listed_by_id(tmp_path):
    index = open_index(tmp_path, named("b", "a"), Directions({}))
    assert [passage.id for passage in index.passages()] == ["id-a", "id-b"]


def test_the_name_of_a_generation_depends_on_every_part_of_the_content_but_not_on_its_order():
    passages = make_passages(3)
    name = generation(passages, "encoder")
    assert generation(passages[::-1], "encoder") == name
    assert generation(passages, "another encoder") != name
    for field in ("id", "title", "text", "source", "criterion", "tier"):
        changed = [passages[0].model_copy(update={field: "changed"}), *passages[1:]]
        assert generation(changed, "encoder") != name, field


def test_the_second_start_opens_the_same_generation_without_embedding_again(tmp_path):
    class CannotEmbed(HashedEmbeddings):
        def embed_documents(self, texts):
            raise AssertionError("built again")

    open_index(tmp_path).close()
    assert open_index(tmp_path, embeddings=CannotEmbed()).search(query_for(7), 1)[0].passage.id == "p0007"
    assert not list(tmp_path.glob("*.opening"))


def test_a_vector_that_is_known_is_not_made_again(tmp_path):
    asked = []

    class Noting(HashedEmbeddings):
        def embed_documents(self, texts):
            asked.extend(texts)
            return super().embed_documents(texts)

    passages = make_passages(4)
    known = {passage.id: np.float32(HashedEmbeddings().embed_query(embedded_text(passage))) for passage in passages[:3]}
    index = open_index(tmp_path, passages, Noting(), known)
    assert asked == [embedded_text(passages[3])]
    assert [index.search(query_for(n), 1)[0].passage.id for n in range(4)] == [passage.id for passage in passages]


def test_vectors_that_another_encoder_made_are_refused(tmp_path):
    passages = make_passages(3)
    with pytest.raises(IndexUnusableError):
        open_index(tmp_path, passages, vectors={passage.id: [1.0] * 16 for passage in passages})


def test_searching_changes_no_file(large_copy):
    index = open_index(large_copy, make_passages(LARGE))
    before = contents(large_copy)
    for number in range(50):
        index.search(query_for(number), 5)
    index.close()
    assert contents(large_copy) == before


def test_opening_again_adds_and_removes_no_file(large_copy):
    # Chroma itself rewrites bytes of chroma.sqlite3, data_level0.bin and length.bin whenever it opens a small index.
    before = set(contents(large_copy))
    open_index(large_copy, make_passages(LARGE)).close()
    assert set(contents(large_copy)) == before


def test_a_changed_passage_makes_a_new_generation_and_the_old_words_are_in_no_file(tmp_path):
    first = open_index(tmp_path, named("zebracorn lives here", "other"))
    first.close()
    assert holds(tmp_path, "zebracorn")
    second = open_index(tmp_path, named("quokka lives here", "other"))
    assert second.name != first.name
    assert generations(tmp_path) == [second.name]
    assert holds(tmp_path, "quokka")
    assert not holds(tmp_path, "zebracorn")


def test_deleting_the_folder_and_building_again_works_in_one_process(tmp_path):
    folder = tmp_path / "index"
    for _ in range(3):
        index = open_index(folder)
        assert index.search(query_for(7), 1)[0].passage.id == "p0007"
        index.close()
        shutil.rmtree(folder)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs Linux to see open files")
def test_an_opened_index_soon_holds_no_file_and_needs_none(tmp_path):
    def held():
        return [fd for fd in Path("/proc/self/fd").iterdir() if str(tmp_path) in str(fd.resolve())]

    index = open_index(tmp_path)
    deadline = time.monotonic() + 20
    while held() and time.monotonic() < deadline:  # Chroma closes its connections in the background
        time.sleep(0.01)
    assert not held()
    shutil.rmtree(tmp_path)
    assert index.search(query_for(7), 1)[0].passage.id == "p0007"


def test_a_leftover_marker_forces_a_rebuild(tmp_path):
    index = open_index(tmp_path)
    index.close()
    witness = tmp_path / index.name / "witness"
    witness.touch()
    open_index(tmp_path).close()
    assert witness.exists(), "without a marker nothing is rebuilt"
    (tmp_path / f"{index.name}.opening").touch()
    assert open_index(tmp_path).search(query_for(7), 1)[0].passage.id == "p0007"
    assert not witness.exists()
    assert not list(tmp_path.glob("*.opening"))


def garble(folder, name, how):
    (path,) = folder.rglob(name)
    data, third = path.read_bytes(), path.stat().st_size // 3
    noise = random.Random(1).randbytes(len(data))
    path.write_bytes(
        {
            "noise": noise,
            "noise in the middle": data[:third] + noise[third : 2 * third] + data[2 * third :],
            "cut": data[: len(data) // 2],
            "zeros": bytes(len(data)),
        }[how]
    )


@pytest.mark.parametrize(("name", "how"), [("data_level0.bin", "noise in the middle"), ("header.bin", "cut")])
def test_a_garbled_vector_file_costs_at_most_one_start(large_copy, name, how):
    garble(large_copy, name, how)
    first = answer(start(large_copy, LARGE))
    assert first == [["p0007", 1.0]] or list(large_copy.glob("*.opening"))
    assert answer(start(large_copy, LARGE)) == [["p0007", 1.0]]
    assert not list(large_copy.glob("*.opening"))


def test_vectors_turned_to_zeros_are_noticed(large_copy):
    garble(large_copy, "data_level0.bin", "zeros")
    assert answer(start(large_copy, LARGE)) == [["p0007", 1.0]]


@pytest.mark.parametrize("how", ["noise", "cut", "zeros"])
@pytest.mark.parametrize("name", ["data.csc.index.npy", "vocab.index.json", "sha256.json"])
def test_a_garbled_word_index_is_rebuilt_at_once(tmp_path, name, how):
    open_index(tmp_path).close()
    garble(tmp_path, name, how)
    assert answer(start(tmp_path, 20)) == [["p0007", 1.0]]
    assert not list(tmp_path.glob("*.opening"))


def test_a_word_index_that_lost_a_file_is_rebuilt_at_once(tmp_path):
    index = open_index(tmp_path)
    index.close()
    (tmp_path / index.name / "words" / "indices.csc.index.npy").unlink()
    assert open_index(tmp_path).search(query_for(7), 1)[0].passage.id == "p0007"


def test_a_garbled_database_file_costs_at_most_one_start(tmp_path):
    open_index(tmp_path).close()
    garble(tmp_path, "chroma.sqlite3", "noise")
    first = answer(start(tmp_path, 20))
    assert first == [["p0007", 1.0]] or list(tmp_path.glob("*.opening"))
    assert answer(start(tmp_path, 20)) == [["p0007", 1.0]]


def test_a_garbled_database_file_is_rebuilt_at_once_or_gives_an_error_of_ours(tmp_path):
    open_index(tmp_path).close()
    garble(tmp_path, "chroma.sqlite3", "noise")
    process = start(tmp_path, 20)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0 or errors.splitlines()[-1].startswith("coach.errors.IndexUnusableError")


def test_a_killed_build_leaves_no_generation_and_the_next_start_clears_it_away(tmp_path):
    process = start(tmp_path, LARGE, "stall")
    assert process.stdout.readline() == "half built\n"
    process.kill()
    process.communicate(timeout=30)
    assert generation(make_passages(LARGE), "encoder") not in generations(tmp_path)
    assert holds(tmp_path, "text number 7"), "half of it was on disk"
    index = open_index(tmp_path, make_passages(LARGE))
    assert len(index.search("anything", LARGE)) == LARGE
    assert generations(tmp_path) == [index.name]


def test_two_first_starts_at_once_both_answer_and_leave_one_generation(tmp_path):
    processes = [start(tmp_path, LARGE), start(tmp_path, LARGE)]
    assert [answer(process) for process in processes] == [[["p0007", 1.0]]] * 2
    assert generations(tmp_path) == [generation(make_passages(LARGE), "encoder")]


def test_a_folder_that_cannot_be_made_gives_one_line_that_names_it(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(IndexUnusableError) as caught:
        open_index(tmp_path / "file")
    assert str(tmp_path / "file") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_shipped_coach_finds_passages_of_its_guide(coach):
    hits = coach.library.search("They wait until I tell them what to do.", 3)
    assert len(hits) == 3
    assert all(coach.library.passages[hit.passage.id] == hit.passage for hit in hits)
