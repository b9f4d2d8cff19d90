import json
import shutil
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.encoder.embedder import DIMENSIONS, SentenceEncoder, check_files
from coach.errors import ModelFilesError
from coach.retrieval.embedder import OnnxEmbeddings
from coach.settings import data_path

MODEL = data_path("knowledge") / "models" / "all-MiniLM-L6-v2"
TEXTS = [
    "They wait.",
    "",
    "I ask far more than I tell, and they find it. " * 20,
    "漢字 🙂",
    "a",
    "They ring me on Saturday.",
]


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(MODEL, tmp_path / "model")


@settings(max_examples=60, deadline=None)
@given(text=st.text())
def test_every_text_has_a_vector_of_length_one(encoder, text):
    vector = encoder.encode(text)
    assert (vector.shape, vector.dtype) == ((DIMENSIONS,), np.float32)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_empty_text_and_very_long_text_work(encoder):
    assert np.linalg.norm(encoder.encode("")) == pytest.approx(1, abs=1e-5)
    assert np.linalg.norm(encoder.encode("word " * 50_000)) == pytest.approx(1, abs=1e-5)


def test_a_vector_is_the_same_bytes_alone_after_others_and_in_another_session(encoder):
    alone = [SentenceEncoder(MODEL).encode(text).tobytes() for text in TEXTS[:2]]
    assert [encoder.encode(text).tobytes() for text in TEXTS][:2] == alone
    assert [encoder.encode(text).tobytes() for text in reversed(TEXTS)][::-1][:2] == alone


def test_a_vector_is_the_same_bytes_from_many_threads(encoder):
    expected = [encoder.encode(text).tobytes() for text in TEXTS]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: encoder.encode(text).tobytes(), TEXTS * 10))
    assert found == expected * 10


def test_several_documents_have_the_vectors_they_have_alone(encoder):
    embeddings = OnnxEmbeddings(encoder)
    assert embeddings.embed_documents(TEXTS) == [embeddings.embed_query(text) for text in TEXTS]
    assert embeddings.embed_query(TEXTS[0]) == encoder.encode(TEXTS[0]).tolist()


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("They ring me for every decision.", "My people call me before deciding.", "We bake sourdough on Saturdays."),
        ("She solved the outage without me.", "He fixed the failure on his own.", "The invoice is due in March."),
        ("We hire when somebody leaves.", "Recruiting starts once a post is vacant.", "The coffee machine is broken."),
    ],
)
def test_a_paraphrase_is_nearer_than_another_subject(encoder, text, near, far):
    vector = encoder.encode(text)
    assert vector @ encoder.encode(near) > vector @ encoder.encode(far) + 0.1


def test_the_shipped_files_are_those_of_the_manifest(encoder):
    assert check_files(MODEL)["model.onnx"] == encoder.sha256


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_an_altered_file_is_refused_with_one_line_that_names_it(copy, name):
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(data)
    with pytest.raises(ModelFilesError) as caught:
        SentenceEncoder(copy)
    assert str(caught.value).startswith(str(copy / name))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "manifest.json"])
def test_a_missing_file_is_refused_with_one_line_that_names_it(copy, name):
    (copy / name).unlink()
    with pytest.raises(ModelFilesError) as caught:
        SentenceEncoder(copy)
    assert str(caught.value).startswith(f"{copy / name}: not found")


@pytest.mark.parametrize("manifest", [b"{", b"[]", b"{}", b"\xff", json.dumps({"files": {}}).encode()])
def test_a_broken_manifest_is_refused_too(copy, manifest):
    (copy / "manifest.json").write_bytes(manifest)
    with pytest.raises(ModelFilesError):
        SentenceEncoder(copy)
