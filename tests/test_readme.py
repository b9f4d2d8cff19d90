import re
import tomllib

from click.testing import CliRunner

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_captioned_tree_names_what_is_on_disk():
    tree = re.search(r"## Where things are\n\n```\n(.*?)```", README, re.DOTALL)[1]
    named = {line.split()[0].rstrip("/") for line in tree.splitlines() if line.startswith("  ")}
    there = {p.name for p in (ROOT / "coach").iterdir() if p.name not in ("__init__.py", "__pycache__", "py.typed")}
    assert named == there


def test_its_python_example_runs(capsys):
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]
    exec(compile(example, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "?" in printed.splitlines()[0]
    assert "a-first-talk" in printed


def test_every_command_is_documented():
    from coach.cli import commands

    for name in commands.commands:
        assert f"coach {name}" in README


def test_every_setting_is_documented():
    from coach.settings import Settings

    for name in Settings.model_fields:
        assert f"COACH_{name.upper()}" in README


def test_the_first_screen_gives_exactly_two_commands():
    first = re.search(r"```\n(.*?)```", README, re.DOTALL)[1]
    assert [line.split("#")[0].strip() for line in first.splitlines()] == ["make chat", "make test"]


def test_help_of_the_command_line_needs_nothing_loaded():
    from coach.cli import commands

    assert CliRunner().invoke(commands, ["--help"]).exit_code == 0


def test_the_next_major_version_of_every_dependency_is_excluded():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    for line in [*project["dependencies"], *extras]:
        assert re.search(r",<\d|==", line), line
