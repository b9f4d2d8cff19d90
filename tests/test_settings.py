import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

import coach
from coach.errors import SettingsError
from coach.settings import Settings, data_path, default_data_dir, load_settings, silence_libraries

LOUD = {
    "ANONYMIZED_TELEMETRY": "True",
    "GRADIO_ANALYTICS_ENABLED": "True",
    "HF_HUB_DISABLE_TELEMETRY": "0",
    "HF_HUB_OFFLINE": "0",
    "LANGCHAIN_TRACING": "true",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGSMITH_TRACING": "true",
    "LANGSMITH_TRACING_V2": "true",
    "LANGSMITH_API_KEY": "left over",
    "OTEL_SDK_DISABLED": "false",
}
ASK_THE_LIBRARIES = """
import json
from coach.settings import silence_libraries
silence_libraries()
from chromadb.config import Settings
from huggingface_hub import constants
from langsmith.utils import tracing_is_enabled
print(json.dumps([Settings().anonymized_telemetry, tracing_is_enabled(), not constants.HF_HUB_DISABLE_TELEMETRY]))
"""


@pytest.fixture
def toml(own_data_dir):
    own_data_dir.mkdir()
    return own_data_dir / "coach.toml"


@pytest.fixture(autouse=True)
def no_other_settings(monkeypatch):
    for name in set(os.environ) - {"COACH_DATA_DIR"}:
        if name.startswith("COACH_"):
            monkeypatch.delenv(name)


def refused():
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_without_any_setting_the_coach_is_local_and_has_no_model(own_data_dir):
    settings = load_settings()
    assert (settings.data_dir, settings.host, settings.model) == (own_data_dir, "127.0.0.1", None)


def test_a_key_in_the_environment_switches_no_model_on(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-left-over")
    assert load_settings().model is None


def test_coach_toml_in_the_data_folder_sets(toml):
    toml.write_text('port = 9000\nmodel = "some-model"\n')
    assert (load_settings().port, load_settings().model) == (9000, "some-model")


def test_the_environment_wins_over_coach_toml(toml, monkeypatch):
    toml.write_text("port = 9000\nmax_asks = 3\n")
    monkeypatch.setenv("COACH_PORT", "9001")
    assert (load_settings().port, load_settings().max_asks) == (9001, 3)


def test_an_argument_wins_over_both(toml, monkeypatch):
    toml.write_text("port = 9000\n")
    monkeypatch.setenv("COACH_PORT", "9001")
    assert load_settings(port=9002).port == 9002


def test_a_dotenv_file_is_not_read(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("COACH_PORT=9000\n")
    monkeypatch.chdir(tmp_path)
    assert load_settings().port == 7860


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("prot = 9000", "prot"),
        ("COACH_PORT = 9000", "COACH_PORT"),
        ('port = "many"', "port"),
        ("port = 70000", "port"),
        ("port = 0", "port"),
        ("[port]\na = 1", "port"),
        ("max_asks = 0", "max_asks"),
        ("model = [1]", "model"),
    ],
)
def test_a_key_or_value_in_coach_toml_that_makes_no_sense_is_named_in_one_line(toml, text, key):
    toml.write_text(text)
    assert f"Setting '{key}'" in refused()


@pytest.mark.parametrize(("key", "value"), [("port", "many"), ("port", "-1"), ("max_asks", "999")])
def test_a_value_in_the_environment_that_makes_no_sense_is_named_in_one_line(monkeypatch, key, value):
    monkeypatch.setenv(f"COACH_{key.upper()}", value)
    message = refused()
    assert f"Setting '{key}'" in message
    assert f"COACH_{key.upper()}" in message


def test_an_unknown_variable_of_ours_in_the_environment_is_named_in_one_line(monkeypatch):
    monkeypatch.setenv("COACH_PROT", "9000")
    assert "prot" in refused().lower()


@pytest.mark.parametrize(
    "data",
    [
        b"port == 1",
        b"port",
        pytest.param(b'host = "\xff"'),
    ],
)
def test_a_broken_coach_toml_gives_one_line_that_names_it(toml, data):
    toml.write_bytes(data)
    assert "coach.toml" in refused()


def test_an_empty_data_folder_means_the_default_one(monkeypatch):
    monkeypatch.setenv("COACH_DATA_DIR", "")
    assert load_settings().data_dir == default_data_dir()


def test_settings_do_not_change():
    with pytest.raises(ValidationError):
        load_settings().port = 1


def test_every_setting_has_a_value_by_default():
    assert all(not field.is_required() for field in Settings.model_fields.values())


@pytest.mark.parametrize(("name", "file"), [("knowledge", "rubric.yaml"), ("prompts", "README.md")])
def test_the_data_folders_are_found(name, file):
    assert (data_path(name) / file).is_file()


def test_a_data_folder_that_is_not_there_is_an_error():
    with pytest.raises(SettingsError, match="no-such-folder"):
        data_path("no-such-folder")


def test_whatever_the_environment_says_the_telemetry_variables_are_off(monkeypatch):
    for name, value in LOUD.items():
        monkeypatch.setenv(name, value)
    silence_libraries()
    off = {name: os.environ[name].lower() for name in LOUD if name != "LANGSMITH_API_KEY"}
    on_means_silent = {"HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "1", "OTEL_SDK_DISABLED": "true"}
    assert off == dict.fromkeys(off, "false") | on_means_silent


def test_the_libraries_themselves_then_say_they_are_silent(tmp_path):
    env = {**os.environ, **LOUD, "PYTHONPATH": str(Path(coach.__file__).parent.parent)}
    command = [sys.executable, "-c", ASK_THE_LIBRARIES]
    output = subprocess.run(command, env=env, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    assert json.loads(output) == [False, False, False]
