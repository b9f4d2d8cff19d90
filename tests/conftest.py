"""What all tests share: a data folder of their own, no telemetry, the shipped parts loaded once."""

from pathlib import Path

import pytest
from hypothesis import settings

from coach.build import build_coach
from coach.decision import DecisionTable
from coach.encoder.embedder import SentenceEncoder
from coach.engine import Coach
from coach.rubric import Rubric
from coach.rubric_file import load_rubric
from coach.settings import Settings, data_path

settings.register_profile("gate", derandomize=True)  # the same tree gives the same outcome
settings.load_profile("gate")

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"


@pytest.fixture(autouse=True)
def own_data_dir(tmp_path, monkeypatch):
    monkeypatch.setenv("COACH_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("COACH_MODEL", raising=False)
    return tmp_path / "data"


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return load_rubric(data_path("knowledge") / "rubric.yaml")


@pytest.fixture(scope="session")
def table(rubric) -> DecisionTable:
    return DecisionTable(rubric)


@pytest.fixture(scope="session")
def encoder() -> SentenceEncoder:
    return SentenceEncoder(data_path("knowledge") / "models" / "all-MiniLM-L6-v2")


@pytest.fixture(scope="session")
def coach(tmp_path_factory) -> Coach:
    """The coach as shipped, its index built once for the whole run."""
    return build_coach(Settings(data_dir=tmp_path_factory.mktemp("shared")))
