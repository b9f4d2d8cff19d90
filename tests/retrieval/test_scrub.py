import struct
from pathlib import Path

import pytest
from index_worker import HashedEmbeddings, make_passages, query_for

from coach.retrieval.index import PassageIndex
from coach.retrieval.scrub import scrub


def opened(folder, count):
    return PassageIndex(folder, make_passages(count), HashedEmbeddings(), "encoder")


def room(folder):
    """The bytes of vector files that hold no vector."""
    (header,) = folder.rglob("header.bin")
    _, _, _, used, size = struct.unpack_from("<iQQQQ", header.read_bytes())
    graph, lengths = (header.with_name(name).read_bytes() for name in ("data_level0.bin", "length.bin"))
    return graph[used * size :] + lengths[used * 4 :]


@pytest.mark.parametrize("count", [20, 1_500])
def test_no_memory_of_the_process_is_left_in_the_vector_files(tmp_path, count):
    """Chroma fills the room in them from memory where words of anybody may have been."""
    for _ in range(3):  # it does so whenever it opens a small index
        index = opened(tmp_path, count)
        assert index.search(query_for(7), 1)[0].passage.id == "p0007"
        assert not any(room(tmp_path))
        index.close()
        assert not any(room(tmp_path))


def test_what_is_used_is_left_as_it_is(tmp_path):
    folder = tmp_path / "segment"
    folder.mkdir()
    (folder / "header.bin").write_bytes(struct.pack("<iQQQQ", 1, 0, 4, 2, 5) + b"more")
    (folder / "data_level0.bin").write_bytes(b"1111122222garbagegar")
    (folder / "length.bin").write_bytes(b"11112222old words")
    scrub(tmp_path)
    assert (folder / "data_level0.bin").read_bytes() == b"1111122222" + bytes(10)
    assert (folder / "length.bin").read_bytes() == b"11112222" + bytes(9)


def test_a_folder_without_vector_files_is_left_alone(tmp_path):
    (tmp_path / "segment").mkdir()
    (tmp_path / "segment" / "header.bin").write_bytes(b"cut")
    scrub(Path(tmp_path))
    assert (tmp_path / "segment" / "header.bin").read_bytes() == b"cut"
