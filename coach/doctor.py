"""Is everything there that the coach needs? One line a check, ok or problem, and what to do."""

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from coach.build import ENCODER, READER, app_version, open_library
from coach.encoder.embedder import check_files
from coach.errors import CoachError
from coach.rubric_file import check_rubric
from coach.settings import Settings, data_path

_LIBRARIES = ("chromadb", "gradio", "langchain-chroma", "onnxruntime", "openai", "sqlalchemy")


_NAMED = 5  # sources that are named in a line


class Check(NamedTuple):
    """The outcome of one check."""

    name: str
    ok: bool
    detail: str


def examine(settings: Settings) -> Iterator[Check]:
    """Yield every check, cheapest first."""
    yield Check("python", sys.version_info >= (3, 11), f"{platform.python_version()} (3.11 or newer is needed)")
    yield _versions()
    yield _data_folder(settings.data_dir)
    yield _models()
    yield _rubric(settings)
    yield _index(settings)
    yield _language_model(settings)


def _versions() -> Check:
    found = []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            return Check("versions", False, f"{name} is not installed; run `pip install leadership-coach` again")
    return Check("versions", True, f"leadership-coach {app_version()}, {', '.join(found)}")


def _data_folder(folder: Path) -> Check:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Check("data folder", False, f"{folder}: {error.strerror}; set COACH_DATA_DIR to a folder you can write")
    return Check("data folder", True, f"{folder} is writable")


def _models() -> Check:
    try:
        folder = data_path("knowledge") / "models"
        encoder = check_files(folder / ENCODER, "model.onnx", "tokenizer.json")["model.onnx"]
        reader = check_files(folder / READER, "model.onnx", "tokenizer.json", "reader.json")["model.onnx"]
    except CoachError as error:
        return Check("models", False, str(error))
    return Check("models", True, f"{ENCODER} {encoder[:12]}, {READER} {reader[:12]}: the hashes are right")


def _rubric(settings: Settings) -> Check:
    path = settings.rubric_path
    try:
        proof = check_rubric(path)[1]
    except CoachError as error:
        return Check("rubric", False, str(error).splitlines()[0])
    return Check("rubric", True, f"{path}: proved over {proof.states:,} states")


def _index(settings: Settings) -> Check:
    """Open the index as a search would, which builds it where it is missing, outdated or garbled."""
    folder = settings.data_dir / "index"
    if any(folder.glob("*.opening")):
        return Check("index", False, "the last opening did not finish; it is built anew at the next `coach search`")
    try:
        library = open_library(settings)
        library.search("leadership", 1)
        sources = library.store().sources() if library.has_store() else []
    except CoachError as error:
        return Check("index", False, str(error))
    own = sum(source.passages for source in sources)
    names = ", ".join([source.name for source in sources[:_NAMED]] + ["…"] * (len(sources) > _NAMED))
    ingested = f" and {own} of yours, from {len(sources)} ingested: {names}" if sources else ""
    return Check("index", True, f"{folder}: current, {len(library.guide)} passages of the guide{ingested}")


def _language_model(settings: Settings) -> Check:
    if settings.model is None:
        return Check("language model", True, "none; the embedded parts are used")
    from coach.llm.probe import reachable

    problem = reachable(settings.model)
    where = os.environ.get("OPENAI_BASE_URL", "the provider's own address")
    if problem:
        todo = "start the server or set OPENAI_BASE_URL and OPENAI_API_KEY; or unset COACH_MODEL to go without"
        return Check("language model", False, f"{settings.model} at {where}: {problem}; {todo}")
    return Check("language model", True, f"{settings.model}: reachable at {where}")
