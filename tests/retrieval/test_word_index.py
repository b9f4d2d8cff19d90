import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import coach
from coach.errors import IndexUnusableError
from coach.retrieval.word_index import WordIndex, build_word_index

TEXTS = ["The porter moved the trolley", "A trolley, a trolley and the lift", "Nothing of the kind", "To be"]
WORKER = """
import sys
from pathlib import Path
from coach.retrieval.word_index import build_word_index
build_word_index(Path(sys.argv[1]), ["porters carry", "a trolley carries", "carrying on regardless"])
"""


@pytest.fixture
def opened(tmp_path):
    build_word_index(tmp_path / "words", TEXTS)
    return WordIndex(tmp_path / "words")


def test_the_best_match_has_a_share_of_one_and_a_text_without_shared_words_none(opened):
    shares = opened.shares("trolley")
    assert shares[1] == 1
    assert 0 < shares[0] < 1
    assert list(shares[2:]) == [0, 0]


def test_words_are_matched_by_their_stem_whatever_their_case(opened):
    assert np.flatnonzero(opened.shares("TROLLEYS moving")).tolist() == [0, 1]


@pytest.mark.parametrize("query", ["", "of the and to", "unheard", "!?", "\x00", "日本"])
def test_a_query_without_telling_words_matches_nothing(opened, query):
    assert not opened.shares(query).any()
    assert len(opened.shares(query)) == len(TEXTS)


def test_texts_that_hold_nothing_but_stop_words_can_be_indexed(tmp_path):
    build_word_index(tmp_path / "words", ["the", ""])
    assert not WordIndex(tmp_path / "words").shares("the").any()


def test_the_same_texts_give_the_same_bytes_in_every_process(tmp_path):
    def written(seed):
        folder = tmp_path / seed
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(coach.__file__).parent.parent)}
        subprocess.run([sys.executable, "-c", WORKER, str(folder)], env=env, check=True)
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    assert written("1") == written("2")


def test_a_folder_that_is_missing_gives_one_line_that_names_it(tmp_path):
    with pytest.raises(IndexUnusableError) as caught:
        WordIndex(tmp_path / "gone")
    assert str(tmp_path / "gone") in str(caught.value)
