"""`coach rubric`: a rubric proved, or printed for people. It knows nothing of what makes one sound."""

from pathlib import Path

import click

from coach.cli.shared import settings_given
from coach.errors import UnsoundRubricError


@click.group()
def rubric() -> None:
    """Check or show a rubric."""


@rubric.command("check")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.pass_context
def rubric_check(context: click.Context, file: Path | None) -> None:
    """Prove that a rubric is total and monotone, and that all its tiers and rules can be reached."""
    from coach.rubric_file import check_rubric

    path = _rubric_path(file)
    try:
        proved, proof = check_rubric(path)
    except UnsoundRubricError as error:
        click.echo(f"coach: {error}", err=True)
        context.exit(1)
    click.echo(f"{path}: sound")
    click.echo("  levels: 16 of 16 combinations of findings have one, and more evidence never turns it round")
    click.echo(f"  total: each of {proof.states:,} states has exactly one outcome")
    click.echo(f"  monotone: {proof.changes:,} single changes, none moves the tier the wrong way")
    for rule in proved.rules:
        click.echo(f"  reached: {rule.id} → {rule.tier} in {proof.fires[rule.id]:,} states")


@rubric.command("show")
@click.argument("file", type=click.Path(path_type=Path), required=False)
def rubric_show(file: Path | None) -> None:
    """Print criteria, indicators and rules as people read them."""
    from coach.report.rubric_text import rubric_text
    from coach.rubric_file import load_rubric

    click.echo(rubric_text(load_rubric(_rubric_path(file))), nl=False)


def _rubric_path(file: Path | None) -> Path:
    return file or settings_given().rubric_path
