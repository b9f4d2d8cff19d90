"""From settings to a working coach: which parts are used is decided here and nowhere else."""

from importlib.metadata import PackageNotFoundError, version

from coach.asking.bank import QuestionBank
from coach.decision import DecisionTable
from coach.encoder.embedder import SentenceEncoder
from coach.engine import Coach, Versions
from coach.errors import SettingsError
from coach.library import KeptLibrary
from coach.reading.local import LocalReader
from coach.retrieval.passages import load_guide
from coach.rubric_file import load_rubric, rubric_sha256
from coach.settings import Settings, data_path, load_settings

ENCODER = "all-MiniLM-L6-v2"
READER = "evidence-reader"


def app_version() -> str:
    """Return the installed version, or that of a bare checkout."""
    try:
        return version("leadership-coach")
    except PackageNotFoundError:
        return "0+checkout"


def build_coach(settings: Settings | None = None, sources: bool = True) -> Coach:
    """Return a coach on the embedded parts: no key, no network.

    The passage index is opened at its first use, so classifying never waits for it. Without `sources` the
    library is the guide alone: enough for reports, and no store is opened.

    Raises:
        SettingsError: a setting makes no sense, or asks for a language model.
        RubricError: the rubric of the settings is not sound.
    """
    settings = settings or load_settings()
    if settings.model is not None:
        raise SettingsError("COACH_MODEL is set, but this version cannot use a language model yet; unset it.")
    knowledge = data_path("knowledge")
    rubric_path = settings.rubric_path
    encoder = SentenceEncoder(knowledge / "models" / ENCODER)
    reader = LocalReader(knowledge / "models" / READER)
    bank = QuestionBank(knowledge / "questions.yaml")
    return Coach(
        table=DecisionTable(load_rubric(rubric_path)),
        reader=reader,
        writer=bank,
        bank=bank,
        library=open_library(settings, encoder, sources),
        versions=Versions(
            app=app_version(),
            reader=reader.name,
            reader_sha256=reader.sha256,
            rubric_sha256=rubric_sha256(rubric_path),
        ),
        max_asks=settings.max_asks,
    )


def open_library(settings: Settings, encoder: SentenceEncoder | None = None, sources: bool = True) -> KeptLibrary:
    """Return the source material: the guide and, unless told otherwise, what the user ingested.

    Its index is opened (and, the first time, built) when first searched.
    """
    knowledge = data_path("knowledge")

    def load_encoder() -> SentenceEncoder:
        return encoder or SentenceEncoder(knowledge / "models" / ENCODER)

    return KeptLibrary(settings.data_dir, load_guide(knowledge / "guide"), load_encoder, sources)
