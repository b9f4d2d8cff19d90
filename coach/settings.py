"""Settings (environment, then coach.toml in the data folder) and where the data folders are.

It knows nothing of the parts that the settings choose; build.py does.
"""

import os
import tomllib
from functools import cache
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from coach.errors import SettingsError

PACKAGE = Path(__file__).resolve().parent

# Whatever the environment says, no library reports home (telemetry, tracing, update checks).
_SILENCE = {
    "ANONYMIZED_TELEMETRY": "False",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_RUN_HISTORY": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "LANGCHAIN_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING": "false",
    "LANGSMITH_TRACING_V2": "false",
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime asks once, when it is imported
    "OTEL_SDK_DISABLED": "true",
}

_OTHER_VARIABLES = {"COACH_DEBUG", "COACH_REQUIRE_BROWSER"}


def silence_libraries() -> None:
    """Force telemetry and tracing of every library off, before any of them is imported."""
    os.environ.update(_SILENCE)


@cache
def data_path(name: str) -> Path:
    """Return a data folder that travels with the code: `knowledge`, `prompts` or `evals`.

    The checkout's folder when the package runs from one, else the copy inside the installed package.
    """
    for candidate in (PACKAGE.parent / name, PACKAGE / "_data" / name):
        if candidate.is_dir() and (candidate.parent / "pyproject.toml").is_file() | (candidate.parent.name == "_data"):
            return candidate
    raise SettingsError(f"The data folder {name!r} is missing beside {PACKAGE}; reinstall leadership-coach.")


def default_data_dir() -> Path:
    """Return the folder for conversations and indexes when COACH_DATA_DIR is not set."""
    return user_data_path("leadership-coach", appauthor=False)


class Settings(BaseSettings):
    """What can be set, by `COACH_…` in the environment or by the same key in `<data_dir>/coach.toml`."""

    model_config = SettingsConfigDict(env_prefix="COACH_", env_ignore_empty=True, extra="forbid", frozen=True)

    data_dir: Path = Field(default_factory=default_data_dir)
    host: str = "127.0.0.1"
    port: int = Field(7860, ge=1, le=65535)
    max_asks: int = Field(8, ge=1, le=50)
    rubric: Path | None = None
    model: str | None = None

    @property
    def rubric_path(self) -> Path:
        """Return the rubric file in force: the one set, or the shipped one."""
        return self.rubric or data_path("knowledge") / "rubric.yaml"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment over coach.toml; no .env files, which tend to belong to something else."""
        folder = Path(os.environ.get("COACH_DATA_DIR") or default_data_dir())
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, folder / "coach.toml")


def load_settings(**overrides: object) -> Settings:
    """Return the settings in force.

    Raises:
        SettingsError: a value that makes no sense, an unknown key, or a broken coach.toml.
    """
    known = {f"COACH_{name.upper()}" for name in Settings.model_fields} | _OTHER_VARIABLES
    for name in sorted(os.environ):
        if name.startswith("COACH_") and name not in known:
            raise SettingsError(f"There is no setting {name}; known are {', '.join(sorted(known - _OTHER_VARIABLES))}.")
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SettingsError(
            f"Setting {key!r} (command line, environment COACH_{key.upper()} or coach.toml): {first['msg']}."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"coach.toml in the data folder is not valid TOML: {error}.") from None
