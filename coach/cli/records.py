"""What is done with a finished record: `coach verify`, and the review of `coach classify --review`.

Nothing is read anew here, so no part that reads conversations is loaded.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.shared import complain, settings_given
from coach.errors import InputError, TranscriptError

if TYPE_CHECKING:
    from coach.report.rendering import Renderer
    from coach.settings import Settings


@click.command()
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--rubric", type=click.Path(path_type=Path), help="The rubric it was decided by, if not the shipped one.")
@click.pass_context
def verify(context: click.Context, report: Path, rubric: Path | None) -> None:
    """Recompute the verdicts of a JSON report, or of a folder of reports, and say what does not match."""
    from coach.report.checking import check_file
    from coach.rubric_file import rubric_sha256

    settings = settings_given(rubric=rubric)
    path = settings.rubric_path
    renderer = _renderer(settings)
    code = 0
    for file in _report_files(report):
        try:
            checked = check_file(file, renderer, rubric_sha256(path), beside=report.is_dir())
        except TranscriptError as error:
            if not report.is_dir():
                raise
            code = 2
            complain(str(error))
            continue
        for name, found in checked:
            code = max(code, 1) if found else code
            lines = [f"{name}: {'holds' if not found else 'does not hold'}", *(f"  {line}" for line in found)]
            click.echo("\n".join(lines).encode("utf-8", "backslashreplace").decode())
    context.exit(code)


def _report_files(report: Path) -> list[Path]:
    if not report.is_dir():
        return [report]
    files = sorted(report.glob("*.json"))
    if not files:
        raise TranscriptError(f"{report}: holds no reports (*.json).")
    return files


def review_records(path: Path, style: str, rubric: Path | None, by: str | None) -> None:
    """Ask about every piece of evidence on stderr; print the outcomes, or the whole reports in another style."""
    from coach import reviewing
    from coach.classifying import framed
    from coach.rubric_file import rubric_sha256

    settings = settings_given(rubric=rubric)
    renderer = _renderer(settings)
    under = reviewing.opened(path, renderer, rubric_sha256(settings.rubric_path))
    if style == "html" and len(under.records) > 1:
        raise InputError("html is one page a conversation, and here are several; take another format.")
    if by is None:
        asked = _asked(f"Who reviews? [{reviewing.NOBODY_NAMED}] ") if sys.stdin.isatty() else None
        by = asked or reviewing.NOBODY_NAMED
    desk = reviewing.Desk(_asked, lambda line: click.echo(line, err=True))
    after = reviewing.reviewed(under, renderer, reviewing.reviewer(by), desk)
    written = reviewing.saved(under, after, renderer)
    complain(f"written to {written}; {path} is as it was." if written else "nothing was changed, nothing written.")
    if style == "table":
        for line in reviewing.outcomes(under, after, renderer):
            click.echo(line)
    else:
        for piece in framed((renderer.render(assessment, style) for assessment in after), style):
            click.echo(piece, nl=False)


def _asked(question: str) -> str | None:
    """Return a line of standard input; None at its end."""
    click.echo(question, nl=False, err=True)
    line = sys.stdin.readline()
    if not line.endswith("\n"):
        click.echo(err=True)
    return line.rstrip("\n") if line else None


def _renderer(settings: "Settings") -> "Renderer":
    """Return what reports are made of, with no part that reads conversations."""
    from coach.build import open_library
    from coach.decision import DecisionTable
    from coach.report.rendering import Renderer
    from coach.report.texts import shipped_texts
    from coach.rubric_file import load_rubric

    table = DecisionTable(load_rubric(settings.rubric_path))
    return Renderer(table, shipped_texts(table.rubric), open_library(settings, sources=False).passages)
